"""The results of a run, beside the manifest: a row a briefing as JSON Lines, and the same as a readable table."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from briefgen.batch.work import Outcome
from briefgen.store.atomic import write_atomic

_COLUMNS = ("job", "lang", "pages", "items", "findings", "sources", "seconds", "output", "error")


def write_results(manifest: Path, outcomes: Sequence[Outcome]) -> tuple[Path, Path]:
    """Writes `STEM.results.jsonl` and `STEM.results.txt`; returns their paths."""
    lines, table = (manifest.with_name(f"{manifest.stem}.results{suffix}") for suffix in (".jsonl", ".txt"))
    write_atomic(lines, "".join(json.dumps(_record(manifest, o), ensure_ascii=False) + "\n" for o in outcomes).encode())
    write_atomic(table, result_table(manifest, outcomes).encode())
    return lines, table


def _record(manifest: Path, outcome: Outcome) -> dict[str, object]:
    return dataclasses.asdict(outcome) | {"outputs": [relative(manifest, name) for name in outcome.outputs]}


def relative(manifest: Path, name: str) -> str:
    """A path as the manifest's reader knows it; never absolute where it lies below the manifest."""
    folder = manifest.resolve().parent
    return Path(name).relative_to(folder).as_posix() if Path(name).is_relative_to(folder) else name


def read_results(manifest: Path) -> list[dict[str, object]]:
    """The rows of the last run; empty where there was none, or they cannot be read."""
    try:
        lines = manifest.with_name(f"{manifest.stem}.results.jsonl").read_text(encoding="utf-8").splitlines()
        return [row for row in map(json.loads, lines) if isinstance(row, dict)]
    except (OSError, ValueError):
        return []


def result_table(manifest: Path, outcomes: Sequence[Outcome]) -> str:
    """The outcomes as aligned columns with a heading."""
    rows = [_COLUMNS, *(_cells(manifest, outcome) for outcome in outcomes)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )


def _cells(manifest: Path, outcome: Outcome) -> tuple[str, ...]:
    problem = outcome.error or "; ".join((*outcome.unread, *outcome.serious)) or outcome.note or ""
    return (
        outcome.job,
        outcome.lang,
        str(outcome.pages or "–"),
        str(outcome.items),
        str(outcome.findings),
        str(outcome.sources),
        "kept" if outcome.skipped else f"{outcome.seconds:.2f}",
        " ".join(relative(manifest, name) for name in outcome.outputs),
        problem,
    )

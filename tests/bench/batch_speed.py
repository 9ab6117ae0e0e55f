"""How fast batches are: ``python -m tests.bench.batch_speed [ARTICLES]`` prints a table, each figure beside its target.

Generated articles (10,000 unless told otherwise, 500 words each) are read into a library by two processes, then once more;
then the library is searched, 100 briefings of four pages (PDF and DOCX) are made from it, and the same is done by two Dask
workers on this machine. Wall-clock seconds of whole commands, start of the processes included. The whole takes five to ten
minutes on two free cores; on a machine that others use too, the CPU seconds, halved, tell what two free cores would take.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.articles import write_articles

_A_JOB = 12
"""Articles of one job; each job is made in French and in English."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command that was run."""

    seconds: float
    cpu: float
    """Of all its processes that have ended: those of a cluster's workers are not in it."""
    memory: float
    """Peak of the parent process, in MB."""


def command(*arguments: str) -> Run:
    """Runs a briefgen command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "briefgen", *arguments, "--quiet"], stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    run = Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    print(
        f"   {arguments[0]:8} {run.seconds:7.1f} s, {run.cpu:7.1f} s of CPU, load {os.getloadavg()[0]:.1f}", flush=True
    )
    return run


def fresh_home(folder: Path) -> None:
    """An empty user's folder from here on."""
    shutil.rmtree(folder / "home", ignore_errors=True)
    os.environ["BRIEFGEN_HOME"] = str(folder / "home")


def search_seconds(
    queries: tuple[str, ...] = ("satellite", "énergie russe", "vaccin dengue", "sanctions", "le"),
) -> float:
    """The slowest of some searches in the open library, each the best of three."""
    from briefgen.store.library import Library

    library = Library.open()
    times = []
    for query in queries:
        runs = []
        for _run in range(3):
            start = time.perf_counter()
            assert library.search(query)
            runs.append(time.perf_counter() - start)
        times.append(min(runs))
    library.close()
    return max(times)


def write_manifest(folder: Path, briefings: int) -> Path:
    """A manifest for that many briefings, two languages a job, each job with articles of its own."""
    lines = ['[defaults]\ndate = "2026-04-01"\nlang = ["fr", "en"]\ntopics = ["energy", "space", "sanctions"]\n']
    for job in range(briefings // 2):
        names = json.dumps([f"articles/{number:05d}.txt" for number in range(job * _A_JOB, (job + 1) * _A_JOB)])
        lines.append(
            f'[[job]]\nname = "desk{job}"\nsources = {names}\nout = ["out/{{name}}_{{lang}}.pdf", "out/{{name}}_{{lang}}.docx"]\n'
        )
    path = folder / "desks.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@contextmanager
def dask(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread each, all of them processes on loopback."""
    file = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    base = [sys.executable, "-m", "dask"]
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    started = [subprocess.Popen([*base, "scheduler", *options], **quiet)]  # type: ignore[call-overload]
    while not file.exists():
        time.sleep(0.1)
    address = json.loads(file.read_text())["address"]
    worker = ["worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(folder)]
    started += [subprocess.Popen([*base, *worker], **quiet) for _number in range(2)]  # type: ignore[call-overload]
    time.sleep(5)
    try:
        yield address
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def pages(manifest: Path) -> float:
    """Pages of a briefing on average, as the results of the last run say."""
    rows = [json.loads(line) for line in manifest.with_name("desks.results.jsonl").read_text().splitlines()]
    return sum(row["pages"] for row in rows) / len(rows)


@dataclass(slots=True)
class Table:
    """The figures, a Markdown row each."""

    rows: list[str] = field(default_factory=lambda: ["| what | target | measured | CPU | |", "|---|---|---|---|---|"])

    def add(self, what: str, sign: str, target: float, found: float, unit: str, cpu: float | None = None) -> None:
        good = found <= target if sign == "≤" else found >= target
        spent = "" if cpu is None else f"{cpu:.1f} s"
        self.rows.append(
            f"| {what} | {sign} {target:g} {unit} | {found:.2f} {unit} | {spent} | {'' if good else 'missed'} |"
        )


def measure_library(table: Table, folder: Path, count: int) -> float:
    """Reads a tenth, then all, then all again, and searches; the seconds that the tenth took."""
    scale = count / 10_000
    fresh_home(folder)
    small = command("library", "add", str(folder / "tenth"), "--jobs", "2")
    fresh_home(folder)
    whole = command("library", "add", str(folder / "articles"), "--jobs", "2")
    again = command("library", "add", str(folder / "articles"), "--jobs", "2")
    table.add(f"{count} articles into the library, two processes", "≤", 300 * scale, whole.seconds, "s", whole.cpu)
    table.add("peak memory of the parent", "≤", 400, whole.memory, "MB")
    table.add(f"time({count}) / time({count // 10})", "≤", 11, whole.seconds / small.seconds, "")
    table.add(f"CPU({count}) / CPU({count // 10})", "≤", 11, whole.cpu / small.cpu, "")
    table.add("the same once more", "≤", 15 * scale + (scale < 1), again.seconds, "s", again.cpu)
    table.add("slowest of five searches", "≤", 50, search_seconds() * 1000, "ms")
    return small.seconds


def measure_briefings(table: Table, folder: Path, briefings: int, read_locally: float) -> None:
    """Makes the briefings with two processes and with two Dask workers, which then read the tenth too."""
    manifest = write_manifest(folder, briefings)
    local = command("batch", str(manifest), "--jobs", "2")
    what = f"{briefings} briefings of {pages(manifest):.1f} pages, PDF and DOCX"
    table.add(what, "≥", 8, briefings / local.seconds, "a second", local.cpu)
    table.add("the same, by CPU seconds of two cores", "≥", 8, 2 * briefings / local.cpu, "a second")
    with dask(folder) as address:
        shutil.rmtree(folder / "out")
        distributed = command("batch", str(manifest), "--scheduler", address)
        fresh_home(folder)
        reading = command("library", "add", str(folder / "tenth"), "--scheduler", address)
    table.add("briefings, two Dask workers / two processes", "≥", 0.9, local.seconds / distributed.seconds, "times")
    table.add("reading, two Dask workers / two processes", "≥", 0.9, read_locally / reading.seconds, "times")


def main(count: int = 10_000) -> None:
    started, table = time.perf_counter(), Table()
    briefings = max(4, round(100 * min(1, count / 1000)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = write_articles(folder / "articles", count)
        write_articles(folder / "tenth", count // 10)
        load = os.getloadavg()[0]
        print(f"{count} articles, {words} words, {os.cpu_count()} cores, load {load:.1f} at the start", flush=True)
        small = measure_library(table, folder, count)
        measure_briefings(table, folder, briefings, small)
    print("\n".join(table.rows))
    took = time.perf_counter() - started
    print(f"load {load:.1f} at the start, {os.getloadavg()[0]:.1f} at the end; the whole took {took:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

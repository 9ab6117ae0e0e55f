"""How much of what an expert wants comes out: ``python -m tests.bench.packs [NAME…] [--lang fr|en] [--misses] [--lines]``.

Each pack in `tests/data/packs` is a few fictional press articles with a `key.toml` written before anything was run on them:
key evidence, key lines (strings that one printed line must hold together; "|" parts alternatives) and traps (strings that
must not stand in one line). Printed for each pack: key evidence extracted, key lines printed, the share of printed lines
that match no key (noise), and lines that are wrong. A pack marked ``held`` shows its totals only.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.i18n.locales import language
from briefgen.model.briefing import Briefing, BriefingItem
from briefgen.model.evidence import Fact, Quote
from briefgen.model.extraction import Extraction
from briefgen.pipeline import Built, build_briefing

PACKS = Path(__file__).parent.parent / "data" / "packs"
DAY = "2026-12-01"
"""The date of every briefing."""

_MONTHS = {
    "fr": "janv. janvier févr. février avr. avril juill. juillet sept. septembre oct. octobre nov. novembre déc. décembre",
    "en": "jan. january feb. february mar. march apr. april aug. august sept. september oct. october nov. november "
    "dec. december",
}
_SAME = {"’": "'", "millions": "million", "milliards": "milliard", "bn": " billion", "m€": "million d'euros"}


@dataclass(slots=True)
class Score:
    """Counts of one pack in one language; the lists hold what `--misses` shows."""

    evidence: int = 0
    extracted: int = 0
    lines: int = 0
    printed: int = 0
    items: int = 0
    noise: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """One row of the table."""
        shares = (
            f"{part:4d}/{whole:<4d}{100 * part / max(whole, 1):4.0f} %"
            for part, whole in (
                (self.extracted, self.evidence),
                (self.printed, self.lines),
                (len(self.noise), self.items),
            )
        )
        return f"{name:26s}" + "   ".join(shares) + f"   {len(self.wrong):5d}"

    def add(self, other: "Score") -> None:
        """Counts the other's as well."""
        for name in ("evidence", "extracted", "lines", "printed", "items"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.noise += other.noise
        self.wrong += other.wrong


def plain(text: str, lang: str) -> str:
    """The words for comparing: one kind of space and apostrophe, long months, no plural of million."""
    text = re.sub(r"\s+", " ", text).casefold()
    words = _MONTHS[lang].split()
    for short, long in zip(words[::2], words[1::2], strict=True):
        text = re.sub(rf"\b{re.escape(short)}", long, text)
    for form, same in _SAME.items():
        text = text.replace(form, same)
    for sign, name in (("€", "euros"), ("$", "dollars")):
        text = re.sub(rf"([\d.,]+ (?:million|billion)) {name}", rf"{sign}\1", text) if lang == "en" else text
    return text


def holds(line: str, strings: list[str], lang: str) -> bool:
    """Whether the line holds one alternative of each."""
    return all(any(plain(one, lang) in line for one in string.split("|")) for string in strings)


def core(date: object) -> str:
    """An EDTF without its open side, a day range of one day as its day."""
    return str(date or "").removeprefix("../").removesuffix("/..")


def overlaps(element: Mapping[str, Any] | Fact | Quote, span: tuple[int, int]) -> bool:
    """Whether the element stands in the span, at least in part."""
    start, end = (element["start"], element["end"]) if isinstance(element, Mapping) else (element.start, element.end)
    return bool(start < span[1] and end > span[0])


def spans(key: Mapping[str, Any], texts: Mapping[str, str]) -> list[tuple[str, tuple[int, int]]]:
    """(file, span) of the key's words in its source and in the copies of it."""
    found = []
    for path in (key["source"], *key.get("copies", ())):
        at = texts[path].find(key["text"])
        assert at >= 0, (path, key["text"])
        found.append((path, (at, at + len(key["text"]))))
    return found


def right_quote(quote: Quote, key: Mapping[str, Any], span: tuple[int, int]) -> bool:
    """Whether the quote holds four fifths of the key's words under the key's speaker."""
    shared = min(quote.end, span[1]) - max(quote.start, span[0])
    name = f"{quote.speaker.name} {quote.speaker.mention or ''}" if quote.speaker else ""
    return shared > 0.8 * (span[1] - span[0]) and key.get("speaker", "").casefold() in name.casefold()


def values(fact: Fact) -> set[float]:
    """Every number that the record holds."""
    change = fact.change
    found = (fact.value, fact.low, fact.high, *((change.value, change.from_value, change.to) if change else ()))
    return {float(value) for value in found if value is not None}


def right_fact(fact: Fact, key: Mapping[str, Any], heads: Mapping[str, Fact]) -> bool:
    """Whether the fact, or the record it is part of, has what the key asks for."""
    head = heads.get(fact.part_of or "", fact)
    if "value" not in key and "date" not in key:
        return True
    if "value" not in key:
        return fact.type not in ("date", "time", "duration") and core(fact.date) == core(key["date"])
    units = {fact.unit, head.unit, fact.change and fact.change.unit}
    chain = " ".join(one.name for one in (*fact.attribution, *head.attribution))
    changes = {head.change.value if head.change else None, fact.change.value if fact.change else None}
    return (
        float(key["value"]) in values(fact)
        and key.get("unit", fact.unit) in units
        and core(key.get("date")) in ("", core(fact.date), core(head.date), _between(head))
        and key.get("attribution", "").casefold() in chain.casefold()
        and key.get("change", None) in {None, *changes}
    )


def _between(fact: Fact) -> str:
    """The period of a change that is told as "in 2025, from 2021"."""
    return f"{fact.change.base}/{core(fact.date)}" if fact.change else ""


def extracted(key: Mapping[str, Any], extraction: Extraction, span: tuple[int, int]) -> bool:
    """Whether the extraction has the key's evidence, rightly."""
    said = any(right_quote(quote, key, span) for quote in extraction.quotes)
    if "speaker" in key or (said and not {"value", "date"} & key.keys()):
        return said
    heads = {fact.id: fact for fact in extraction.facts}
    return any(overlaps(fact, span) and right_fact(fact, key, heads) for fact in extraction.facts)


def counted(briefing: Briefing) -> Iterator[BriefingItem]:
    """Every printed item but those that only repeat evidence printed elsewhere (key points, chronology)."""
    seen: set[str] = set()
    repeating = ("key_points", "chronology")
    for section in sorted(briefing.sections, key=lambda section: section.id in repeating):
        for item in section.items:
            if not set(item.evidence) <= seen:
                yield item
            seen.update(item.evidence)


def line(item: BriefingItem, lang: str) -> str:
    """The item with its attribution, for comparing."""
    return plain(f"{item.text} {item.attribution} {item.mentions}", lang)


def faults(item: BriefingItem, keys: list[dict[str, Any]], elements: list[Mapping[str, Any]], lang: str) -> list[str]:
    """What is wrong in the line against the keys whose evidence it prints: speaker, date."""
    found = []
    said = line(item, lang)
    for key in keys:
        for path, span in key["spans"]:
            for element in elements:
                inside = element["start"] >= span[0] - 2 and element["end"] <= span[1] + 2
                if element["path"] != path or not inside or not overlaps(element, span):
                    continue
                if "speaker" in key:
                    if element.get("speaker") and plain(key["speaker"], lang) not in said:
                        found.append(f"speaker is not {key['speaker']}")
                elif key.get("date") and element.get("date") and core(element["date"]) != core(key["date"]):
                    found.append(f"date {element['date']} is not {key['date']}")
    return found


def score_pack(folder: Path, lang: str, show: bool = False) -> Score:
    """The counts of one pack printed in `lang`."""
    pack = tomllib.loads((folder / "key.toml").read_text("utf-8"))
    files = sorted(path for path in folder.iterdir() if path.name != "key.toml")
    built = build_briefing(files, pack["topics"], lang, date=DAY)
    score = Score()
    keys = _score_extraction(pack, built, score)
    _score_lines(pack, built.briefing, lang, score, keys)
    if show:
        for section in built.briefing.sections:
            print(f"\n## {section.title}")
            for item in section.items:
                print(f"  [{item.kind}{'*' * item.fallback}] {item.text} {item.attribution}")
    return score


def _score_extraction(pack: Mapping[str, Any], built: Built, score: Score) -> list[dict[str, Any]]:
    extractions = {Path(one.source.path or "").name: one for one in built.reading.extractions}
    texts = {path: one.text for path, one in extractions.items()}
    keys = []
    for key in pack["evidence"]:
        places = spans(key, texts)
        keys.append({**key, "spans": places})
        score.evidence += 1
        right = any(extracted(key, extractions[path], span) for path, span in places)
        score.extracted += right
        if not right:
            score.lost.append(f"not extracted   {key['source']}: {key['text']}")
    return keys


def _score_lines(
    pack: Mapping[str, Any], briefing: Briefing, lang: str, score: Score, keys: list[dict[str, Any]]
) -> None:
    elements = {str(one["id"]): one for one in briefing.evidence}
    printed = [line(item, lang) for section in briefing.sections for item in section.items]
    for wanted in (key[lang] for key in pack["line"]):
        score.lines += 1
        if any(holds(one, wanted, lang) for one in printed):
            score.printed += 1
        else:
            score.lost.append(f"not printed     {wanted}")
    for item in counted(briefing):
        said, own = line(item, lang), [elements[name] for name in item.evidence if name in elements]
        score.items += 1
        known = any(
            one["path"] == path and overlaps(one, span) for one in own for key in keys for path, span in key["spans"]
        )
        known = known or any(plain(key["text"], lang) in said for key in keys)
        if not known and not any(holds(said, key[lang], lang) for key in pack["line"]):
            score.noise.append(f"{item.text} {item.attribution}")
        score.wrong += [f"{item.text} {item.attribution}: {fault}" for fault in faults(item, keys, own, lang)]
        for trap in pack.get("trap", ()):
            if item.kind == "extract" and len(trap["all"]) > 1:
                continue  # what stands together in the source's own sentence is its own affair
            bare = said
            for allowed in trap.get("except", ()):
                bare = bare.replace(plain(allowed, lang), "")
            if holds(bare, trap["all"], lang):
                score.wrong.append(f"{item.text} {item.attribution}: {trap['why']}")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--lang", choices=("fr", "en"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--lines", action="store_true", help="print the briefings too")
    asked = parser.parse_args()
    print(f"{'pack':26s}{'key evidence':17s}{'key lines':17s}{'noise':17s}wrong")
    totals: dict[str, Score] = {}
    for folder in sorted(PACKS.iterdir()):
        if asked.names and folder.name not in asked.names:
            continue
        held = bool(tomllib.loads((folder / "key.toml").read_text("utf-8")).get("held"))
        for lang in (asked.lang,) if asked.lang else ("fr", "en"):
            score = score_pack(folder, language(lang), asked.lines and not held)
            print(score.row(f"{folder.name} {lang}{' (held)' if held else ''}"))
            totals.setdefault("held" if held else "open", Score()).add(score)
            totals.setdefault("all", Score()).add(score)
            if asked.misses and not held:
                print(*(f"    {one}" for one in score.lost), sep="\n")
                print(*(f"    noise           {one}" for one in score.noise), sep="\n")
                print(*(f"    WRONG           {one}" for one in score.wrong), sep="\n")
    for name, score in sorted(totals.items(), reverse=True):
        print(score.row(name))


if __name__ == "__main__":
    main()

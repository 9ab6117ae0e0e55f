"""Every printed item: its words on the page, the words its evidence records, the words of the source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from briefgen.frozen import dataclass
from briefgen.model.extraction import Extraction
from briefgen.text.anchors import reanchor
from briefgen.verify.page import Fault, altered_references, page_faults
from briefgen.verify.wording import find, nearest, squeeze

Status = Literal["ok", "altered", "source_changed", "missing"]
_ENDS = ", \u00a0\u202f"
"""What American editors set inside the closing mark belongs to the sentence around it: it need not be printed."""
Where = Literal["", "page", "evidence", "source"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One printed item, or one piece of evidence, against what it should be."""

    id: str
    status: Status
    printed: str
    """The wording of the file."""
    source: str
    """The wording it should have."""
    where: Where = ""
    """What differs: the page, the evidence embedded in the file, or the source."""
    path: str | None = None
    """File name of the source."""
    moved: bool = False
    """The passage stands elsewhere in the source now; its words are the same."""


def compare(
    visible: str, evidence: Mapping[str, Any], sources: Iterable[Extraction], notes: Sequence[str] = ()
) -> list[Verdict]:
    """A verdict a printed item in print order, then one a line of the list of sources, or of a Word file's own `notes`,
    that was altered."""
    words, read = squeeze(visible), list(sources)
    known = {str(piece["id"]): piece for piece in evidence.get("evidence", ())}
    held = {id: _held(piece, evidence, read) for id, piece in known.items()}
    items = list(_items(evidence))
    faults = page_faults(items, words)
    verdicts = [_verdict(item, fault, known, held) for item, fault in zip(items, faults, strict=True)]
    altered = altered_references(evidence.get("sources", ()), words, notes)
    return [*verdicts, *(Verdict(f"source-{number}", "altered", *fault, "page") for number, fault in altered)]


def _items(evidence: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for section in evidence.get("sections", ()):
        yield from section.get("items", ())


def _verdict(
    item: Mapping[str, Any], fault: Fault | None, known: Mapping[str, Mapping[str, Any]], held: Mapping[str, Verdict]
) -> Verdict:
    """The first thing that is wrong of: source, evidence, page."""
    id, text = str(item["id"]), " ".join(str(item["text"]).split())
    for name in item.get("evidence", ()):
        verdict = held.get(str(name))
        if verdict is None:
            return Verdict(id, "missing", text, "", "evidence")
        if verdict.status != "ok":
            return Verdict(id, verdict.status, verdict.printed, verdict.source, verdict.where, verdict.path)
    if item.get("kind") in ("quote", "extract", "reported"):
        for passage in _passages(item, known):
            if find(passage, squeeze(text)) is None:
                return Verdict(id, "altered", text, passage, "evidence")
    if fault is not None:
        return Verdict(id, "altered" if fault[0] else "missing", *fault, "page")
    moved = any(held[str(name)].moved for name in item.get("evidence", ()) if str(name) in held)
    return Verdict(id, "ok", text, text, moved=moved)


def _passages(item: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What must stand word for word in the item: a quote's fragments; an extract's sentence is the item itself."""
    if item.get("kind") == "extract":
        return
    for name in item.get("evidence", ()):
        piece = known.get(str(name), {})
        start, text = int(piece.get("start", 0)), str(piece.get("text", ""))
        for first, last in piece.get("fragments") or ():
            yield text[first - start : last - start].rstrip(_ENDS)


def _held(piece: Mapping[str, Any], evidence: Mapping[str, Any], sources: list[Extraction]) -> Verdict:
    """One piece of evidence against its source: by hash, else by file name with the passage looked for again."""
    id, text, start = str(piece["id"]), str(piece["text"]), int(piece["start"])
    recorded: Mapping[str, Any] = next(
        (s for s in evidence.get("sources", ()) if s.get("id") == piece.get("source")), {}
    )
    path = recorded.get("path")
    same = next(
        (e for e in sources if e.source.sha256 == recorded.get("sha256") and e.source.part == recorded.get("part")),
        None,
    )
    if same is not None:
        altered = next(((was, now) for was, now in _recorded_words(piece, same.text) if was != now), None)
        if altered is None:
            return Verdict(id, "ok", text, text, path=path)
        if recorded.get("reader") == same.source.reader:
            return Verdict(id, "altered", altered[0], altered[1], "evidence", path)
    named = same or next((e for e in sources if _same_name(e.source.path, path)), None)
    if named is None:
        return Verdict(id, "missing", text, "", "source", path)
    place = reanchor(named.text, text, str(piece.get("prefix", "")), str(piece.get("suffix", "")), start)
    if place is not None:
        return Verdict(id, "ok", text, text, path=path, moved=True)
    return Verdict(id, "source_changed", text, nearest(text, squeeze(named.text)) or "", "source", path)


def _recorded_words(piece: Mapping[str, Any], text: str) -> Iterator[tuple[str, str]]:
    """(words as the evidence records them, words of the source at that place): passage, context, and every inner piece."""
    start, end = int(piece["start"]), int(piece["end"])
    prefix, suffix = str(piece.get("prefix", "")), str(piece.get("suffix", ""))
    yield str(piece["text"]), text[start:end]
    yield prefix, text[max(0, start - len(prefix)) : start]
    yield suffix, text[end : end + len(suffix)]
    inner = (
        piece.get("item"),
        piece.get("cue"),
        piece.get("place"),
        piece.get("modality_cue"),
        *(piece.get("passages") or ()),
    )
    for part in (*inner, *(piece.get("participants") or ())):
        if part and part.get("start") is not None and part.get("text") is not None:
            yield str(part["text"]), text[int(part["start"]) : int(part["end"])]


def _same_name(one: str | None, other: str | None) -> bool:
    return bool(one and other) and str(one).rpartition("/")[2] == str(other).rpartition("/")[2]

"""Sources as references: outlet, title or first words, author, date, language, republisher."""

from collections.abc import Iterable, Mapping, Sequence

from briefgen.compose.quoteline import quote_marks
from briefgen.compose.runs import Line, joined, own, source_words
from briefgen.compose.voice import Voice
from briefgen.model.extraction import Extraction
from briefgen.model.grade import read_grade
from briefgen.text.typography import printable

_FIRST_WORDS = 8


def numbered(extractions: Sequence[Extraction], printed: Iterable[str]) -> Mapping[str, int]:
    """Source id → number, by date of publication, then path; only sources that something printed rests on."""
    used = set(printed)
    chosen = [e.source for e in extractions if e.source.id in used]
    ordered = sorted(chosen, key=lambda s: (s.published or "9999", s.path or "", s.id))
    return {source.id: number for number, source in enumerate(ordered, 1)}


def reference_line(extraction: Extraction, voice: Voice, with_language: bool = True, grade: str | None = None) -> Line:
    """``*Outlet*, « title », author, date, en français, B2 ; repris par *Outlet*.`` What is unknown is said to be."""
    source = extraction.source
    parts = [
        own(source.outlet, italic=True) if source.outlet else own(voice("outlet not stated")),
        title_line(extraction, voice),
        own(source.author) if source.author else own(voice("no author")),
        own(voice.formats.date(source.published) or voice("no date")),
    ]
    if with_language:
        parts.append(own(voice("in {language}").format(language=voice.formats.language_name(source.language))))
    stated = read_grade(grade)
    if stated:
        parts.append(own(voice("grade {grade}").format(grade=stated)))
    line = joined(parts)
    if source.republished_by:
        line = line + own("; " + voice("republished by {outlet}").format(outlet=""))
        line = line + own(source.republished_by, italic=True)
    return line + own(".")


def title_line(extraction: Extraction, voice: Voice) -> Line:
    """The title in quotation marks, or ``[untitled: « first words… »]``."""
    source = extraction.source
    lang = voice.foreign(source.language)
    before, after = quote_marks(source.language, voice)
    if source.title:
        return own(before) + source_words(source.title.strip(), None, lang) + own(after)
    words = source_words(first_words(extraction) + "…", None, lang)
    opening = voice("{subject}: {value}").format(subject=voice("untitled"), value="")
    return own("[" + opening + before) + words + own(after + "]")


def first_words(extraction: Extraction) -> str:
    """The first words of the text proper, after labels, bylines and boilerplate."""
    skipped = [(b.start, b.end) for b in extraction.boilerplate]
    skipped += [
        (m.start, m.end) for m in extraction.source.metadata.values() if m.start is not None and m.end is not None
    ]
    for start, end in extraction.sentences:
        begin = max([start, *(b for a, b in skipped if start <= b < end and a <= start + 12)])
        if any(a <= begin and end <= b for a, b in skipped):
            continue
        words = printable(extraction.text[begin:end]).split()
        if len(words) >= 5:
            return " ".join(words[:_FIRST_WORDS]).rstrip(' ,;:.«»"“”')
    return printable(extraction.text[:60]).strip()

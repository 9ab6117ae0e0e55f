"""The title block: sender, recipient, date, subject, reference, period."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import mentions_between, topic_title
from briefgen.compose.runs import own
from briefgen.compose.standing import capitalized
from briefgen.compose.views import HeaderRow
from briefgen.compose.voice import Voice
from briefgen.i18n.edtf import first_day, last_day
from briefgen.model.briefing import BriefingOptions
from briefgen.model.evidence import Fact
from briefgen.model.extraction import Extraction

_PLACES = ("territory", "demonym", "metonym")


def subject_line(entries: Iterable[Entry], topics: Sequence[str], voice: Voice) -> str:
    """``Chine et Russie : espace, énergie``: the two territories named most in what is printed, then the topics."""
    counts: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    entries = list(entries)
    for entry in entries:
        counts.update(set(_territories(entry)))
    for extraction in {entry.source: entry.extraction for entry in entries}.values():
        everywhere.update(m.id for m in extraction.mentions if m.kind in _PLACES)
    ranked = sorted(counts, key=lambda code: (-counts[code], -everywhere[code], code))
    names = [name for name in (voice.formats.territory(code) for code in ranked) if name][:2]
    titles = ", ".join(_lowered(topic_title(topic, voice.lang)) for topic in topics)
    if not names:
        return capitalized(titles)
    return voice("{subject}: {value}").format(subject=voice.formats.listed(sorted(names)), value=titles)


def _lowered(title: str) -> str:
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _territories(entry: Entry) -> Iterator[str]:
    element = entry.element
    if isinstance(element, Fact):
        yield from (who.territory for who in element.participants if who.territory)
        start, end = element.sentence
    else:
        start, end = element.start, element.end
    yield from (m.id for m in mentions_between(entry.extraction, start, end) if m.kind in _PLACES and len(m.id) == 2)


def period_line(extractions: Sequence[Extraction], origins: Mapping[str, str], voice: Voice) -> str:
    """``décembre 2020 – mai 2022 · 2 articles, 2 origines indépendantes``."""
    words = voice.words
    count = len(extractions)
    foreign = {voice.foreign(e.source.language) for e in extractions}
    articles = words.ngettext("{count} article", "{count} articles", count).format(count=count)
    if len(foreign) == 1 and None not in foreign:
        language = voice.formats.language_name(next(iter(foreign)) or "")
        articles += " " + voice("in {language}").format(language=language)
    apart = len({origins.get(e.source.id, e.source.id) for e in extractions})
    independent = words.ngettext("{count} independent origin", "{count} independent origins", apart)
    parts = [_span(extractions, voice), f"{articles}, {independent.format(count=apart)}"]
    return " · ".join(part for part in parts if part)


def _span(extractions: Sequence[Extraction], voice: Voice) -> str:
    dates = sorted({e.source.published for e in extractions if first_day(e.source.published)}, key=_day)
    if not dates:
        return ""
    if len(dates) == 1:
        return voice.formats.date(dates[0]) or ""
    days = [day for day in (first_day(dates[0]), last_day(dates[-1])) if day]
    return voice.formats.date("/".join(f"{day.year:04d}-{day.month:02d}" for day in days)) or ""


def _day(edtf: str | None) -> str:
    day = first_day(edtf)
    return day.isoformat() if day else ""


def header_values(options: BriefingOptions, subject: str, period: str, voice: Voice) -> dict[str, str]:
    """Field → printed value, in print order; empty ones are dropped."""
    given = options.header
    values = {
        "from": given.get("from", ""),
        "to": given.get("to", ""),
        "date": voice.formats.date(options.date) or "",
        "subject": given.get("subject", "") or subject,
        "reference": given.get("reference", ""),
        "period": given.get("period", "") or period,
    }
    return {name: value.strip() for name, value in values.items() if value.strip()}


def header_rows(values: Mapping[str, str], voice: Voice) -> tuple[HeaderRow, ...]:
    """The rows of the title block."""
    labels = {
        "from": voice("From"),
        "to": voice("To"),
        "date": voice("Date"),
        "subject": voice("Subject"),
        "reference": voice("Reference"),
        "period": voice("Coverage"),
    }
    return tuple(HeaderRow(labels[name], own(value), name) for name, value in values.items())

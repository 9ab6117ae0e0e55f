"""A quotation in print: its exact characters, who said it, when and where, and what it mentions."""

from briefgen.compose.circumstances import said_words
from briefgen.compose.ledger import Entry
from briefgen.compose.mentions import mentions_line
from briefgen.compose.runs import Line, in_bold, joined, own, source_words
from briefgen.compose.speakers import printed_name
from briefgen.compose.standing import stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.frozen import dataclass
from briefgen.lexicon.offices import role_labels
from briefgen.model.evidence import Quote, Role
from briefgen.text.typography import printable

GAP = " […] "


@dataclass(frozen=True, slots=True)
class QuoteLine:
    entry: Entry
    words: Line
    """The source's characters, without outer marks."""
    text: str
    """The same, as plain text."""
    marked: Line
    """With outer marks where it is direct, and the tag of a foreign language."""
    speaker: Line
    """Name in bold, role, occasion, date, carrier."""
    mentions: Line
    lang: str | None

    @property
    def is_direct(self) -> bool:
        return isinstance(self.entry.element, Quote) and self.entry.element.kind == "direct"

    @property
    def is_indirect(self) -> bool:
        return isinstance(self.entry.element, Quote) and self.entry.element.kind == "indirect"


def quote_marks(source_language: str, voice: Voice) -> tuple[str, str]:
    """« » in French documents and around French words, “ ” around English words in an English document."""
    return ("“", "”") if voice.lang == "en" and source_language.startswith("en") else ("« ", " »")


def quote_line(entry: Entry, voice: Voice, first: bool) -> QuoteLine:
    """The quotation and its attribution; `first` is true where the document names this speaker for the first time."""
    quote = _quote(entry)
    lang = voice.foreign(entry.language)
    pieces = [(one.id, piece) for one in (entry, *entry.joined) for piece in _pieces(one)]
    italic = quote.kind != "direct"
    before, after = quote_marks(entry.language, voice) if quote.kind == "direct" else ("", "")
    gap = f"{after}{GAP}{before}" if entry.joined else GAP
    words = joined([source_words(piece, name, lang, italic=italic) for name, piece in pieces], gap)
    marked = own(before) + words + own(after)
    if lang:
        marked = marked + own(" ") + own(language_tag(lang, voice), small=True)
    return QuoteLine(
        entry, words, gap.join(piece for _, piece in pieces), marked, speaker_line(entry, quote, voice, first),
        _mentions(entry, voice) if lang else Line(), lang,
    )  # fmt: skip


def _pieces(entry: Entry) -> list[str]:
    """The source's characters, fragment by fragment, without the comma that leads on."""
    pieces = [printable(entry.words(start, end)) for start, end in fragments(_quote(entry))]
    return [*pieces[:-1], pieces[-1].rstrip(" ,–—")]


def fragments(quote: Quote) -> tuple[tuple[int, int], ...]:
    return quote.fragments or ((quote.start, quote.end),)


def language_tag(lang: str, voice: Voice) -> str:
    """``[French in the source]``."""
    name = voice.formats.language_name(lang)
    return voice("[{language} in the source]").format(language=name)


def speaker_line(entry: Entry, quote: Quote, voice: Voice, first: bool) -> Line:
    """``**Name**, role ; occasion, date ; carrier``; unattributed where nobody is sure."""
    if quote.speaker is None:
        return own(voice("unattributed"), bold=True)
    who = in_bold(printed_name(entry, quote.speaker, voice, first))
    role = quote.speaker.role
    if first and role is not None and quote.speaker.kind == "person" and _is_role(role.text, entry.language):
        who = joined([who, role_words(entry, role, quote.speaker.name, voice)])
    return joined([who, *said_words(entry, quote, voice)], "; ")


def _is_role(text: str, lang: str) -> bool:
    """Whether the words are a whole role: not one that leans on another person, none cut short."""
    words = text.split()
    return bool(words) and stands_alone(text, lang) and (len(words[-1]) > 3 or words[-1][:1].isupper())


def role_words(entry: Entry, role: Role, name: str, voice: Voice) -> Line:
    """The role in the document language; in the source's words, tagged, where it has no form in it."""
    label = role.labels.get(voice.lang)
    if label is None and voice.foreign(entry.language):
        label = role_labels(role.text.strip().rstrip(" .,;:"), entry.language, name).get(voice.lang)
    if label:
        return own(without_article(label))
    text = without_article(role.text.strip().rstrip(" .,;:"))
    lang = voice.foreign(entry.language)
    return own(text) if lang is None else source_words(text, entry.id, lang)


def _mentions(entry: Entry, voice: Voice) -> Line:
    return mentions_line(entry, [span for one in (entry, *entry.joined) for span in fragments(_quote(one))], voice)


def _quote(entry: Entry) -> Quote:
    assert isinstance(entry.element, Quote)
    return entry.element

"""Inlines to words: pieces of text with one look that stand together between two places where a line may end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from itertools import groupby

from briefgen.frozen import dataclass
from briefgen.model.tree import Break, Inline, Link, ReferenceMark, Text
from briefgen.render.ordinals import RISE, SIZE, raised_parts
from briefgen.render.outline import clean, language_of
from briefgen.render.pdf.faces import Face, load_face
from briefgen.render.pdf.fallback import Fallbacks
from briefgen.render.pdf.structure import Element
from briefgen.render.style import Look, Style

_SMALL = 0.86
# Characters of a small text up to which it is set in one line.
_LABEL = 32
_SPACES = re.compile(r"[ \t\n\r]+")
# "a b" → "a", " ", "b"; only spaces at which a line may end
_TOKENS = re.compile(r"[ \t\n\r]+|[^ \t\n\r]+")
# "sino-russe" → "sino-", "russe"; "mot—mot"; but neither "Aurore-2" nor "a-t-il" nor "2018-2022"
_INSIDE = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2,}-?)|(?<=[^\W_]—)(?=[^\W_])")
# "https://a.example/b-c" → "https://", "a.example/", "b-", "c"
_ADDRESS = re.compile(r"(?<=/)(?=[^/])|(?<=[-?&=_.])(?=\w{3})")
# "27\u00a0février", "May\u00a025," and the year that follows
_DAY = re.compile(r"(?:\d{1,2}\u00a0[^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.?\u00a0\d{1,2},)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_IDEOGRAPHS = re.compile(r"([\u2e80-\uffff])")


@dataclass(slots=True, eq=False)
class Ink:
    """How a run of text is drawn, and what it stands for."""

    face: Face
    size: float
    color: str
    tracking: float = 0.0
    lang: str = ""
    element: Element | None = None
    """The inline structure element (Span, Link) that it belongs to; None: the paragraph's own."""
    link: str | None = None
    link_element: Element | None = None
    evidence: str | None = None
    whole: bool = False
    """A label that no line end divides."""
    rise: float = 0.0
    """How far it stands above the line, in points."""

    def width(self, face: Face, text: str) -> float:
        return face.measure(text)[0] * self.size + self.tracking * len(text)


Piece = tuple[Ink, Face, str, float]


@dataclass(slots=True, eq=False)
class Word:
    """What no line end divides, but for hyphens; widths in points."""

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0.0
    space: float = 0.0
    """Width of the space that follows; 0: a line may end here without one."""
    space_ink: Ink | None = None
    hyphen: float = 0.0
    """Width of the hyphen to add if a line ends here; 0: none."""
    newline: bool = False

    def add(self, ink: Ink, face: Face, text: str) -> None:
        width = ink.width(face, text)
        self.pieces.append((ink, face, text, width))
        self.width += width


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph's words share."""

    style: Style
    look: Look
    element: Element
    lang: str
    """The paragraph's own."""
    document_lang: str
    color: str = ""
    bold: bool = False

    def ink(self, text: Text, link: str | None = None, link_element: Element | None = None) -> Ink:
        """The ink of a text; one in another language gets an element of its own, which says so."""
        look = self.look
        family = self.style.fonts[look.font]
        face = load_face(family.face(look.bold or self.bold or text.bold, look.italic != text.italic))
        element = link_element
        lang = language_of(text, self.lang, self.document_lang)
        if lang != self.lang:
            element = Element("Span", link_element or self.element, lang=lang, attached=False)
        color = self.color or (self.style.color("accent") if link else look.color)
        size = look.size * _SMALL if text.small else look.size
        return Ink(face, size, color, look.tracking, lang, element, link, link_element, text.evidence, text.small)


class Words:
    """Gathers words; remembers the characters that no face draws."""

    def __init__(self, missing: set[str], fallbacks: Fallbacks) -> None:
        self._missing, self._fallbacks = missing, fallbacks

    def of(self, children: Iterable[Inline], setting: Setting) -> list[Word]:
        """The words of a paragraph, in order."""
        words = [Word()]
        for ink, text in _runs(children, setting):
            if ink is None:
                _end_line(words[-1])
                words.append(Word())
            else:
                self._split(ink, text, words)
        return words if words[-1].pieces else words[:-1]

    def _split(self, ink: Ink, text: str, words: list[Word]) -> None:
        if ink.whole and len(text) <= _LABEL:
            self._whole(ink, clean(text), words)
            return
        tokens = _TOKENS.findall(clean(text))
        for index, token in enumerate(tokens):
            if token[0] in " \t\n\r":
                if _sticks(tokens[index - 1 : index], tokens[index + 1 : index + 2]):
                    self._add(words[-1], ink, " ")
                else:
                    self._space(ink, words)
                continue
            pieces = _breakable(token)
            for piece in pieces[:-1]:
                self._add(words[-1], ink, piece)
                words.append(Word())
            self._add(words[-1], ink, pieces[-1])

    def _whole(self, ink: Ink, text: str, words: list[Word]) -> None:
        """A short label, such as [French in the source], in one line."""
        inner = text.strip(" \t\n\r")
        if text[:1] in (" ", "\t", "\n", "\r"):
            self._space(ink, words)
        if inner:
            self._add(words[-1], ink, _SPACES.sub(" ", inner))
            if text[-1] in " \t\n\r":
                self._space(ink, words)

    def _space(self, ink: Ink, words: list[Word]) -> None:
        """A space after the last word that has pieces; several spaces are one, and none opens a line."""
        last = words[-1] if words[-1].pieces else words[-2] if len(words) > 1 else None
        if last is not None and not last.space and not last.newline:
            last.space, last.space_ink = ink.width(ink.face, " "), ink
            if last is words[-1]:
                words.append(Word())

    def _add(self, word: Word, ink: Ink, text: str) -> None:
        if ink.face.draws(text):
            word.add(ink, ink.face, text)
            return
        for face, run in groupby(text, lambda character: self._face(ink, character)):
            word.add(ink, face or ink.face, "".join(run))

    def _face(self, ink: Ink, character: str) -> Face | None:
        """The face that draws the character, the text's own first; None, and it is remembered, if there is none."""
        if ink.face.draws(character):
            return ink.face
        face = self._fallbacks.face(character)
        if face is None:
            self._missing.add(character)
        return face


def _sticks(before: list[str], after: list[str]) -> bool:
    """Whether an ordinary space stands where no line should end: in a source's words, where French has one after « and
    before » ; : ! ?; before a sign between two words; before the year of a date."""
    if before and before[0][-1] == "«":
        return bool(after)
    if not before or not after:
        return False
    sign = after[0][0]
    if sign in "»;:!?·–":
        return not any(map(str.isalnum, after[0]))
    return sign in "12" and _YEAR.match(after[0]) is not None and _DAY.search(before[0]) is not None


def _end_line(word: Word) -> None:
    """A line end reads as a space, though nobody sees it."""
    word.newline = True
    if word.pieces and not word.space:
        ink = word.pieces[-1][0]
        word.space, word.space_ink = ink.width(ink.face, " "), ink


def _breakable(token: str) -> list[str]:
    """Pieces after which a line may end: after a hyphen between two words, in an address, around ideographs."""
    if max(token) >= "\u2e80":
        return [part for part in _IDEOGRAPHS.split(token) if part]
    if "-" not in token and "—" not in token and "/" not in token:
        return [token]
    return (_ADDRESS if "://" in token or token.startswith("www.") or len(token) > 40 else _INSIDE).split(token)


def _runs(children: Iterable[Inline], setting: Setting) -> Iterator[tuple[Ink | None, str]]:
    for child in children:
        if isinstance(child, Text):
            yield from _raised(setting.ink(child), child)
        elif isinstance(child, Break):
            yield None, ""
        else:
            noted = setting.style.footnotes and isinstance(child, ReferenceMark)
            around = Element("Reference", setting.element, attached=False) if noted else setting.element
            element = Element("Link", around, attached=False)
            if isinstance(child, ReferenceMark):
                yield setting.ink(Text(f"[{child.number}]"), "#" + child.target, element), f"[{child.number}]"
            else:
                for text in _texts(child):
                    yield setting.ink(text, child.target, element), text.text


def _raised(ink: Ink, text: Text) -> Iterator[tuple[Ink, str]]:
    """The letters of an ordinal in an ink of their own."""
    for part, is_raised in raised_parts(text, ink.lang):
        if part:
            yield replace(ink, size=ink.size * SIZE, rise=ink.size * RISE) if is_raised else ink, part


def _texts(link: Link) -> Iterator[Text]:
    for child in link.children:
        if isinstance(child, Text):
            yield child
        elif isinstance(child, Link):
            yield from _texts(child)
        elif isinstance(child, ReferenceMark):
            yield Text(f"[{child.number}]")
        else:
            yield Text(" ")

"""Lexicon entries in a text."""

from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.entries import Entry, table
from briefgen.lexicon.names import first_name_gender
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis

_TITLES = frozenset(
    "president minister mr mrs ms dr secretary general chancellor premier senator sen rep gov governor prime chief director "
    "king queen tsar leader commander président monsieur madame m mme ministre général camarade comrade ayatollah".split()
)


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """All lexicon entries named in the text, sorted by start, the longest first at one place, none overlapping.

    Ids are those of `Mention`; for kind ``region`` that of a continent (UN M49) or of `briefgen.lexicon.places`.
    """
    return _Finder(analysis).find()


class _Finder:
    """One text being searched."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.forms = analysis.tokens.forms
        self.starts = analysis.tokens.starts
        self.ends = analysis.tokens.ends
        self.plain = analysis.plain
        self.sentence_starts = frozenset(start for start, _ in analysis.sentences)
        self.sentence_forms: dict[int, frozenset[str]] = {}

    def find(self) -> tuple[Mention, ...]:
        known = table(self.analysis.language)
        found: list[Mention] = []
        end = 0
        for position, form in enumerate(self.forms):
            if form in known and position >= end:
                for length, further in known.get(form):
                    entries = further.get(self.forms[position + 1 : position + length])
                    chosen = self.chosen(entries, position, position + length) if entries else None
                    if chosen:
                        end = position + length
                        if chosen.kind != "blocked":
                            found.append(self.mention(chosen, position, end))
                        break
        return tuple(found)

    def mention(self, entry: Entry, first: int, end: int) -> Mention:
        topic = load_concepts()[entry.id].topic if entry.kind == "concept" else None
        return Mention(self.starts[first], self.ends[end - 1], entry.kind, entry.id, topic)

    def chosen(self, entries: tuple[Entry, ...], first: int, end: int) -> Entry | None:
        """The first reading of tokens [first, end) that fits capitals and surroundings; None where none does."""
        text = self.plain[self.starts[first] : self.ends[end - 1]]
        for entry in entries:
            if has_case(entry.form, text) and self.fits(entry, first, end):
                return entry
        return None

    def fits(self, entry: Entry, first: int, end: int) -> bool:
        if entry.kind == "concept":
            return self.has_company(entry.id, first)
        if entry.mark == "?":
            return not self.touches_capital(first, end)
        if entry.mark == "+":
            return not self.follows_first_name(first)
        if entry.mark == "-":
            return self.begins_compound(end)
        return entry.kind != "outlet" or self.is_named_in_full(entry, first, end)

    def begins_compound(self, end: int) -> bool:
        """Whether a hyphen and a people follow: "sino-russe"."""
        if self.forms[end : end + 1] != ("-",) or self.starts[end] != self.ends[end - 1]:
            return False
        second = self.forms[end + 1 : end + 2]
        readings = table(self.analysis.language).get(second[0]) if second else ()
        return any(entry.kind == "demonym" for _, further in readings for one in further.values() for entry in one)

    def is_named_in_full(self, entry: Entry, first: int, end: int) -> bool:
        """Whether every capital of an outlet's name is there ("L'Équipe", not "L'équipe"), and no address follows ("RT @")."""
        text = self.plain[self.starts[first] : self.ends[end - 1]]
        capitals = all(b.isupper() for a, b in zip(entry.form, text, strict=False) if a.isupper()) or text.isupper()
        return (capitals or len(entry.form) <= 4) and self.forms[end : end + 1] != ("@",)

    def has_company(self, concept: str, position: int) -> bool:
        """Whether the sentence has a word the concept needs and none that blocks it."""
        one = load_concepts()[concept]
        if not one.needs and not one.blocks:
            return True
        words = self.words_around(position)
        return not words.intersection(one.blocks) and (not one.needs or bool(words.intersection(one.needs)))

    def words_around(self, position: int) -> frozenset[str]:
        start, end = self.analysis.sentence_of(self.starts[position])
        if start not in self.sentence_forms:
            tokens = self.analysis.tokens
            self.sentence_forms[start] = frozenset(self.forms[tokens.first_at(start) : tokens.first_at(end)])
        return self.sentence_forms[start]

    def touches_capital(self, first: int, end: int) -> bool:
        """Whether the word before or after is a capitalized one, as in "George Washington" and "Jordan Smith"."""
        return self.is_capital(end, self.ends[end - 1]) or (
            first > 0
            and self.starts[first] - self.ends[first - 1] <= 1
            and self.plain[self.starts[first - 1]].isupper()
            and (self.starts[first - 1] not in self.sentence_starts or self.forms[first - 1] in _FIRST_NAMES)
        )

    def is_capital(self, position: int, after: int) -> bool:
        return (
            position < len(self.starts)
            and self.starts[position] - after <= 1
            and self.plain[self.starts[position]].isupper()
        )

    def follows_first_name(self, first: int) -> bool:
        """Whether the word before makes another person of a surname: "Ivan Lavrov"."""
        if first == 0 or self.starts[first] - self.ends[first - 1] > 1:
            return False
        before = self.forms[first - 1]
        if not self.plain[self.starts[first - 1]].isupper() or before in _TITLES:
            return False
        return self.starts[first - 1] not in self.sentence_starts or first_name_gender(before) is not None


_FIRST_NAMES = frozenset(("george", "denzel", "michael", "kerry", "dinah", "booker"))


def has_case(form: str, text: str) -> bool:
    """Whether `text` has the capitals that a lexicon form asks for.

    A form in lower case is met in any; one with a first capital only with one; letters in capitals (WHO, CO2) only in
    capitals, from four letters on also as a word ("Nasa", "Otan").
    """
    if not form[0].isupper():
        return form.islower() or form.lower() == text.lower()
    if form.isupper() and len(form) > 1:
        return text == form or text.isupper() or (len(form) > 3 and form.isalpha() and text[0].isupper())
    if not text[0].isupper():
        return False
    return len(text) < 2 or not (text.isupper() and len(form) <= 3)

"""Lexicon entries in a text."""

from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.entries import IDIOM, Entry, table
from briefgen.lexicon.names import first_name_gender
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis

_TITLES = frozenset(
    "president minister mr mrs ms dr secretary general chancellor premier senator sen rep gov governor prime chief director "
    "king queen tsar leader commander président monsieur madame m mme ministre général camarade comrade ayatollah".split()
)


def find_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """All lexicon entries named in the text, sorted by start, the longest first at one place, none overlapping.

    Ids are those of `Mention`; general adjectives ("new") are left out; for kind ``region`` that of a continent (UN M49) or of `briefgen.lexicon.places`.
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
        self.blocked: list[tuple[int, str]] = []
        """(token after, topic) of phrases that only look like the topic: none of its concepts is found in them."""
        self.sentence_forms: dict[int, frozenset[str]] = {}

    def find(self) -> tuple[Mention, ...]:
        known = table(self.analysis.language)
        found: list[Mention] = []
        end = 0
        for position, form in enumerate(self.forms):
            if form not in known:
                continue
            limit = len(self.forms)
            for length, further in known.get(form):
                after = position + length
                entries = further.get(self.forms[position + 1 : after])
                if entries and entries[0].id == IDIOM and position >= end:
                    end = after
                    break
                if entries and entries[0].kind == "blocked":
                    self.blocked = [*(b for b in self.blocked if b[0] > position), (after, entries[0].id)]
                if not entries or position < end or after > limit:
                    continue
                chosen = self.chosen(entries, position, after)
                if chosen is None:
                    continue
                overlap = self.overlapped(position, after) if length > 1 and chosen.kind == "concept" else 0
                if overlap and self.has_shorter(position, overlap):
                    limit = overlap
                    continue
                end = after
                if not is_plain_quality(chosen):
                    found.append(self.mention(chosen, position, end))
                break
        return tuple(found)

    def overlapped(self, first: int, end: int) -> int:
        """Where a longer-reaching entry begins inside a concept ("gaz naturel liquéfié" in "importations de gaz"); 0: nowhere."""
        known = table(self.analysis.language)
        for inner in range(first + 1, end):
            if self.forms[inner] in known:
                for length, further in known.get(self.forms[inner]):
                    entries = further.get(self.forms[inner + 1 : inner + length]) if inner + length > end else None
                    if entries and self.chosen(entries, inner, inner + length):
                        return inner
        return 0

    def has_shorter(self, first: int, limit: int) -> bool:
        """Whether an entry at `first` ends at or before `limit`."""
        for length, further in table(self.analysis.language).get(self.forms[first]):
            entries = further.get(self.forms[first + 1 : first + length]) if first + length <= limit else None
            if entries and self.chosen(entries, first, first + length):
                return True
        return False

    def mention(self, entry: Entry, first: int, end: int) -> Mention:
        topic = load_concepts()[entry.id].topic if entry.kind == "concept" else None
        return Mention(self.starts[first], self.ends[end - 1], entry.kind, entry.id, topic)

    def chosen(self, entries: tuple[Entry, ...], first: int, end: int) -> Entry | None:
        """The first reading of tokens [first, end) that fits capitals and surroundings; None where none does.

        Of an adjective and a noun ("militaire") it is the noun after a determiner.
        """
        text = self.plain[self.starts[first] : self.ends[end - 1]]
        fit = [entry for entry in entries if has_case(entry.form, text) and self.fits(entry, first, end)]
        if len(fit) > 1 and fit[0].kind == fit[1].kind == "concept":
            wants_noun = first > 0 and self.forms[first - 1] in _DETERMINERS
            fit.sort(key=lambda entry: (load_concepts()[entry.id].kind == "quality") == wants_noun)
        return fit[0] if fit else None

    def fits(self, entry: Entry, first: int, end: int) -> bool:
        if entry.kind == "blocked":
            return False
        if entry.kind == "concept":
            return not self.is_blocked(entry.id, first) and self.has_company(entry.id, first)
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

    def is_blocked(self, concept: str, position: int) -> bool:
        """Whether the concept stands in a phrase that only looks like its topic."""
        return any(end > position and topic == load_concepts()[concept].topic for end, topic in self.blocked)

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


def is_plain_quality(entry: Entry) -> bool:
    """Whether the entry is an adjective of no topic ("new", "international"): it names nothing by itself."""
    if entry.kind != "concept":
        return False
    one = load_concepts()[entry.id]
    return one.kind == "quality" and one.topic is None


_DETERMINERS = frozenset(
    "le la l' les un une des du de d' au aux ce cet cette ces son sa ses leur leurs the a an this these".split()
)
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

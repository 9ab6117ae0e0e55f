"""What phrase readers share: the tokens of a passage with every lexicon reading at a place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefgen.extract.mentions import has_case
from briefgen.frozen import dataclass
from briefgen.lexicon.concepts import load_concepts
from briefgen.lexicon.entries import Entry, table
from briefgen.lexicon.names import longest_thing
from briefgen.lexicon.nouns import is_label, is_plural, means_its_label
from briefgen.lexicon.phrase_rules import DOUBTFUL, NOT_NAMES, SECOND_CHOICE
from briefgen.lexicon.places import find_place, power_of
from briefgen.model.phrase import Phrase, Relation
from briefgen.text.analysis import Analysis

_ADJECTIVE_ENDS = ("ican", "ian", "ians", "ese", "ish", "ist", "ists", "ic", "ive", "al")
"""Ends of English words that a capital alone does not make names of things."""
_NAMED = frozenset(("organization", "outlet", "person"))


class Hit(NamedTuple):
    """Tokens [first, end) may be this lexicon entry."""

    first: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Tokens [first, last) of a text."""

    analysis: Analysis
    first: int
    last: int
    language: str

    def form(self, position: int) -> str:
        """The folded token; empty past the passage."""
        return self.analysis.tokens.forms[position] if position < self.last else ""

    def before(self) -> str:
        """The folded token right before the passage; empty at the start of the text."""
        return self.analysis.tokens.forms[self.first - 1] if self.first else ""

    def forms(self, first: int, end: int) -> str:
        """The folded words of tokens [first, end), as they stand but for white space."""
        tokens = self.analysis.tokens
        return " ".join(self.analysis.folded[tokens.starts[first] : tokens.ends[end - 1]].split())

    def text(self, first: int, end: int) -> str:
        """The words of tokens [first, end) with their capitals."""
        tokens = self.analysis.tokens
        return self.analysis.plain[tokens.starts[first] : tokens.ends[end - 1]]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Characters of tokens [first, end)."""
        tokens = self.analysis.tokens
        return tokens.starts[first], tokens.ends[end - 1]

    def readings(self, position: int) -> Iterator[Hit]:
        """Every entry that may start at `position`, the longest first."""
        forms = self.analysis.tokens.forms
        for length, further in table(self.language).get(self.form(position)):
            end = position + length
            if end > self.last:
                continue
            text = self.text(position, end)
            entries = self._fitting(further.get(forms[position + 1 : end], ()), text, position)
            yield from (Hit(position, end, entry) for entry in entries)

    def _fitting(self, entries: tuple[Entry, ...], text: str, position: int) -> list[Entry]:
        """The entries that the capitals allow; of several nouns none, where no rule says which is meant."""
        if not entries or text.lower() in DOUBTFUL[self.language]:
            return [
                entry for entry in entries if entry.kind not in ("concept", "blocked") and has_case(entry.form, text)
            ]
        fits = [entry for entry in entries if entry.kind != "blocked" and has_case(entry.form, text)]
        fits = [
            entry for entry in fits if _is_whole(entry, text) and (entry.mark != "-" or self._hyphen_after(position))
        ]
        if text[0].isupper() and len(text.split()) == 1 and not self.opens_sentence(position):
            fits = [entry for entry in fits if entry.kind != "concept" or entry.form[0].isupper()]
        low = " ".join(text.lower().split())
        fits = [
            entry
            for entry in fits
            if entry.kind != "concept"
            or (means_its_label(entry.id, low, self.language) and self._in_company(entry.id, position))
        ]
        if len(fits) < 2:
            return fits
        nouns = [entry for entry in fits if is_noun(entry)]
        first = [entry for entry in nouns if entry.id not in SECOND_CHOICE]
        meant = first or nouns
        return [entry for entry in fits if entry not in nouns] + (
            meant if len({entry.id for entry in meant}) == 1 else []
        )

    def _in_company(self, concept: str, position: int) -> bool:
        """Whether the sentence has a word that the concept needs and none that blocks it ("premier étage" of a rocket)."""
        one = load_concepts()[concept]
        if not one.needs and not one.blocks:
            return True
        tokens = self.analysis.tokens
        start, end = self.analysis.sentence_of(tokens.starts[position])
        words = frozenset(tokens.forms[tokens.first_at(start) : tokens.first_at(end)])
        return not words.intersection(one.blocks) and (not one.needs or bool(words.intersection(one.needs)))

    def _hyphen_after(self, position: int) -> bool:
        return self.form(position + 1) == "-" and self.touches(position + 1)

    def is_capital(self, position: int) -> bool:
        """Whether the token begins with a capital or holds a digit after one ("Spektr", "RD")."""
        return position < self.last and self.analysis.plain[self.analysis.tokens.starts[position]].isupper()

    def touches(self, position: int) -> bool:
        """Whether the token stands right at the one before, without a space."""
        tokens = self.analysis.tokens
        return tokens.starts[position] == tokens.ends[position - 1]

    def name_end(self, position: int) -> int:
        """The token after a proper name that no lexicon knows ("Spektr-M"); `position` if none is there.

        Several words make a name only where `names_of_things.txt` begins with them: others might be translated. The capital
        that opens a sentence makes no name.
        """
        code = self._code_length(position)
        known = longest_thing(self.forms_from(position + code))
        if known:
            end = position + code + known
        elif self.is_capital(position) and self._may_be_name(position):
            end = position + 1
        else:
            return position
        while end < self.last and self._continues(end):
            end += 1
        return position if end < self.last and self.is_capital(end) and not known else end

    def _code_length(self, position: int) -> int:
        """How many tokens a code such as "Y5" takes before a name; 0 where none stands there."""
        end = position + 1
        while end < self.last and self.form(end).isdigit() and self.touches(end):
            end += 1
        text = self.text(position, end) if end < self.last else ""
        is_code = len(text) > 1 and text[0].isupper() and text[1:].isdigit() and not self.touches(end)
        return end - position if is_code else 0

    def _may_be_name(self, position: int) -> bool:
        """Whether a capitalized word may be a name: no common word of the text or of an institution, no bare acronym."""
        form, text = self.form(position), self.text(position, position + 1)
        marked = self.form(position + 1) == "-" or self.form(position + 1)[:1].isdigit()
        if form in NOT_NAMES or self.opens_sentence(position) or (text.isupper() and len(text) > 1 and not marked):
            return False
        if len(text) < 5 and self._stop_after(position):
            return False
        if self.language == "en" and form.endswith(_ADJECTIVE_ENDS):
            return False
        return f" {form} " not in self.analysis.plain and not any(True for _ in self.readings(position))

    def _stop_after(self, position: int) -> bool:
        """Whether a full stop touches the word, inside the passage or right after it: an abbreviation."""
        tokens = self.analysis.tokens
        return (
            tokens.forms[position + 1 : position + 2] == (".",) and tokens.starts[position + 1] == tokens.ends[position]
        )

    def forms_from(self, position: int) -> tuple[str, ...]:
        """The folded tokens from `position` on, at most six."""
        return self.analysis.tokens.forms[position : min(position + 6, self.last)]

    def opens_sentence(self, position: int) -> bool:
        """Whether the token is the first of its sentence and has neither a digit nor a hyphen after it."""
        start = self.analysis.tokens.starts[position]
        hyphenated = self.form(position + 1) == "-" and (
            self.is_capital(position + 2) or self.form(position + 2).isdigit()
        )
        return self.analysis.sentence_of(start)[0] == start and not (
            hyphenated or self.form(position + 1)[:1].isdigit()
        )

    def _continues(self, end: int) -> bool:
        """Whether the token belongs to the name before it: "-M", "MS-22", " 2"."""
        form = self.form(end)
        if form == "-":
            return self.touches(end) and end + 1 < self.last and self.touches(end + 1)
        return self.form(end - 1) == "-" or form.isdigit() or (form[:1].isdigit() and self.touches(end))


def _is_whole(entry: Entry, text: str) -> bool:
    """Whether an outlet's name has all its capitals: "Foreign Policy", not "Foreign policy"."""
    if entry.kind != "outlet" or len(entry.form) != len(text):
        return True
    return all(b.isupper() for a, b in zip(entry.form, text, strict=True) if a.isupper())


def is_quality(entry: Entry) -> bool:
    """Whether the entry is an adjective of the concepts."""
    return entry.kind == "concept" and load_concepts()[entry.id].kind == "quality"


def is_noun(entry: Entry) -> bool:
    """Whether the entry is a noun of the concepts."""
    return entry.kind == "concept" and load_concepts()[entry.id].kind != "quality"


def is_named(entry: Entry) -> bool:
    """Whether the entry is a person, an organization or an outlet."""
    return entry.kind in _NAMED


def head_of(words: PhraseWords, hit: Hit) -> Phrase | None:
    """The phrase of one entry alone; None where it cannot be a head (an adjective)."""
    entry = hit.entry
    span = words.span(hit.first, hit.end)
    if is_noun(entry):
        plural = is_plural(entry.id, words.forms(hit.first, hit.end), words.language)
        return Phrase(entry.id, *span, plural=plural)
    if entry.kind == "metonym" and (seat := find_place(words.forms(hit.first, hit.end))):
        return Phrase(f"place:{seat.id}", *span)
    if entry.kind in ("territory", "metonym"):
        return Phrase(f"territory:{entry.id}", *span)
    if entry.kind == "region":
        return Phrase(f"territory:{entry.id}" if _is_code(entry.id) else f"place:{entry.id}", *span)
    if entry.kind in ("person", "outlet", "organization"):
        return Phrase(f"{'person' if entry.kind == 'person' else 'organization'}:{entry.id}", *span)
    return None


def has_one_form(head: str, language: str) -> bool:
    """Whether a noun has one form for one and many ("aircraft", "décès")."""
    one = load_concepts().get(head)
    return one is not None and not one.uncountable and one.label(language) == one.label(language, plural=True)


def _is_code(id_: str) -> bool:
    return id_.isdigit() or id_.isupper()


def gender_of(words: PhraseWords, hit: Hit) -> str | None:
    """The gender of a French noun as it stands; None where another form than the label has been met."""
    if not is_noun(hit.entry) or not is_label(hit.entry.id, words.forms(hit.first, hit.end), "fr"):
        return None
    return load_concepts()[hit.entry.id].gender


def name_phrase(words: PhraseWords, first: int, end: int) -> Phrase:
    """A proper name kept as it stands."""
    return Phrase("name:" + words.text(first, end), *words.span(first, end))


def is_list(phrase: Phrase) -> bool:
    """Whether the phrase is "A and B"."""
    return any(relation == "and" for relation, _ in phrase.parts)


def as_power(phrase: Phrase) -> Phrase:
    """A capital or palace as the state it stands for ("contre Moscou" is against Russia); others as they are."""
    code = power_of(phrase.head.removeprefix("place:")) if phrase.head.startswith("place:") else None
    parts = tuple((relation, as_power(part) if relation == "and" else part) for relation, part in phrase.parts)
    return replace(phrase, head=f"territory:{code}" if code else phrase.head, parts=parts)


POWERS = frozenset(("against", "with", "between", "by", "for"))
"""Relations after which a capital is a government, not a place."""


def with_part(phrase: Phrase, relation: Relation, part: Phrase) -> Phrase:
    """`phrase` with one more dependent, reaching as far as it does."""
    part = as_power(part) if relation in POWERS else part
    return replace(
        phrase,
        parts=(*phrase.parts, (relation, part)),
        start=min(phrase.start, part.start),
        end=max(phrase.end, part.end),
    )


def listed(first: Phrase, others: list[Phrase]) -> Phrase:
    """A list; what only its last member has and follows it ("importations et exportations de gaz") belongs to all."""
    phrase = first
    shared: tuple[tuple[Relation, Phrase], ...] = ()
    last = others[-1]
    if (
        not first.parts
        and ":" not in first.head
        and last.parts
        and all(relation in _SHARED for relation, _ in last.parts)
    ):
        shared = last.parts
        others = [*others[:-1], replace(last, parts=())]
    for other in others:
        phrase = with_part(phrase, "and", other)
    return replace(phrase, parts=(*phrase.parts, *shared), end=max(phrase.end, last.end))


_SHARED = frozenset(("of", "in", "from", "to", "for", "with", "between", "against"))

"""Every form of every lexicon in one table a language, ready for one pass over a text's tokens."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from briefgen.compiled import compiled
from briefgen.lexicon.concepts import concept_phrases, load_concepts
from briefgen.lexicon.names import load_persons
from briefgen.lexicon.organizations import load_organizations
from briefgen.lexicon.places import load_places, place_phrases
from briefgen.lexicon.tables import forms, rows, without_article
from briefgen.lexicon.territories import compound_prefixes, territory_phrases
from briefgen.lexicon.topics import load_topics, topic_stamps
from briefgen.model.mention import MentionKind
from briefgen.text.tokens import tokenize


class Entry(NamedTuple):
    """One form of one lexicon entry."""

    kind: MentionKind
    id: str
    form: str
    mark: str = ""
    """``?``: only where no capitalized word touches it; ``+``: a surname alone; ``-``: first part of a compound."""


Lengths = tuple[tuple[int, Mapping[tuple[str, ...], tuple[Entry, ...]]], ...]
"""(number of tokens, further tokens → entries), the longest first."""


IDIOM = "*"
"""Id of a set phrase that swallows every entry in it; other blocked phrases swallow those of one topic."""


PlainEntry = tuple[MentionKind, str, str, str]
"""The fields of an entry."""


class Table:
    """First token → its forms; those of a token are put in order when a text first has it, so loading is quick."""

    def __init__(self, raw: Mapping[str, list[PlainEntry]]) -> None:
        self.raw = raw
        self._ready: dict[str, Lengths] = {}

    def __contains__(self, form: str) -> bool:
        return form in self.raw

    def get(self, form: str) -> Lengths:
        """The forms that begin with the token `form`; empty where none does."""
        ready = self._ready.get(form)
        if ready is None:
            ready = self._ready[form] = self._ordered(form)
        return ready

    def _ordered(self, first: str) -> Lengths:
        by_length: dict[int, dict[tuple[str, ...], tuple[Entry, ...]]] = {}
        for entry in (Entry(*plain) for plain in self.raw.get(first, ())):
            tokens = _tokens(entry.form)
            rest = by_length.setdefault(len(tokens), {})
            rest[tokens[1:]] = (*rest.get(tokens[1:], ()), entry)
        return tuple(sorted(by_length.items(), key=lambda pair: -pair[0]))


@cache
def table(language: str) -> Table:
    """The forms searched in texts of `language`; in both languages where it is neither fr nor en."""
    if language in ("fr", "en"):
        return Table(compiled(f"entries_{language}", lambda: _by_first(language), topic_stamps()))
    french, english = table("fr").raw, table("en").raw
    return Table({first: [*french.get(first, ()), *english.get(first, ())] for first in (*french, *english)})


def _by_first(language: str) -> dict[str, list[PlainEntry]]:
    found: dict[str, list[PlainEntry]] = {}
    for entry in _with_plain_capitals(_entries(language)):
        found.setdefault(_first(entry.form), []).append((entry.kind, entry.id, entry.form, entry.mark))
    return found


_PLAIN = {"é": "E", "è": "E", "ê": "E", "î": "I", "ô": "O", "â": "A", "É": "E", "È": "E", "Ê": "E", "Î": "I", "Ô": "O"}


def _with_plain_capitals(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Each entry, and again with the unaccented capital that the press often prints ("Egyptien", "Etat")."""
    for entry in entries:
        yield entry
        plain = _PLAIN.get(entry.form[0])
        if plain and entry.kind != "blocked":
            yield entry._replace(form=plain + entry.form[1:])


def _first(form: str) -> str:
    """The first token of a form."""
    word = form.lower().split(" ", 1)[0].split("-", 1)[0]
    return word if word.isalpha() else _tokens(form)[0]


def _tokens(form: str) -> tuple[str, ...]:
    """The tokens of a form as a text's are made; words and hyphens need no tokenizer."""
    low = form.lower()
    if low.isalpha():
        return (low,)
    spaced = low.replace("-", " - ").split()
    if all(piece.isalpha() or piece == "-" for piece in spaced):
        return tuple(spaced)
    return tokenize(low).forms


def _entries(language: str) -> Iterator[Entry]:
    """Names first: where one form has several readings, the first that fits the capitals is taken."""
    for lang, phrases in rows("territories_idioms.txt", 2):
        if lang == language:
            yield from (Entry("blocked", IDIOM, phrase.text) for phrase in forms(phrases) if phrase.mark != "~")
    for topic in load_topics().values():
        for phrase in topic.blocked[language]:
            yield Entry("blocked", topic.id, phrase)
    yield from _organizations(language)
    yield from _persons()
    for form, mark, kind, code in territory_phrases(language):
        yield Entry(kind, code, form, mark)
    taken = {row[0] for row in territory_phrases(language)}
    for form, mark, id_ in place_phrases(language):
        if form not in taken:
            one = load_places()[id_]
            yield (
                Entry("metonym", one.territory or id_, form, mark)
                if one.kind == "seat"
                else Entry("region", id_, form, mark)
            )
    for prefix, code in compound_prefixes().items():
        yield Entry("demonym", code, prefix, "-")
    for form, id_ in concept_phrases(language):
        yield Entry("concept", id_, form)


def _organizations(language: str) -> Iterator[Entry]:
    """Names of both languages, as the press prints both; French acronyms in French texts alone."""
    for one in load_organizations().values():
        kind: MentionKind = "outlet" if one.is_press else "organization"
        names = (*(without_article(f.text, "fr") for f in one.fr if f.mark != "~"),)
        names += (*(without_article(f.text, "en") for f in one.en if f.mark != "~"),)
        acronyms = (*one.acronyms_fr, *one.acronyms_en) if language == "fr" else one.acronyms_en
        names += tuple(f.text for f in acronyms if f.mark != "~")
        for form in dict.fromkeys(names):
            yield Entry(kind, one.id, form)


def _persons() -> Iterator[Entry]:
    for one in load_persons().values():
        for form in one.forms():
            yield Entry("person", one.id, form)
        if one.known_by_surname:
            for form in one.surnames():
                yield Entry("person", one.id, form, "+")


def topic_of(concept: str) -> str | None:
    """The topic whose lexicon holds a concept; None for a general one."""
    found = load_concepts().get(concept)
    return found.topic if found else None

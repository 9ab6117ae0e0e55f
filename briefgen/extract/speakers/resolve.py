"""From the words at a cue to a speaker: full name, kind, role; doubt leaves the speaker open."""

from dataclasses import replace

from briefgen.extract.quotes.chain import source_of
from briefgen.extract.quotes.circumstances import with_circumstances
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.interview import RULE as ANSWER
from briefgen.extract.quotes.reading import Reading
from briefgen.extract.quotes.said import SaidReader
from briefgen.extract.speakers.descriptions import described
from briefgen.extract.speakers.names import governed, name_in, surname
from briefgen.extract.speakers.persons import Cast, Person, find_cast
from briefgen.extract.speakers.pronouns import namings, resolve_pronoun
from briefgen.extract.speakers.roles import find_role
from briefgen.extract.speakers.subjects import Subject, main_subject, plausibility
from briefgen.frozen import dataclass
from briefgen.lexicon.names import person_forms, slug
from briefgen.lexicon.offices import read_role, role_labels
from briefgen.lexicon.organizations import Organization
from briefgen.lexicon.organizations import find as find_organization
from briefgen.model.evidence import Attribution, Pair, Quote, Role, Said, Speaker, SpeakerKind, Words
from briefgen.model.finding import Finding
from briefgen.model.mention import Mention

OFFERED_FROM = 0.75
"""Score from which a quote is printed unasked; calibrated on held-out articles (see tests/bench/quotes_errors.md)."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant, how sure (factor on the score), and who else it may be."""

    speaker: Speaker | None
    factor: float
    candidates: tuple[str, ...] = ()


_VOICES = (
    ("par", "la", "voix"),
    ("par", "l'", "intermédiaire"),
    ("through", "its", "spokesman"),
    ("through", "its", "spokeswoman"),
)
"""Asides that name who speaks for a house: "la direction, par la voix de sa porte-parole Jeanne Roy,"."""
_DOUBT = 0.5
"""Factor where several persons may be meant: no guess prints."""
_DESCRIBED = 0.95
"""Factor for a description that only one person fits."""
_HOUSE = 8
"""Tokens of a reported clause's subject that may be who reports."""
_AT_HAND, _NEAREST = 600, 0.85
"""Of several persons with one surname the one spoken of in these last characters, if no other is; and its factor."""


class Speakers:
    """Resolves the speakers of one text's drafts in order."""

    def __init__(self, reading: Reading, mentions: tuple[Mention, ...]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.cast: Cast = find_cast(reading)
        self.named = namings(reading, self.cast)
        self.roles: dict[str, Role | None] = {}
        self.said = SaidReader(reading)
        self.history: list[tuple[int, Speaker]] = []

    def quotes(self, drafts: list[Draft]) -> tuple[list[Quote], list[Finding]]:
        """Quotes numbered in text order, and a finding for each doubt."""
        quotes: list[Quote] = []
        findings: list[Finding] = []
        for number, draft in enumerate(drafts, 1):
            resolved = self._resolve(draft)
            if resolved.speaker:
                self.history.append((draft.start, resolved.speaker))
            quotes.append(self._quote(f"q{number}", draft, resolved))
            if resolved.candidates and (resolved.speaker is None or resolved.factor <= _DOUBT):
                names = ", ".join(resolved.candidates)
                message = f"The speaker is not certain; possible: {names}"
                findings.append(Finding("info", "speaker_uncertain", message, draft.start, draft.end))
        pairs = list(zip(drafts, quotes, strict=True))
        return with_circumstances(self.reading, self.said, pairs), findings

    def _quote(self, id_: str, draft: Draft, resolved: Resolved) -> Quote:
        reading = self.reading
        score = round(draft.score * resolved.factor * _certainty(draft, resolved.speaker), 2)
        cue = None
        if draft.cue:
            start, end = reading.span(draft.cue.first, draft.cue.stop)
            cue = Words(reading.analysis.text[start:end], start, end)
        own = draft.cue is not None and not draft.carried and not draft.continues
        return Quote(
            id=id_,
            start=draft.start,
            end=draft.end,
            text=reading.analysis.text[draft.start : draft.end],
            kind=draft.kind,
            verbatim=draft.kind == "direct",
            fragments=draft.fragments,
            speaker=resolved.speaker,
            candidates=resolved.candidates,
            cue=cue,
            said=self.said.read(draft) if own else Said(),
            attribution=self._attribution(draft, resolved.speaker),
            inherited=("speaker",) if (draft.continues or draft.rule == ANSWER) and resolved.speaker else (),
            rule=draft.rule,
            why=draft.why,
            score=score,
            offered=score >= OFFERED_FROM and resolved.speaker is not None,
            sentence=reading.analysis.sentence_of(draft.start),
        )

    def _attribution(self, draft: Draft, speaker: Speaker | None) -> tuple[Attribution, ...]:
        """The chain of sources where an outlet or a document speaks through a source word."""
        named = speaker is not None and speaker.start is not None and speaker.kind in ("organization", "document")
        if speaker is None or not named or draft.cue is None:
            return ()
        source = source_of(self.reading, speaker)
        return (source,) if draft.cue.form == "source" or source.cites else ()

    def _resolve(self, draft: Draft) -> Resolved:
        if draft.continues:
            if not self.history:
                return Resolved(None, 0.5)
            last = self.history[-1][1]
            return Resolved(replace(last, mention=None, start=None, end=None), 1.0, ())
        if draft.subject is None:
            return Resolved(None, 0.5)
        found = self._subject(draft, draft.subject)
        if draft.rule == ANSWER and found.speaker:  # named in the introduction, not at the words
            return replace(found, speaker=replace(found.speaker, mention=None, start=None, end=None))
        return found

    def _subject(self, draft: Draft, subject: Subject) -> Resolved:
        reading = self.reading
        first, stop = subject.first, subject.stop
        if subject.antecedent is not None:
            meant = self._subject(draft, subject.antecedent)
            start, end = reading.span(first, stop)
            words = reading.analysis.text[start:end]
            speaker = meant.speaker and replace(meant.speaker, mention=words, start=start, end=end)
            return replace(meant, speaker=speaker)
        if subject.pronoun:
            return self._pronoun(draft, subject)
        name = name_in(reading, self.cast, first, stop)
        apposed = name_in(reading, self.cast, *subject.apposition) if subject.apposition else None
        if name is None and apposed is not None and self._names_person(subject):
            first, stop = subject.whole
            name = apposed
        mention = reading.span(first, stop)
        if name:
            return self._person(name, mention)
        alone = surname(reading, self.cast, first, stop)
        if alone:
            return self._candidates(alone, mention)
        one = described(reading, self.cast, self._role_of, first, stop)
        if one is not None and subject.apposition is None:
            return replace(self._person(one, mention), factor=_DESCRIBED)
        other = self._other(first, stop, mention)
        return replace(other, factor=other.factor * plausibility(reading, first, stop))

    def _names_person(self, subject: Subject) -> bool:
        """Whether a noun phrase before an aside is a role that the aside names."""
        reading = self.reading
        assert subject.apposition is not None
        kinds = {reading.noun(i) for i in range(subject.first, subject.stop)}
        begins, ends = subject.apposition
        if tuple(reading.forms[begins : begins + 3]) in _VOICES:
            return True
        if reading.has("determiner", begins):
            capital = next((i for i in range(begins + 1, min(begins + 6, ends)) if reading.is_capital(i)), begins)
            titles, nouns = reading.lexicon.titles, reading.lexicon.nouns
            between = reading.forms[begins + 1 : capital + 1]
            titled = capital == begins + 1 or any(f in titles or nouns.get(f) == "person" for f in between)
            begins = capital if titled else begins
            begins += 2 if reading.form(begins + 1) == "." and reading.form(begins) in titles else 0
            begins += reading.form(begins) in titles
        role = "person" in kinds or not kinds - {None} or self._is_role(subject)
        return reading.is_capital(begins) and role

    def _is_role(self, subject: Subject) -> bool:
        """Whether the phrase is an office, whatever house stands in it: "la porte-parole de la Commission"."""
        words = self.reading.text(subject.first, subject.stop)
        return read_role(words, self.reading.lexicon.language) is not None

    def _candidates(self, persons: list[Person], mention: Pair) -> Resolved:
        if len(persons) == 1:
            return self._person(persons[0], mention)
        before = [p for p in persons if p.start <= mention[0]] or persons
        if len(before) == 1:
            return self._person(before[0], mention)
        names = tuple(p.name for p in before)
        (near, best), (far, _other) = sorted(((_distance(p, mention[0]), p) for p in before), key=lambda pair: pair[0])[
            :2
        ]
        if near < _AT_HAND and far - near > _AT_HAND:
            return replace(self._person(best, mention), factor=_NEAREST, candidates=names)
        return Resolved(None, _DOUBT, names)

    def _pronoun(self, draft: Draft, subject: Subject) -> Resolved:
        reading = self.reading
        mention = reading.span(subject.first, subject.stop)
        found = resolve_pronoun(reading, self.cast, self.named, self.history, subject.first)
        text = reading.analysis.text[mention[0] : mention[1]]
        if found is None:
            speaker = self._made(
                None,
                text,
                mention,
                "group" if reading.form(subject.first) in ("ils", "elles", "they", "we") else "person",
            )
            return Resolved(speaker, 0.7)
        person, sure = found
        other = self._own_subject(draft, subject)
        if other is not None and other != person.name and other.split()[-1] not in person.name:
            return Resolved(self._made(None, text, mention, "person"), _DOUBT, (person.name, other))
        if isinstance(person, Speaker):
            return Resolved(replace(person, mention=text, start=mention[0], end=mention[1]), sure)
        resolved = self._person(person, mention)
        return Resolved(resolved.speaker, sure)

    def _own_subject(self, draft: Draft, pronoun: Subject) -> str | None:
        """Who else the pronoun may be: the house that opens the reported clause ("|Le groupe| a levé des fonds, a-t-il annoncé")."""
        reading, tokens = self.reading, self.reading.analysis.tokens
        if draft.kind == "direct" or not draft.rule.endswith("before"):
            return None
        begin, stop = tokens.first_at(draft.start), tokens.first_at(draft.end)
        own = main_subject(reading, stop, (begin, stop))
        if own is None or own.pronoun or own.stop - own.first > _HOUSE:
            return None
        kinds = {reading.noun(i) for i in range(own.first, own.stop)}
        feminine = reading.form(own.first) in ("la", "une")
        fits = reading.form(pronoun.first) in (("elle",) if feminine else ("il", "he", "she"))
        speaks = kinds & {"organization", "person"} or reading.is_capital(own.stop - 1)
        return reading.text(own.first, own.stop) if fits and speaks else None

    def _role_of(self, person: Person) -> Role | None:
        if person.name not in self.roles:
            self.roles[person.name] = self._labeled(find_role(self.reading, person), person)
        return self.roles[person.name]

    def _person(self, person: Person, mention: Pair) -> Resolved:
        known = person_forms(person.name)
        language = self.reading.lexicon.language
        id_, names = known if known else (slug(person.name), {language: person.name})
        speaker = Speaker(
            id=id_,
            name=person.name,
            names=names,
            mention=self.reading.analysis.text[mention[0] : mention[1]],
            start=mention[0],
            end=mention[1],
            kind="person",
            role=self._role_of(person),
        )
        return Resolved(speaker, 1.0)

    def _labeled(self, role: Role | None, person: Person) -> Role | None:
        """The role with its labels in other languages, where the table of offices knows it."""
        return role and replace(role, labels=role_labels(role.text, self.reading.lexicon.language, person.name))

    def _other(self, first: int, stop: int, mention: Pair) -> Resolved:
        """An organization, a document, a group, or a person without a name."""
        reading = self.reading
        text = reading.analysis.text[mention[0] : mention[1]]
        kind: SpeakerKind = "organization"
        known, first_word = self._organization(first, stop)
        if known is None:
            listed = (reading.noun(i) for i in range(first, stop))
            noun = next((k for k in listed if k), None)
            kind = noun if noun in ("person", "group", "organization", "document") else self._guess(first, stop)  # type: ignore[assignment]
        made = self._made(known.id if known else None, text, mention, kind)
        if known:
            name = reading.text(first_word, stop)
            made = replace(made, name=name, names={"fr": known.name("fr"), "en": known.name("en")})
        return Resolved(made, 1.0 if known or stop - first < 12 else 0.9)

    def _organization(self, first: int, stop: int) -> tuple[Organization | None, int]:
        """The known organization that ends the phrase, and its first token: RT in "le média d'État russe RT"."""
        for begin in range(first, min(stop, first + 10)):
            known = find_organization(self.reading.text(begin, stop)) if self._may_begin(begin, first) else None
            if known:
                return known, begin
        return None, first

    def _may_begin(self, begin: int, first: int) -> bool:
        reading = self.reading
        return begin == first or (reading.is_capital(begin) and not governed(reading, first, begin))

    def _guess(self, first: int, stop: int) -> SpeakerKind:
        reading = self.reading
        if stop - first == 1 and reading.is_capital(first):
            return "person"
        return (
            "group"
            if reading.form(first) in ("les", "des", "ces", "some", "many", "these", "those")
            else "organization"
        )

    def _made(self, id_: str | None, name: str, mention: Pair, kind: SpeakerKind) -> Speaker:
        language = self.reading.lexicon.language
        text = self.reading.analysis.text[mention[0] : mention[1]]
        return Speaker(id_, name, {language: name}, text, mention[0], mention[1], kind)


_CORE = frozenset("say state add announce explain specify confirm report tell repeat".split())


def _certainty(draft: Draft, speaker: Speaker | None) -> float:
    """Factor for words not between marks: they are printed unasked only of a named speaker at a plain verb of speech."""
    if draft.kind == "direct" or draft.cue is None or speaker is None:
        return 1.0
    verb = draft.cue.verb
    plain = verb is None or verb.meaning in _CORE
    if draft.kind == "mixed":
        return 1.0 if plain or speaker.id else 0.82
    return 1.0 if plain and speaker.id else 0.85


def _distance(person: Person, position: int) -> int:
    """Characters back to where the person was last named."""
    return position - max((start for start in person.places if start <= position), default=-position)

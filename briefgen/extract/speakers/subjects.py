"""The noun phrase that belongs to a cue: before it, after it, or the noun a relative pronoun stands for."""

from briefgen.extract.quotes.reading import Range, Reading
from briefgen.extract.speakers.passing import (
    HARD,
    is_adverb,
    past_addressee,
    past_adverbs,
    past_complement,
    past_day,
    past_moment,
    past_parenthesis,
)
from briefgen.frozen import dataclass

_FAR = 45
"""Tokens a subject may lie away from its verb."""
_ASIDE = frozenset((",", "(", ")", "—", "–", "-"))
_NAME_LINKS = frozenset("de d' du des van von der den al el bin ben la le di da dos del of the & ' . -".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens [first, stop) are the mention; `apposition` explains or names it: "le ministre, Jean Martin,"."""

    first: int
    stop: int
    apposition: Range | None = None
    pronoun: bool = False
    antecedent: "Subject | None" = None
    """For a relative pronoun: what it stands for."""

    @property
    def whole(self) -> Range:
        """The mention with its apposition."""
        if self.apposition is None:
            return self.first, self.stop
        return min(self.first, self.apposition[0]), max(self.stop, self.apposition[1])


def subject_before(reading: Reading, at: int, low: int) -> Subject | None:
    """The subject that ends just before token `at`, not reaching below `low`; None where there is none."""
    last = at - 1
    low = max(low, at - _FAR)
    while last >= low and reading.has("adverb", last) and not reading.has("subject", last):
        last -= 1
    if last - 2 > low and reading.form(last - 1) == "on" and reading.form(last).endswith("day"):
        last -= 2  # "The operator |on Wednesday| denied"
    if last < low or reading.inside[last] >= 0:
        return None
    if reading.has("subject", last) and not reading.has("relative", last):
        return Subject(last, last + 1, pronoun=True)
    if reading.form(last) in ("dernier", "dernière", "derniers", "dernières") and reading.form(last - 1)[:2] == "ce":
        return Subject(last - 1, last + 1, pronoun=True)
    if reading.form(last) == "that" and reading.form(last - 1) in reading.lexicon.verbs:
        return None
    if reading.has("relative", last):
        before = last - 2 if last - 1 >= low and reading.form(last - 1) == "," else last - 1
        meant = _antecedent(reading, before, low)
        if meant is None or reading.lexicon.language == "fr":
            return meant
        return Subject(last, last + 1, antecedent=meant)
    if reading.form(last) == ",":
        return _before_aside(reading, last, low)
    if reading.form(last) == ")":
        opening = _back_to(reading, last - 1, low, "(")
        return _ending_at(reading, opening - 1, low) if opening is not None else None
    if reading.form(last) in ("—", "–"):
        opening = _back_to(reading, last - 1, low, reading.form(last))
        return _ending_at(reading, opening - 1, low) if opening is not None else None
    return _open_aside(reading, _ending_at(reading, last, low), low)


def _open_aside(reading: Reading, near: Subject | None, low: int) -> Subject | None:
    """ "Jean Martin, premier adjoint du maire a réagi": the name before an aside that no comma closes."""
    if near is None or near.pronoun or near.first - 2 < low or reading.form(near.first - 1) != ",":
        return near
    role = any(reading.noun(i) == "person" for i in range(near.first, near.first + 4))
    if not role or reading.is_capital(near.first) or reading.has("determiner", near.first):
        return near
    name = _ending_at(reading, near.first - 2, low)
    if name is None or not _is_name(reading, name):
        return near
    return Subject(name.first, name.stop, (near.first, near.stop))


def _antecedent(reading: Reading, last: int, low: int) -> Subject | None:
    """What "who" stands for: in "John Smith, an analyst at X, who said" the name before the aside."""
    near = _ending_at(reading, last, low)
    if near is None or near.first - 2 < low or reading.form(near.first - 1) != ",":
        return near
    name = _ending_at(reading, near.first - 2, low)
    if name is not None and _is_name(reading, name) and not reading.is_capital(near.first):
        return Subject(name.first, name.stop, (near.first, near.stop))
    return near


def _back_to(reading: Reading, at: int, low: int, mark: str) -> int | None:
    while at >= low:
        if reading.form(at) == mark:
            return at
        at = reading.before(at) - 1
    return None


def _before_aside(reading: Reading, comma: int, low: int) -> Subject | None:
    """ "John Smith, an analyst at X, said": the phrase before the aside, the aside its apposition."""
    at, tries = comma, 0
    best: Subject | None = None
    while tries < 4:
        opening = _back_to(reading, at - 1, low, ",")
        if opening is None or opening <= low:
            break
        subject = _ending_at(reading, opening - 1, low)
        if subject is None or _opens_with_place(reading, subject, low):
            break
        if best is None or _is_name(reading, subject) or not _is_name(reading, best):
            best = Subject(subject.first, subject.stop, (opening + 1, comma), subject.pronoun)
        if _is_name(reading, subject) and not reading.form(opening + 1).isdigit():
            break
        at, tries = opening, tries + 1
        if reading.form(opening - 1) == ")" or subject.first - 1 <= low or reading.form(subject.first - 1) != ",":
            break
    return best


def _opens_with_place(reading: Reading, subject: Subject, low: int) -> bool:
    """Whether the phrase only says where: "|A Moscou|, le porte-parole, Jean Martin, a dénoncé"."""
    first = subject.first
    before = reading.form(first - 1) if first > low else ""
    unaccented = reading.form(first) == "a" and reading.is_capital(first) and reading.lexicon.language == "fr"
    opens = first <= low + 1 and (before in ("à", "en", "in", "at", "depuis", "from") or unaccented)
    return opens and reading.is_capital(subject.stop - 1)


def _is_name(reading: Reading, subject: Subject) -> bool:
    return any(reading.is_capital(i) for i in range(subject.first, subject.stop)) and reading.is_capital(
        subject.stop - 1
    )


def _ending_at(reading: Reading, last: int, low: int) -> Subject | None:
    """The noun phrase whose last token is `last`."""
    if last < low:
        return None
    if reading.has("subject", last) and not reading.is_capital(last):
        return Subject(last, last + 1, pronoun=True)
    first = last + 1
    while first > low:
        token = first - 1
        if (
            reading.inside[token] >= 0
            and reading.blocks[reading.inside[token]][1] - reading.blocks[reading.inside[token]][0] > 6
        ):
            break
        if reading.form(token) == ")":
            opening = _back_to(reading, token, low, "(")
            if opening is None:
                break
            first = opening
            continue
        if _ends_phrase(reading, token, last, low):
            break
        first = token
    return _trimmed(reading, first, last + 1, low)


def _ends_phrase(reading: Reading, token: int, last: int, low: int) -> bool:
    form = reading.form(token)
    if form in HARD or form in _ASIDE:
        return not (
            (form == "." and token and len(reading.form(token - 1)) <= 4 and reading.is_capital(token - 1))
            or (form == "-" and token + 1 <= last and reading.ends[token] == reading.starts[token + 1])
        )
    if form in ("and", "et") and token < last:
        return not _joins(reading, token, low)
    return reading.has("boundary", token) and not (form in ("comme", "as", "that") and token == low)


def _joins(reading: Reading, token: int, low: int) -> bool:
    """Whether "and" joins two names or nouns of one subject rather than two clauses."""
    before = token - 1
    if before < low:
        return False
    if reading.is_capital(before) and (reading.is_capital(token + 1) or reading.has("determiner", token + 1)):
        return not _has_verb(reading, low, before)
    return reading.form(before) not in (",",) and not _has_verb(reading, low, before) and before - low < 12


def _has_verb(reading: Reading, low: int, stop: int) -> bool:
    words, verbs = reading.lexicon.words, reading.lexicon.verbs
    plain = words["auxiliary"] - words["determiner"] - words["preposition"]
    for index in range(stop, low - 1, -1):
        form = reading.form(index)
        if form in ",;:.":
            return False
        if (form in plain and form not in ("'s", "on", "to", "en", "lui", "leur", "nous", "vous")) or (
            form in verbs and "finite" in verbs[form].tenses and index > low
        ):
            return True
    return False


def _trimmed(reading: Reading, first: int, stop: int, low: int) -> Subject | None:
    """Without the words that open a sentence before its subject: "But", "On Monday", "Le 4 mai"."""
    while first < stop and (
        (reading.has("opener", first) and not _is_inner_name(reading, first, stop))
        or reading.form(first) in (",", "et", "and", "-", "'s")
        or (reading.has("adverb", first) and not reading.has("determiner", first))
        or is_adverb(reading, first)
    ):
        first += 1
    if first < stop and reading.has("preposition", first) and reading.form(first) not in ("des", "de"):
        first = _after_opening_group(reading, first, stop)
    if first >= stop:
        return None
    if stop - first == 1 and reading.has("subject", first):
        return Subject(first, stop, pronoun=True)
    return Subject(first, stop)


def _is_inner_name(reading: Reading, first: int, stop: int) -> bool:
    return first + 1 < stop and reading.is_capital(first + 1) and reading.form(first) in ("or", "mars", "aussi")


def _after_opening_group(reading: Reading, first: int, stop: int) -> int:
    """ "On Tuesday night Trump", "In Ohio a spokesman": where the subject begins after a prepositional opening."""
    for index in range(first + 1, stop):
        if reading.has("subject", index):
            return index
        if reading.has("moment", index) or reading.form(index).isdigit():
            after = index + 1
            while after < stop and (
                reading.has("moment", after) or reading.form(after).isdigit() or reading.form(after) == ","
            ):
                after += 1
            return after
    for index in range(first + 2, stop):
        if reading.has("determiner", index) and not reading.has("preposition", index - 1):
            return index
    return first + 1


def subject_after(reading: Reading, at: int, high: int) -> Subject | None:
    """The subject that begins at token `at` (an inverted order, or after "selon"), before `high`."""
    at = past_addressee(reading, past_moment(reading, at, high), high)
    at = past_day(reading, past_adverbs(reading, at, high), high)
    if at >= high or reading.inside[at] >= 0 or reading.form(at) in HARD or reading.form(at) == ",":
        return None
    if reading.has("subject", at) and not _names_something(reading, at, high):
        return Subject(at, at + 1, pronoun=True)
    if reading.form(at) in ("lui", "eux", "him", "them", "celui", "her"):
        return Subject(at, at + 1, pronoun=True)
    stop = at
    while stop < high and stop - at < _FAR and not _stops_after(reading, stop, at):
        stop += 1
    if reading.form(stop - 1) == "." and (stop >= high or not reading.is_capital(stop)):
        stop -= 1
    while stop > at + 1 and (reading.form(stop - 1) in ("-", "'", "et", "and") or reading.has("preposition", stop - 1)):
        stop -= 1
    if stop <= at:
        return None
    return Subject(at, stop, _apposition_after(reading, stop, high))


def _names_something(reading: Reading, at: int, high: int) -> bool:
    return reading.form(at) in ("on", "nous", "some", "many", "both", "others", "one", "most") and at + 1 < high


def _stops_after(reading: Reading, index: int, first: int) -> bool:
    form = reading.form(index)
    if reading.inside[index] >= 0:
        return True
    if form == ".":
        return not (reading.is_capital(index - 1) and len(reading.form(index - 1)) <= 4 and index > first)
    if form == "-":
        return reading.ends[index - 1] != reading.starts[index]
    if form in HARD or form in (",", "(", ")", "—", "–"):
        return True
    if index == first:
        return False
    if reading.has("moment", index) and form not in ("le", "la", "ce") and not reading.has("preposition", index - 1):
        return True
    if reading.has("boundary", index) or reading.has("relative", index):
        return True
    if reading.has("preposition", index) and form not in (
        "de",
        "du",
        "des",
        "d'",
        "of",
        "for",
        "à",
        "au",
        "aux",
        "en",
        "from",
        "with",
    ):
        return True
    if form in ("lors", "a", "ont", "was", "is", "has", "had", "to", "told"):
        return (reading.lexicon.language == "en" and form != "a") or (
            form in ("lors", "ont", "a") and reading.lexicon.language == "fr"
        )
    return False


def _apposition_after(reading: Reading, stop: int, high: int) -> Range | None:
    """ "a déclaré Jean Martin, responsable du programme": the words between the commas, or to the end."""
    stop = past_complement(reading, past_parenthesis(reading, stop, high), high)
    if stop >= high or reading.form(stop) != "," or stop + 1 >= high or reading.inside[stop + 1] >= 0:
        return None
    end = stop + 1
    if reading.has("preposition", end) or reading.form(end) in reading.lexicon.phrases or reading.has("boundary", end):
        return None
    while end < high and reading.inside[end] < 0 and reading.form(end) not in (",", ";", ":", "—", "–"):
        if reading.form(end) == "." and not (len(reading.form(end - 1)) <= 4 and reading.is_capital(end - 1)):
            break
        end += 1
    return (stop + 1, end) if end > stop + 1 else None


def plausibility(reading: Reading, first: int, stop: int) -> float:
    """Factor for a phrase without a known name: 1 where it looks like somebody who speaks, less where it does not."""
    words = reading.lexicon.words
    plain = words["auxiliary"] - words["determiner"] - words["preposition"] - frozenset(("'s", "on", "to"))
    forms = reading.forms[first:stop]
    verbs = reading.lexicon.verbs
    if any(f in plain or f in words["past"] or f in words["hypothetical"] for f in forms):
        return 0.6
    if any(f in verbs and "finite" in verbs[f].tenses and len(verbs[f].tenses) == 1 for f in forms[1:]):
        return 0.6
    if reading.has("preposition", first) or (reading.has("moment", first) and not reading.has("determiner", first)):
        return 0.6
    if any(f in ("%", "percent") for f in forms):
        return 0.7
    if any(reading.noun(i) for i in range(first, stop)) or (stop - first <= 4 and reading.is_capital(stop - 1)):
        return 1.0
    return 0.8


def main_subject(reading: Reading, before: int, sentence: Range) -> Subject | None:
    """The subject of the sentence's main verb: the phrase before its first finite form, left of token `before`."""
    low = sentence[0]
    if reading.has("boundary", low) or reading.has("preposition", low):
        low = next((i + 1 for i in range(low, before - 2) if reading.form(i) == ","), low)
    for index in range(low + 1, before):
        form = reading.form(index)
        verb = reading.lexicon.verbs.get(form)
        if reading.inside[index] < 0 and (
            form in ("a", "ont", "has", "have", "had", "was", "were", "is", "are", "est", "sont", "avait")
            or (verb is not None and "finite" in verb.tenses)
            or (form.endswith("ed") and len(form) > 4)
            or reading.has("past", index)
        ):
            return subject_before(reading, index, low)
    return None

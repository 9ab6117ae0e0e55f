"""The person whom the words of a mention name: in full, or by a surname behind a title."""

from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.persons import Cast, Person, is_field, is_lead, split_name


def name_in(reading: Reading, cast: Cast, first: int, stop: int) -> Person | None:
    """The person named in full at the head of a noun phrase: not the one behind "of" or "de"."""
    at = _capitals(reading, first, stop)
    head = split_name(reading, reading.text(first, at)) if at > first + 1 else None
    person = cast.named(head[1]) if head else None
    if at > first and at < stop and reading.has("preposition", at):
        if person is not None:
            return person
        if not is_lead(reading.lexicon, reading.text(first, first + 1)):
            return None  # "Jones of the consultancy |Sahel Grid|"
    at = stop
    while at > first:
        begin = at
        while begin > first and (
            reading.is_capital(begin - 1)
            or reading.form(begin - 1) in (".", "-", "'", "de", "van", "von", "al", "bin", "ben", "du", "der")
        ):
            begin -= 1
        while begin < at and not reading.is_capital(begin):
            begin += 1
        if begin < at:
            found = split_name(reading, reading.text(begin, at))
            person = cast.named(found[1]) if found else None
            free = (
                begin == first
                or not governed(reading, first, begin)
                or (found and _behind_field(reading, begin, found))
            )
            if person is not None and free:
                return person
        at = min(begin, at) - 1
    return None


def _capitals(reading: Reading, first: int, stop: int) -> int:
    """The token after the capitalized words at `first`, hyphens and initials' full stops between them."""
    at = first
    while at < stop and (
        reading.is_capital(at)
        or (at > first and at + 1 < stop and reading.form(at) in ("-", "'", ".") and reading.is_capital(at + 1))
    ):
        at += 1
    return at


def _behind_field(reading: Reading, begin: int, found: tuple[int, str]) -> bool:
    """Whether the preposition governs an office's field, not the name: "Minister |for Energy| Jane Doe"."""
    between = reading.text(begin, min(begin + 8, len(reading.forms)))[: found[0]].split()
    return bool(between) and all(is_field(word) for word in between)


def governed(reading: Reading, first: int, begin: int) -> bool:
    """Whether the name stands behind a preposition that belongs to another noun: "porte-parole de Jean Martin"."""
    before = reading.form(begin - 1)
    if before in (".",):
        return False
    return reading.has("preposition", begin - 1) or before in ("'s", "the", "and", "et", "l'")


def surname(reading: Reading, cast: Cast, first: int, stop: int) -> list[Person]:
    """Persons whom "M. Lavrov", "Song", "Mrs. Clinton" may stand for."""
    at = first
    while at < stop and (
        reading.form(at) in reading.lexicon.titles
        or reading.form(at) in (".", "the", "le", "la", "l'")
        or not reading.is_capital(at)
    ):
        if (
            not reading.is_capital(at)
            and reading.form(at) not in reading.lexicon.titles
            and reading.form(at) not in (".", "le", "la", "the", "l'")
            and not _is_noun(reading, at)
        ):
            break
        at += 1
    end = _capitals(reading, at, stop)
    stop = end if end > at and reading.has("preposition", end) else stop  # "Jones |of the consultancy|"
    words = [reading.form(i) for i in range(at, stop) if reading.form(i) not in (".", "'s")]
    if not words or not reading.is_capital(at) or len(words) > 3:
        return []
    joined = "".join(reading.analysis.folded[reading.starts[at] : reading.ends[stop - 1]]).split()
    gender = _title_gender(reading, first, at)
    found = cast.matching(joined) or cast.matching(words)
    return [p for p in found if gender is None or p.gender in (None, gender)] or found


def _is_noun(reading: Reading, at: int) -> bool:
    return reading.lexicon.nouns.get(reading.form(at)) == "person"


def _title_gender(reading: Reading, first: int, stop: int) -> str | None:
    titles = reading.lexicon.titles
    found = (titles.get(reading.form(i)) for i in range(first, stop))
    return next((gender for gender in found if gender in ("m", "f")), None)

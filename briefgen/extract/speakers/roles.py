"""The role of a person, from the words beside the full name anywhere in the article."""

from bisect import bisect_left

from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.persons import Person
from briefgen.model.evidence import Role

_FAR = 30
_QUE = (("que",), ("qu'",), ("that",))
_ARTICLES = frozenset("le la les l' the a an un une son sa ses leur leurs his her its their".split())


def find_role(reading: Reading, person: Person) -> Role | None:
    """The fullest role that stands beside an occurrence of the name; None where none does."""
    best: Role | None = None
    for place in person.places:
        first = bisect_left(reading.starts, place)
        stop = bisect_left(reading.starts, place + len(person.name))
        if first >= len(reading.forms):
            continue
        for role in (_after(reading, stop), _before(reading, first), _before_rank(reading, first)):
            if role and (best is None or len(role.text) > len(best.text)):
                best = role
    return best


def _after(reading: Reading, stop: int) -> Role | None:
    """ "John Smith, secrétaire adjoint à la défense, …": the aside, where it holds the noun of a role."""
    forms = reading.forms
    if stop >= len(forms) or forms[stop] != ",":
        return None
    first = stop + 1
    if reading.lexicon.language == "fr" and forms[first : first + 1] == ("a",):
        return None  # "Claire Lebon, |a| rencontré le patron": a verb
    if first < len(forms) and forms[first] in _ARTICLES:
        first += 1
    if forms[first : first + 1] and forms[first] in reading.lexicon.verbs and forms[first + 1 : first + 2] in _QUE:
        return None  # "Claire Lebon, |juge que| c'est trop"
    end, last = first, reading.sentence(stop - 1)[1]
    while (
        end < min(len(forms), last)
        and end - first < _FAR
        and forms[end] not in (",", ";", ":", "(", ")", "—", "–")
        and reading.inside[end] < 0
    ):
        if forms[end] == "." and not (len(forms[end - 1]) <= 4 and reading.is_capital(end - 1)):
            break
        if reading.has("relative", end) or (
            forms[end] in ("a", "ont", "said", "has", "was", "is") and reading.lexicon.language != "en"
        ):
            break
        end += 1
    end -= 1 if end > first and end == last and forms[end - 1] in ".!?" else 0
    lead = range(first, min(first + 6, end))
    if end <= first or not any(reading.noun(i) == "person" for i in lead):
        return None
    return _role(reading, first, end)


def _before(reading: Reading, first: int) -> Role | None:
    """ "le ministre russe des Affaires étrangères, Sergueï Lavrov", "military expert Song Zhongping"."""
    forms = reading.forms
    at = first
    comma = at and forms[at - 1] == ","
    at -= 1 if comma else 0
    begin = at
    while begin and at - begin < 16 and reading.inside[begin - 1] < 0:
        form = forms[begin - 1]
        if _cuts(reading, begin):
            break
        if (
            form in '.,;:()«»“”"—–'
            or reading.has("boundary", begin - 1)
            or form in ("selon", "a", "ont", "said", "et", "and", "par", "by", "to")
        ) and not (form == "et" and begin < at):
            break
        if (form in _ARTICLES and form not in ("l'", "la", "les", "the", "le")) or (
            form in ("le", "la", "l'", "the", "les") and not reading.has("preposition", begin - 2)
        ):
            break
        begin -= 1
    while begin < at and (forms[begin] in _ARTICLES or reading.has("opener", begin) or forms[begin] in ("et", "-")):
        begin += 1
    nouns = [i for i in range(begin, at) if reading.noun(i) == "person"]
    if not nouns or (comma and nouns[0] > begin + 4):
        return None
    if reading.has("preposition", begin):
        begin = nouns[0]
    if any(
        forms[i] in reading.lexicon.verbs and "past_participle" in reading.lexicon.verbs[forms[i]].tenses
        for i in range(begin, at)
    ):
        return None
    return _role(reading, begin, at) if at > begin else None


def _cuts(reading: Reading, at: int) -> bool:
    """Whether a line ends before the token, or a verb stands there: no role goes on through them."""
    gap = reading.analysis.text[reading.ends[at - 1] : reading.starts[at]]
    verb = reading.has("past", at - 1) and not reading.is_capital(at - 1)
    return "\n" in gap or reading.forms[at - 1].isdigit() or verb


def _before_rank(reading: Reading, first: int) -> Role | None:
    """ "le ministre des Mines, |le colonel| Jean Martin": the office before a rank or a title."""
    forms = reading.forms
    for at in range(first - 1, max(first - 6, 1), -1):
        if forms[at] in _ARTICLES and forms[at - 1] == ",":
            return _before(reading, at)
        if not forms[at][0].isalpha() and forms[at] not in ("-", "."):
            return None
    return None


def _role(reading: Reading, first: int, stop: int) -> Role:
    start, end = reading.span(first, stop)
    return Role(reading.analysis.text[start:end], start, end)

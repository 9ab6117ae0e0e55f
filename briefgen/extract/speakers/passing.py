"""What may stand between a verb of speech and who spoke: a time, an addressee, adverbs, an acronym, a complement."""

from briefgen.extract.quotes.reading import Reading

HARD = frozenset('.;:!?…«»“”"[]/|')
"""Marks that end a phrase."""
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())


def past_addressee(reading: Reading, at: int, high: int) -> int:
    """ "a déclaré |à la presse| le préfet": the token after whom it was said to, where the speaker follows."""
    if reading.form(at) not in ("à", "au", "aux", "auprès", "devant") or reading.lexicon.language != "fr":
        return at
    for index in range(at + 2, min(at + 8, high)):
        if reading.inside[index] >= 0 or reading.form(index) in HARD or reading.form(index) == ",":
            return at
        begins = reading.form(index) in ("le", "la", "l'", "les", "un", "une", "son", "sa", "ce", "cette", "des")
        if begins and not reading.has("preposition", index - 1) and reading.form(index - 1) not in ("à", "de"):
            return index
    return at


def past_moment(reading: Reading, at: int, high: int) -> int:
    """ "a assuré, lundi, le chef du gouvernement": after a time between commas."""
    if reading.form(at) != "," or not reading.has("moment", at + 1):
        return at
    return next((i + 1 for i in range(at + 2, min(at + 6, high)) if reading.form(i) == ","), at)


def past_day(reading: Reading, at: int, high: int) -> int:
    """ "a dit |mardi 21 mai| le directeur": after a day and its month."""
    begin = at + (reading.form(at) == "le")
    dated = reading.form(begin).isdigit() and reading.has("moment", begin + 1)
    if reading.lexicon.language != "fr" or not (dated or reading.form(begin) in _WEEKDAYS):
        return at
    end = begin
    while end < high and (
        reading.form(end).isdigit() or (reading.has("moment", end) and not reading.has("determiner", end))
    ):
        end += 1
    return end if end < high else at


def past_adverbs(reading: Reading, at: int, high: int) -> int:
    """The token after the adverbs that stand at `at`."""
    while (
        at < high
        and (reading.has("adverb", at) or is_adverb(reading, at))
        and not (reading.has("determiner", at) or reading.has("subject", at))
    ):
        at += 1
    return at


def past_complement(reading: Reading, stop: int, high: int) -> int:
    """ "l'envoyé de l'Union |pour les sanctions|, Jean Martin": the comma behind what a preposition adds, where a name follows."""
    if stop >= high or reading.form(stop) not in ("pour", "sur", "chez", "auprès", "dans", "in", "on"):
        return stop
    for at in range(stop + 1, min(stop + 9, high - 1)):
        if reading.form(at) == ",":
            return at if reading.is_capital(at + 1) and reading.form(at + 1) not in ("le", "la") else stop
        if reading.inside[at] >= 0 or reading.form(at) in HARD or reading.has("relative", at):
            return stop
    return stop


def past_parenthesis(reading: Reading, stop: int, high: int) -> int:
    """ "la représentante de l'Organisation (OMS) à Maputo, Jeanne Roy": the comma behind the acronym and the place."""
    if reading.form(stop) != "(":
        return stop
    closing = next((i for i in range(stop + 2, min(stop + 6, high)) if reading.form(i) == ")"), None)
    if closing is None:
        return stop
    at = closing + 1
    while at < min(closing + 6, high) and reading.form(at) != "," and reading.form(at) not in HARD:
        at += 1
    return at if at < high and reading.form(at) == "," else stop


def is_adverb(reading: Reading, index: int) -> bool:
    """Whether the token ends as adverbs do, and is no name as Donnelly and Clément are."""
    form = reading.form(index)
    if reading.is_capital(index) and index != reading.sentence(index)[0]:
        return False
    return len(form) > 5 and form.endswith(("ly", "ment")) and form not in ("gouvernement", "parlement", "family")

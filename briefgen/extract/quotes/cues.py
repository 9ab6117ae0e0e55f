"""Cues of speech outside quotation marks: verbs in their group, and source words such as "selon"."""

from briefgen.extract.quotes.lexicon import VerbForm
from briefgen.extract.quotes.reading import Reading
from briefgen.frozen import dataclass

_HAVE = {
    "fr": frozenset("a ont avait avaient ayant eut eurent ai avons avoir".split()),
    "en": frozenset("has have had 's 've 'd having".split()),
}
_BE = {
    "fr": frozenset("est sont était étaient fut furent été être sera".split()),
    "en": frozenset("is are was were been being be gets got get".split()),
}
_CLITICS = frozenset("se s' lui leur y en nous vous me m' le la les l'".split())
_POSSESSIVE_OR_ARTICLE = frozenset(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs du au aux the a an this that these those his her "
    "their its no any".split()
)
_PREPOSED = frozenset("de d' à pour".split())
_THEY = frozenset("they we i you who many some others most people critics that which".split())
_CITING = frozenset(("citant", "citing", "quoting", "cite", "citait", "cited", "cites"))


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, stop) are the cue; `head` is its verb or first word."""

    first: int
    stop: int
    head: int
    verb: VerbForm | None
    """None for a source word."""
    form: str
    """finite | participle | infinitive | source"""
    real: bool = True
    """False where the speech is denied, possible or future."""
    inverted: int | None = None
    """Token of the pronoun in "a-t-il déclaré", "explique-t-elle"."""

    def can(self, frame: str) -> bool:
        """Whether the cue's verb enters the frame."""
        return self.verb is not None and self.verb.can(frame)


def find_cues(reading: Reading) -> list[Cue]:
    """All cues outside quoted passages, in order."""
    found: list[Cue] = []
    forms, inside = reading.forms, reading.inside
    verbs, phrases = reading.lexicon.verbs, reading.lexicon.phrases
    french = reading.lexicon.language == "fr"
    for index, form in enumerate(forms):
        if form in verbs and inside[index] < 0:
            cue = (_french if french else _english)(reading, index, verbs[form])
            if cue is None and french and found:
                cue = _second_participle(reading, index, verbs[form], found[-1])
            if cue and not (found and found[-1].stop > cue.head and found[-1].verb is None):
                found.append(cue)
        if form == "pour" and french and _for_somebody(reading, index):
            found.append(Cue(index, index + 1, index, None, "source"))
        if form in phrases and inside[index] < 0:
            source = _source(reading, index)
            if source:
                found.append(source)
    return found


def _for_somebody(reading: Reading, index: int) -> bool:
    """ "Pour Jean Martin, « … »": at the start of a sentence, before a name, a comma and quoted words."""
    if reading.sentence(index)[0] != index or not (
        reading.is_capital(index + 1) or reading.has("determiner", index + 1)
    ):
        return False
    stop = min(index + 30, len(reading.forms))
    comma = next((i for i in range(index + 2, stop) if reading.inside[i] >= 0), None)
    return comma is not None and reading.forms[comma - 1] == "," and "." not in reading.forms[index:comma]


def _source(reading: Reading, index: int) -> Cue | None:
    for words in reading.lexicon.phrases[reading.form(index)]:
        stop = index + len(words)
        if reading.forms[index:stop] == words and stop < len(reading.forms) and reading.inside[stop] < 0:
            if reading.form(stop) == "-":
                return None
            after = stop + 1 if reading.has("determiner", stop) else stop
            if reading.has("not_source", stop) or reading.has("not_source", after):
                return None
            return Cue(index, stop, index, None, "source")
    return None


def _inversion(reading: Reading, index: int) -> tuple[int, int] | None:
    """(pronoun, token after it) where "-t-il", "-elle" follows the token, else None."""
    forms = reading.forms
    at = index + 1
    if forms[at : at + 2] == ("-", "t"):
        at += 2
    if at + 1 < len(forms) and forms[at] == "-" and forms[at + 1] in ("il", "elle", "ils", "elles", "on", "je"):
        return at + 1, at + 2
    return None


def _french(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    forms = reading.forms
    if forms[index] in ("maintenant", "avis"):
        return None
    participle = _french_compound(reading, index, verb) if "past_participle" in verb.tenses else None
    if participle:
        return participle
    if "finite" in verb.tenses:
        return _french_simple(reading, index, verb)
    if "present_participle" in verb.tenses:
        return _participle(reading, index, verb)
    if forms[index] in ("savoir", "valoir") and index > 1 and forms[index - 1] in ("fait", "font"):
        first = index - 2 if forms[index - 2] in _HAVE["fr"] else index - 1
        return Cue(first, index + 1, index, verb, "finite", _real(reading, first, index))
    if "infinitive" in verb.tenses and index and forms[index - 1] in (*_PREPOSED, "s'", "se"):
        at = index - 1 if forms[index - 1] in _PREPOSED else index - 2
        denied = at > 0 and (forms[at - 1] in ("refusé", "refuse", "lieu") or forms[at] == "sans")
        return Cue(index, index + 1, index, verb, "infinitive", not denied)
    return None


def _french_compound(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    """ "a déclaré", "n'a pas dit", "a-t-il ajouté", "s'est félicité"; None without an auxiliary, or in the passive."""
    forms = reading.forms
    at, inverted = index - 1, None
    for _ in range(8):
        if at < 0 or reading.inside[at] >= 0:
            return None
        form = forms[at]
        if form in _HAVE["fr"] and verb:
            return Cue(_clitics(reading, at), index + 1, index, verb, "finite", _real(reading, at, index), inverted)
        if form in _BE["fr"]:
            reflexive = at > 0 and forms[at - 1] in ("s'", "se", "m'")
            if form == "été" or not reflexive:
                return None
            return Cue(at - 1, index + 1, index, verb, "finite", _real(reading, at - 1, index), inverted)
        if form in ("il", "elle", "ils", "elles", "on") and forms[at - 1] == "-":
            inverted = at
            at -= 3 if forms[at - 2] == "t" and forms[at - 3] == "-" else 1
        elif not (
            reading.has("adverb", at) or form.endswith("ment") or form in ("pas", "jamais", "rien", "-", "guère")
        ):
            return None
        at -= 1
    return None


def _second_participle(reading: Reading, index: int, verb: VerbForm, before: Cue) -> Cue | None:
    """ "a dénoncé un piège et |assuré| que …": a participle that shares the auxiliary of the one before."""
    joined = index and reading.form(index - 1) in ("et", "puis", "mais")
    shared = before.form == "finite" and before.verb is not None and before.stop - before.first > 1
    if not joined or not shared or "past_participle" not in verb.tenses or "que" not in _then(reading, index):
        return None
    same = before.verb is not None and "past_participle" in before.verb.tenses
    if not same or reading.sentence(index) != reading.sentence(before.head):
        return None
    return Cue(index, index + 1, index, verb, "finite", before.real)


def _then(reading: Reading, index: int) -> tuple[str, ...]:
    """The next word, "qu'" written out."""
    return tuple("que" if form == "qu'" else form for form in reading.forms[index + 1 : index + 2])


def _clitics(reading: Reading, at: int) -> int:
    while at > 0 and (reading.form(at - 1) in _CLITICS or reading.form(at - 1) in ("n'", "ne")):
        at -= 1
    return at


def _french_simple(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    forms = reading.forms
    before = forms[index - 1] if index else ""
    subject_before = forms[index - 2] if index > 1 else ""
    pronoun = subject_before in reading.lexicon.words["subject"] or subject_before in ("ne", "n'", "qui", "se")
    if before in _POSSESSIVE_OR_ARTICLE and not pronoun:
        return None
    if reading.has("preposition", index - 1) and before not in ("en",):
        return None
    if index and forms[index - 1] == "-" and forms[index] in ("dit", "font"):
        return None
    first = _clitics(reading, index)
    if verb.lemma == "croire" and reading.form(index + 1) == "savoir":
        return Cue(first, index + 2, index, verb, "finite", _real(reading, first, index))
    inversion = _inversion(reading, index)
    inverted, stop = inversion if inversion else (None, index + 1)
    return Cue(first, stop, index, verb, "finite", _real(reading, first, index), inverted)


def _participle(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    """ ", affirmant que", "en précisant", ", adding that"."""
    first = index - 1 if index and reading.form(index - 1) == "en" else index
    while first and (reading.has("adverb", first - 1) or reading.form(first - 1) in ("tout", "s'", "se")):
        first -= 1
    return Cue(first, index + 1, index, verb, "participle", not reading.has("negation", first - 1))


def _real(reading: Reading, first: int, head: int) -> bool:
    """False where a negation or a modal word stands in the verb group or just before it."""
    negated = any(reading.has("negation", i) for i in range(max(first - 2, 0), head))
    near = range(max(first - 2, 0), head)
    return not negated and not any(reading.has("hypothetical", i) for i in near)


def _english(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    tenses = verb.tenses
    if "present_participle" in tenses:
        return _english_participle(reading, index, verb)
    first, be, have, modal = _english_group(reading, index)
    before = reading.form(first - 1) if first else ""
    if (be and "past_participle" in tenses) or before == "'s":
        return None
    if tenses == {"past_participle"} and not have:
        return None
    if before in _POSSESSIVE_OR_ARTICLE and before not in ("that", "this") and not reading.has("subject", first - 1):
        return None
    if before == "to":
        at = first - 2
        denied = reading.has("hypothetical", at) or reading.has("negation", at)
        return Cue(first, index + 1, index, verb, "infinitive", not denied and not modal)
    if _reads_as_noun(reading, index, first, verb) or (
        "finite" not in tenses and not modal and not _plural_before(reading, first)
    ):
        return None
    if reading.has("preposition", first - 1) and "finite" not in tenses:
        return None
    return Cue(first, index + 1, index, verb, "finite", not modal)


def _reads_as_noun(reading: Reading, index: int, first: int, verb: VerbForm) -> bool:
    """ "United States", "percentage points", "Trump's comments": forms that are plural nouns as well."""
    form = reading.form(index)
    if (
        form.endswith("ed")
        or "past_participle" in verb.tenses
        or form in ("says", "tells", "thinks", "believes", "insists", "argues")
    ):
        return reading.is_capital(index) and first > 0 and reading.is_capital(first - 1) and form == "states"
    before = first - 1
    if before < 0:
        return True
    if reading.is_capital(index) and form == "states":
        return True
    if reading.form(index - 1) == "'s" or reading.has("preposition", before) or reading.form(before).isdigit():
        return True
    if not form.endswith("s") or form in ("discuss", "stress", "express", "press"):
        return False
    follows = reading.form(index + 1) if index + 1 < len(reading.forms) else ""
    if follows in ("that", ":", "how", "why", "whether") or (
        index + 1 < len(reading.inside) and reading.inside[index + 1] >= 0
    ):
        return False
    known = (
        reading.has("subject", before)
        or reading.has("relative", before)
        or reading.form(before) in reading.lexicon.nouns
    )
    return not (
        known or reading.is_capital(before) or reading.form(before) in (",", ")") or _closes_speech(reading, before)
    )


def _closes_speech(reading: Reading, at: int) -> bool:
    """Whether a closing mark behind ", ! ?" stands at the token: “…,” warns Jane Doe."""
    return reading.form(at) in ("”", '"', "»", "’", "'") and reading.form(at - 1) in (",", "!", "?")


def _english_group(reading: Reading, index: int) -> tuple[int, bool, bool, bool]:
    """(first token of the verb group, passive or progressive, perfect, unreal)."""
    at, be, have, unreal = index, False, False, False
    forms = reading.forms
    while at and reading.inside[at - 1] < 0:
        form = forms[at - 1]
        if reading.has("hypothetical", at - 1) or reading.has("negation", at - 1) or form.endswith("n't"):
            unreal = True
        elif form == "'s" and not reading.has("subject", at - 2):
            break
        elif form in _HAVE["en"]:
            have = True
        elif form in _BE["en"]:
            be = True
        elif (
            form not in ("did", "does", "do")
            and not reading.has("adverb", at - 1)
            and not _adverb_ly(form, reading.is_capital(at - 1))
        ):
            break
        at -= 1
    return at, be, have, unreal


def _adverb_ly(form: str, capital: bool) -> bool:
    return (
        not capital
        and form.endswith("ly")
        and len(form) > 4
        and form not in ("family", "italy", "reply", "july", "ally", "kelly")
    )


def _plural_before(reading: Reading, first: int) -> bool:
    if first == 0:
        return False
    form = reading.form(first - 1)
    plural = form.endswith("s") and form != "'s" and not reading.has("determiner", first - 1)
    return form in _THEY or plural or form in ("police", "women", "men") or form in reading.lexicon.nouns


def _english_participle(reading: Reading, index: int, verb: VerbForm) -> Cue | None:
    first, be, _, unreal = _english_group(reading, index)
    before = reading.form(first - 1) if first else ""
    if before in _POSSESSIVE_OR_ARTICLE or (before in ("of", "about") and not be):
        return None
    return Cue(first, index + 1, index, verb, "finite" if be else "participle", not unreal)

"""French articles and prepositions before a name: "de" + "le Brésil" → "du Brésil"."""

_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
_ELIDING_H = ("haï", "h5", "hô", "his", "hom", "hôp", "hyd", "hor", "hab", "hum", "hér", "hél")


def with_preposition(preposition: str, full: str) -> str:
    """ "de" or "à" before a name with its article: "du Brésil", "aux États-Unis", "de l'Otan", "d'Israël", "de Roscosmos"."""
    if full.startswith("The "):
        full = f"le {full[4:]}"
    head, _, rest = full.partition(" ")
    contracted = _CONTRACTED.get((preposition, head.lower()))
    if contracted and rest:
        return f"{contracted} {rest}"
    if preposition == "de" and not full.startswith(("la ", "l'")):
        return elided("de", full)
    return f"{preposition} {full}"


def elided(word: str, following: str) -> str:
    """ "de" → "d'" and "le"/"la" → "l'" before a vowel or a mute h: "d'Iran", "de Russie", "l'hydrogène"."""
    if begins_with_vowel(following) and word[-1] in "ea":
        return f"{word[:-1]}'{following}"
    return f"{word} {following}"


def begins_with_vowel(word: str) -> bool:
    """Whether French elides before `word`; a mark or an acronym read letter by letter counts by its first letter."""
    low = word.lower()
    if low.startswith("h"):
        return low.startswith(_ELIDING_H)
    return low[:1] in _VOWELS and not low.startswith(("ouï", "yo", "ya", "ye", "yu", "onz", "uranus-"))

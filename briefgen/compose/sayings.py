"""Who says so: the attribution chain of a fact, in our voice."""

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import is_neutral, say, source_name
from briefgen.compose.quoteline import printed_name
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.standing import stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.i18n.tables import unit_forms
from briefgen.lexicon.organizations import describe
from briefgen.lexicon.organizations import find as find_organization
from briefgen.model.evidence import Attribution, Fact, Quote


def attribution_name(entry: Entry, said: Attribution, voice: Voice, *, article: bool = False) -> Line:
    """``Bloomberg, citant des données des douanes chinoises``; a name with no form in this language stays, tagged."""
    line = _name(entry, said, voice, article)
    kind = _described(said, voice)
    if kind:
        line = line + own(f" ({kind})")
    if said.cites is not None:
        line = line + own(voice(", citing {name}").format(name="")) + _name(entry, said.cites, voice, True)
    return line


def _described(said: Attribution, voice: Voice) -> str | None:
    """What a reader must know of a source that a state speaks through: ``média d'État chinois``."""
    if said.kind != "state_media":
        return None
    known = find_organization(said.name)
    return (known and describe(known.id, voice.lang)) or voice("state media")


def _full_name(entry: Entry, name: str, voice: Voice) -> str | None:
    """Of someone whom the article quotes by the full name, where `name` is only the last word of it."""
    for quote in entry.extraction.quotes:
        speaker = quote.speaker
        if speaker and speaker.kind == "person" and speaker.name.endswith(f" {name}"):
            return speaker.names.get(voice.lang) or speaker.name
    return None


def _name(entry: Entry, said: Attribution, voice: Voice, article: bool) -> Line:
    full = _full_name(entry, said.name, voice)
    if full is not None:
        return own(full)
    if is_neutral(said.name, entry.language):
        named = source_name(entry.extraction, said.start, said.end, said.name, voice, article)
        if named is not None:
            return named
        glossed = say(said.phrase, voice.lang)
        if glossed:
            return own(glossed)
    return source_words(without_article(said.name), entry.id, voice.foreign(entry.language))


def speaker_around(entry: Entry) -> Quote | None:
    """The quotation that the fact stands in: its speaker says so."""
    fact = entry.element
    inside = (q for q in entry.extraction.quotes if q.start <= fact.start and fact.end <= q.end)
    return next(inside, None)


def has_source(entry: Entry, fact: Fact) -> bool:
    """Whether whoever is said to say so has a name: not "he", and not an unattributed quotation around the fact."""
    said = own_attribution(fact)
    if said is not None:
        return stands_alone(said.name, entry.language) and unit_forms(said.name, entry.language) is None
    around = speaker_around(entry)
    return around is None or (around.speaker is not None and stands_alone(around.speaker.name, entry.language))


def own_attribution(fact: Fact) -> Attribution | None:
    """The first source that the fact's own clause names; what is inherited is left out."""
    carried = any(name.startswith("attribution") for name in fact.inherited)
    return fact.attribution[0] if fact.attribution and not carried else None


def outlet_name(entry: Entry, voice: Voice) -> Line:
    """The outlet, for what nobody else is named for; empty where it is unknown."""
    outlet = entry.extraction.source.outlet
    return own(outlet) if outlet else own(voice("source not named"))


def table_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line:
    """Who says so, as a table cell: the attribution, the speaker of the quotation around it, else the outlet."""
    said = own_attribution(fact)
    if said is not None:
        return attribution_name(entry, said, voice)
    around = speaker_around(entry)
    if around is not None and around.speaker is not None:
        return printed_name(entry, around.speaker, voice, True)
    return outlet_name(entry, voice)


def sentence_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line:
    """``selon Bloomberg, …``; empty where the outlet itself says so, which the reference tells."""
    said, around = own_attribution(fact), speaker_around(entry)
    if said is not None:
        name = attribution_name(entry, said, voice, article=True)
    elif around is not None and around.speaker is not None:
        name = printed_name(entry, around.speaker, voice, True)
    else:
        return Line()
    return own(voice("according to {name}").format(name="")) + name

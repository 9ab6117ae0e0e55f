"""Who says so: the attribution chain of a fact, in our voice."""

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import source_name
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.standing import without_article
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Attribution, Fact


def attribution_name(entry: Entry, said: Attribution, voice: Voice, *, cite: bool = True) -> Line:
    """``Bloomberg, citant les douanes chinoises``; a name with no form in this language stays, tagged."""
    line = _name(entry, said, voice)
    if said.kind == "state_media":
        kind = voice("state media")
        line = line + own(f" ({kind})")
    if said.cites is not None and cite:
        cited = _name(entry, said.cites, voice)
        line = line + own(voice(", citing {name}").format(name="")) + cited
    return line


def _name(entry: Entry, said: Attribution, voice: Voice) -> Line:
    named = source_name(entry.extraction, said.start, said.end, said.name, voice)
    if named is not None:
        return named
    lang = voice.foreign(entry.language)
    return source_words(without_article(said.name), entry.id, lang)


def own_attribution(fact: Fact) -> Attribution | None:
    """The first source that the fact's own clause names; what is inherited is left out."""
    carried = any(name.startswith("attribution") for name in fact.inherited)
    return fact.attribution[0] if fact.attribution and not carried else None


def outlet_name(entry: Entry, voice: Voice) -> Line:
    """The outlet, for what nobody else is named for; empty where it is unknown."""
    outlet = entry.extraction.source.outlet
    return own(outlet) if outlet else own(voice("source not named"))


def table_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line:
    """Who says so, as a table cell: the attribution, else the outlet."""
    said = own_attribution(fact)
    return attribution_name(entry, said, voice) if said else outlet_name(entry, voice)


def sentence_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line:
    """``selon Bloomberg, …``; empty where the outlet itself says so, which the reference tells."""
    said = own_attribution(fact)
    if said is None:
        return Line()
    return own(voice("according to {name}").format(name="")) + attribution_name(entry, said, voice)

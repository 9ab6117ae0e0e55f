"""Who says so: the attribution chain of a fact, in our voice."""

from briefgen.compose.composite_names import glossed
from briefgen.compose.gloss_english import with_article
from briefgen.compose.ledger import Entry
from briefgen.compose.naming import is_neutral, say, source_name
from briefgen.compose.runs import Line, own
from briefgen.compose.speakers import printed_name
from briefgen.compose.standing import stands_alone, without_article
from briefgen.compose.voice import Voice
from briefgen.i18n.tables import unit_forms
from briefgen.lexicon.organizations import describe
from briefgen.lexicon.organizations import find as find_organization
from briefgen.model.evidence import Attribution, Fact, Quote, Speaker
from briefgen.model.tree import Text
from briefgen.text.fold import folded


def attribution_name(entry: Entry, said: Attribution, voice: Voice, *, article: bool = False) -> Line | None:
    """``Bloomberg, citant des données des douanes chinoises``; None where the name has no form in this language."""
    line = _name(entry, said, voice, article)
    if line is None:
        return None
    kind = _described(said, voice)
    if kind:
        line = line + own(f" ({kind})")
    cited = _name(entry, said.cites, voice, True) if said.cites is not None else None
    return line + own(voice(", citing {name}").format(name="")) + cited if cited is not None else line


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


def _name(entry: Entry, said: Attribution, voice: Voice, article: bool) -> Line | None:
    full = _full_name(entry, said.name, voice)
    if full is not None:
        return own(full)
    if not is_neutral(said.name, entry.language):
        return None
    named = source_name(entry.extraction, said.start, said.end, said.name, voice, article)
    if named is not None:
        return named
    words = say(said.phrase, voice.lang)
    if words and article and voice.lang == "en" and said.phrase is not None:
        before = folded(entry.extraction.text[max(0, said.start - 6) : said.start])
        words = with_article(said.phrase, words, not before.endswith((" un ", " une ")))
    words = words or _glossed(entry, said, voice, article)
    return own(words) if words else None


def _glossed(entry: Entry, said: Attribution, voice: Voice, article: bool) -> str | None:
    """From the lexicon entries, in English with the article that the source has: "un rapport de …" → "a report of …"."""
    words = glossed(entry.extraction, said.start, said.end, voice)
    if not words or not article or voice.lang != "en" or not words[0].islower():
        return words
    before = folded(entry.extraction.text[max(0, said.start - 6) : said.start])
    if before.endswith((" un ", " une ")):
        return f"{'an' if words[0] in 'aeio' else 'a'} {words}"
    return f"the {words}" if before.endswith((" le ", " la ", " l'", " du ")) else words


def speaker_around(entry: Entry) -> Quote | None:
    """The quotation that the fact stands in: its speaker says so."""
    fact = entry.element
    inside = (q for q in entry.extraction.quotes if q.start <= fact.start and fact.end <= q.end)
    return next(inside, None)


def has_source(entry: Entry, fact: Fact) -> bool:
    """Whether whoever is said to say so has a name: not "he", and not an unattributed quotation around the fact."""
    said = own_attribution(fact)
    if said is not None:
        return _is_name(entry, said)
    around = speaker_around(entry)
    return around is None or (around.speaker is not None and stands_alone(around.speaker.name, entry.language))


_WORDED = ("document", "dataset", "government", "state_media", "outlet")
"""Kinds of sources that the press names by common words: "according to customs data"."""


def _is_name(entry: Entry, said: Attribution) -> bool:
    """Whether the words name someone whole: doubt about who says so keeps a line of ours from being printed."""
    text, name = entry.extraction.text, said.name.strip()
    edges = text[max(0, said.start - 1) : said.start] + text[said.end : said.end + 1]
    if any(c.isalnum() for c in edges) or len(name) < 2 or not stands_alone(name, entry.language):
        return False
    if unit_forms(name, entry.language) is not None:
        return False
    words = without_article(name).split()
    if words and words[-1][:1].isupper():
        return True
    return said.kind in _WORDED and bool(words)


def own_attribution(fact: Fact) -> Attribution | None:
    """The first source that the fact's own clause names; what is inherited is left out."""
    carried = any(name.startswith("attribution") for name in fact.inherited)
    return fact.attribution[0] if fact.attribution and not carried else None


def outlet_name(entry: Entry, voice: Voice) -> Line:
    """The outlet, for what nobody else is named for; empty where it is unknown."""
    outlet = entry.extraction.source.outlet
    return own(outlet) if outlet else own(voice("source not named"))


def table_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """Who says so, as a table cell: the attribution, the speaker of the quotation around it, else the outlet."""
    said, around = own_attribution(fact), speaker_around(entry)
    if said is not None:
        return attribution_name(entry, said, voice)
    if around is not None and around.speaker is not None:
        return _speaker_name(entry, around.speaker, voice)
    return _who_counts(fact, voice) or outlet_name(entry, voice)


def _who_counts(fact: Fact, voice: Voice) -> Line:
    """The state that itself reports its figure ("La Russie a signalé …"); empty where the clause names none."""
    if fact.predicate != "notification" or fact.type == "event":
        return Line()
    agents = (who for i, who in enumerate(fact.participants) if f"participants[{i}]" not in fact.inherited)
    state = next((who.territory for who in agents if who.role == "agent" and who.territory), None)
    return own(voice.formats.territory(state) or "") if state else Line()


def sentence_attribution(entry: Entry, fact: Fact, voice: Voice) -> Line | None:
    """``selon Bloomberg, …``; empty where the outlet itself says so, which the reference tells."""
    said, around = own_attribution(fact), speaker_around(entry)
    if said is not None:
        name = attribution_name(entry, said, voice, article=True)
    elif around is not None and around.speaker is not None:
        name = _speaker_name(entry, around.speaker, voice)
    else:
        return Line()
    return None if name is None else own(voice("according to {name}").format(name="")) + name


def _speaker_name(entry: Entry, speaker: Speaker, voice: Voice) -> Line | None:
    name = printed_name(entry, speaker, voice, True)
    return None if any(isinstance(run, Text) and run.lang for run in name.runs) else name

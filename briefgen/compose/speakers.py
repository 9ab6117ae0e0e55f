"""Names of speakers as the document prints them."""

from briefgen.compose.ledger import Entry
from briefgen.compose.naming import is_proper, known_name
from briefgen.compose.runs import Line, own, source_words
from briefgen.compose.standing import capitalized, short_name, without_article
from briefgen.compose.voice import Voice
from briefgen.model.evidence import Speaker


def full_name(speaker: Speaker, voice: Voice) -> str:
    """The name's form in the document language, else as the article gives it."""
    return speaker.names.get(voice.lang) or speaker.name


def printed_name(entry: Entry, speaker: Speaker, voice: Voice, first: bool) -> Line:
    """The name in full, or short for a person named before; words that are no name stay tagged in another language."""
    name = full_name(speaker, voice)
    lang = voice.foreign(entry.language)
    if speaker.kind != "person":
        name = capitalized(known_name(name, voice) or without_article(name))
    if lang and voice.lang not in speaker.names and not is_proper(without_article(name)):
        return source_words(name, entry.id, lang)
    return own(name if first or speaker.kind != "person" else short_name(name))

"""Other fields of the news (sports, entertainment, business …): the words that tell a rival of a topic."""

from collections.abc import Mapping
from functools import cache

from briefgen.lexicon.concepts import read_toml
from briefgen.lexicon.matcher import Matcher
from briefgen.resources import resource

FIELDS = ("sports", "entertainment", "business", "politics", "technology")


@cache
def field_words(lang: str) -> Matcher[Mapping[str, str]]:
    """Matcher of phrase → {field: the phrase as the lexicon writes it}, for fr or en."""
    tables = read_toml(resource("assets", "lexicons", "fields.toml"))
    by_phrase: dict[str, dict[str, str]] = {}
    for field in FIELDS:
        for phrase in tables[field][lang].replace("\n", " ").split(","):
            form = " ".join(phrase.split())
            if form:
                by_phrase.setdefault(form.lower(), {})[field] = form
    return Matcher(by_phrase.items())

"""The catalogs say everything that the code says, and the compiled files are those of the text files."""

import pytest

from briefgen.i18n.catalogs import document
from briefgen.i18n.compiling import is_fresh, pairs, read_catalog, untranslated


@pytest.mark.parametrize(("lang", "domain"), pairs())
def test_nothing_is_left_in_english(lang, domain):
    missing = untranslated(lang, domain)
    assert not missing, "run: python -m briefgen.i18n update, then translate the new entries"


@pytest.mark.parametrize(("lang", "domain"), pairs())
def test_compiled_catalog_is_fresh(lang, domain):
    assert is_fresh(lang, domain), "run: python -m briefgen.i18n compile"


@pytest.mark.parametrize(("lang", "domain"), pairs())
def test_translations_keep_their_places(lang, domain):
    for message in read_catalog(lang, domain):
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        for string in strings:
            for name in ("{name}", "{amount}", "{count}", "{reason}", "{sources}", "{total}"):
                assert (name in string) == (name in ids[-1]) or not ids[0], message.id


def test_english_is_the_msgid():
    assert document("en").gettext("Key points") == "Key points"
    assert document("fr").gettext("Key points") == "À retenir"

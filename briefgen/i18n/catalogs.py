"""Words in the user's or the document's language: gettext over two domains, no global locale."""

import gettext
from functools import cache
from pathlib import Path

from briefgen.i18n.locales import language

LOCALE_DIR = Path(__file__).parent.parent / "locale"
SCREEN = "briefgen"
DOCUMENT = "document"
LANGUAGES = ("en", "fr")
"""Those whose catalogs are complete; msgids are the English words."""


@cache
def words(domain: str, locale: str) -> gettext.NullTranslations:
    """The catalog of `domain` (SCREEN or DOCUMENT) for `locale`, with gettext, ngettext, pgettext; English where none is."""
    return gettext.translation(domain, LOCALE_DIR, languages=[language(locale)], fallback=True)


@cache
def screen(locale: str) -> gettext.NullTranslations:
    """Words on screen and on the terminal; what is printed too, such as points to note, in the words of the print."""
    found = gettext.translation(SCREEN, LOCALE_DIR, languages=[language(locale)], fallback=True)
    found.add_fallback(words(DOCUMENT, locale))
    return found


def document(locale: str) -> gettext.NullTranslations:
    """Words printed in a briefing."""
    return words(DOCUMENT, locale)

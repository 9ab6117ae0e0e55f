"""Locales by name: ``fr``, ``fr-CA``, ``en_GB`` … as a language, a BCP 47 tag and a Babel locale."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_DEFAULT_REGION = {"fr": "FR", "en": "US"}


def language(locale: str) -> str:
    """The language alone: ``fr`` of ``fr-CA``."""
    return locale.replace("_", "-").split("-")[0].lower()


def tag(locale: str) -> str:
    """BCP 47 with a region: ``fr-FR`` of ``fr``, ``en-GB`` of ``en_gb``."""
    parts = locale.replace("_", "-").split("-")
    region = parts[-1].upper() if len(parts) > 1 else _DEFAULT_REGION.get(parts[0].lower())
    return f"{parts[0].lower()}-{region}" if region else parts[0].lower()


@cache
def babel_locale(locale: str) -> "Locale":
    """Babel's locale; raises babel's UnknownLocaleError for one that CLDR does not know."""
    from babel import Locale

    return Locale.parse(tag(locale), sep="-")

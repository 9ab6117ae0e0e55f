"""Catalogs (gettext) and formats (Babel): take a locale, return functions. No global locale."""

from briefgen.i18n.catalogs import document, screen
from briefgen.i18n.formats import Formats, formats
from briefgen.i18n.locales import language, tag

__all__ = ["Formats", "document", "formats", "language", "screen", "tag"]

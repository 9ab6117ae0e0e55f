"""Catalogs (gettext) and formats (Babel): take a locale, return functions. No global locale.

Nothing is imported here: a command that prints no briefing needs the catalogs alone.
"""

"""Who writes to whom: header fields that stand in every briefing of an office, from ``profiles/default.toml``."""

import tomllib
from collections.abc import Mapping

from briefgen.errors import TemplateError
from briefgen.i18n.mark import mark as _
from briefgen.paths import home
from briefgen.resources import resource

FIELDS = ("from", "to", "reference")


def profile_header() -> Mapping[str, str]:
    """The user's profile, else the shipped one (empty); TemplateError where the file is broken."""
    folders = (home() / "profiles", resource("assets", "profiles"))
    path = next((file for folder in folders if (file := folder / "default.toml").is_file()), None)
    if path is None:
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("header", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(_("{place}: {problem}"), place="profiles/default.toml", problem=error) from error
    return {name: str(table[name]) for name in FIELDS if table.get(name)}

"""The installed templates: where they lie and what their ``template.toml`` says; `templating` fills them."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from briefgen.errors import TemplateError, UnknownName
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.paths import home
from briefgen.resources import resource

BODY = "body.html.j2"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """What ``template.toml`` says."""

    id: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    limits: Mapping[str, int]
    by_article: bool
    """Whether it prints article by article (``arrangement = "articles"``) rather than topic by topic."""
    folder: Path


def folders() -> list[Path]:
    """Where templates are looked for: the user's own first, then the shipped ones."""
    return [path for path in (home() / "templates", resource("templates")) if path.is_dir()]


def template_infos() -> list[TemplateInfo]:
    """Every installed template, by id; the user's replaces a shipped one of the same id."""
    found: dict[str, TemplateInfo] = {}
    for folder in folders():
        for path in sorted(folder.glob(f"*/{BODY}")):
            found.setdefault(path.parent.name, _info(path.parent))
    return [found[name] for name in sorted(found)]


def template_info(name: str) -> TemplateInfo:
    """Raises UnknownName where no such template is installed."""
    for folder in folders():
        if re.fullmatch(r"[\w-]+", name) and (folder / name / BODY).is_file():
            return _info(folder / name)
    known = ", ".join(info.id for info in template_infos()) or "none"
    raise UnknownName(_("There is no template “{name}”. Installed are: {known}."), name=name, known=known)


def _info(folder: Path) -> TemplateInfo:
    path = folder / "template.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(_("{place}: {problem}"), place=f"{folder.name}/template.toml", problem=error) from error
    title = table.get("title", {})
    description = table.get("description", {})
    limits = {key: value for key, value in table.get("limits", {}).items() if isinstance(value, int)}
    by_article = table.get("arrangement") == "articles"
    return TemplateInfo(folder.name, title or {"en": folder.name}, description, limits, by_article, folder)


def declared_problem(folder: Path) -> TemplateError | None:
    """What is wrong with the ``template.toml`` of `folder`."""
    try:
        _info(folder)
    except TemplateError as error:
        return error
    return None

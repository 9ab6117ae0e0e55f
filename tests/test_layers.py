"""The house's layers hold: an importer looks down, or sideways inside its own package."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefgen"
LAYERS = (
    {"__main__"},
    {"cli", "gui"},
    {"batch"},
    {"sessions", "verify"},
    {"pipeline"},
    {"ingest", "extract", "compose", "render", "store"},
    {"lexicon"},
    {"compiled", "frozen", "garbage", "model", "text", "i18n", "errors", "paths", "resources"},
)
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
SHIPPED_ALONE = {
    "PySide6": ("gui/",),
    "docx": ("ingest/docx", "render/docx"),
    "reportlab": ("render/pdf", "render/charts", "render/fonts"),
    "jinja2": ("compose/templating", "i18n/compiling"),
    "babel": ("i18n/",),
    "trafilatura": ("ingest/html",),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_below_or_beside(path: Path) -> None:
    own = room(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "briefgen" or len(parts) < 2 or parts[1] not in LEVEL or own not in LEVEL:
            continue
        other = parts[1]
        assert other == own or LEVEL[other] > LEVEL[own] or LEVEL[own] == LEVEL[other] == len(LAYERS) - 1, (
            f"{own} must not import {name}"
        )


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_heavy_library_is_imported_in_its_own_room_only(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in imported(path):
        rooms = SHIPPED_ALONE.get(name.split(".")[0])
        assert rooms is None or place.startswith(rooms), f"{place} must not import {name}"

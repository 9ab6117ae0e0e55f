"""Catalogs from the code to .po to .mo: `python -m briefgen.i18n update|compile|check`."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from briefgen.i18n.catalogs import DOCUMENT, LOCALE_DIR, SCREEN
from briefgen.resources import resource

PACKAGE = LOCALE_DIR.parent
TRANSLATED = ("fr",)
KEYWORDS = {
    "_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3), "N_": None, "voice": None, "speak": None, "mark": None, "tr": None,
}  # fmt: skip
_NO_DATE = datetime(2022, 1, 1, tzinfo=UTC)
"""The same .mo whenever it is compiled."""
_DOCUMENT_ROOMS = ("compose", "i18n")


def sources(domain: str) -> Iterator[tuple[str, Path]]:
    """(extraction method, file) of everything whose words belong to `domain`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        printed = path.relative_to(PACKAGE).parts[0] in _DOCUMENT_ROOMS
        if printed == (domain == DOCUMENT) and "_bundled" not in path.parts:
            yield "python", path
    if domain == DOCUMENT:
        for path in sorted(resource("templates").rglob("*.j2")):
            yield "jinja2.ext:babel_extract", path


def messages(domain: str) -> Catalog:
    """Every msgid of `domain` as the code has it now."""
    catalog = Catalog(domain=domain, charset="utf-8", fuzzy=False)
    options = {"trimmed": "true", "silent": "false"}
    for method, path in sources(domain):
        found = extract_from_file(_method(method), path, keywords=KEYWORDS, options=options, comment_tags=("L10n:",))
        for _line, message, comments, context in found:
            catalog.add(message, None, auto_comments=comments, context=context)
    return catalog


def _method(name: str) -> Any:
    if ":" not in name:
        return name
    from jinja2.ext import babel_extract

    return babel_extract


def po_path(lang: str, domain: str) -> Path:
    return LOCALE_DIR / lang / "LC_MESSAGES" / f"{domain}.po"


def read_catalog(lang: str, domain: str) -> Catalog:
    """The .po file; an empty catalog where there is none."""
    path = po_path(lang, domain)
    if not path.is_file():
        return Catalog(locale=lang, domain=domain, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=lang, domain=domain, charset="utf-8")


def update(lang: str, domain: str) -> None:
    """The .po file with the code's msgids: new ones added untranslated, unused ones dropped."""
    catalog = read_catalog(lang, domain)
    catalog.update(messages(domain), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, no_location=True, omit_header=False, sort_output=True)
    lines = buffer.getvalue().decode("utf-8").splitlines()
    kept = (line for line in lines if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')))
    po_path(lang, domain).write_text("\n".join(kept).strip() + "\n", encoding="utf-8", newline="\n")


def compiled(lang: str, domain: str) -> bytes:
    """The .mo file's bytes for the .po file as it stands."""
    catalog = read_catalog(lang, domain)
    catalog.creation_date = catalog.revision_date = _NO_DATE
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def compile_catalogs() -> None:
    """Write every .mo file."""
    for lang, domain in pairs():
        po_path(lang, domain).with_suffix(".mo").write_bytes(compiled(lang, domain))


def pairs() -> Iterable[tuple[str, str]]:
    return [(lang, domain) for lang in TRANSLATED for domain in (SCREEN, DOCUMENT)]


def untranslated(lang: str, domain: str) -> list[str]:
    """Msgids of the code that the catalog does not say."""
    catalog = read_catalog(lang, domain)
    missing = []
    for message in messages(domain):
        known = catalog.get(message.id, message.context) if message.id else None
        if message.id and (known is None or not all(_strings(known.string))):
            missing.append(str(message.id))
    return missing


def _strings(string: object) -> list[str]:
    return [string] if isinstance(string, str) else list(string)  # type: ignore[call-overload]


def is_fresh(lang: str, domain: str) -> bool:
    """Whether the committed .mo says what the .po says."""
    path = po_path(lang, domain).with_suffix(".mo")
    return path.is_file() and path.read_bytes() == compiled(lang, domain)

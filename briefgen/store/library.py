"""The library: every source by its content's hash, with its metadata, text and extraction; searched in full text.

An embedded SQLite file (WAL: many readers and a writer at once), or PostgreSQL where BRIEFGEN_LIBRARY names one.
"""

import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, exc, insert, select

from briefgen import ENGINE_VERSION
from briefgen.errors import LibraryError
from briefgen.i18n.mark import mark as _
from briefgen.model.extraction import Extraction
from briefgen.paths import home
from briefgen.store.full_text import create_index, forget_words, index_words, matching_rows
from briefgen.store.schema import SCHEMA_VERSION, facts_about_library, metadata, printed, sources
from briefgen.store.stored import pack, unpack

_CHUNK = 500
"""Ids in one query: SQLite takes at most 999 parameters in old builds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as lists show it."""

    id: str
    sha256: str
    path: str | None
    language: str
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    added: str
    words: int


_ENTRY = tuple(sources.c[name] for name in Entry.__slots__)


def library_url() -> str:
    """BRIEFGEN_LIBRARY (a file or postgresql://…), else `library.sqlite` in the user's folder."""
    named = os.environ.get("BRIEFGEN_LIBRARY")
    if named and "://" in named:
        return named.replace("postgresql://", "postgresql+pg8000://", 1)
    return f"sqlite:///{Path(named) if named else home() / 'library.sqlite'}"


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    return (items[i : i + _CHUNK] for i in range(0, len(items), _CHUNK))


class Library:
    """Open with `Library.open()`; every call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str | None = None) -> "Library":
        """The library at `url`, made where there is none; LibraryError when it is damaged, newer or out of reach."""
        url = url or library_url()
        if url.startswith("sqlite:///"):
            Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        library = cls(_engine(url))
        with library._guard(), library._engine.begin() as connection:
            library._prepare(connection)
        return library

    def _prepare(self, connection: Connection) -> None:
        metadata.create_all(connection)
        create_index(connection)
        version = connection.execute(
            select(facts_about_library.c.value).where(facts_about_library.c.key == "schema")
        ).scalar_one_or_none()
        if version is None:
            connection.execute(insert(facts_about_library).values(key="schema", value=str(SCHEMA_VERSION)))
        elif int(version) > SCHEMA_VERSION:
            raise LibraryError(
                _("{name}: a newer briefgen wrote this library; nothing was changed. Update briefgen."), name=self.name
            )

    @property
    def name(self) -> str:
        """What to call the library in a message: its file's name, or its address without the password."""
        url = self._engine.url
        return Path(url.database or "").name if url.drivername == "sqlite" else url.render_as_string(hide_password=True)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except exc.OperationalError as error:
            message = _("{name}: the library is out of reach ({reason}). Check the address, the server or the folder.")
            raise LibraryError(message, name=self.name, reason=error.orig) from error
        except exc.DatabaseError as error:
            message = _(
                "{name}: the library is damaged ({reason}); nothing was changed. Move it away to start a new one."
            )
            raise LibraryError(message, name=self.name, reason=error.orig) from error

    def add(self, extractions: Iterable[Extraction], engine: str = ENGINE_VERSION) -> None:
        """Stores the extractions; one that is there already is replaced."""
        self.add_rows([as_row(extraction, engine) for extraction in extractions])

    def add_rows(self, rows: Sequence["StoredRow"]) -> None:
        """As `add`, from what `as_row` gave, perhaps in another process."""
        latest = {row["id"]: (row, text) for row, text in rows}
        if not latest:
            return
        with self._guard(), self._engine.begin() as connection:
            self._remove(connection, list(latest))
            connection.execute(insert(sources), [row for row, _text in latest.values()])
            numbers = dict(self._numbers(connection, list(latest)))
            words = [
                {"row": numbers[id], "title": row["title"] or "", "text": text} for id, (row, text) in latest.items()
            ]
            index_words(connection, words)

    def remove(self, ids: Sequence[str]) -> int:
        """Forgets the sources; how many there were."""
        with self._guard(), self._engine.begin() as connection:
            return self._remove(connection, ids)

    def _numbers(self, connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
        for chunk in _chunks(ids):
            query = select(sources.c.id, sources.c.row).where(sources.c.id.in_(chunk))
            yield from ((row.id, row.row) for row in connection.execute(query))

    def _remove(self, connection: Connection, ids: Sequence[str]) -> int:
        numbers = [number for _id, number in self._numbers(connection, ids)]
        if numbers:
            forget_words(connection, numbers)
            for chunk in _chunks(ids):
                connection.execute(delete(sources).where(sources.c.id.in_(chunk)))
        return len(numbers)

    def known(self, digests: Sequence[str], engine: str = ENGINE_VERSION) -> dict[str, list[str]]:
        """File hash → ids of its sources, for the files that this engine has already read."""
        found: dict[str, list[str]] = {}
        with self._guard(), self._engine.connect() as connection:
            for chunk in _chunks(digests):
                query = select(sources.c.sha256, sources.c.id).where(
                    sources.c.sha256.in_(chunk), sources.c.engine == engine
                )
                for row in connection.execute(query.order_by(sources.c.row)):
                    found.setdefault(row.sha256, []).append(row.id)
        return found

    def extractions(self, ids: Sequence[str]) -> list[Extraction]:
        """The stored extractions, in the order of `ids`; ids that are not there are passed over."""
        found: dict[str, Extraction] = {}
        with self._guard(), self._engine.connect() as connection:
            for chunk in _chunks(ids):
                query = select(sources.c.id, sources.c.record).where(sources.c.id.in_(chunk))
                found.update((row.id, unpack(row.record)) for row in connection.execute(query))
        return [found[id] for id in ids if id in found]

    def search(self, query: str, limit: int = 50) -> list[Entry]:
        """Sources that hold every word of `query`, accents folded, best first."""
        with self._guard(), self._engine.connect() as connection:
            numbers = matching_rows(connection, query, limit)
            rows = connection.execute(select(sources.c.row, *_ENTRY).where(sources.c.row.in_(numbers)))
            found = {row[0]: Entry(*row[1:]) for row in rows}
        return [found[number] for number in numbers if number in found]

    def entries(self, ids: Sequence[str] | None = None) -> list[Entry]:
        """All sources, or those named, newest publication first."""
        query = select(*_ENTRY).order_by(sources.c.published.desc(), sources.c.row)
        if ids is not None:
            query = query.where(sources.c.id.in_(list(ids)))
        with self._guard(), self._engine.connect() as connection:
            return [Entry(*row) for row in connection.execute(query)]

    def mark_printed(self, briefing: str, ids: Iterable[str]) -> None:
        """Remembers that the named briefing has used the sources."""
        with self._guard(), self._engine.begin() as connection:
            known = set(connection.execute(select(printed.c.source).where(printed.c.briefing == briefing)).scalars())
            rows = [{"briefing": briefing, "source": id} for id in dict.fromkeys(ids) if id not in known]
            if rows:
                connection.execute(insert(printed), rows)

    def printed(self, briefing: str) -> frozenset[str]:
        """Ids of the sources that the named briefing has used."""
        with self._guard(), self._engine.connect() as connection:
            return frozenset(
                connection.execute(select(printed.c.source).where(printed.c.briefing == briefing)).scalars()
            )

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._engine.dispose()


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune)
    return engine


def _tune(connection: Any, _record: object) -> None:
    """Many readers and one writer at once; a writer waits for its turn."""
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


StoredRow = tuple[dict[str, Any], str]
"""(the columns of a source, the text to index)."""


def as_row(extraction: Extraction, engine: str) -> StoredRow:
    """An extraction as the library stores it; plain values, so that it can come from another process."""
    source = extraction.source
    names = ("id", "sha256", "path", "part", "reader", "language", "title", "outlet", "author", "published")
    row: dict[str, Any] = {name: getattr(source, name) for name in names}
    row["engine"] = engine
    row["added"] = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row["words"] = len(extraction.text.split())
    row["record"] = pack(extraction)
    return row, extraction.text

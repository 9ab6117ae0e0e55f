"""The library: every source by its content's hash, with its metadata, text and extraction; searched in full text.

An embedded SQLite file (WAL: many readers and a writer at once), or PostgreSQL where BRIEFGEN_LIBRARY names one.
"""

import datetime
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, delete, exc, insert, inspect, select

from briefgen import ENGINE_VERSION
from briefgen.errors import LibraryError
from briefgen.frozen import dataclass
from briefgen.i18n.mark import mark as _
from briefgen.model.extraction import Extraction
from briefgen.paths import home
from briefgen.store.connections import let_many_read, make_engine, writing
from briefgen.store.full_text import forget_words, index_words, matching_rows
from briefgen.store.schema import SCHEMA_VERSION, create_tables, facts_about_library, printed, sources
from briefgen.store.series import under
from briefgen.store.stored import pack, unpack

Item = TypeVar("Item")
_OUT_OF_REACH = _("{name}: the library is out of reach ({reason}). Check the address, the server or the folder.")
_DAMAGED = _("{name}: the library is damaged ({reason}); nothing was changed. Move it away to start a new one.")
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


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(_OUT_OF_REACH, name=file.name, reason=error.strerror) from error


def _reason(error: exc.DBAPIError) -> object:
    """What the database said, without what surrounds it in PostgreSQL's answer."""
    said = error.orig.args[0] if error.orig is not None and error.orig.args else error.orig
    return said.get("M", said) if isinstance(said, dict) else said


def _engine_for(url: str) -> Engine:
    try:
        return make_engine(url)
    except ModuleNotFoundError as error:
        message = _("A library in PostgreSQL needs its driver. Install it with: pip install 'briefgen[postgres]'.")
        raise LibraryError(message) from error
    except (exc.ArgumentError, ValueError) as error:
        message = _("BRIEFGEN_LIBRARY is neither a file nor an address such as postgresql://user@host/database.")
        raise LibraryError(message) from error


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[i : i + _CHUNK] for i in range(0, len(items), _CHUNK))


class Library:
    """Open with `Library.open()`; every call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str | None = None) -> "Library":
        """The library at `url`, made where there is none; LibraryError when it is damaged, newer or out of reach.

        A file that is not a library of ours is never written to.
        """
        url = url or library_url()
        if url.startswith("sqlite:///"):
            _make_folder(Path(url.removeprefix("sqlite:///")))
        library = cls(_engine_for(url))
        try:
            with library._guard():
                library._prepare()
        except LibraryError:
            library.close()
            raise
        return library

    def _prepare(self) -> None:
        with self._engine.connect() as connection:
            version = self._version(connection)
        if version is None:
            with writing(self._engine) as connection:
                create_tables(connection)
        elif version > SCHEMA_VERSION:
            raise LibraryError(
                _("{name}: a newer briefgen wrote this library; nothing was changed. Update briefgen."), name=self.name
            )
        let_many_read(self._engine)

    def _version(self, connection: Connection) -> int | None:
        """Of the tables there; None where there are none."""
        tables = set(inspect(connection).get_table_names())
        if facts_about_library.name not in tables:
            if tables and connection.dialect.name == "sqlite":
                raise LibraryError(
                    _("{name}: this is another program's database; nothing was changed. Choose another file."),
                    name=self.name,
                )
            return None
        query = select(facts_about_library.c.value).where(facts_about_library.c.key == "schema")
        value = connection.execute(query).scalar_one_or_none()
        return None if value is None else int(value)

    @property
    def name(self) -> str:
        """What to call the library in a message: its file's name, or its address without the password."""
        url = self._engine.url
        return Path(url.database or "").name if url.drivername == "sqlite" else url.render_as_string(hide_password=True)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except exc.DBAPIError as error:
            embedded = self._engine.dialect.name == "sqlite"
            damaged = embedded and not isinstance(error, exc.OperationalError | exc.InterfaceError)
            raise LibraryError(_DAMAGED if damaged else _OUT_OF_REACH, name=self.name, reason=_reason(error)) from error

    def add(self, extractions: Iterable[Extraction], engine: str = ENGINE_VERSION) -> None:
        """Stores the extractions; one that is there already is replaced."""
        self.add_rows([as_row(extraction, engine) for extraction in extractions])

    def add_rows(self, rows: Sequence["StoredRow"]) -> None:
        """As `add`, from what `as_row` gave, perhaps in another process."""
        latest = {row["id"]: (row, text) for row, text in rows}
        if not latest:
            return
        with self._guard(), writing(self._engine) as connection:
            self._remove(connection, list(latest))
            connection.execute(insert(sources), [row for row, _text in latest.values()])
            numbers = dict(self._numbers(connection, list(latest)))
            words = [
                {"row": numbers[id], "title": row["title"] or "", "text": text} for id, (row, text) in latest.items()
            ]
            index_words(connection, words)

    def remove(self, ids: Sequence[str]) -> int:
        """Forgets the sources; how many there were."""
        with self._guard(), writing(self._engine) as connection:
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
                found.update((row.id, self._unpacked(row.id, row.record)) for row in connection.execute(query))
        return [found[id] for id in ids if id in found]

    def _unpacked(self, id: str, record: bytes) -> Extraction:
        try:
            return unpack(record)
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            message = _("{name}: source {id} is damaged in the library. Remove it there and read it again.")
            raise LibraryError(message, name=self.name, id=id) from error

    def search(self, query: str, limit: int = 50) -> list[Entry]:
        """Sources that hold every word of `query`, accents folded, best first."""
        with self._guard(), self._engine.connect() as connection:
            numbers = matching_rows(connection, query, limit)
            found: dict[int, Entry] = {}
            for chunk in _chunks(numbers):
                rows = connection.execute(select(sources.c.row, *_ENTRY).where(sources.c.row.in_(chunk)))
                found.update((row[0], Entry(*row[1:])) for row in rows)
        return [found[number] for number in numbers if number in found]

    def entries(self, ids: Sequence[str] | None = None) -> list[Entry]:
        """All sources, or those named, newest publication first."""
        query = select(*_ENTRY).order_by(sources.c.published.is_(None), sources.c.published.desc(), sources.c.row)
        with self._guard(), self._engine.connect() as connection:
            found = [Entry(*row) for row in connection.execute(query)]
        return found if ids is None else [entry for entry in found if entry.id in set(ids)]

    def mark_printed(self, briefing: str, ids: Iterable[str]) -> None:
        """Remembers that the named briefing has used the sources."""
        with self._guard(), writing(self._engine) as connection:
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

    def printed_under(self, name: str) -> frozenset[str]:
        """Ids of the sources that any briefing of the name has used."""
        query = select(printed.c.source).where(printed.c.briefing.startswith(under(name), autoescape=True))
        with self._guard(), self._engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def published(self, ids: Sequence[str]) -> dict[str, str | None]:
        """Id → day of publication, of the sources that are there."""
        found: dict[str, str | None] = {}
        with self._guard(), self._engine.connect() as connection:
            for chunk in _chunks(ids):
                query = select(sources.c.id, sources.c.published).where(sources.c.id.in_(chunk))
                found.update((row.id, row.published) for row in connection.execute(query))
        return found

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._engine.dispose()


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

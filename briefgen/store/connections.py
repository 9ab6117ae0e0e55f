"""Connections to the library's database, and the transactions that write to it: one at a time, each whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc

_LOCK = 1_836_412_017
"""Any number that no other program's advisory lock in the same PostgreSQL database is likely to have."""
_WRITES = "writes"


def make_engine(url: str) -> Engine:
    """The engine for `url`, with what SQLite needs for many readers and a writer at once."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune)
        event.listen(engine, "begin", _begin)
    return engine


def _tune(connection: Any, _record: object) -> None:
    """A writer waits for its turn; transactions begin where we say so, not where the driver guesses."""
    connection.isolation_level = None
    for pragma in ("busy_timeout=60000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A transaction that will write takes its turn at once: read first and write later would fail where two do so."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def let_many_read(engine: Engine) -> None:
    """Write-ahead logging for an SQLite library, so that readers go on while one writes; the file remembers it."""
    if engine.dialect.name != "sqlite":
        return
    with suppress(exc.OperationalError, sqlite3.OperationalError), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            # Another process that is just opening the library may hold it: then the next one that opens it does this.
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.close()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that no other writer of the library shares the time of."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection

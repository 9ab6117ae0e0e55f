"""The library's tables, the same in SQLite and PostgreSQL; only the full-text index differs."""

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, MetaData, String, Table, Text, insert, select

SCHEMA_VERSION = 1
"""Raised when a table changes; an older program must not write a newer library."""

metadata = MetaData()

facts_about_library = Table(
    "library", metadata, Column("key", String(40), primary_key=True), Column("value", String(200), nullable=False)
)

sources = Table(
    "sources",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("engine", String(80), nullable=False),
    Column("path", Text),
    Column("part", Text),
    Column("reader", String(20), nullable=False),
    Column("language", String(8), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("published", String(40)),
    Column("added", String(20), nullable=False),
    Column("words", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""`record` is the whole extraction as compressed JSON; the other columns are for lists and look-ups."""

Index("sources_by_file", sources.c.sha256)

printed = Table(
    "printed",
    metadata,
    Column("briefing", String(200), primary_key=True),
    Column("source", String(16), primary_key=True),
)
"""Which sources a named briefing has already used; kept when a source is read again."""

SQLITE_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS source_words USING fts5(title, text, tokenize='unicode61 remove_diacritics 2')"
)
POSTGRESQL_INDEX = (
    "CREATE TABLE IF NOT EXISTS source_words (rowid integer PRIMARY KEY, words tsvector)",
    "CREATE INDEX IF NOT EXISTS source_words_index ON source_words USING gin (words)",
)


def create_tables(connection: Connection) -> None:
    """The tables and the index, where they are not there yet; inside a writing transaction."""
    metadata.create_all(connection)
    statements = (SQLITE_INDEX,) if connection.dialect.name == "sqlite" else POSTGRESQL_INDEX
    for statement in statements:
        connection.exec_driver_sql(statement)
    query = select(facts_about_library.c.value).where(facts_about_library.c.key == "schema")
    if connection.execute(query).scalar_one_or_none() is None:
        connection.execute(insert(facts_about_library).values(key="schema", value=str(SCHEMA_VERSION)))

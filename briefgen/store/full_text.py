"""Full-text search with accents folded, by FTS5 in SQLite and tsvector in PostgreSQL: the same queries in both."""

import re
import unicodedata
from typing import Any

from sqlalchemy import Connection, text

_WORD = re.compile(r"\w+")


def without_accents(words: str) -> str:
    """Lower case without diacritics: "Énergie" is found by "energie"."""
    decomposed = unicodedata.normalize("NFKD", words.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def index_words(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Adds rows of ``row``, ``title`` and ``text``."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO source_words (rowid, title, text) VALUES (:row, :title, :text)"), rows)
        return
    folded = [{"row": r["row"], "words": without_accents(f"{r['title']} {r['text']}")} for r in rows]
    statement = "INSERT INTO source_words (rowid, words) VALUES (:row, to_tsvector('simple', :words))"
    connection.execute(text(statement), folded)


def forget_words(connection: Connection, rows: list[int]) -> None:
    """Removes the rows from the index."""
    connection.execute(text("DELETE FROM source_words WHERE rowid = :row"), [{"row": row} for row in rows])


def matching_rows(connection: Connection, query: str, limit: int) -> list[int]:
    """Rows that hold every word of `query` (the last one may be a beginning), best first."""
    words = _WORD.findall(without_accents(query))
    if not words:
        return []
    if connection.dialect.name == "sqlite":
        match = " ".join(f'"{word}"' for word in words) + "*"
        statement = "SELECT rowid FROM source_words WHERE source_words MATCH :match ORDER BY rank LIMIT :limit"
    else:
        match = " & ".join([*words[:-1], f"{words[-1]}:*"])
        statement = (
            "SELECT rowid FROM source_words, to_tsquery('simple', :match) AS q WHERE words @@ q "
            "ORDER BY ts_rank(words, q) DESC, rowid LIMIT :limit"
        )
    return [row[0] for row in connection.execute(text(statement), {"match": match, "limit": limit})]

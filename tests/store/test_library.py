"""The library keeps sources with their evidence and finds them again; SQLite and PostgreSQL alike."""

import sqlite3
import threading
from pathlib import Path

import pytest

from briefgen.errors import LibraryError
from briefgen.model.extraction import Extraction
from briefgen.model.source import Source
from briefgen.store.library import Library
from briefgen.store.series import series_key


def extraction(id: str, text: str = "Un texte.", **metadata: str) -> Extraction:
    source = Source(id, f"{id}.txt", None, f"sha-{id}", "t", "txt/1", "txt", "fr", **metadata)  # type: ignore[arg-type]
    return Extraction(source, text, ((0, len(text)),), (), (), (), ())


def test_what_was_added_comes_back_as_it_was(library: Library) -> None:
    one = extraction("a1", "L’énergie coûte cher.", title="Énergie", published="2026-03-01")

    library.add([one])

    assert library.extractions(["a1"]) == [one]
    assert [entry.title for entry in library.entries()] == ["Énergie"]


def test_a_file_that_this_engine_has_read_is_known(library: Library) -> None:
    library.add([extraction("a1"), extraction("b2")], engine="1")

    assert library.known(["sha-a1", "sha-c3"], engine="1") == {"sha-a1": ["a1"]}
    assert library.known(["sha-a1"], engine="2") == {}


def test_reading_again_replaces(library: Library) -> None:
    library.add([extraction("a1", "Ancien texte.")])
    library.add([extraction("a1", "Nouveau texte.")])

    assert [e.text for e in library.extractions(["a1"])] == ["Nouveau texte."]
    assert library.search("ancien") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [("energie", ["a1"]), ("ÉNERGIE russe", ["a1"]), ("satel", ["b2"]), ("absent", []), ('" OR', [])],
)
def test_search_folds_accents_and_takes_a_beginning(library: Library, query: str, found: list[str]) -> None:
    library.add([extraction("a1", "L’énergie russe coûte cher."), extraction("b2", "A satellite was launched.")])

    assert [entry.id for entry in library.search(query)] == found


def test_a_removed_source_is_found_no_more(library: Library) -> None:
    library.add([extraction("a1", "Un satellite.")])

    assert library.remove(["a1", "zz"]) == 1
    assert library.search("satellite") == []


def test_a_briefing_remembers_its_sources(library: Library) -> None:
    library.add([extraction("a1"), extraction("b2")])

    library.mark_printed("morning", ["a1"])
    library.mark_printed("morning", ["a1", "b2"])

    assert library.printed("morning") == {"a1", "b2"}
    assert library.printed("evening") == frozenset()


def test_all_briefings_of_a_name_together(library: Library) -> None:
    library.add([extraction(id, published=f"2026-03-0{id[-1]}") for id in ("a1", "b2", "c3")])

    library.mark_printed(series_key("100%/daily", "desk", "fr"), ["a1"])
    library.mark_printed(series_key("100%/daily", lang="en"), ["b2"])
    library.mark_printed(series_key("100", "x"), ["c3"])

    assert library.printed_under("100%/daily") == {"a1", "b2"}
    assert library.printed_under("100") == {"c3"}
    assert library.published(["b2", "zz"]) == {"b2": "2026-03-02"}


def test_readers_go_on_while_a_writer_works(library: Library) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(10):
                library.add([extraction(f"{name}{number}")])
                library.entries()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("x", "y", "z")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(library.entries()) == 30


def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    file.write_bytes(b"this is no database" * 100)

    with pytest.raises(LibraryError, match=r"library\.sqlite.*damaged"):
        Library.open(f"sqlite:///{file}")

    assert file.read_bytes() == b"this is no database" * 100


def test_a_newer_library_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    Library.open(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE library SET value = '99'")
    connection.close()

    with pytest.raises(LibraryError, match="newer"):
        Library.open(f"sqlite:///{file}")


def test_a_newer_library_keeps_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE library (key TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO library VALUES ('schema', '99')")
    connection.close()
    before = file.read_bytes()

    with pytest.raises(LibraryError, match="newer"):
        Library.open(f"sqlite:///{file}")

    assert file.read_bytes() == before


def test_another_programs_database_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
    connection.close()
    before = file.read_bytes()

    with pytest.raises(LibraryError, match="another program"):
        Library.open(f"sqlite:///{file}")

    assert file.read_bytes() == before


def test_a_damaged_source_is_told_with_its_id(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    library = Library.open(f"sqlite:///{file}")
    library.add([extraction("a1")])
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE sources SET record = x'00'")
    connection.close()

    with pytest.raises(LibraryError, match="a1 is damaged"):
        library.extractions(["a1"])
    library.close()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql+pg8000://briefgen@127.0.0.1:9/none", "127.0.0.1:9/none: the library is out of reach"),
        ("postgresql+pg8000://briefgen@127.0.0.1:port/none", "neither a file nor an address"),
        ("nosuch://here", "neither a file nor an address"),
    ],
)
def test_a_library_that_cannot_be_had_is_told(url: str, told: str) -> None:
    with pytest.raises(LibraryError, match=told):
        Library.open(url)


def test_what_the_server_refuses_is_told_in_its_words(postgres: str) -> None:
    url = postgres.replace("postgresql:", "postgresql+pg8000:").replace("/postgres", "/none")

    with pytest.raises(LibraryError, match=r'out of reach \(database "none" does not exist\)'):
        Library.open(url)


def test_two_writers_of_the_same_source_take_turns(library: Library) -> None:
    failures: list[BaseException] = []

    def write() -> None:
        try:
            for number in range(10):
                library.add([extraction(f"same{number}")])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(library.entries()) == 10

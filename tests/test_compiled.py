"""Tables that are kept: what is read again is what was made, and nothing doubtful is read."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import compiled as room
from briefgen.compiled import Lazy, compiled, plain
from briefgen.frozen import dataclass

SOURCES = Path(__file__).parent.parent / "sources"
TABLE = {"été": (("summer", 1.5, None), ["a", frozenset({"b"})]), "hiver": ()}


class Making:
    """Something to make, that counts how often it was asked for."""

    def __init__(self, value: object = TABLE) -> None:
        self.value, self.times = value, 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two folders for tables, in place of the real ones; the program's files count as old."""
    found = [tmp_path / "beside", tmp_path / "cache"]
    monkeypatch.setattr(room, "_folders", lambda: iter(found))
    monkeypatch.setattr(room, "_SETTLED", -(10**19))
    return found


def test_a_table_is_made_once_and_read_as_it_was_made(folders: list[Path]) -> None:
    making = Making()

    assert compiled("season", making) == compiled("season", making) == TABLE
    assert making.times == 1
    assert [path.parent for path in folders[0].iterdir()] == [folders[0]]
    assert not folders[1].exists()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flip(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def empty(_content: bytes) -> bytes:
    return b""


def other_key(content: bytes) -> bytes:
    return bytes(32) + content[32:]


@pytest.mark.parametrize("damage", [cut, flip, empty, other_key])
def test_a_damaged_table_is_made_again(folders: list[Path], damage: Callable[[bytes], bytes]) -> None:
    making = Making()
    compiled("season", making)
    (file,) = folders[0].iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    assert compiled("season", making) == TABLE
    assert making.times == 2
    assert file.read_bytes() == whole


def test_what_a_table_depends_on_makes_another(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    making = Making()
    compiled("season", making, ("topics", 1))
    compiled("season", making, ("topics", 2))
    monkeypatch.setattr(room, "_FILES", (("lexicon.txt", 1, 1),))
    room._base.cache_clear()
    compiled("season", making, ("topics", 1))
    room._base.cache_clear()

    assert making.times == 3


def test_old_tables_of_the_name_are_forgotten(folders: list[Path]) -> None:
    compiled("seas", Making(("short",)))
    for number in range(9):
        compiled("season", Making((number,)), (number,))

    assert len(list(folders[0].glob("season-*"))) == room._KEPT
    assert len(list(folders[0].glob("seas-*"))) == 1
    assert compiled("season", Making("anew"), (8,)) == (8,)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no such modes")
def test_a_table_that_others_may_write_is_not_read(folders: list[Path]) -> None:
    making = Making()
    compiled("season", making)
    (file,) = folders[0].iterdir()
    file.chmod(0o666)

    compiled("season", making)

    assert making.times == 2


def test_where_the_first_folder_is_closed_the_second_is_used(folders: list[Path]) -> None:
    folders[0].write_text("no folder")
    making = Making()

    assert compiled("season", making) == compiled("season", making) == TABLE
    assert making.times == 1
    assert list(folders[1].iterdir())


def test_where_nothing_can_be_written_a_table_is_made_each_time(folders: list[Path]) -> None:
    for folder in folders:
        folder.write_text("no folder")
    making = Making()

    assert compiled("season", making) == compiled("season", making) == TABLE
    assert making.times == 2


def test_a_program_that_was_changed_as_it_started_keeps_nothing(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_SETTLED", 10**19)

    assert compiled("season", Making()) == TABLE
    assert not folders[0].exists()


def test_an_error_is_told_and_not_kept(folders: list[Path]) -> None:
    def broken() -> object:
        raise ValueError("line 3")

    for _time in range(2):
        with pytest.raises(ValueError, match="line 3"):
            compiled("season", broken)
    assert not folders[0].exists()


class Pair(NamedTuple):
    """A named tuple."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A dataclass that holds one."""

    pairs: tuple[Pair, ...]
    words: frozenset[str]


def test_objects_become_the_tuples_of_their_fields() -> None:
    assert plain({"x": Entry((Pair("a", 1),), frozenset("b"))}) == {"x": ((("a", 1),), frozenset("b"))}
    assert type(plain(Pair("a", 1))) is tuple


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_plain_data_stays_as_it_is(value: object) -> None:
    assert repr(plain(value)) == repr(value)


def test_a_lazy_table_reads_like_any_other() -> None:
    table = Lazy({"a": ("x", 1), "b": ("y", 2)}, lambda fields: Pair(*fields))

    assert dict(table) == {"a": Pair("x", 1), "b": Pair("y", 2)}
    assert table["a"] is table["a"]
    assert table.get("c") is None
    assert "b" in table
    assert "c" not in table
    assert len(table) == 2
    with pytest.raises(KeyError):
        table["c"]


def extracted(home: Path, environment: dict[str, str]) -> bytes:
    names = [SOURCES / "01_lancement_aurore.txt", SOURCES / "02_aurora_budget.md"]
    command = [sys.executable, "-m", "briefgen", "extract", *map(str, names), "--quiet"]
    known = {
        "BRIEFGEN_HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(home / "code"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    return subprocess.run(command, capture_output=True, check=True, env=os.environ | known | environment).stdout


def test_the_output_is_the_same_with_tables_without_and_with_broken_ones(tmp_path: Path) -> None:
    first = extracted(tmp_path, {})
    again = extracted(tmp_path, {})
    for file in tmp_path.rglob("*.tables"):
        file.write_bytes(file.read_bytes()[:-7])
    broken = extracted(tmp_path, {})
    closed = tmp_path / "closed"
    closed.write_text("no folder")
    without = extracted(tmp_path, {"PYTHONPYCACHEPREFIX": str(closed), "XDG_CACHE_HOME": str(closed)})

    assert first
    assert first == again == broken == without

import sys
import threading
from pathlib import Path

import pytest

from briefgen.errors import OutputError
from briefgen.store.atomic import remove_temporary, write_atomic


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_atomic(tmp_path / "new" / "a.pdf", b"1")

    assert (tmp_path / "new" / "a.pdf").read_bytes() == b"1"
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["a.pdf"]


def test_what_cannot_be_written_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError, match="cannot be written"):
        write_atomic(tmp_path / "file" / "a.pdf", b"1")

    assert (tmp_path / "file").read_text() == "x"


def test_two_who_write_the_same_file_are_in_nobodys_way(tmp_path: Path) -> None:
    file, failures = tmp_path / "a.pdf", []

    def write(letter: bytes) -> None:
        for _time in range(50):
            try:
                write_atomic(file, letter * 100_000)
            except OutputError as error:
                failures.append(error)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b", b"c")]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        remove_temporary(file)
        assert not file.exists() or len(set(file.read_bytes())) == 1
    for thread in threads:
        thread.join()

    assert failures == []
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_what_a_killed_run_left_is_removed_and_written_over(tmp_path: Path) -> None:
    stale = tmp_path / ".a.pdf.tmp"
    stale.write_bytes(b"much longer than what comes")

    write_atomic(tmp_path / "a.pdf", b"1")
    assert (tmp_path / "a.pdf").read_bytes() == b"1"

    stale.write_bytes(b"half")
    remove_temporary(tmp_path / "a.pdf")
    assert not stale.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no open file")
def test_what_somebody_is_writing_is_not_removed(tmp_path: Path) -> None:
    import fcntl

    busy = tmp_path / ".a.pdf.tmp"
    with busy.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        remove_temporary(tmp_path / "a.pdf")

    assert busy.exists()

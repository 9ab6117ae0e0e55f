from pathlib import Path

import pytest

from briefgen.errors import OutputError
from briefgen.store.atomic import write_atomic


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_atomic(tmp_path / "new" / "a.pdf", b"1")

    assert (tmp_path / "new" / "a.pdf").read_bytes() == b"1"
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["a.pdf"]


def test_what_cannot_be_written_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError, match="cannot be written"):
        write_atomic(tmp_path / "file" / "a.pdf", b"1")

    assert (tmp_path / "file").read_text() == "x"

"""A Word file that another program has saved again, with its runs split and its parts renamed, still verifies."""

import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen.cli.main import run
from briefgen.pipeline import build_briefing, sample_sources


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_saved_again_by_libreoffice_verifies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = build_briefing([sample_sources()], ["space", "energy"], "fr", date="2026-03-20")
    (tmp_path / "b.docx").write_bytes(built.render("docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*command, tmp_path / "again", tmp_path / "b.docx"], check=True, capture_output=True, timeout=120)

    assert run(["verify", str(tmp_path / "again" / "b.docx"), "--sources", str(sample_sources())]) == 0
    assert "found word for word" in capsys.readouterr().out
    assert run(["verify", "--diff", str(tmp_path / "again" / "b.docx")]) == 0
    assert "Differences: 0" in capsys.readouterr().out

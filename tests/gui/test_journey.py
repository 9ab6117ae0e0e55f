"""The whole journey in a real window on a virtual screen, with real mouse and keys."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

pytest.importorskip("PySide6.QtWidgets")


def page_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("xdotool")), reason="Xvfb or xdotool is not installed"
)
def test_a_morning_from_the_samples_to_signed_pages(tmp_path: Path) -> None:
    environment = {**os.environ, "BRIEFGEN_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1400x900x24",
        sys.executable,
        str(Path(__file__).with_name("journey.py")),
        str(tmp_path),
    ]

    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stderr
    out = json.loads(done.stdout.splitlines()[-1])
    assert out["sources"] == 10
    assert len(out["topics"]) == 3
    assert out["excluded"] is True
    assert out["reopened"] == [True, ["A line of my own", "A word before it:"]]
    assert out["undone"] is True
    [pdf] = (tmp_path / "exports").glob("*.pdf")
    text = page_text(pdf)
    assert "A line of my own" in text
    assert text.index("A word before it:") < text.index(" ".join(out["introduced_text"].split())[:40])
    assert " ".join(out["excluded_text"].split())[:60] not in text
    [docx] = (tmp_path / "exports").glob("*.docx")
    assert docx.stat().st_size > 5000

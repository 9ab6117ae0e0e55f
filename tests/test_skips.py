"""Under CI=true a skipped test fails the run, unless its reason is listed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import unexpected

_SKIPPED = """
import pytest

@pytest.mark.skip(reason="{reason}")
def test_nothing():
    pass

def test_something():
    pass
"""


def _run(folder: Path, reason: str, ci: str) -> subprocess.CompletedProcess[str]:
    """A session of its own under our conftest."""
    (folder / "conftest.py").write_text(Path(__file__).with_name("conftest.py").read_text("utf-8"), "utf-8")
    (folder / "test_one.py").write_text(_SKIPPED.format(reason=reason), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env={**os.environ, "CI": ci}, timeout=60)


@pytest.mark.parametrize(
    ("reason", "ci", "code"),
    [
        ("LibreOffice is not installed", "true", 1),
        ("LibreOffice is not installed", "", 0),
        ("outloud is not installed (a tool of its own)", "true", 0),
    ],
)
def test_a_skip_fails_the_run_in_ci_alone(tmp_path, reason, ci, code):
    made = _run(tmp_path, reason, ci)

    assert made.returncode == code, made.stdout
    assert ("fails the run: " + reason in made.stdout) == bool(code)


def test_reasons_are_told_once():
    assert unexpected(["Skipped: no Qt", "no Qt", "Skipped: outloud is not installed"]) == ["no Qt"]

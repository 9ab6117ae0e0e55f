"""A folder with articles and a manifest, and a user's folder of its own."""

from pathlib import Path

import pytest

ARTICLE = """Une sonde part vers {place}

La Vigie – 10 mars 2026

La sonde spatiale {place} a été lancée mardi depuis Kourou. Le programme spatial a coûté {amount} millions d’euros.

« Nous partons vers {place} avec nos satellites et nos fusées », a déclaré Anne Roy, directrice de l’agence spatiale.
"""
MANIFEST = """
[defaults]
topics = ["space"]
date = "2026-03-12"

[[job]]
name = "morning"
sources = ["articles/"]
lang = ["fr", "en"]
out = ["out/{name}_{lang}.pdf", "out/{name}_{lang}.docx"]

[[job]]
name = "one"
sources = ["articles/*0.txt"]
lang = "fr"
out = "out/{date}_{topics}_{name}.html"
[job.set]
from = "Le secrétariat"
"""


def make_desk(folder: Path) -> Path:
    """A new manifest's folder in `folder`, with three articles."""
    desk = folder / "desk"
    (desk / "articles").mkdir(parents=True)
    for number, place in enumerate(("Mars", "Vénus", "Titan")):
        text = ARTICLE.format(place=place, amount=100 + number)
        (desk / "articles" / f"a{number}.txt").write_text(text, encoding="utf-8")
    (desk / "desk.toml").write_text(MANIFEST, encoding="utf-8")
    return desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The manifest's folder; the user's folder is `home` beside it."""
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BRIEFGEN_LIBRARY", raising=False)
    return make_desk(tmp_path)

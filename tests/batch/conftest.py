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


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The manifest's folder."""
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BRIEFGEN_LIBRARY", raising=False)
    folder = tmp_path / "desk"
    (folder / "articles").mkdir(parents=True)
    for number, place in enumerate(("Mars", "Vénus", "Titan")):
        text = ARTICLE.format(place=place, amount=100 + number)
        (folder / "articles" / f"a{number}.txt").write_text(text, encoding="utf-8")
    (folder / "desk.toml").write_text(MANIFEST, encoding="utf-8")
    return folder

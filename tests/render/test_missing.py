"""A character that no font draws is told to the user, on the terminal and in the JSON."""

import json
from pathlib import Path

from briefgen.cli.main import run

ARTICLE = """Une sonde part vers la Lune

La Vigie – 10 mars 2026

Le programme spatial a coûté 310 millions d’euros en 2025.

« Nous retournons sur la Lune avec العربية et nos satellites », a déclaré Anne Roy, directrice de l’agence spatiale européenne.
"""


def test_a_character_without_a_font_is_a_finding_of_the_briefing(tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    outputs = [f"--out={tmp_path}/b.json", f"--out={tmp_path}/b.pdf"]

    assert run(["build", str(tmp_path / "a.txt"), "--topic=space", "--lang=fr", "--date=2026-03-12", *outputs]) == 0

    findings = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["findings"]
    missing = [finding for finding in findings if finding["code"] == "missing_glyph"]
    assert [finding["level"] for finding in missing] == ["warning"]
    assert "U+0639" in json.dumps(missing)
    assert "U+0639" in capsys.readouterr().err


def test_what_is_not_drawn_is_still_the_words_of_the_source(tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(["build", str(tmp_path / "a.txt"), "--topic=space", "--date=2026-03-12", f"--out={tmp_path}/b.pdf"]) == 0

    assert run(["verify", str(tmp_path / "b.pdf"), "--sources", str(tmp_path / "a.txt")]) == 0

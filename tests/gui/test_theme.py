"""Words can be read on every ground of both themes: contrast 4.5 to 1 or more (WCAG 2.2, level AA)."""

import pytest

pytest.importorskip("PySide6.QtGui")

from briefgen.gui.theme import DARK, LIGHT, Colors, contrast

PAIRS = [
    ("text", ground) for ground in ("window", "panel", "raised", "selection", "quote", "speaker", "cue")
] + [("muted", "panel"), ("muted", "window"), ("muted", "selection"), ("on_accent", "accent"), ("warning", "panel"),
     ("error", "panel"), ("success", "panel"), ("accent", "panel")]  # fmt: skip


@pytest.mark.parametrize(("words", "ground"), PAIRS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(theme: Colors, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5

"""The whole tree of each template in each language; BRIEFGEN_GOLDEN=write writes the files anew."""

import os
from pathlib import Path

import pytest

from briefgen.compose.briefing import compose_briefing
from briefgen.model.briefing import BriefingOptions
from tests.compose.articles import context_article, energy_article
from tests.compose.outline import outline

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("template", ["note", "digest"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_tree(template, lang):
    header = {"from": "Bureau 4", "reference": "N° 12"}
    options = BriefingOptions(("energy", "space"), lang, template, date="2022-06-01", header=header)
    found = outline(compose_briefing((energy_article(), context_article()), (), options)[1])
    path = GOLDEN / f"{template}_{lang}.txt"
    if os.environ.get("BRIEFGEN_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")

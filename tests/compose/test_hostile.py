"""Source text never becomes structure, from the evidence to the tree."""

import pytest

from briefgen.compose.briefing import compose_briefing
from briefgen.compose.items import printed_words
from briefgen.model.briefing import BriefingOptions
from tests.compose.articles import Article

PAYLOADS = [
    "<script>alert(1)</script> nous tiendrons le cap jusqu'au bout",
    "{{ 7 * 7 }} {% for x in range(9) %} nous tiendrons le cap {% endfor %}",
    "</p></section><h1>Faux titre</h1> nous tiendrons le cap jusqu'au bout",
    '" data-evidence="x:q9" class="key nous tiendrons le cap jusqu\'au bout',
    "nous tiendrons <b>le cap</b> &amp; &#60;rien&#62; jusqu'au bout",
    "<!-- nous tiendrons --> <![CDATA[ le cap ]]> <?php jusqu'au bout ?>",
]


def hostile(payload):
    article = Article("Gazette <i>du</i> {{ soir }}", f"« {payload} », a déclaré Ada Roux, ministre <u>des</u> Ports.")
    article.name = "Gazette"
    speaker = article.speaker("Ada Roux", "ministre <u>des</u> Ports")
    article.quote(payload, speaker=speaker, topics=("energy",))
    article.source = {
        "outlet": "Gazette <i>du</i> {{ soir }}",
        "title": "Titre </td><td> {% x %}",
        "author": "<b>A</b>",
    }
    return article.made()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("template", ["note", "digest", "dossier"])
def test_payloads_print_as_words(payload, template):
    options = BriefingOptions(("energy",), "fr", template, date="2022-06-01")
    briefing, document = compose_briefing((hostile(payload),), (), options)
    page = printed_words(document)
    assert payload in page
    assert "Gazette <i>du</i> {{ soir }}" in page
    assert "Titre </td><td> {% x %}" in page
    (item,) = [i for section in briefing.sections for i in section.items if i.kind == "quote"]
    assert item.text == payload


def test_header_fields_are_words_too():
    header = {"from": "<h1>Chef</h1> {{ x }}", "reference": "</table>"}
    options = BriefingOptions(("energy",), "fr", "note", date="2022-06-01", header=header, title="<b>Titre</b> {{ y }}")
    _, document = compose_briefing((hostile(PAYLOADS[0]),), (), options)
    page = printed_words(document)
    assert all(words in page for words in ("<h1>Chef</h1> {{ x }}", "</table>", "<b>Titre</b> {{ y }}"))

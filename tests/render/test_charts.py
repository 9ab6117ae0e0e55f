"""Charts: what is drawn stays inside, says the data, and is the same in every format."""

import io
import zipfile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import TemplateError
from briefgen.model.tree import Figure, Text
from briefgen.render import render
from briefgen.render.charts import draw_chart
from briefgen.render.drawing import Box, Dot, Drawing, Label
from briefgen.render.style import load_style
from tests.render.test_pdf import _elements, document

STYLE = load_style("classic")
BARS = ({"label": "Norvalie", "value": 412, "shown": "412 t"}, {"label": "Karélande", "value": 206, "shown": "206 t"})
EVENTS = (
    {"start": "2031-03-04", "label": "4 mars 2031", "text": "Rencontre des deux ministres à Port-Ansgar"},
    {"start": "1998", "label": "1998", "text": "Premier vol"},
    {"start": "2034", "label": "pas avant 2034", "text": "Lancement", "planned": True},
)


def figure(kind, items) -> Figure:
    return Figure(kind, {"items": items}, alt="Ce que la figure montre", caption=(Text("Figure 1. Légende"),))


def labels(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_bars_are_as_long_as_their_values():
    drawing = draw_chart(figure("bars", BARS), STYLE, 400)
    long, short = (shape.width for shape in drawing.shapes if isinstance(shape, Box) and shape.height == 9)

    assert long == pytest.approx(2 * short)
    assert {"Norvalie", "412 t", "Karélande", "206 t"} <= set(labels(drawing))


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_what_is_below_zero_is_drawn_on_the_other_side(kind):
    items = [{"label": str(year), "value": value, "shown": f"{value} %"} for year, value in ((2031, -3), (2032, 6))]
    drawing = draw_chart(figure(kind, items), STYLE, 400)
    axis, below, above = sorted(
        (shape for shape in drawing.shapes if isinstance(shape, Box)), key=lambda box: box.width * box.height
    )

    if kind == "bars":
        assert below.left + below.width == pytest.approx(axis.left + 0.6, abs=0.1)
        assert above.width == pytest.approx(2 * below.width)
    else:
        assert below.top == pytest.approx(axis.top)
        assert above.height == pytest.approx(2 * below.height)
    assert all(shape.left >= 0 for shape in (below, above))


def test_columns_whose_values_would_touch_are_bars():
    items = [{"label": f"{n}", "value": n, "shown": f"{n} millions de tonnes métriques"} for n in range(1, 9)]

    assert draw_chart(figure("columns", items), STYLE, 400) == draw_chart(figure("bars", items), STYLE, 400)


def test_a_part_of_the_mix_has_its_number_in_it_where_there_is_room():
    items = [{"label": "La Vigie", "value": 90, "shown": "90"}, {"label": "Le Cap", "value": 1, "shown": "1"}]
    drawing = draw_chart(figure("mix", items), STYLE, 400)

    assert labels(drawing) == ["90", "La Vigie 90", "Le Cap 1"]


def test_timeline_runs_in_the_order_of_time_and_rings_what_is_planned():
    drawing = draw_chart(figure("timeline", EVENTS), STYLE, 450)
    dots = [shape for shape in drawing.shapes if isinstance(shape, Dot)]

    assert [dot.hollow for dot in dots] == [False, False, True]
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)


def test_unknown_kind_is_named_with_those_that_exist():
    with pytest.raises(TemplateError, match="bars, columns, mix, timeline"):
        draw_chart(figure("pie", BARS), STYLE, 400)


_DAYS = st.dates().map(str)
_TEXTS = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=90)
_ITEMS = st.lists(
    st.fixed_dictionaries(
        {"start": _DAYS, "label": st.text("0123456789 mars", max_size=16), "text": _TEXTS, "planned": st.booleans()}
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(_ITEMS)
def test_no_label_of_a_timeline_covers_another(items):
    drawing = draw_chart(figure("timeline", items), STYLE, 450)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.color == "#ffffff"]

    for index, one in enumerate(boxes):
        assert one.top >= -0.1
        assert one.top + one.height <= drawing.height + 0.1
        for other in boxes[index + 1 :]:
            apart = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert apart or one.top + one.height <= other.top or other.top + other.height <= one.top


@pytest.mark.parametrize("kind", ["bars", "columns", "mix", "timeline"])
@pytest.mark.parametrize("items", [(), EVENTS[:1] and ({**EVENTS[0], **BARS[0]},)])
def test_every_format_draws_every_kind(kind, items):
    essay = document(figure(kind, items))
    for format in ("pdf", "docx", "html"):
        assert render(essay, format).data == render(essay, format).data


def test_pdf_figure_has_its_words_and_its_box():
    with pikepdf.open(io.BytesIO(render(document(figure("bars", BARS)), "pdf").data)) as pdf:
        element = next(element for element in _elements(pdf.Root.StructTreeRoot.K) if element.S == "/Figure")

    assert str(element.Alt) == "Ce que la figure montre"
    assert len(element.A.BBox) == 4


def test_word_has_picture_and_words():
    data = render(document(figure("bars", BARS)), "docx").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/image1.png")[:4] == b"\x89PNG"
        assert b"<svg" in archive.read("word/media/image1.svg")
        assert 'descr="Ce que la figure montre"' in archive.read("word/document.xml").decode()

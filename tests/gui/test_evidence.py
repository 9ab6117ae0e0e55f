"""What can be done to rows: grouping, conflicts, topics, grades, order; each one step of undo."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefgen.gui.main_window import MainWindow
from briefgen.gui.models.evidence_model import EvidenceFilter, EvidenceModel
from briefgen.gui.models.rows import EvidenceRow, evidence_rows
from briefgen.gui.presenting import print_order
from briefgen.gui.small_menus import grade_menu, topic_menu
from briefgen.model.extraction import FactGroup
from briefgen.model.selection import Selection
from tests.gui.shown import OTHER, page_text, quote_id, rows, settled


def row(id: str) -> EvidenceRow:
    return EvidenceRow(id, "money", f"texte {id}", "", "", "La Vigie", 0.9, (), "offered", folded=f"texte {id}")


FOUND = [row("a:f1"), row("a:f2"), row("b:f1"), row("c:f1"), row("c:f2")]
GROUPS = [FactGroup(("a:f1", "b:f1", "c:f1"), "same"), FactGroup(("a:f2", "c:f2"), "conflict")]


@pytest.fixture
def grouped(qtbot: QtBot) -> EvidenceFilter:
    proxy = EvidenceFilter()
    model = EvidenceModel(proxy)
    proxy.setSourceModel(model)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(evidence_rows(FOUND, Selection(), {}, GROUPS))
    return proxy


def test_the_same_fact_of_other_sources_stands_under_the_first() -> None:
    found = evidence_rows(FOUND, Selection(), {"b:f1": 0}, GROUPS)

    assert [r.id for r in found] == ["a:f1", "b:f1", "c:f1", "a:f2", "c:f2"]
    assert [r.is_folded for r in found] == [False, True, True, False, False]
    assert (found[0].others, found[0].leads) == (2, True)
    assert [r.conflict for r in found] == [False, False, False, True, True]
    assert found[3].mates == ("c:f2",)


def test_rows_of_a_group_are_folded_until_asked_for(grouped: EvidenceFilter) -> None:
    assert grouped.rowCount() == 3

    grouped.unfold("a:f1", True)
    assert grouped.rowCount() == 5
    grouped.unfold("a:f1", False)
    assert grouped.rowCount() == 3


def test_looking_for_words_finds_folded_rows(grouped: EvidenceFilter) -> None:
    grouped.look_for("b:f1")

    assert grouped.rowCount() == 1


@pytest.fixture
def two(full: MainWindow, articles: Path, qtbot: QtBot) -> MainWindow:
    """Two articles whose figures disagree."""
    (articles / "phare.txt").write_text(OTHER, encoding="utf-8")
    full.window_actions.add_paths([articles / "phare.txt"])
    settled(full, qtbot)
    return full


def test_figures_that_disagree_carry_a_sign_and_tell_the_other(two: MainWindow) -> None:
    figures = [r for r in rows(two) if "millions" in r.text]
    assert all(r.conflict for r in figures)

    two.evidence_pane.select(figures[0].id)
    two.actions_table["rival"].trigger()

    current = two.evidence_pane.current()
    assert current is not None
    assert current.id == figures[1].id
    tip = two.evidence.index(two.evidence.row_of(current.id), 2).data(Qt.ItemDataRole.ToolTipRole)
    assert figures[0].text in tip


def test_new_rows_leave_the_current_one(full: MainWindow, articles: Path, qtbot: QtBot) -> None:
    id = quote_id(full)
    full.evidence_pane.select(id)

    (articles / "phare.txt").write_text(OTHER, encoding="utf-8")
    full.window_actions.add_paths([articles / "phare.txt"])
    settled(full, qtbot)

    current = full.evidence_pane.current()
    assert current is not None
    assert current.id == id


def test_a_row_is_filed_under_a_topic_and_back(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    full.evidence_pane.select(id)
    chosen: list[str] = []
    menu = topic_menu(full, {""}, chosen.append)
    energy = next(action for action in menu.actions() if action.text() == "Energy")

    energy.trigger()
    full.window_actions.rows.set_topic_of([id], chosen[0])
    settled(full, qtbot)

    assert full.controller.session.selection.topics == {id: "energy"}
    sections = {
        s.id: [i for item in s.items for i in item.evidence] for s in full.controller.preview.built.briefing.sections
    }  # type: ignore[union-attr]
    assert id in sections["energy"]
    full.controller.undo_stack.undo()
    assert full.controller.session.selection.topics == {}


def test_sources_are_graded_by_a_menu(full: MainWindow) -> None:
    chosen: list[str] = []
    menu = grade_menu(full, chosen.append)

    menu.actions()[2].menu().actions()[1].trigger()
    full.window_actions._set_grade([full.controller.extractions[0].source.id], chosen[0])

    assert full.sources.at(0).grade == "B2"
    full.controller.undo_stack.undo()
    assert full.sources.at(0).grade == ""


def quotes_in_order(window: MainWindow) -> list[str]:
    """The quotations of the pages, in order."""
    quotes = {r.id for r in rows(window) if r.kind == "quote"}
    return [id for id in print_order(window.controller) if id in quotes]


@pytest.mark.parametrize("way", ["keys", "drag"])
def test_lines_change_places(way: str, two: MainWindow, qtbot: QtBot) -> None:
    before = quotes_in_order(two)
    assert len(before) == 2
    two.evidence_pane.select(before[1])

    if way == "keys":
        qtbot.keyClick(two.evidence_pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    else:
        model = two.evidence
        data = model.mimeData([model.index(model.row_of(before[1]), 2)])
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(model.row_of(before[0]), 2))
    settled(two, qtbot)

    assert quotes_in_order(two) == before[::-1]
    text = page_text(two.controller.preview.pdf.data)  # type: ignore[union-attr]
    assert text.index("suivront") < text.index("retournons") or text.index("retournons") < text.index("suivront")
    two.controller.undo_stack.undo()
    settled(two, qtbot)
    assert quotes_in_order(two) == before


def test_the_printed_rows_stand_in_print_order(two: MainWindow) -> None:
    two.evidence_pane.findChild(object, "printed").click()  # type: ignore[call-overload]

    shown = two.evidence_pane.filter
    ids = [shown.index(place, 0).data(Qt.ItemDataRole.UserRole).id for place in range(shown.rowCount())]
    order = print_order(two.controller)

    assert len(ids) > 1
    assert ids == sorted(ids, key=order.__getitem__)
    assert two.evidence_pane.view.dragEnabled()

"""Words of the analyst: a fact's line, and what stands around a quotation; pages, session and undo follow."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from briefgen.gui.dialogs.wording import FactWording, QuoteWordingDialog, WordingDialog
from briefgen.gui.main_window import MainWindow
from briefgen.gui.models.evidence_model import Column
from briefgen.model.session import Session
from tests.gui.shown import page_text, quote_id, rows, settled


def answered(dialog_does: Callable[[WordingDialog], object]) -> None:
    """Does it to the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WordingDialog)
        dialog_does(dialog)

    QTimer.singleShot(0, act)


def fact_id(window: MainWindow) -> str:
    sections = window.controller.preview.built.briefing.sections  # type: ignore[union-attr]
    return next(item.evidence[0] for s in sections for item in s.items if item.kind == "composed")


def pages(window: MainWindow) -> str:
    return page_text(window.controller.preview.pdf.data)  # type: ignore[union-attr]


def introduce(window: MainWindow, before: str, after: str = "") -> None:
    """Double-clicks the quotation's row and types what stands around it."""

    def typed(dialog: WordingDialog) -> None:
        dialog.findChild(QPlainTextEdit).setPlainText(before)
        dialog.findChild(QLineEdit).setText(after)
        dialog.accept()

    answered(typed)
    window.window_actions.rows.edit_wording(quote_id(window))


def test_the_line_of_a_fact_is_the_analyst_s(full: MainWindow, qtbot: QtBot) -> None:
    def typed(dialog: WordingDialog) -> None:
        edit = dialog.findChild(QPlainTextEdit)
        assert "310" in edit.toPlainText() or edit.toPlainText()
        assert "[" not in edit.toPlainText()
        edit.setPlainText("Une ligne de ma main.")
        qtbot.keyClick(edit, Qt.Key.Key_Return)

    answered(typed)
    full.window_actions.rows.edit_wording(fact_id(full))
    settled(full, qtbot)

    assert "Une ligne de ma main." in pages(full)


def test_a_double_click_words_what_stands_around_a_quotation(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    index = full.evidence_pane.filter.mapFromSource(full.evidence.index(full.evidence.row_of(id), Column.TEXT))
    place = full.evidence_pane.view.visualRect(index).center()
    seen = []

    def look(dialog: WordingDialog) -> None:
        seen.append(dialog.findChild(QTextBrowser).toPlainText())
        dialog.reject()

    qtbot.mouseClick(full.evidence_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    answered(look)
    qtbot.mouseDClick(full.evidence_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert "retournons sur la Lune" in seen[0]
    assert full.controller.session.selection.wording == {}


def test_the_words_around_a_quotation_print_and_its_own_stay(full: MainWindow, qtbot: QtBot) -> None:
    introduce(full, "L’agence se réjouit :", "Mme Roy, devant la presse")
    settled(full, qtbot)

    page = pages(full)
    assert page.index("L’agence se réjouit") < page.index("retournons sur la Lune") < page.index("— Mme Roy, devant")
    row = next(r for r in rows(full) if r.id == quote_id(full))
    assert row.wording == "L’agence se réjouit : {quote} Mme Roy, devant la presse"
    full.controller.undo_stack.undo()
    settled(full, qtbot)
    assert "se réjouit" not in pages(full)


def test_the_words_are_saved_with_the_session(full: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    introduce(full, "L’agence se réjouit :")
    path = tmp_path / "articles" / "work.briefgen"

    full.controller.save(path)
    full.controller.replace_with(Session())
    full.window_actions.files.open_file(path)
    settled(full, qtbot)

    assert "L’agence se réjouit" in pages(full)


def test_wording_what_is_left_out_prints_it(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    full.window_actions.rows.set_printed([id], False)
    settled(full, qtbot)

    introduce(full, "Et pourtant :")
    settled(full, qtbot)

    assert "Et pourtant" in pages(full)
    assert id in full.controller.session.selection.included


@pytest.mark.parametrize(
    ("dialog", "kept"),
    [
        (lambda: FactWording("source", "proposé", ""), ""),
        (lambda: FactWording("source", "", "à moi"), "à moi"),
        (lambda: QuoteWordingDialog("cité", "X", "avant {quote} après"), "avant {quote} après"),
        (lambda: QuoteWordingDialog("cité", "X", "avant"), "avant"),
    ],
)
def test_a_dialog_left_as_it_was_changes_nothing(dialog: Callable[[], WordingDialog], kept: str, qtbot: QtBot) -> None:
    shown = dialog()
    qtbot.addWidget(shown)

    assert shown.wording() == kept
    shown.reset()
    assert shown.wording() == ""

"""The window as an analyst uses it: samples, topics, choices, export, saving, undo; the pages follow."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")
pytest.importorskip("PySide6.QtPdfWidgets")

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefgen.gui.main_window import MainWindow
from briefgen.gui.models.evidence_model import Column
from briefgen.gui.words import language, use_pseudo
from briefgen.model.session import Session
from briefgen.store.recovery import left_behind
from tests.gui.shown import WAIT, page_text, quote_id, settled


def test_an_empty_window_says_the_one_next_step(window: MainWindow) -> None:
    assert window.preview_pane.empty.button.text() == "Open sample sources"
    assert not window.actions_table["export-pdf"].isEnabled()


def test_adding_a_folder_shows_its_evidence_and_its_pages(full: MainWindow) -> None:
    assert full.sources.rowCount() == 1
    assert full.evidence.rowCount() > 2
    assert "retournons sur la Lune" in page_text(full.controller.preview.pdf.data)  # type: ignore[union-attr]
    assert full.controller.session.options.topics == ("space", "energy", "sanctions", "health")


def test_one_click_exports_the_previewed_pages_byte_for_byte(full: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(full.exporter.exported, timeout=WAIT) as done:
        full.actions_table["export-pdf"].trigger()

    path = done.args[0].path
    assert path.parent == tmp_path / "exports"
    assert path.read_bytes() == full.controller.preview.pdf.data  # type: ignore[union-attr]
    assert "Exported" in full.banners.banners()[-1].notice.text


def test_undoing_an_export_brings_back_the_file_it_replaced(full: MainWindow, qtbot: QtBot) -> None:
    for _time in range(2):
        with qtbot.waitSignal(full.exporter.exported, timeout=WAIT) as done:
            full.actions_table["export-html"].trigger()
    exported = done.args[0]
    exported.replaced.write_bytes(b"earlier")

    full.exporter.undo(exported)

    assert exported.path.read_bytes() == b"earlier"


def test_leaving_out_a_quote_takes_it_off_the_pages_and_undo_brings_it_back(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    full.evidence_pane.select(id)

    qtbot.keyClick(full.evidence_pane.view, Qt.Key.Key_Space)
    settled(full, qtbot)
    without = page_text(full.controller.preview.pdf.data)  # type: ignore[union-attr]
    full.controller.undo_stack.undo()
    settled(full, qtbot)

    assert "retournons" not in without
    assert "retournons" in page_text(full.controller.preview.pdf.data)  # type: ignore[union-attr]


def test_a_row_shows_its_passage_and_its_place_in_the_pages_and_back(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    place = next(p for p in full.controller.preview.pdf.placements if p.evidence == id)  # type: ignore[union-attr]

    full.evidence_pane.select(id)
    assert "retournons" in full.passage_pane.view.toPlainText()
    assert full.passage_pane.view.extraSelections()
    full.evidence_pane.view.clearSelection()
    target = full.preview_pane.view.rectangle_of(place).center().toPoint()
    qtbot.mouseClick(full.preview_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=target)

    current = full.evidence_pane.current()
    assert current is not None
    assert current.id == id


def test_a_saved_session_opens_as_it_was(full: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    full.window_actions.rows.set_printed([quote_id(full)], False)
    full.window_actions.set_option("marking", "GREEN")
    path = tmp_path / "articles" / "work.briefgen"

    full.controller.save(path)
    assert not full.isWindowModified()
    before = full.controller.session
    full.controller.replace_with(Session())
    full.window_actions.files.open_file(path)
    settled(full, qtbot)

    assert full.controller.session.selection == before.selection
    assert full.controller.session.options == before.options
    assert json.loads(path.read_text())["sources"][0]["path"] == "lune.txt"


def test_every_change_is_kept_for_recovery_until_it_is_saved(
    full: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.store.recovery._runs", lambda _pid: False)
    full.window_actions.set_option("marking", "AMBER")

    assert [left.session.options.marking for left in left_behind()] == ["AMBER"]

    full.controller.save(tmp_path / "work.briefgen")
    assert left_behind() == []


def test_a_source_that_cannot_be_read_is_a_state_with_its_reason(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no pdf")

    window.window_actions.add_paths([tmp_path / "broken.pdf"])
    qtbot.waitUntil(lambda: window.sources.at(0).state == "failed", timeout=WAIT)

    assert "not a readable PDF" in window.sources.at(0).problem


def test_checking_the_first_column_with_the_mouse_asks_for_printing(full: MainWindow, qtbot: QtBot) -> None:
    id = quote_id(full)
    index = full.evidence_pane.filter.mapFromSource(full.evidence.index(full.evidence.row_of(id), Column.PRINT))
    view = full.evidence_pane.view
    view.scrollTo(index)
    rectangle = view.visualRect(index)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())

    assert id in full.controller.session.selection.excluded | full.controller.session.selection.included


@pytest.mark.parametrize(("code", "words"), [("fr", "Exporter en PDF"), ("en", "Export PDF")])
def test_the_window_s_words_are_switched_while_it_runs(code: str, words: str, full: MainWindow) -> None:
    full.window_actions.set_screen("fr" if code == "en" else "en")

    full.window_actions.set_screen(code)

    assert full.actions_table["export-pdf"].text() == words


def test_no_word_on_screen_escapes_the_catalogs(full: MainWindow) -> None:
    """Every word is said through `tr`: under a pseudo-language none is left as it was."""
    from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

    use_pseudo(lambda sentence: f"⟦{sentence}⟧")
    language.changed.emit()
    own = {"FR", "EN", "▾", "", "✓"}
    shown = [w.text() for kind in (QLabel, QAbstractButton) for w in full.findChildren(kind) if w.isVisibleTo(full)]
    shown += [edit.placeholderText() for edit in full.findChildren(QLineEdit)]

    assert [words for words in shown if words not in own and "⟦" not in words] == []


def test_everything_that_takes_the_focus_has_an_accessible_name(full: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

    def named(widget: QWidget) -> bool:
        text: Callable[[], str] | None = getattr(widget, "text", None)
        return bool(
            widget.accessibleName() or (isinstance(widget, QAbstractButton) and text and text()) or widget.toolTip()
        )

    kinds = (QAbstractButton, QComboBox, QLineEdit)
    widgets = [
        w
        for kind in kinds
        for w in full.findChildren(kind)
        if w.isVisibleTo(full) and not w.objectName().startswith("qt_") and not isinstance(w.parent(), QLineEdit)
    ]

    assert [type(w).__name__ for w in widgets if not named(w)] == []


def test_a_source_tells_which_mentions_are_not_known(full: MainWindow) -> None:
    assert "author" in full.sources.at(0).missing
    assert "not known: " in full.sources.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_look_can_be_chosen_and_is_kept(full: MainWindow) -> None:
    full.actions_table["look-dark"].trigger()
    dark = full.palette().window().color().lightness()
    full.actions_table["look-light"].trigger()
    light = full.palette().window().color().lightness()
    full.actions_table["look-system"].trigger()

    assert dark < 100 < light
    assert full.settings.get("look") == "system"

"""Keys, menus, pasting, dropping, and the way that Tab goes."""

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from briefgen.gui.actions import ACTIONS, LINE, MENUS, RECENT
from briefgen.gui.dialogs.keys import KeySheet
from briefgen.gui.dialogs.palette import Palette
from briefgen.gui.exporting import Exported
from briefgen.gui.main_window import MainWindow
from tests.gui.shown import ARTICLE, WAIT, page_text, quote_id, rows, settled


def test_every_action_stands_in_a_menu_once() -> None:
    listed = [id for _title, ids in MENUS for id in ids if id not in (LINE, RECENT)]

    assert sorted(listed) == sorted(row.id for row in ACTIONS)


def test_no_two_actions_share_a_key() -> None:
    keys = [key for row in ACTIONS for key in row.shortcut.split()]

    assert len(keys) == len(set(keys))


def test_the_menu_holds_every_action_that_can_be_used(full: MainWindow) -> None:
    menus = [action.menu() for action in full.top_bar.menu.actions()]
    shown = {action.objectName() for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}

    assert {row.id for row in ACTIONS} <= shown


def test_the_palette_finds_a_command_without_case_or_accents(full: MainWindow) -> None:
    full.window_actions.set_screen("fr")
    palette = Palette(full.actions_table, full)

    palette._words.setText("AMBRE")
    assert palette._list.topLevelItemCount() == 0
    palette._words.setText("theme class")

    assert palette._list.topLevelItemCount() == 1


def test_the_key_sheet_says_each_key_once(window: MainWindow) -> None:
    sheet = KeySheet(window)

    said = [label.text() for label in sheet.findChildren(object, "keys")]  # type: ignore[call-overload]

    assert len(said) == sum(bool(row.shortcut) for row in ACTIONS)


@pytest.mark.parametrize(
    ("pane", "widget"),
    [("pane-1", "topics_pane"), ("pane-2", "sources_pane"), ("pane-3", "evidence_pane"), ("pane-4", "preview_pane")],
)
def test_a_key_a_pane(pane: str, widget: str, full: MainWindow, qtbot: QtBot) -> None:
    full.activateWindow()
    full.actions_table[pane].trigger()

    assert full.focusWidget() is getattr(full, widget).view


def test_tab_goes_through_the_columns_from_left_to_right(full: MainWindow) -> None:
    wanted = [full.topics_pane.view, full.sources_pane.view, full.evidence_pane.search, full.evidence_pane.view]
    wanted += [full.passage_pane.view, full.preview_pane.search, full.preview_pane.view]
    met, widget = [], full.topics_pane.view
    while widget not in met:
        met.append(widget)
        widget = widget.nextInFocusChain()

    assert [w for w in met if w in wanted] == wanted


def test_ctrl_v_makes_a_source_anywhere_but_in_a_text_field(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    QGuiApplication.clipboard().setText(ARTICLE)
    window.activateWindow()

    window.evidence_pane.search.setFocus()
    qtbot.keyClick(window.evidence_pane.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.sources.rowCount() == 0
    window.evidence_pane.search.clear()
    for view in (window.topics_pane.view, window.passage_pane.view):
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert window.sources.rowCount() == 1
    settled(window, qtbot)
    assert any("retournons" in row.text for row in rows(window))


@pytest.mark.parametrize("over", ["search", "table", "passage", "window"])
def test_files_can_be_dropped_anywhere(over: str, full: MainWindow, tmp_path: object, qtbot: QtBot) -> None:
    targets = {
        "search": full.evidence_pane.search,
        "table": full.evidence_pane.view.viewport(),
        "passage": full.passage_pane.view.viewport(),
        "window": full,
    }
    widget = targets[over]
    while not widget.acceptDrops():
        widget = widget.parentWidget()

    assert widget is full


def test_dropped_files_become_sources(window: MainWindow, articles: object, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(articles))])
    left = Qt.MouseButton.LeftButton

    window.dragEnterEvent(
        QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier)
    )
    assert window._drop_hint.isVisible()
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier))
    settled(window, qtbot)

    assert not window._drop_hint.isVisible()
    assert window.sources.rowCount() == 1


def test_the_export_holds_exactly_what_was_selected_a_moment_ago(full: MainWindow, qtbot: QtBot) -> None:
    """An export right after a change waits for the pages that hold the change."""
    id = quote_id(full)
    words = next(row.text for row in rows(full) if row.id == id)
    full.window_actions.rows.set_printed([id], False)
    outcomes: list[object] = []
    full.exporter.exported.connect(outcomes.append)
    full.exporter.failed.connect(outcomes.append)
    full.controller.failed.connect(lambda *failure: outcomes.append(failure))

    full.actions_table["export-pdf"].trigger()
    qtbot.waitUntil(lambda: bool(outcomes), timeout=WAIT)

    [exported] = outcomes
    assert isinstance(exported, Exported), exported
    data = exported.path.read_bytes()
    assert words[:30] not in page_text(data)
    settled(full, qtbot)
    assert data == full.controller.preview.pdf.data  # type: ignore[union-attr]
    printed = [i for s in full.controller.preview.built.briefing.sections for item in s.items for i in item.evidence]  # type: ignore[union-attr]
    assert {row.id for row in rows(full) if row.is_printed} <= set(printed)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_export_button_is_in_sight_at_1280_pixels(code: str, full: MainWindow) -> None:
    full.resize(1280, 800)
    full.window_actions.set_screen(code)
    full.top_bar.layout().activate()

    assert full.top_bar.export.isVisible()
    assert full.top_bar.sizeHint().width() <= 1280


def test_the_outline_leads_to_the_headings(full: MainWindow) -> None:
    full.preview_pane._outline.menu().aboutToShow.emit()

    assert len(full.preview_pane._outline.menu().actions()) > 2


def test_the_search_counts_its_hits(full: MainWindow, qtbot: QtBot) -> None:
    full.preview_pane.search.setText("retournons")

    qtbot.waitUntil(lambda: full.preview_pane._pages.text() not in ("", "0 of 0"))

    assert "of 1" in full.preview_pane._pages.text()

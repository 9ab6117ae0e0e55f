"""Sessions and sources that change on disk: nothing is overwritten blindly, what is lost is shown."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from briefgen.gui.main_window import MainWindow
from briefgen.store.session import load_session
from tests.gui.shown import ARTICLE, OTHER, quote_id, rows, settled


@pytest.fixture
def saved(full: MainWindow, articles: Path, qtbot: QtBot) -> Path:
    """A session in which a quotation was left out."""
    full.window_actions.rows.set_printed([quote_id(full)], False)
    settled(full, qtbot)
    path = articles / "work.briefgen"
    full.controller.save(path)
    return path


@pytest.mark.parametrize(("answer", "kept"), [("Replace it", False), ("Cancel", True)])
def test_a_session_changed_on_disk_is_never_blindly_overwritten(
    answer: str, kept: bool, full: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = saved.read_text(encoding="utf-8") + "\n"
    saved.write_text(theirs, encoding="utf-8")
    full.window_actions.set_option("marking", "AMBER")
    pressed = {}

    def press(box: QMessageBox) -> int:
        pressed["button"] = next(b for b in box.buttons() if b.text().replace("&", "") == answer)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: pressed["button"])

    full.window_actions.files.check_disk()
    assert full.banners.shows("session")
    full.window_actions.files.save()

    assert (saved.read_text(encoding="utf-8") == theirs) is kept
    assert full.isWindowModified() is kept


def test_closing_asks_once(full: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(*_: object) -> QMessageBox.StandardButton:
        asked.append(1)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", answer)

    assert full.close() is False
    assert asked == [1]


def test_a_session_lately_used_is_in_the_menu(full: MainWindow, saved: Path, qtbot: QtBot) -> None:
    recent = next(m for m, _title in full.top_bar.menu._menus if m.title() == "Open recent")  # type: ignore[attr-defined]

    recent.aboutToShow.emit()
    [action] = recent.actions()
    action.trigger()
    settled(full, qtbot)

    assert action.text() == "work"
    assert full.controller.path == saved.resolve()


def test_a_source_changed_on_disk_is_told_and_its_choices_are_found_again(
    full: MainWindow, saved: Path, articles: Path, qtbot: QtBot
) -> None:
    before = quote_id(full)
    (articles / "lune.txt").write_text(ARTICLE.replace("La sonde", "Hier soir, la sonde"), encoding="utf-8")

    full.window_actions.check_disk()
    assert full.banners.shows("stale")
    full.actions_table["reread"].trigger()
    settled(full, qtbot)

    [excluded] = full.controller.session.selection.excluded
    assert excluded != before
    assert excluded == quote_id(full)
    assert full.sources.at(0).changed
    assert full.isWindowModified()


def test_a_passage_that_is_gone_is_a_row_until_it_is_forgotten(
    full: MainWindow, saved: Path, articles: Path, qtbot: QtBot
) -> None:
    text = ARTICLE.replace("« Nous retournons sur la Lune avec nos satellites et nos fusées »", "« C’est fait »")
    (articles / "lune.txt").write_text(text, encoding="utf-8")

    full.window_actions.reread()
    settled(full, qtbot)
    [lost] = [row for row in rows(full) if row.state == "lost"]
    assert "retournons" in lost.text
    full.controller.save(saved)
    assert any("retournons" in anchor.exact for anchor in load_session(saved)[0].anchors.values())

    full.window_actions.rows.set_printed([lost.id], False)
    assert not [row for row in rows(full) if row.state == "lost"]
    full.controller.undo_stack.undo()
    full.show_evidence()
    assert [row for row in rows(full) if row.state == "lost"]


def test_a_source_that_is_away_loses_no_choice(full: MainWindow, saved: Path, articles: Path, qtbot: QtBot) -> None:
    before = load_session(saved)[0]
    (articles / "lune.txt").rename(articles / "away.txt")
    full.controller.reader.reread(str(articles / "lune.txt"))

    full.window_actions.files.open_file(saved)
    qtbot.waitUntil(lambda: full.sources.at(0).state == "failed" and not full.controller.busy)
    full.controller.save(saved)

    again = load_session(saved)[0]
    assert again.selection == before.selection
    assert again.anchors == before.anchors


def test_taking_out_the_selected_source_leaves_the_rows_of_the_others(
    full: MainWindow, articles: Path, qtbot: QtBot
) -> None:
    (articles / "phare.txt").write_text(OTHER, encoding="utf-8")
    full.window_actions.add_paths([articles / "phare.txt"])
    settled(full, qtbot)
    full.sources_pane.view.setCurrentIndex(full.sources.index(1))

    full.actions_table["remove"].trigger()
    settled(full, qtbot)

    assert full.evidence_pane.filter.rowCount() == full.evidence.rowCount() > 0


def test_a_click_on_a_page_finds_its_row_whatever_is_filtered(full: MainWindow, articles: Path, qtbot: QtBot) -> None:
    (articles / "phare.txt").write_text(OTHER, encoding="utf-8")
    full.window_actions.add_paths([articles / "phare.txt"])
    settled(full, qtbot)
    full.sources_pane.view.setCurrentIndex(full.sources.index(1))
    full.evidence_pane.search.setText("absent")

    full.select_evidence(quote_id(full))

    current = full.evidence_pane.current()
    assert current is not None
    assert current.id == quote_id(full)

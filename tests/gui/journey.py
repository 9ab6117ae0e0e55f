"""A whole morning in the real window, driven by X's own mouse and keys; run by test_journey.py under Xvfb.

Prints one JSON object with what came out.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QWidget

from briefgen.gui.app import follow_language, make_app, make_window
from briefgen.gui.dialogs.wording import WordingDialog
from briefgen.gui.main_window import MainWindow
from briefgen.gui.models.evidence_model import Column
from briefgen.gui.words import language
from briefgen.store.settings import Settings

FOLDER = Path(sys.argv[1])


def pump(seconds: float) -> None:
    """Lets Qt work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(condition)
        pump(0.02)


def xdo(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)
    pump(0.15)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """A real click of the left button in the middle of the widget, or at `place` in it."""
    point = widget.mapToGlobal(place or widget.rect().center())
    xdo("mousemove", str(point.x()), str(point.y()), "click", "1")


def keys(*names: str) -> None:
    for name in names:
        xdo("key", "--clearmodifiers", name)


def settled(window: MainWindow) -> None:
    control = window.controller
    until(lambda: control.preview is not None and not control.busy)
    pump(0.2)


def row_of_kind(window: MainWindow, quote: bool) -> str:
    """The first printed quote, or the first printed fact."""
    rows = map(window.evidence.at, range(window.evidence.rowCount()))
    return next(
        r.id for r in rows if r.state == "printed" and (r.kind == "quote") == quote and (quote or not r.is_quote)
    )


def click_row(window: MainWindow, id: str, column: Column, twice: bool = False) -> None:
    proxy, view = window.evidence_pane.filter, window.evidence_pane.view
    index = proxy.mapFromSource(window.evidence.index(window.evidence.row_of(id), column))
    view.scrollTo(index)
    pump(0.1)
    place = view.viewport().mapToGlobal(view.visualRect(index).center())
    repeat = ("--repeat", "2", "--delay", "60") if twice else ()
    xdo("mousemove", str(place.x()), str(place.y()), "click", *repeat, "1")


def type_wording(text: str) -> None:
    """Answers the dialog that F2 or a double click opens, with mouse and keys."""
    until(lambda: isinstance(QApplication.activeModalWidget(), WordingDialog))
    dialog = QApplication.activeModalWidget()
    editor = dialog.findChild(QPlainTextEdit)
    click(editor)
    keys("ctrl+a")
    xdo("type", text)
    click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def main() -> None:
    app = make_app(["briefgen"])
    language.set("en")
    follow_language(app)
    window = make_window(Settings())
    window.exporter.set_folder(FOLDER / "exports")
    window.show()
    pump(0.5)
    out: dict[str, object] = {}

    click(window.preview_pane.empty.button)
    settled(window)
    out["sources"] = window.sources.rowCount()

    keys("ctrl+1")
    keys("Down", "Down", "Down", "space")
    settled(window)
    out["topics"] = window.controller.session.options.topics

    quote = row_of_kind(window, quote=True)
    click_row(window, quote, Column.PRINT)
    settled(window)
    out["excluded"] = sorted(window.controller.session.selection.excluded) == [quote]

    fact = row_of_kind(window, quote=False)
    click_row(window, fact, Column.TEXT)
    QTimer.singleShot(1500, lambda: type_wording("A line of my own"))
    keys("F2")
    until(lambda: window.controller.session.selection.wording)
    settled(window)

    spoken = row_of_kind(window, quote=True)
    QTimer.singleShot(800, lambda: type_wording("A word before it:"))
    click_row(window, spoken, Column.TEXT, twice=True)
    until(lambda: spoken in window.controller.session.selection.wording)
    settled(window)

    click(window.top_bar.export)
    until(lambda: len(list((FOLDER / "exports").glob("*.pdf"))) == 1)
    keys("ctrl+shift+e")
    until(lambda: len(list((FOLDER / "exports").glob("*.docx"))) == 1)
    pump(0.5)

    session = FOLDER / "morning.briefgen"
    window.controller.save(session)
    window.window_actions.files.open_file(session)
    settled(window)
    out["reopened"] = [
        sorted(window.controller.session.selection.excluded) == [quote],
        sorted(window.controller.session.selection.wording.values()),
    ]

    click_row(window, row_of_kind(window, quote=True), Column.PRINT)
    settled(window)
    keys("ctrl+z")
    settled(window)
    out["undone"] = sorted(window.controller.session.selection.excluded) == [quote]
    window.grab().save(str(FOLDER / "window.png"))
    out["introduced_text"] = next(
        e.text for x in window.controller.extractions for e in x.quotes if f"{x.source.id}:{e.id}" == spoken
    )
    out["excluded_text"] = next(
        e.text for x in window.controller.extractions for e in x.quotes if f"{x.source.id}:{e.id}" == quote
    )
    window.controller.undo_stack.setClean()
    window.close()
    print(json.dumps(out))


if __name__ == "__main__":
    main()

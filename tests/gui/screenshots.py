"""Pictures of the window for the README: `python -m tests.gui.screenshots` writes docs/window-en.png and window-fr.png.

`python -m tests.gui.screenshots --all FOLDER` writes every state of the window in both languages, both themes and two sizes,
for looking at them while working on the window. Runs without a screen.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from briefgen.gui.app import follow_language, make_app, make_window
from briefgen.gui.dialogs.header_fields import HeaderFields
from briefgen.gui.dialogs.keys import KeySheet
from briefgen.gui.dialogs.library import LibraryDialog
from briefgen.gui.dialogs.palette import Palette
from briefgen.gui.dialogs.source_card import SourceCard
from briefgen.gui.dialogs.wording import FactWording, QuoteWordingDialog
from briefgen.gui.exporting import Exported
from briefgen.gui.library_actions import found
from briefgen.gui.main_window import MainWindow
from briefgen.gui.theme import want_look
from briefgen.gui.words import language
from briefgen.store.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
DAY = 1_773_270_000
"""12 March 2026: the pictures show the same date whenever they are made."""


def pump(seconds: float) -> None:
    """Lets Qt work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        pump(0.02)


def empty_window(code: str, size: tuple[int, int]) -> MainWindow:
    """A window of that size in that language, with nothing in it."""
    language.set(code)
    window = make_window(Settings())
    window.resize(*size)
    window.show()
    pump(0.1)
    return window


def fill(window: MainWindow) -> None:
    """The sample articles read, two topics chosen, a quotation's row current."""
    window.window_actions.open_samples()
    until(lambda: not window.controller.reader.busy)
    for topic in ("sanctions", "health"):
        window.window_actions.set_topic(topic, False)
    until(lambda: window.controller.preview is not None and not window.controller.composer.busy)
    pump(0.1)
    rows = [window.evidence.at(place) for place in range(window.evidence.rowCount())]
    quotes = {row.id for row in rows if row.is_printed and row.kind == "quote"}
    places = window.controller.preview.pdf.placements if window.controller.preview else ()
    window.select_evidence(min((p for p in places if p.evidence in quotes), key=lambda p: (p.page, p.top)).evidence)
    window.preview_pane.view.verticalScrollBar().setValue(0)
    window.evidence_pane.view.setFocus()
    pump(1.5)


def picture(window: MainWindow, over: QWidget | None = None) -> QImage:
    """The window, with a dialog drawn in its middle."""
    pump(0.15)
    image = window.grab().toImage()
    if over is not None:
        shown = over.grab()
        place = window.rect().center() - over.rect().center()
        painter = QPainter(image)
        painter.drawPixmap(place, shown)
        painter.end()
    return image


def write_small(image: QImage, path: Path) -> None:
    """With a palette of the 256 colors that are most of the picture: nothing that is seen is lost, and the file is small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    colors = [color for color, _count in counted.most_common(256)]
    small = image.convertToFormat(QImage.Format.Format_Indexed8, colors, Qt.ImageConversionFlag.ThresholdDither)
    small.save(str(path))


def close(window: MainWindow) -> None:
    window.controller.undo_stack.setClean()
    window.close()
    window.deleteLater()
    pump(0.05)


def every_state(window: MainWindow, save: Callable[[str, QImage], None]) -> None:
    """Empty, reading, full, banners and dialogs."""
    save("empty", picture(window))
    window.window_actions.open_samples()
    pump(0.12)
    save("reading", picture(window))
    fill(window)
    save("full", picture(window))
    window.window_actions.add_paths(["/no/such/article.txt"])
    window.window_actions.on_exported(Exported(Path("/home/anne/Documents/2026-03-12_espace_fr.pdf"), "pdf"))
    save("banners", picture(window))
    for banner in window.banners.banners():
        window.banners.clear(banner.notice.key)
    first = window.controller.extractions[0]
    for name, dialog in (
        ("card", SourceCard(first, {}, "B2", window)),
        (
            "quote",
            QuoteWordingDialog(first.quotes[0].text, "Élise Morvan, directrice", "À Kourou, elle a dit :", window),
        ),
        ("fact", FactWording("La sonde a coûté 310 millions.", "Coût : 310 millions", "", window)),
        ("library", _library(window)),
        ("keys", KeySheet(window)),
        ("header", HeaderFields(window.controller.session.options, window)),
        ("menu", window.top_bar.menu),
        ("palette", Palette(window.actions_table, window)),
    ):
        dialog.show()
        save(name, picture(window, dialog))
        dialog.close()


def _library(window: MainWindow) -> LibraryDialog:
    """The library with the samples in it, one of them a source already."""
    control = window.controller
    control.reader._later.stop()
    control.reader._keep()
    control.reader._keeper.wait()
    dialog = LibraryDialog(found, {control.extractions[0].source.id}, window)
    dialog._tasks.wait()
    pump(0.3)
    return dialog


def save_png(folder: Path, start: str, name: str, image: QImage) -> None:
    image.save(str(folder / f"{start}{name}.png"))


def for_looking(folder: Path, app: QApplication) -> None:
    """Every state, language, theme and size."""
    for look in ("light", "dark"):
        want_look(look, app)
        for code, size in (("fr", (1280, 800)), ("en", (1920, 1080))):
            window = empty_window(code, size)
            start = f"{code}-{look}-"
            every_state(window, partial(save_png, folder, start))
            close(window)


def for_the_readme(app: QApplication) -> None:
    """The two pictures of docs/."""
    want_look("light", app)
    for code in ("en", "fr"):
        window = empty_window(code, (1280, 800))
        fill(window)
        write_small(picture(window), DOCS / f"window-{code}.png")
        close(window)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every state, for looking")
    folder: Path | None = parser.parse_args().all
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(BRIEFGEN_HOME=home, SOURCE_DATE_EPOCH=str(DAY))
        app = make_app(["briefgen"])
        follow_language(app)
        if folder is None:
            for_the_readme(app)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            for_looking(folder, app)


if __name__ == "__main__":
    main()

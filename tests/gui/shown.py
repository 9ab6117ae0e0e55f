"""What the tests of the window share: an article, waiting, and looking at pages and rows."""

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow
    from briefgen.gui.models.rows import EvidenceRow

ARTICLE = """Une sonde part vers la Lune

La Vigie – 10 mars 2026

La sonde spatiale Sélène a été lancée mardi depuis Kourou. Le programme spatial a coûté 310 millions d’euros.

« Nous retournons sur la Lune avec nos satellites et nos fusées », a déclaré Anne Roy, directrice de l’agence spatiale.
"""
OTHER = """Sélène en route

Le Phare – 11 mars 2026

Le programme spatial a coûté 290 millions d’euros.

« Les satellites européens suivront l’an prochain », a déclaré Paul Mercier, ministre de l’Espace.
"""
WAIT = 20_000


def settled(window: "MainWindow", qtbot: QtBot) -> None:
    """Waits until everything is read and the pages are made."""
    control = window.controller
    qtbot.waitUntil(lambda: not control.busy and control.preview is not None, timeout=WAIT)
    QApplication.processEvents()


def page_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def rows(window: "MainWindow") -> "list[EvidenceRow]":
    """Every row of the table, whatever the filter shows."""
    return [window.evidence.at(place) for place in range(window.evidence.rowCount())]


def quote_id(window: "MainWindow") -> str:
    return next(row.id for row in rows(window) if row.kind == "quote")

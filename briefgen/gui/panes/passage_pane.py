"""The source's own text around a piece of evidence: its characters, its speaker and its cue in their tints."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from briefgen.gui.panes.pane import Pane
from briefgen.gui.theme import colors
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _
from briefgen.model.evidence import Evidence, Pair, Quote
from briefgen.model.extraction import Extraction

_WIDE = 0x10000
"""From here on a character counts two in Qt's UTF-16 positions."""


class PassagePane(Pane):
    """Read-only: the words of a source cannot be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Source passage"), parent)
        self.view = QTextBrowser(openLinks=False)
        self.view.setAcceptDrops(False)
        self.view.document().setDocumentMargin(12)
        self.view.setFont(QFont(["Spectral", "Georgia", "DejaVu Serif", "serif"], self.font().pointSize() + 1))
        self.body.addWidget(self.view)
        self._source = ""
        self._shown: tuple[Extraction, Evidence] | None = None
        self.retranslate()

    def show_evidence(self, extraction: Extraction, evidence: Evidence) -> None:
        """Shows the whole source with the evidence's passage in sight."""
        self._shown = (extraction, evidence)
        if self._source != extraction.source.id:
            self._source = extraction.source.id
            self.view.setPlainText(extraction.text)
        self._tint()
        self._scroll_to(evidence.start, extraction.text)

    def clear(self) -> None:
        """Shows nothing."""
        self._shown, self._source = None, ""
        self.view.clear()

    def selected_span(self) -> Pair | None:
        """The characters of the source that are selected; None when nothing is."""
        cursor = self.view.textCursor()
        if self._shown is None or not cursor.hasSelection():
            return None
        text = self._shown[0].text
        return _python_offset(text, cursor.selectionStart()), _python_offset(text, cursor.selectionEnd())

    def _tint(self) -> None:
        if self._shown is None:
            return
        extraction, evidence = self._shown
        now = colors()
        marked = [(pair, now.quote) for pair in _passages(evidence)]
        if isinstance(evidence, Quote):
            speaker, cue = evidence.speaker, evidence.cue
            if speaker and speaker.start is not None and speaker.end is not None:
                marked.append(((speaker.start, speaker.end), now.speaker))
            if cue:
                marked.append(((cue.start, cue.end), now.cue))
        self.view.setExtraSelections([self._selection(extraction.text, pair, color) for pair, color in marked])

    def _selection(self, text: str, pair: Pair, color: str) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(QColor(color))
        look.setForeground(QColor(colors().text))
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(_qt_offset(text, pair[0]))
        cursor.setPosition(_qt_offset(text, pair[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        return selection

    def _scroll_to(self, start: int, text: str) -> None:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(_qt_offset(text, start))
        self.view.setTextCursor(cursor)
        place = self.view.cursorRect().top()
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + place - self.view.viewport().height() // 3)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self._tint()

    def retranslate(self) -> None:
        super().retranslate()
        self.view.setAccessibleName(tr("Text of the source, with the passage marked"))
        self.view.setPlaceholderText(tr("Choose a fact or a quote: its place in the source shows here."))
        self._tint()


def _passages(evidence: Evidence) -> Sequence[Pair]:
    return (
        evidence.fragments if isinstance(evidence, Quote) and evidence.fragments else ((evidence.start, evidence.end),)
    )


def _qt_offset(text: str, offset: int) -> int:
    """Python counts characters, Qt counts UTF-16 units."""
    return offset + sum(1 for c in text[:offset] if ord(c) >= _WIDE)


def _python_offset(text: str, units: int) -> int:
    """The inverse of `_qt_offset`."""
    offset = 0
    while offset < len(text) and units > 0:
        units -= 2 if ord(text[offset]) >= _WIDE else 1
        offset += 1
    return offset

"""A source's card: its editorial mentions, each proposal with where it came from, and its grade."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _
from briefgen.model.extraction import Extraction

FIELDS = (
    ("title", _("Title")),
    ("outlet", _("Outlet")),
    ("author", _("Author")),
    ("published", _("Date (2026-03-12)")),
)
_ORIGINS = {
    "front_matter": _("from the head of the file"),
    "page": _("from the web page"),
    "text": _("from the text"),
    "file": _("from the file"),
    "sidecar": _("from the reference file"),
    "user": _("typed by you"),
}
GRADES = ("", *(f"{letter}{number}" for letter in "ABCDEF" for number in range(1, 7)))


class SourceCard(QDialog):
    """Edits what is known of a source; missing mentions come first in the focus."""

    def __init__(
        self, extraction: Extraction, typed: Mapping[str, str], grade: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        source = extraction.source
        self.setWindowTitle(source.outlet or source.path or tr("Source"))
        self.setMinimumWidth(460)
        self._edits: dict[str, QLineEdit] = {}
        self._proposed = {name: str(getattr(source, name) or "") for name, _words in FIELDS}
        form = QFormLayout()
        for name, words in FIELDS:
            edit = QLineEdit(typed.get(name, self._proposed[name]))
            edit.setAccessibleName(tr(words))
            edit.setCursorPosition(0)
            self._edits[name] = edit
            form.addRow(tr(words), edit)
            proposal = source.metadata.get(name)
            origin = tr(_ORIGINS[proposal.origin]) if proposal else tr("not stated in the source")
            form.addRow("", made(QLabel(origin), objectName="hint"))
        self._grade = QComboBox()
        self._grade.addItems(GRADES)
        self._grade.setCurrentText(grade)
        self._grade.setAccessibleName(tr("Grade: reliability A–F, credibility 1–6"))
        form.addRow(tr("Grade (A1–F6)"), self._grade)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        first = next((edit for edit in self._edits.values() if not edit.text()), self._edits["title"])
        first.setFocus()

    def typed(self) -> dict[str, str]:
        """Only what differs from the proposals."""
        now = {name: edit.text().strip() for name, edit in self._edits.items()}
        return {name: text for name, text in now.items() if text != self._proposed[name]}

    def grade(self) -> str:
        """An Admiralty grade such as ``B2``; empty for none."""
        return self._grade.currentText()

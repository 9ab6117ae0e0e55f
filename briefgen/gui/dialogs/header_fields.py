"""Title, sender, recipient, reference and period of the briefing."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefgen.gui.widgets.made import made
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import BriefingOptions

_HEADER = (("from", _("From")), ("to", _("To")), ("reference", _("Reference")))
_PERIOD = (("since", _("Sources since (2026-03-01)")), ("until", _("Sources until (2026-03-31)")))


class HeaderFields(QDialog):
    """Empty fields do not print."""

    def __init__(self, options: BriefingOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Title and header fields"))
        self.setMinimumWidth(460)
        self._options = options
        form = QFormLayout()
        self._title = QLineEdit(options.title or "")
        self._title.setPlaceholderText(tr("Proposed from the topics"))
        form.addRow(tr("Subject"), self._title)
        self._header = {key: QLineEdit(options.header.get(key, "")) for key, _words in _HEADER}
        self._period = {key: QLineEdit(getattr(options, key) or "") for key, _words in _PERIOD}
        for key, words in (*_HEADER, *_PERIOD):
            edit = {**self._header, **self._period}[key]
            edit.setAccessibleName(tr(words))
            form.addRow(tr(words), edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(made(QLabel(tr("A row left empty does not print.")), objectName="hint"))
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def changed(self) -> dict[str, object]:
        """Fields of BriefingOptions as they are now."""
        header = {**self._options.header, **{key: edit.text().strip() for key, edit in self._header.items()}}
        period = {key: edit.text().strip() or None for key, edit in self._period.items()}
        title = self._title.text().strip() or None
        return {"title": title, "header": {key: text for key, text in header.items() if text}, **period}

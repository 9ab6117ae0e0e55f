"""Which file or folder: the system's own dialog where there is one, else Qt's, all its words in the window's language."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _

_Label = QFileDialog.DialogLabel
_LABELS = {
    _Label.LookIn: _("Look in:"),
    _Label.FileName: _("File name:"),
    _Label.FileType: _("Files of type:"),
    _Label.Reject: _("Cancel"),
}


def _dialog(parent: QWidget, title: str, folder: Path, pattern: str, accept: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), pattern)
    for label, words in _LABELS.items():
        dialog.setLabelText(label, tr(words))
    dialog.setLabelText(_Label.Accept, accept)
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return [Path(name) for name in dialog.selectedFiles()] if accepted else []


def ask_files(parent: QWidget, title: str, folder: Path) -> list[Path]:
    """Files that are there; empty when refused."""
    dialog = _dialog(parent, title, folder, "", tr("Add"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_file(parent: QWidget, title: str, folder: Path, pattern: str) -> Path | None:
    """A file that is there; None when refused."""
    dialog = _dialog(parent, title, folder, pattern, tr("Open"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """A folder; None when refused."""
    dialog = _dialog(parent, title, folder, "", tr("Choose"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def ask_new_file(parent: QWidget, title: str, proposed: Path, pattern: str) -> Path | None:
    """Where to write, with the suffix of `proposed`; None when refused."""
    dialog = _dialog(parent, title, proposed.parent, pattern, tr("Save"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(_Label.Accept, tr("Save"))
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    dialog.selectFile(str(proposed))
    return next(iter(_chosen(dialog)), None)

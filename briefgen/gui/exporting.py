"""One-click export: a name by pattern in the last folder, written in the background, undone by one click."""

import re
import shutil
import unicodedata
from pathlib import Path

from PySide6.QtCore import QDir, QFile, QObject, QStandardPaths, Signal

from briefgen.errors import OutputError
from briefgen.frozen import dataclass
from briefgen.gui.composing import Preview
from briefgen.gui.tasks import Failure, IsCancelled, Report, TaskRunner
from briefgen.i18n.mark import mark as _
from briefgen.paths import home
from briefgen.store.atomic import write_atomic
from briefgen.store.settings import Settings

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and what it replaced (None: nothing)."""

    path: Path
    format: str
    replaced: Path | None = None


class Exporter(QObject):
    """Writes the previewed briefing; the pages are those of the preview, byte for byte."""

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tasks = TaskRunner(self)
        self._tasks.ended.connect(self._on_end)

    @property
    def folder(self) -> Path:
        """Where exports go: the last folder, else the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._settings.get("export_folder") or documents or QDir.homePath())

    def set_folder(self, folder: Path) -> None:
        """The folder of this export and the next ones."""
        self._settings.set("export_folder", str(folder))

    @property
    def last_format(self) -> str:
        return str(self._settings.get("export_format", "pdf"))

    def export(self, preview: Preview, format: str) -> None:
        """Writes the briefing in the background; `exported` or `failed` tells the end."""
        path = self.folder / f"{file_stem(preview)}.{format}"
        self._settings.set("export_format", format)

        def work(_report: Report, _cancelled: IsCancelled) -> object:
            data = preview.pdf.data if format == "pdf" else preview.built.render(format)
            replaced = _keep(path)
            write_atomic(path, data)
            return Exported(path, format, replaced)

        self._tasks.start(work)

    def _on_end(self, result: object) -> None:
        (self.failed if isinstance(result, Failure) else self.exported).emit(result)

    def undo(self, exported: Exported) -> None:
        """Puts back the file that was replaced, else moves the export to the trash. OutputError when neither can be done."""
        if exported.replaced is not None:
            write_atomic(exported.path, exported.replaced.read_bytes())
        elif not QFile.moveToTrash(str(exported.path)):
            try:
                exported.path.unlink()
            except OSError as error:
                message = _("{name}: the export cannot be taken back ({reason}).")
                raise OutputError(message, name=exported.path.name, reason=error.strerror) from error

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Blocks until nothing is being written."""
        return self._tasks.wait(milliseconds)


def _keep(path: Path) -> Path | None:
    """A copy of the file that is about to be replaced."""
    if not path.exists():
        return None
    kept = home() / "replaced" / path.name
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, kept)
    except OSError as error:
        message = _("{name}: the file that would be replaced cannot be kept ({reason}).")
        raise OutputError(message, name=path.name, reason=error.strerror) from error
    return kept


def file_stem(preview: Preview) -> str:
    """``2026-03-12_espace-energie_fr``: date, subject and language in plain letters."""
    document = preview.built.document
    subject = (
        unicodedata.normalize("NFKD", document.title or document.subject or "briefing")
        .encode("ascii", "ignore")
        .decode()
    )
    words = _UNSAFE.sub("-", subject).strip("-").lower()[:60].rstrip("-")
    return "_".join(filter(None, (document.date, words, document.lang[:2])))

"""What each action does: asks the user where it must, then changes the session, exports, or tells."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from briefgen.errors import BriefgenError
from briefgen.gui import changes
from briefgen.gui.dialogs.header_fields import HeaderFields
from briefgen.gui.dialogs.keys import KeySheet
from briefgen.gui.dialogs.palette import Palette
from briefgen.gui.dialogs.source_card import SourceCard
from briefgen.gui.exporting import Exported
from briefgen.gui.notices import Notice, Step
from briefgen.gui.presenting import printed_ids
from briefgen.gui.words import language, tr
from briefgen.model.evidence import Quote
from briefgen.model.session import Session
from briefgen.pipeline import installed_topics, sample_sources
from briefgen.sessions import evidence_by_id

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow

_SESSIONS = "briefgen (*.briefgen)"


class WindowActions(QObject):
    """Handlers of the table of actions, and of what the panes ask for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._control = window.controller

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action id → what it does."""
        window, stack = self._window, self._control.undo_stack
        return {
            "new": self.new, "open": self.open, "save": self.save, "save-as": self.save_as,
            "samples": self.open_samples, "add-files": self.add_files, "add-folder": self.add_folder,
            "paste": self.paste, "remove": self.remove, "describe": self.describe, "undo": stack.undo,
            "redo": stack.redo, "title": self.edit_header, "export-pdf": lambda: self.export("pdf"),
            "export-docx": lambda: self.export("docx"), "export-html": lambda: self.export("html"),
            "export-again": lambda: self.export(window.exporter.last_format), "export-folder": self.choose_folder,
            "filter": lambda: window.evidence_pane.search.setFocus(), "pane-1": lambda: window.topics_pane.view.setFocus(),
            "pane-2": lambda: window.sources_pane.view.setFocus(), "pane-3": lambda: window.evidence_pane.view.setFocus(),
            "pane-4": lambda: window.preview_pane.view.setFocus(),
            "palette": lambda: Palette(window.actions_table, window).show(), "keys": lambda: KeySheet(window).exec(),
            "screen-fr": lambda: self.set_screen("fr"), "screen-en": lambda: self.set_screen("en"), "quit": window.close,
        }  # fmt: skip

    # sources

    def add_paths(self, paths: Iterable[str | Path]) -> None:
        """Adds files and folders; topics are all chosen when none is, so that the first pages show at once."""
        added = self._control.add_paths(paths)
        if not added:
            self.tell("add", "warning", tr("No article was found there. Add txt, md, html, docx, pdf or eml files."))
            return
        self._window.banners.clear("add")
        if not self._control.session.options.topics:
            topics = tuple(t.id for t in installed_topics())
            self._control.edit(tr("choose all topics"), changes.with_options, topics=topics)

    def open_samples(self) -> None:
        """Adds the sample articles."""
        self.add_paths([sample_sources()])

    def add_files(self) -> None:
        names, _filter = QFileDialog.getOpenFileNames(self._window, tr("Add files"), str(self._last_folder()))
        if names:
            self._remember_folder(Path(names[0]).parent)
            self.add_paths(names)

    def add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, tr("Add a folder"), str(self._last_folder()))
        if name:
            self._remember_folder(Path(name))
            self.add_paths([name])

    def _last_folder(self) -> Path:
        return Path(self._window.settings.get("source_folder") or Path.home())

    def _remember_folder(self, folder: Path) -> None:
        self._window.settings.set("source_folder", str(folder))

    def paste(self) -> None:
        """Files or text from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime.hasUrls():
            self.add_paths([url.toLocalFile() for url in mime.urls() if url.isLocalFile()])
        elif mime.hasText() and mime.text().strip():
            self.paste_text(mime.text())
        else:
            self.tell("add", "warning", tr("The clipboard holds neither text nor files."))

    def paste_text(self, text: str) -> None:
        """The text as a source; its card opens once it is read."""
        path = self._control.paste(text)
        reader = self._control.reader

        def opened(changed: str) -> None:
            if changed == path and reader.file(path).extractions:
                reader.file_changed.disconnect(opened)
                self.describe_source(path)

        if reader.file(path).extractions:
            self.describe_source(path)
        else:
            reader.file_changed.connect(opened)

    def remove(self) -> None:
        self._control.edit(tr("remove sources"), changes.without_sources, self._window.sources_pane.selected())

    def describe(self) -> None:
        for path in self._window.sources_pane.selected()[:1]:
            self.describe_source(path)

    def describe_source(self, path: str) -> None:
        """The source's card."""
        read = self._control.reader.file(path)
        if not read.extractions:
            return
        session = self._control.session
        typed = next((s.metadata for s in session.sources if s.path == path), {})
        first = read.extractions[0]
        card = SourceCard(first, typed, session.selection.grades.get(first.source.id, ""), self._window)
        if card.exec() == QDialog.DialogCode.Accepted:
            after = changes.with_metadata(session, path, card.typed())
            self._control.change(tr("describe a source"), changes.with_grade(after, first.source.id, card.grade()))

    # choices

    def set_topic(self, topic: str, chosen: bool) -> None:
        self._control.edit(tr("choose topics"), changes.with_topic, topic, chosen)

    def set_option(self, name: str, value: str) -> None:
        self._control.edit(tr("change the briefing"), changes.with_options, **{name: value})

    def set_printed(self, ids: list[str], printed: bool) -> None:
        text = tr("print evidence") if printed else tr("leave out evidence")
        self._control.edit(text, changes.included if printed else changes.excluded, ids)

    def edit_wording(self, id: str) -> None:
        """Asks for the analyst's own line; a quotation's words cannot be edited."""
        known = evidence_by_id(self._control.extractions).get(id)
        if known is None:
            return
        _extraction, evidence = known
        if isinstance(evidence, Quote):
            self.tell(
                "wording",
                "info",
                tr(
                    "The words of a quotation stay as the source prints them. Leave it out, or describe it in the title."
                ),
            )
            return
        now = self._control.session.selection.wording.get(id) or self._printed_line(id)
        wording = self._window.evidence_pane.ask_wording(evidence.text, now)
        if wording is not None and wording != now:
            self._control.edit(tr("edit the wording"), changes.reworded, id, wording)

    def _printed_line(self, id: str) -> str:
        preview = self._control.preview
        items = (item for s in preview.built.briefing.sections for item in s.items) if preview else ()
        return next((item.text for item in items if id in item.evidence), "")

    def move_evidence(self, id: str, step: int) -> None:
        order = changes.moved(printed_ids(self._control), id, step)
        self._control.edit(tr("move evidence"), changes.reordered, order)

    def edit_header(self) -> None:
        dialog = HeaderFields(self._control.session.options, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._control.edit(tr("edit the header"), changes.with_options, **dialog.changed())

    def set_screen(self, code: str) -> None:
        """The window's language, now and next time."""
        self._window.settings.set("screen", code)
        language.set(code)

    # export

    def export(self, format: str) -> None:
        """One click: the last folder, a name by pattern, no dialog."""
        if self._control.preview is not None:
            self._window.exporter.export(self._control.preview, format)

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Choose the export folder"), str(self._window.exporter.folder)
        )
        if name:
            self._window.exporter.set_folder(Path(name))

    def on_exported(self, exported: Exported) -> None:
        """The banner with Open, Show in folder and Undo."""
        steps = (
            Step(tr("Open"), lambda: self._open(exported.path)),
            Step(tr("Show in folder"), lambda: _show_in_folder(exported.path)),
            Step(tr("Undo"), lambda: self._undo_export(exported)),
        )
        self._window.tell(Notice("export", "success", tr("Exported: {path}", path=str(exported.path)), steps))

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _undo_export(self, exported: Exported) -> None:
        try:
            self._window.exporter.undo(exported)
        except BriefgenError as error:
            self.tell_failure("export", error)
            return
        words = (
            tr("The earlier file is back: {name}") if exported.replaced else tr("The export is in the trash: {name}")
        )
        self.tell("export", "info", words.format(name=exported.path.name))

    # sessions

    def new(self) -> None:
        if self.may_close():
            self._control.replace_with(Session(options=self._control.session.options))

    def open(self) -> None:
        if not self.may_close():
            return
        name, _filter = QFileDialog.getOpenFileName(
            self._window, tr("Open session"), str(self._last_folder()), _SESSIONS
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Opens a session file; what changed since it was saved is told."""
        try:
            sentences = self._control.load(path)
        except BriefgenError as error:
            self.tell_failure("open", error)
            return
        if sentences:
            self.tell("open", "warning", "\n".join(sentences))

    def save(self) -> bool:
        """Saves where it was; asks where when it never was, or when the file was changed by someone else."""
        path = self._control.path
        if path is None:
            return self.save_as()
        if self._control.changed_elsewhere() and not self._confirm(
            tr("The session's file was changed by another program. Replace it?")
        ):
            return False
        return self._save(path)

    def save_as(self) -> bool:
        folder = self._control.path or self._last_folder() / "briefing.briefgen"
        name, _filter = QFileDialog.getSaveFileName(self._window, tr("Save session"), str(folder), _SESSIONS)
        return bool(name) and self._save(Path(name).with_suffix(".briefgen"))

    def _save(self, path: Path) -> bool:
        try:
            self._control.save(path)
        except BriefgenError as error:
            self.tell_failure("save", error)
            return False
        return True

    def on_saved(self, path: str) -> None:
        self._window.settings.add_recent(Path(path))
        self._window.show_title()

    def may_close(self) -> bool:
        """Asks once when something is not saved; True: go on."""
        if self._control.undo_stack.isClean() or not self._control.session.sources:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            tr("Not saved"),
            tr("Save the session before going on?"),
            button.Save | button.Discard | button.Cancel,
        )
        return self.save() if answer == button.Save else answer == button.Discard

    def _confirm(self, words: str) -> bool:
        return QMessageBox.question(self._window, "briefgen", words) == QMessageBox.StandardButton.Yes

    # telling

    def tell(self, key: str, level: str, text: str) -> None:
        """A banner without buttons."""
        self._window.tell(Notice(key, level, text))  # type: ignore[arg-type]

    def tell_failure(self, key: str, error: Exception) -> None:
        """An error's sentence as a banner; one of ours says where the report is."""
        words = (
            error.said(tr)
            if isinstance(error, BriefgenError)
            else tr("Something went wrong: {error}", error=repr(error))
        )
        self.tell(key, "error", words)

    def say_next_step(self) -> None:
        """What the empty preview says: the one next step."""
        empty, session = self._window.preview_pane.empty, self._control.session
        if not session.sources:
            empty.say(
                "Start with your articles",
                "Drop files or a folder anywhere on this window, or look at the sample articles first.",
                "Open sample sources",
            )
        elif not session.options.topics:
            empty.say("Choose a topic", "Check at least one topic on the left: the pages show here.", "")
        elif self._control.reader.busy:
            empty.say("Reading the sources", "The first pages show as soon as the first article is read.", "")
        else:
            empty.say("Nothing to print yet", "No fact or quotation was found. Add articles.", "Open sample sources")

    def next_step(self) -> None:
        """The empty preview's button."""
        self.open_samples()


def _show_in_folder(path: Path) -> None:
    """The file manager with the file selected where it can do that, else the folder."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(path)])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

"""What each action does: asks the user where it must, then changes the session, exports, or tells."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from briefgen.errors import BriefgenError
from briefgen.gui import changes
from briefgen.gui.dialogs.crash import CrashReport, report_of
from briefgen.gui.dialogs.header_fields import HeaderFields
from briefgen.gui.dialogs.keys import KeySheet
from briefgen.gui.dialogs.palette import Palette
from briefgen.gui.dialogs.source_card import SourceCard
from briefgen.gui.evidence_actions import EvidenceActions
from briefgen.gui.exporting import Exported
from briefgen.gui.file_dialogs import ask_files, ask_folder
from briefgen.gui.library_actions import LibraryActions
from briefgen.gui.notices import Notice, Step
from briefgen.gui.panes.preview_pane import STEP
from briefgen.gui.session_files import SessionFiles
from briefgen.gui.small_menus import grade_menu
from briefgen.gui.theme import want_look
from briefgen.gui.words import language, tr
from briefgen.i18n.mark import mark as _
from briefgen.pipeline import sample_sources

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow


_REMEDIES = {"add": "add-files", "open": "open", "save": "save-as", "export": "export-folder", "preview": "title"}
"""What failed → the action that can mend it; errors say the cause."""


class WindowActions(QObject):
    """Handlers of the table of actions, and of what the panes ask for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._control = window.controller
        self.files = SessionFiles(window, self)
        self.rows = EvidenceActions(window, self)
        self.library = LibraryActions(window, self)
        self._wanted = ""
        """The format of an export that waits for the pages to be made."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action id → what it does."""
        window, stack, files, rows = self._window, self._control.undo_stack, self.files, self._window.evidence_pane
        pages = window.preview_pane
        return {
            "new": files.new, "open": files.open, "save": files.save, "save-as": files.save_as,
            "samples": self.open_samples, "add-files": self.add_files, "add-folder": self.add_folder,
            "library": self.library.search, "paste": self.paste, "remove": self.remove, "describe": self.describe, "grade": self.grade,
            "reread": self.reread, "undo": stack.undo, "redo": stack.redo, "title": self.edit_header,
            "print": rows.toggle, "wording": rows.ask_edit, "passage": window.passage_pane.view.setFocus,
            "move-up": lambda: rows.ask_move(-1), "move-down": lambda: rows.ask_move(1), "mates": rows.fold,
            "topic": self.rows.retag, "rival": rows.go_to_mate,
            "export-pdf": lambda: self.export("pdf"), "export-docx": lambda: self.export("docx"),
            "export-html": lambda: self.export("html"),
            "export-again": lambda: self.export(window.exporter.last_format), "export-folder": self.choose_folder,
            "filter": rows.look, "pane-1": lambda: window.topics_pane.view.setFocus(),
            "pane-2": lambda: window.sources_pane.view.setFocus(), "pane-3": lambda: rows.view.setFocus(),
            "pane-4": pages.view.setFocus, "search-pages": pages.look, "zoom-in": lambda: pages.zoom(STEP),
            "zoom-out": lambda: pages.zoom(1 / STEP), "fit": pages.fit,
            "look-system": lambda: self.set_look("system"), "look-light": lambda: self.set_look("light"),
            "look-dark": lambda: self.set_look("dark"),
            "palette": lambda: Palette(window.actions_table, window).show(), "keys": lambda: KeySheet(window).exec(),
            "screen-fr": lambda: self.set_screen("fr"), "screen-en": lambda: self.set_screen("en"), "quit": window.close,
        }  # fmt: skip

    # sources

    def add_paths(self, paths: Iterable[str | Path]) -> None:
        """Adds files and folders; topics are all chosen when none is, so that the first pages show at once."""
        self._window.banners.clear("add")
        if not self._control.add_paths(paths):
            words = tr("No article was found there. Add txt, md, html, docx, pdf or eml files.")
            if not self._window.banners.shows("add"):
                self.tell("add", "warning", words)

    def open_samples(self) -> None:
        """Adds the sample articles."""
        self.add_paths([sample_sources()])

    def add_files(self) -> None:
        files = ask_files(self._window, tr("Add files"), self.files.last_folder())
        if files:
            self.files.remember_folder(files[0].parent)
            self.add_paths(files)

    def add_folder(self) -> None:
        folder = ask_folder(self._window, tr("Add a folder"), self.files.last_folder())
        if folder is not None:
            self.files.remember_folder(folder)
            self.add_paths([folder])

    def paste(self) -> None:
        """Files or text from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime.hasUrls():
            self.add_paths([url.toLocalFile() for url in mime.urls() if url.isLocalFile()])
        elif mime.hasText() and mime.text().strip():
            self.paste_text(mime.text())
        else:
            self.tell("add", "warning", tr("The clipboard holds neither text nor files."))

    def drop(self, mime: QMimeData) -> None:
        """What was dropped on the window: files and folders, or text."""
        if mime.hasUrls():
            self.add_paths([url.toLocalFile() for url in mime.urls() if url.isLocalFile()])
        elif mime.hasText() and mime.text().strip():
            self.paste_text(mime.text())

    def paste_text(self, text: str) -> None:
        """The text as a source; its card opens once it is read."""
        key = self._control.paste(text)
        reader = self._control.reader

        def opened() -> None:
            if self._control.found(key):
                reader.files_changed.disconnect(opened)
                self.describe_source(key)

        if self._control.found(key):
            self.describe_source(key)
        else:
            reader.files_changed.connect(opened)

    def remove(self) -> None:
        self._control.edit(tr("remove sources"), changes.without_sources, self._window.sources_pane.selected())

    def describe(self) -> None:
        for key in self._window.sources_pane.selected()[:1]:
            self.describe_source(key)

    def describe_source(self, key: str) -> None:
        """The source's card."""
        source, found = self._control.source(key), self._control.found(key)
        if source is None or not found:
            return
        session, first = self._control.session, found[0]
        card = SourceCard(first, source.metadata, session.selection.grades.get(first.source.id, ""), self._window)
        if card.exec() == QDialog.DialogCode.Accepted:
            after = changes.with_metadata(session, key, card.typed())
            self._control.change(tr("describe a source"), changes.with_grade(after, first.source.id, card.grade()))

    def grade(self) -> None:
        """A menu of Admiralty grades for the selected sources."""
        ids = [e.source.id for key in self._window.sources_pane.selected() for e in self._control.found(key)]
        if ids:
            grade_menu(self._window, lambda grade: self._set_grade(ids, grade)).popup(QCursor.pos())

    def _set_grade(self, ids: Iterable[str], grade: str) -> None:
        after = self._control.session
        for id in ids:
            after = changes.with_grade(after, id, grade)
        self._control.change(tr("grade sources"), after)

    def reread(self) -> None:
        """Reads the sources that were changed on disk again."""
        self._window.banners.clear("stale")
        if not self._control.reread():
            self.tell("stale", "info", tr("No source was changed on disk since it was read."))

    def check_disk(self) -> None:
        """When the window comes to the front: tells of sources and of a session that were changed meanwhile."""
        stale = self._control.stale()
        if stale:
            names = ", ".join(Path(path).name for path in stale[:3]) + ("…" if len(stale) > 3 else "")
            words = tr("Changed on disk since they were read: {names}", names=names)
            self._window.tell(Notice("stale", "warning", words, (Step(tr("Read again"), self.reread),)))
        self.files.check_disk()

    # choices

    def set_topic(self, topic: str, chosen: bool) -> None:
        self._control.edit(tr("choose topics"), changes.with_topic, topic, chosen)

    def set_option(self, name: str, value: str) -> None:
        self._control.edit(tr("change the briefing"), changes.with_options, **{name: value})

    def edit_header(self) -> None:
        dialog = HeaderFields(self._control.session.options, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._control.edit(tr("edit the header"), changes.with_options, **dialog.changed())

    def set_screen(self, code: str) -> None:
        """The window's language, now and next time."""
        self._window.settings.set("screen", code)
        language.set(code)

    def set_look(self, look: str) -> None:
        """Light or dark, now and next time."""
        self._window.settings.set("look", look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            want_look(look, app)

    # export

    def export(self, format: str) -> None:
        """One click: the last folder, a name by pattern, no dialog. What was just changed is waited for."""
        self._wanted = format
        if self._control.composer.busy:
            self._control.composer.now(self._control.session)
        else:
            self.export_wanted()

    def export_wanted(self) -> None:
        """The pages are as the session is: the export that waits for them."""
        format, self._wanted = self._wanted, ""
        if format and self._control.preview is not None:
            self._window.exporter.export(self._control.preview, format)
        elif format:
            self.tell("export", "warning", tr("There is nothing to export: no page could be made."))

    def choose_folder(self) -> None:
        folder = ask_folder(self._window, tr("Choose the export folder"), self._window.exporter.folder)
        if folder is not None:
            self._window.exporter.set_folder(folder)

    def on_exported(self, exported: Exported) -> None:
        """The banner with Open, Show in folder and Undo."""
        self.library.remember_export()
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

    # telling

    def tell(self, key: str, level: str, text: str) -> None:
        """A banner without buttons."""
        self._window.tell(Notice(key, level, text))  # type: ignore[arg-type]

    def tell_failure(self, key: str, error: Exception) -> None:
        """An error's sentence as a banner; one of ours has a report to copy."""
        if key == "preview":
            self._wanted = ""
        if isinstance(error, BriefgenError):
            action = self._window.actions_table[_REMEDIES[key]] if key in _REMEDIES else None
            next_step = (Step(action.text(), action.trigger),) if action else ()
            self._window.tell(Notice(key, "error", error.said(tr), next_step))
            return
        steps = (
            Step(
                tr("Show the report"),
                lambda: CrashReport(report_of(type(error), error, error.__traceback__), self._window).exec(),
            ),
        )
        self._window.tell(
            Notice(key, "error", tr("Something went wrong inside briefgen. Your session is kept."), steps)
        )

    def say_next_step(self) -> None:
        """What the empty preview says: the one next step."""
        empty, session = self._window.preview_pane.empty, self._control.session
        self._window.evidence_pane.show_hint(bool(session.sources))
        if not session.sources:
            empty.say(
                _("Start with your articles"),
                _("Drop files or a folder anywhere on this window, or look at the sample articles first."),
                _("Open sample sources"),
            )
        elif not session.options.topics:
            empty.say(_("Choose a topic"), _("Check at least one topic on the left: the pages show here."), "")
        elif self._control.reader.busy and not self._control.extractions:
            empty.say(_("Reading the sources"), _("The first pages show as soon as the first article is read."), "")
        elif self._control.busy:
            empty.say(_("Making the pages"), _("They show here in a moment."), "")
        else:
            hint = _("No fact or quotation was found. Add articles.")
            empty.say(_("Nothing to print yet"), hint, _("Add files…"))

    def next_step(self) -> None:
        """The empty preview's button."""
        if self._control.session.sources:
            self.add_files()
        else:
            self.open_samples()


def _show_in_folder(path: Path) -> None:
    """The file manager with the file selected where it can do that, else the folder."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(path)])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

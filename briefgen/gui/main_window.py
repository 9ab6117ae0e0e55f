"""The window: it only wires panes, actions and the session together."""

import gc

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from briefgen.gui.actions import Actions
from briefgen.gui.composing import Preview
from briefgen.gui.exporting import Exporter
from briefgen.gui.layout_memory import keep_layout, restore_layout, tab_through
from briefgen.gui.menus import MainMenu
from briefgen.gui.models.evidence_model import EvidenceModel
from briefgen.gui.models.sources_model import SourcesModel
from briefgen.gui.models.topics_model import TopicsModel
from briefgen.gui.notices import Notice
from briefgen.gui.panes.evidence_pane import EvidencePane
from briefgen.gui.panes.passage_pane import PassagePane
from briefgen.gui.panes.preview_pane import PreviewPane
from briefgen.gui.panes.sources_pane import SourcesPane
from briefgen.gui.panes.topics_pane import TopicsPane
from briefgen.gui.progress import Progress
from briefgen.gui.session_controller import SessionController
from briefgen.gui.showing import Showing
from briefgen.gui.top_bar import TopBar
from briefgen.gui.widgets.banner import BannerArea
from briefgen.gui.widgets.drop_hint import DropHint
from briefgen.gui.window_actions import WindowActions
from briefgen.gui.words import language, tr
from briefgen.sessions import evidence_of
from briefgen.store.settings import Settings


class MainWindow(QMainWindow):
    """Three columns: topics over sources, evidence over passage, preview."""

    def __init__(self, controller: SessionController, settings: Settings) -> None:
        super().__init__()
        self.controller, self.settings = controller, settings
        controller.setParent(self)
        self.exporter = Exporter(settings, self)
        self.topics, self.sources, self.evidence = TopicsModel(self), SourcesModel(self), EvidenceModel(self)
        self.topics_pane = TopicsPane(self.topics)
        self.sources_pane = SourcesPane(self.sources)
        self.evidence_pane = EvidencePane(self.evidence)
        self.passage_pane = PassagePane()
        self.preview_pane = PreviewPane(self)
        self.banners = BannerArea(self)
        self.window_actions = WindowActions(self)
        self.actions_table = Actions(self.window_actions.handlers(), self)
        self.addActions(list(self.actions_table))
        self.top_bar = TopBar(self.actions_table, self)
        self.addToolBar(self.top_bar)
        files = self.window_actions.files
        self.top_bar.set_menu(MainMenu(self.actions_table, settings.recent, files.open_recent, self))
        self.sources_pane.add_buttons(
            [self.actions_table[id] for id in ("add-files", "add-folder", "library", "remove")]
        )
        self.sources_pane.add_menu([self.actions_table[id] for id in ("describe", "grade", "remove", "reread")])
        self._build()
        self._connect()
        self._drop_hint = DropHint(self)
        self.setAcceptDrops(True)
        self._showing = Showing(self)
        self.retranslate()
        restore_layout(settings, self, self.splitters)
        self._order_focus()
        self.show_all()

    def _order_focus(self) -> None:
        """Tab goes through the columns from left to right, then to the bar at the top."""
        rows, pages = self.evidence_pane, self.preview_pane
        left = self.topics_pane.view, self.sources_pane.view
        tab_through(*left, rows.search, rows.view, self.passage_pane.view, pages.search, pages.view, pages.empty.button)
        pages.empty.button.setFocus()

    def _build(self) -> None:
        left, middle = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        for splitter, pane in (
            (left, self.topics_pane), (left, self.sources_pane),
            (middle, self.evidence_pane), (middle, self.passage_pane),
        ):  # fmt: skip
            splitter.addWidget(pane)
            splitter.setChildrenCollapsible(False)
        left.setStretchFactor(1, 1)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((left, 2), (middle, 5), (self.preview_pane, 5)):
            self.columns.addWidget(part)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.splitters = {"columns": self.columns, "left": left, "middle": middle}
        center = QWidget()
        layout = QVBoxLayout(center)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banners)
        layout.addWidget(self.columns, 1)
        self.setCentralWidget(center)
        self.progress = Progress(self.statusBar())

    def _connect(self) -> None:
        control, act = self.controller, self.window_actions
        control.session_changed.connect(self.show_session)
        control.sources_changed.connect(self.show_sources)
        control.evidence_changed.connect(self.show_evidence)
        control.preview_changed.connect(self.show_preview)
        control.failed.connect(act.tell_failure)
        control.saved.connect(act.files.on_saved)
        control.anchored.connect(act.files.on_anchored)
        control.undo_stack.cleanChanged.connect(self.show_title)
        control.reader.progressed.connect(self.progress.show_step)
        control.reader.finished.connect(lambda: self.progress.show_step("", 1, 1))
        self.top_bar.option_asked.connect(act.set_option)
        self.topics_pane.topic_asked.connect(act.set_topic)
        self.sources_pane.card_asked.connect(act.describe_source)
        self.sources_pane.chosen.connect(self._on_sources_chosen)
        self.evidence_pane.current_changed.connect(self.show_passage)
        self.evidence_pane.print_asked.connect(act.rows.set_printed)
        self.evidence_pane.edit_asked.connect(act.rows.edit_wording)
        self.evidence_pane.move_asked.connect(act.rows.move_evidence)
        self.evidence_pane.drop_asked.connect(act.rows.drop_evidence)
        self.evidence_pane.menu_asked.connect(act.rows.evidence_menu)
        self.evidence_pane.show_asked.connect(self.passage_pane.view.setFocus)
        self.preview_pane.evidence_clicked.connect(self.select_evidence)
        self.preview_pane.empty.asked.connect(act.next_step)
        self.exporter.exported.connect(act.on_exported)
        self.exporter.failed.connect(lambda failure: act.tell_failure("export", failure.error))
        language.changed.connect(self.retranslate)

    def show_all(self) -> None:
        """Every part as the session is now."""
        self.show_session()
        self.show_sources()
        self.show_evidence()
        self.show_preview(self.controller.preview)

    def show_session(self) -> None:
        """Options, topics, states and title."""
        self.top_bar.show_options(self.controller.session.options)
        self._showing.topics()
        self._showing.states()
        self.progress.show_making(self.controller.composer.busy)
        self.show_title()
        self._enable()

    def show_sources(self) -> None:
        """The list of sources."""
        self.window_actions.say_next_step()
        self._showing.sources()
        self._enable()

    def show_evidence(self) -> None:
        """The table of evidence and the counts of the topics."""
        self._showing.topics()
        self._showing.rows()

    def show_preview(self, preview: Preview | None) -> None:
        """The pages, or the one next step."""
        self.progress.show_making(False)
        if preview is None:
            self.window_actions.say_next_step()
            self.preview_pane.show_empty()
        else:
            self.preview_pane.show_pages(preview.pdf)
            self.banners.clear("preview")
        self.window_actions.export_wanted()
        self._showing.states_soon()
        self._enable()

    def show_passage(self, id: str) -> None:
        """The row's place in its source and in the pages."""
        known = evidence_of(self.controller.extractions, id)
        if known is None:
            self.passage_pane.clear()
        else:
            self.passage_pane.show_evidence(*known)
        self.preview_pane.highlight(id)

    def select_evidence(self, id: str) -> None:
        """A printed line was clicked: its row and its passage."""
        if not self.evidence_pane.select(id):
            self.sources_pane.view.clearSelection()
            self.evidence_pane.show_everything()
            self.evidence_pane.select(id)

    def _on_sources_chosen(self, keys: list[str]) -> None:
        ids = {extraction.source.id for key in keys for extraction in self.controller.found(key)}
        self.evidence_pane.filter.show_sources(frozenset(ids) or None)
        self._enable()

    def show_title(self, _clean: bool = True) -> None:
        """The session's name, starred when it is not saved."""
        name = self.controller.path.name if self.controller.path else tr("New briefing")
        self.setWindowTitle(f"{name}[*] – briefgen")
        self.setWindowModified(not self.controller.undo_stack.isClean())

    def tell(self, notice: Notice) -> None:
        """A banner over the panes."""
        self.banners.show_notice(notice)

    def _enable(self) -> None:
        stack = self.controller.undo_stack
        preview = self.controller.preview is not None
        rows = self.evidence.rowCount() > 0
        self.actions_table.enable(sources=bool(self.sources_pane.selected()), preview=preview, evidence=rows)
        self.actions_table["undo"].setEnabled(stack.canUndo())
        self.actions_table["redo"].setEnabled(stack.canRedo())

    def retranslate(self) -> None:
        """The words that are the window's own."""
        self.actions_table.retranslate()
        self.show_title()
        self.window_actions.say_next_step()
        self._showing.states()
        self._enable()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.source() is None and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()
            self._drop_hint.appear()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._drop_hint.hide()
        event.acceptProposedAction()
        self.window_actions.drop(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.window_actions.check_disk() if self.isActiveWindow() else gc.collect()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.window_actions.files.may_close():
            event.ignore()
            return
        keep_layout(self.settings, self, self.splitters)
        self.controller.close()
        self.exporter.wait()
        self.window_actions.library.wait()
        event.accept()

"""What is done to rows of evidence: printing, wording, topics, order; each one step of undo."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QMenu

from briefgen.gui import changes
from briefgen.gui.dialogs.wording import FactWording, QuoteWordingDialog, WordingDialog
from briefgen.gui.presenting import movable_with, print_order
from briefgen.gui.proposals import attribution, original, printed_line
from briefgen.gui.small_menus import topic_menu
from briefgen.gui.words import tr
from briefgen.model.evidence import Quote
from briefgen.model.quote_wording import read_quote_wording
from briefgen.sessions import evidence_of

if TYPE_CHECKING:
    from briefgen.gui.main_window import MainWindow


class EvidenceActions(QObject):
    """Handlers of the actions on rows, and of what the table asks for."""

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._control = window.controller

    def set_printed(self, ids: list[str], printed: bool) -> None:
        """Prints the evidence or leaves it out; what is lost is forgotten."""
        lost = self._control.lost.keys() & set(ids)
        if lost:
            self._control.edit(tr("forget lost passages"), changes.forgotten, lost)
            self._window.show_evidence()
            return
        text = tr("print evidence") if printed else tr("leave out evidence")
        self._control.edit(text, changes.included if printed else changes.excluded, ids)

    def edit_wording(self, id: str) -> None:
        """Asks for the analyst's own line, or for the words around a quotation, whose own cannot be edited."""
        known = evidence_of(self._control.extractions, id)
        if known is None:
            return
        typed = self._control.session.selection.wording.get(id, "")
        dialog: WordingDialog
        if isinstance(known[1], Quote):
            proposed = "" if read_quote_wording(typed).after else attribution(self._control, id)
            dialog = QuoteWordingDialog(original(*known), proposed, typed, self._window)
        else:
            proposed = "" if typed else printed_line(self._control, id)
            dialog = FactWording(original(*known), proposed, typed, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.wording() != typed:
            self._reword(id, dialog.wording())

    def _reword(self, id: str, wording: str) -> None:
        """What is worded is printed, too: nobody words what is to be left out."""
        after = changes.reworded(self._control.session, id, wording)
        if wording and id not in print_order(self._control):
            after = changes.included(after, [id])
        self._control.change(tr("edit the wording"), after)

    def retag(self) -> None:
        """A menu of topics for the selected rows."""
        ids = self._window.evidence_pane.with_folded(self._window.evidence_pane.selected())
        now = {self._control.session.selection.topics.get(id, "") for id in ids}
        if ids:
            topic_menu(self._window, now, lambda topic: self.set_topic_of(ids, topic)).popup(QCursor.pos())

    def set_topic_of(self, ids: Iterable[str], topic: str) -> None:
        """Files the evidence under the topic."""
        self._control.edit(tr("file under a topic"), changes.retagged, ids, topic)

    def evidence_menu(self, place: QPoint) -> None:
        """The right click's menu of the rows."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ("print", "wording", "topic", "move-up", "move-down", "passage", "mates", "rival"):
            menu.addAction(self._window.actions_table[id])
        menu.popup(place)

    def move_evidence(self, id: str, step: int) -> None:
        """One line up or down in its section."""
        order = changes.moved(print_order(self._control), movable_with(self._control, id), id, step)
        self._reorder(order)

    def drop_evidence(self, id: str, target: str) -> None:
        """The dragged line to where the other one stands."""
        self._reorder(changes.dropped(print_order(self._control), id, target))

    def _reorder(self, order: tuple[str, ...]) -> None:
        if order != tuple(print_order(self._control)):
            self._control.edit(tr("move evidence"), changes.reordered, order)

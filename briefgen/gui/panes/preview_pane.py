"""The preview: the true pages of the PDF, with outline, zoom and search."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, Qt, Signal
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QStackedLayout, QToolButton, QWidget

from briefgen.gui.icons import icon
from briefgen.gui.panes.pane import Pane
from briefgen.gui.widgets.empty_state import EmptyState
from briefgen.gui.widgets.made import made
from briefgen.gui.widgets.pdf_view import PagePoint, PageView
from briefgen.gui.words import tr
from briefgen.i18n.mark import mark as _
from briefgen.render import Placement, Rendered

STEP = 1.2
"""How much larger one step of zoom makes the pages."""
_NEAR = 6.0
"""Points around a printed line that still count as a click on it."""


class PreviewPane(Pane):
    """Shows a Rendered PDF; sends the evidence whose printed line was clicked."""

    evidence_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Preview"), parent)
        self._rendered: Rendered | None = None
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.view = PageView(self)
        self.view.setDocument(self._document)
        self.view.clicked.connect(self._on_click)
        self._search_model = QPdfSearchModel(self)
        self._search_model.setDocument(self._document)
        self.view.setSearchModel(self._search_model)
        self.empty = EmptyState(self)
        self._pages = made(QLabel(), objectName="hint")
        self.search = made(QLineEdit(), clearButtonEnabled=True, maximumWidth=180, acceptDrops=False)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._look_for)
        self._search_model.countChanged.connect(self._say_pages)
        self.search.returnPressed.connect(self._next_result)
        self._result = -1
        self._fill_header()
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.body.addWidget(stack)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._say_pages())
        self.retranslate()

    def _fill_header(self) -> None:
        self.header.addWidget(self.search)
        self.header.addWidget(self._pages)
        self._outline = made(QToolButton(), icon=icon("outline"), autoRaise=True)
        self._outline.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._outline.setMenu(QMenu(self._outline))
        self._outline.menu().aboutToShow.connect(self._fill_outline)
        self._buttons: list[tuple[QToolButton, str]] = [(self._outline, _("Outline"))]
        self.header.addWidget(self._outline)
        for name, words, run in (
            ("zoom-out", _("Smaller"), lambda: self.zoom(1 / STEP)),
            ("zoom-in", _("Larger"), lambda: self.zoom(STEP)),
            ("fit", _("Fit to width"), self.fit),
        ):
            button = made(QToolButton(), icon=icon(name), autoRaise=True)
            button.clicked.connect(run)
            self._buttons.append((button, words))
            self.header.addWidget(button)

    def look(self) -> None:
        """The cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill_outline(self) -> None:
        menu = self._outline.menu()
        menu.clear()
        model = QPdfBookmarkModel(menu)
        model.setDocument(self._document if self._rendered else None)  # type: ignore[arg-type]
        self._add_headings(menu, model, QModelIndex(), 0)
        if menu.isEmpty():
            menu.addAction(tr("The pages have no headings")).setEnabled(False)

    def _add_headings(self, menu: QMenu, model: QPdfBookmarkModel, parent: QModelIndex, depth: int) -> None:
        role = QPdfBookmarkModel.Role
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            page, place = index.data(int(role.Page)), index.data(int(role.Location))
            action = menu.addAction("    " * depth + str(index.data(int(role.Title))))
            action.triggered.connect(lambda _on=False, page=page, place=place: self._jump(page, place))
            self._add_headings(menu, model, index, depth + 1)

    def _jump(self, page: int, place: QPointF) -> None:
        self.view.pageNavigator().jump(page, place, 0)

    def show_pages(self, rendered: Rendered) -> None:
        """Shows the pages, keeping the scroll position."""
        bar = self.view.verticalScrollBar()
        place = bar.value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(rendered.data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer, self._rendered = buffer, rendered
        self._stack.setCurrentWidget(self.view)
        bar.setValue(place)
        self._say_pages()

    def show_empty(self) -> None:
        """Shows the one next step in place of pages."""
        self._rendered = None
        self._stack.setCurrentWidget(self.empty)
        self._say_pages()

    def highlight(self, evidence: str) -> None:
        """Tints where the evidence is printed, and scrolls there."""
        places: Sequence[Placement] = self._rendered.placements if self._rendered else ()
        self.view.highlight([place for place in places if place.evidence == evidence])

    def _on_click(self, point: PagePoint) -> None:
        evidence = self.evidence_at(point)
        if evidence:
            self.evidence_clicked.emit(evidence)

    def evidence_at(self, point: PagePoint) -> str | None:
        """The evidence printed at that point, or next to it; the smallest where several overlap."""
        places = self._rendered.placements if self._rendered else ()
        hits = [
            place
            for place in places
            if place.page == point.page
            and place.left - _NEAR <= point.x <= place.right + _NEAR
            and place.top - 1 <= point.y <= place.bottom + 1
        ]
        best = min(hits, key=lambda p: (p.right - p.left) * (p.bottom - p.top), default=None)
        return best.evidence if best else None

    def zoom(self, factor: float) -> None:
        """Larger or smaller, from what is seen now."""
        now = self.view.page_scale() if self._rendered else 1.0
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, 0.2), 6.0))

    def fit(self) -> None:
        """As wide as the pane."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _look_for(self, words: str) -> None:
        self._result = -1
        self._search_model.setSearchString(words)
        self._say_pages()

    def _next_result(self) -> None:
        count = self._search_model.count()
        if count:
            self._result = (self._result + 1) % count
            self.view.setCurrentSearchResultIndex(self._result)
            link = self._search_model.resultAtIndex(self._result)
            self._jump(link.page(), link.location())
        self._say_pages()

    def _say_pages(self) -> None:
        count = self._document.pageCount() if self._rendered else 0
        page = self.view.pageNavigator().currentPage() + 1
        if count and self.search.text():
            found = self._search_model.count()
            self._pages.setText(tr("{place} of {count}", place=self._result + 1, count=found))
        else:
            self._pages.setText(tr("page {page} of {count}", page=page, count=count) if count else "")

    def retranslate(self) -> None:
        super().retranslate()
        self.view.setAccessibleName(tr("Pages of the briefing"))
        self.search.setPlaceholderText(tr("Search the pages"))
        self.search.setAccessibleName(tr("Search the pages"))
        for button, words in self._buttons:
            button.setToolTip(tr(words))
            button.setAccessibleName(tr(words))
        self.empty.retranslate()
        self._say_pages()

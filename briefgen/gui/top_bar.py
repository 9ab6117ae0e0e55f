"""The bar at the top: document language, template, style, marking, and the big export button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from briefgen.gui.actions import Actions
from briefgen.gui.icons import icon
from briefgen.gui.widgets.made import made
from briefgen.gui.words import language, tr
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import BriefingOptions
from briefgen.pipeline import installed_styles, installed_templates

MARKINGS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
_LABELS = {
    "lang": _("Briefing in"),
    "template": _("Template"),
    "style": _("Style"),
    "marking": _("Marking"),
}
_LETTERS = {"template": 11, "style": 7, "marking": 8}
"""How wide the boxes are at least; their lists are as wide as their words."""


class TopBar(QToolBar):
    """Sends which option was asked for: its name in BriefingOptions, its value."""

    option_asked = Signal(str, str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-bar")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self._labels: dict[str, QLabel] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._menu = made(QToolButton(), icon=icon("menu"), objectName="menu")
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(self._menu)
        self._add_history(actions)
        self._language = self._add_language()
        self._add_box("template", [(info.id, info.id) for info in installed_templates()])
        self._add_box("style", [(name, name.capitalize()) for name, _title in installed_styles("en")])
        self._add_box("marking", [(name, f"TLP:{name}") for name in MARKINGS])
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._add_export(actions)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def set_menu(self, menu: QMenu) -> None:
        """The menu behind the first button."""
        self.menu = menu
        self._menu.setMenu(menu)

    def _add_history(self, actions: Actions) -> None:
        for id in ("open", "save", "undo", "redo"):
            self.addAction(actions[id])
        self.addSeparator()

    def _add_language(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._labels["lang"] = made(QLabel(), objectName="field")
        self.addWidget(self._labels["lang"])
        for code in ("fr", "en"):
            button = made(QToolButton(), text=code.upper(), checkable=True, objectName=code)
            button.clicked.connect(lambda _on=False, code=code: self.option_asked.emit("lang", code))
            group.addButton(button)
            self.addWidget(button)
        return group

    def _add_box(self, name: str, choices: list[tuple[str, str]]) -> None:
        self._labels[name] = made(QLabel(), objectName="field")
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS[name])
        for id, text in choices:
            box.addItem(text, id)
        box.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 32)
        box.activated.connect(lambda place: self.option_asked.emit(name, box.itemData(place)))
        self._boxes[name] = box
        self.addWidget(self._labels[name])
        self.addWidget(box)

    def _add_export(self, actions: Actions) -> None:
        self.export = QToolButton()
        self.export.setObjectName("primary")
        self.export.setDefaultAction(actions["export-pdf"])
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(self.export)
        more = made(QToolButton(), objectName="more")
        more.setIcon(icon("next"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for id in ("export-docx", "export-html", "export-again", "export-folder"):
            menu.addAction(actions[id])
        more.setMenu(menu)
        self._more = more
        self.addWidget(more)

    def show_options(self, options: BriefingOptions) -> None:
        """Shows the session's options without asking for them again."""
        for button in self._language.buttons():
            button.setChecked(button.objectName() == options.lang[:2])
        for name, box in self._boxes.items():
            place = box.findData(getattr(options, name))
            box.setCurrentIndex(max(place, 0))

    def retranslate(self) -> None:
        """Says the words again; titles of templates and styles too."""
        for name, label in self._labels.items():
            label.setText(tr(_LABELS[name]))
            if name in self._boxes:
                self._boxes[name].setAccessibleName(tr(_LABELS[name]))
        titles = {
            info.id: info.title.get(language.code) or info.title.get("en") or info.id for info in installed_templates()
        }
        for name, known in (("template", titles), ("style", dict(installed_styles(language.code)))):
            box = self._boxes[name]
            for place in range(box.count()):
                box.setItemText(place, known.get(box.itemData(place), box.itemText(place)))
        for button in self._language.buttons():
            words = tr("Briefing in French") if button.objectName() == "fr" else tr("Briefing in English")
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._menu.setAccessibleName(tr("Menu"))
        self._menu.setToolTip(tr("Menu: every command"))
        self._more.setAccessibleName(tr("More exports"))
        self._more.setToolTip(tr("More exports"))

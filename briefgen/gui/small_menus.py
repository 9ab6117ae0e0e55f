"""Menus that ask for one value: a topic for rows, a grade for sources."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefgen.gui.words import language, tr
from briefgen.i18n.mark import mark as _
from briefgen.pipeline import installed_topics

RELIABILITY = (
    ("A", _("A – completely reliable")),
    ("B", _("B – usually reliable")),
    ("C", _("C – fairly reliable")),
    ("D", _("D – not usually reliable")),
    ("E", _("E – unreliable")),
    ("F", _("F – reliability cannot be judged")),
)
CREDIBILITY = (
    ("1", _("1 – confirmed")),
    ("2", _("2 – probably true")),
    ("3", _("3 – possibly true")),
    ("4", _("4 – doubtful")),
    ("5", _("5 – improbable")),
    ("6", _("6 – truth cannot be judged")),
)
"""The Admiralty scale (NATO AJP-2.1)."""


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def topic_menu(parent: QWidget, now: Collection[str], chosen: Callable[[str], object]) -> QMenu:
    """Every topic, and the one that the engine found."""
    menu = _menu(parent)
    choices = [(t.id, t.titles.get(language.code) or t.titles.get("en") or t.id) for t in installed_topics()]
    for id, title in (("", tr("As the engine found it")), *choices):
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(id in now)
        action.triggered.connect(lambda _on=False, id=id: chosen(id))
    return menu


def grade_menu(parent: QWidget, chosen: Callable[[str], object]) -> QMenu:
    """Reliability of the source, then credibility of what it says."""
    menu = _menu(parent)
    menu.addAction(tr("No grade")).triggered.connect(lambda _on=False: chosen(""))
    for letter, words in RELIABILITY:
        below = menu.addMenu(tr(words))
        for number, said in CREDIBILITY:
            grade = letter + number
            below.addAction(tr(said)).triggered.connect(lambda _on=False, grade=grade: chosen(grade))
    return menu

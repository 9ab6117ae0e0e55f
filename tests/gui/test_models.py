"""The item models under Qt's own tester, which stops at the first broken rule."""

from collections.abc import Callable

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefgen.gui.models.evidence_model import Column, EvidenceFilter, EvidenceModel
from briefgen.gui.models.rows import EvidenceRow, State
from briefgen.gui.models.sources_model import SourceRow, SourcesModel
from briefgen.gui.models.topics_model import COUNT, TopicRow, TopicsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def evidence(id: str, kind: str = "quote", text: str = "un texte", state: State = "offered") -> EvidenceRow:
    return EvidenceRow(
        id, kind, text, "Anne Roy", "2026-03-01", "La Vigie", 0.9, ("space",), state, folded=f"{text} anne roy"
    )


@pytest.fixture
def model(qtbot: QtBot) -> EvidenceModel:
    model = EvidenceModel()
    model.set_rows(
        [evidence("a:q1"), evidence("a:f1", "money", "six milliards"), evidence("b:q1", "reported", "il a dit")]
    )
    return model


@pytest.mark.parametrize(
    ("make", "before", "after"),
    [
        (EvidenceModel, [evidence("a:q1")], [evidence("a:q1", state="excluded"), evidence("a:q2")]),
        (TopicsModel, [TopicRow("space", {"en": "Space"})], [TopicRow("space", {"en": "Space"}, True, 3)]),
        (
            SourcesModel,
            [SourceRow("/a", "a", "queued")],
            [SourceRow("/a", "a", "done"), SourceRow("/b", "b", "queued")],
        ),
    ],
)
def test_a_model_keeps_qt_s_rules(
    make: Callable[[], QAbstractItemModel], before: object, after: object, qtbot: QtBot
) -> None:
    model = make()
    QAbstractItemModelTester(model, FATAL)

    for rows in ([], before, after, []):
        model.set_rows(rows)  # type: ignore[attr-defined]

    assert model.rowCount() == 0


def test_the_filter_keeps_qt_s_rules(model: EvidenceModel) -> None:
    proxy = EvidenceFilter()
    proxy.setSourceModel(model)
    QAbstractItemModelTester(proxy, FATAL)

    proxy.look_for("milliards")

    assert proxy.rowCount() == 1


@pytest.mark.parametrize(("kind", "count"), [("all", 3), ("quotes", 2), ("facts", 1), ("printed", 0)])
def test_one_kind_is_shown_at_a_time(kind: str, count: int, model: EvidenceModel) -> None:
    proxy = EvidenceFilter()
    proxy.setSourceModel(model)

    proxy.show_kind(kind)

    assert proxy.rowCount() == count


@pytest.mark.parametrize(("words", "count"), [("ROY", 3), ("six roy", 1), ("absent", 0), ("", 3)])
def test_every_word_typed_must_stand_in_the_row(words: str, count: int, model: EvidenceModel) -> None:
    proxy = EvidenceFilter()
    proxy.setSourceModel(model)

    proxy.look_for(words)

    assert proxy.rowCount() == count


def test_checking_a_row_asks_for_printing_and_changes_nothing_itself(model: EvidenceModel, qtbot: QtBot) -> None:
    index = model.index(1, Column.PRINT)

    with qtbot.waitSignal(model.print_asked) as asked:
        model.setData(index, CHECKED.value, Qt.ItemDataRole.CheckStateRole)

    assert asked.args == ["a:f1", True]
    assert index.data(Qt.ItemDataRole.CheckStateRole) == UNCHECKED


def test_a_change_of_state_keeps_the_views_where_they_are(model: EvidenceModel, qtbot: QtBot) -> None:
    rows = [model.at(0), evidence("a:f1", "money", "six milliards", "excluded"), model.at(2)]

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.set_rows(rows)

    assert changed.args[0].row() == changed.args[1].row() == 1


def test_a_topic_shows_its_title_in_the_window_s_language(qtbot: QtBot) -> None:
    topics = TopicsModel()
    topics.set_rows([TopicRow("space", {"en": "Space", "fr": "Espace"}, True, 4)])

    topics.set_language("fr")

    assert topics.index(0).data() == "Espace"
    assert topics.index(0).data(COUNT) == 4
    assert topics.index(0).data(Qt.ItemDataRole.CheckStateRole) == CHECKED

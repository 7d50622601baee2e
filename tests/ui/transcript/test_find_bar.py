"""What the bar asks for, and what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.pages import heard
from viewer.ui.transcript.find_bar import LONGEST, MOST_PHRASES, FindBar
from viewer.ui.transcript.searching import Asked


@pytest.fixture
def bar(qtbot, actions):
    bar = FindBar(actions)
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.mark.parametrize(
    ("keys", "wish"),
    [
        (Qt.KeyboardModifier.NoModifier, lambda bar: bar.next.clicked),
        (Qt.KeyboardModifier.ShiftModifier, lambda bar: bar.previous.clicked),
        (Qt.KeyboardModifier.ControlModifier, lambda bar: bar.play_requested),
    ],
)
def test_enter_goes_on_back_or_plays(bar, keys, wish):
    asked = heard(wish(bar))
    QTest.keyClick(bar.field, Qt.Key.Key_Return, keys)
    assert len(asked) == 1


def test_it_asks_as_one_types_and_switches(bar):
    asked = heard(bar.asked)
    QTest.keyClicks(bar.field, "abc")
    bar.words.click()
    bar.case.click()
    assert len(asked) == 5
    assert bar.asked_for == Asked("abc", match_case=True, whole_words=True)
    bar.expression.click()
    assert bar.asked_for.expression


def test_what_it_says(bar):
    bar.show_count(0, 0)
    assert bar.count.text() == ""
    bar.field.setText("a")
    for at, words in (((0, 0), "Not found"), ((0, 3), "3 found"), ((2, 1234), "2 of 1,234")):
        bar.show_count(*at)
        assert bar.count.text() == words
        assert bar.field.accessibleDescription() == words


def test_up_and_down_go_through_what_was_looked_for(bar):
    for number in range(MOST_PHRASES + 5):
        bar.field.setText(f"phrase {number}")
        bar.remember()
    bar.field.setText("phrase 20")
    bar.remember()
    assert bar.phrases[:2] == ["phrase 20", f"phrase {MOST_PHRASES + 4}"]
    assert len(bar.phrases) == MOST_PHRASES == len(set(bar.phrases))
    bar.field.clear()
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(bar.field, key)
        seen.append(bar.phrase)
    assert seen == [bar.phrases[0], bar.phrases[1], bar.phrases[0]]


def test_a_phrase_is_one_line_and_bounded(bar):
    bar.begin("one\ntwo " + "x" * (2 * LONGEST))
    assert bar.phrase.startswith("one two x")
    assert len(bar.phrase) <= LONGEST


def test_where_there_is_little_width_all_but_the_field_goes_below_it(bar):
    bar.resize(900, 60)
    assert bar.list_button.mapTo(bar, QPoint()).x() > bar.field.geometry().right()
    bar.resize(300, 90)
    assert bar.list_button.mapTo(bar, QPoint()).y() > bar.field.geometry().bottom()
    assert bar.close_button.y() < bar.field.geometry().bottom()
    bar.resize(900, 60)
    assert bar.list_button.mapTo(bar, QPoint()).x() > bar.field.geometry().right()

"""What the bar says it will do, and does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages import heard, timed, untimed
from viewer.ui.transcript.go_to_bar import GoToBar


@pytest.fixture
def bar(qtbot):
    bar = GoToBar()
    qtbot.addWidget(bar)
    bar.show_transcript(timed("One", "Two", "Three"))
    bar.set_duration(60_000)
    bar.begin()
    qtbot.waitExposed(bar)
    return bar


@pytest.mark.parametrize(
    ("typed", "said", "ms"),
    [
        ("0:07", "Go to 0:07: Two", 7_000),
        ("10m", "This is past the end. Go to the end, 1:00.", 60_000),
        ("3", "Go to line 3 at 0:10: Three", 10_000),
    ],
)
def test_it_says_what_enter_does(bar, typed, said, ms):
    asked, left = heard(bar.time_requested), heard(bar.left)
    QTest.keyClicks(bar.field, typed)
    assert bar.meaning.text() == said
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked == [ms]
    assert len(left) == 1
    assert bar.isHidden()


def test_what_is_nowhere_stays_to_be_mended(bar):
    asked = heard(bar.time_requested)
    QTest.keyClicks(bar.field, "7")
    assert bar.meaning.text() == "This is no time, and no line from 1 to 3."
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked == []
    assert bar.isVisible()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_without_times_a_line_is_shown(bar):
    asked = heard(bar.place_requested)
    bar.show_transcript(untimed("a", "b"))
    QTest.keyClicks(bar.field, "1:00")
    assert bar.meaning.text() == "There are no times here, only lines from 1 to 2."
    bar.field.setText("2")
    assert bar.meaning.text() == "Go to line 2: b"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked == [1]


def test_nothing_open_nowhere_to_go(bar):
    bar.show_transcript(None)
    assert bar.isHidden()

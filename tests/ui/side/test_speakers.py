"""The list of speakers by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages import heard
from viewer.core.speakers import Speaker
from viewer.ui.side.speakers import Speakers

LISTED = (
    Speaker("Ann", 0.62, 75_000, 12),
    Speaker("Bob", 0.375, 40_000, 1),
    Speaker("Cleo", 0.005, None, 1_200),
)


@pytest.fixture
def speakers(qtbot):
    speakers = Speakers()
    qtbot.addWidget(speakers)
    speakers.resize(220, 300)
    speakers.show_speakers(LISTED)
    speakers.show()
    qtbot.waitExposed(speakers)
    return speakers


def spot(speakers, row):
    return speakers.visualRect(speakers.model().index(row, 0)).center()


def test_a_row_has_share_time_and_turns(speakers):
    rows = [speakers.model().index(row, 0).data() for row in range(3)]
    assert rows == [
        "Ann: 62 % · 1:15 · 12 turns",
        "Bob: 38 % · 0:40 · 1 turn",
        "Cleo: < 1 % · 1,200 turns",
    ]


def test_who_is_speaking_is_lit(speakers):
    before = speakers.grab().toImage()
    speakers.light("Bob")
    assert speakers.grab().toImage() != before
    speakers.light(None)
    assert speakers.grab().toImage() == before


def test_a_click_goes_a_double_click_plays_the_same_and_enter_the_next_turn(speakers):
    gone, played = heard(speakers.turn_chosen), heard(speakers.turn_requested)
    same = heard(speakers.same_turn_requested)
    left, viewport = Qt.MouseButton.LeftButton, speakers.viewport()
    QTest.mouseClick(viewport, left, pos=spot(speakers, 1))
    QTest.mouseDClick(viewport, left, pos=spot(speakers, 1))
    assert (gone, same, played) == (["Bob"], ["Bob"], [])
    QTest.mouseRelease(viewport, left, pos=spot(speakers, 1))
    assert gone == ["Bob"]
    QTest.keyClick(speakers, Qt.Key.Key_Down)
    QTest.keyClick(speakers, Qt.Key.Key_Return)
    assert played == ["Cleo"]

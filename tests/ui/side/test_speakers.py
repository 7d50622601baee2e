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


def test_the_space_bar_ticks_where_keys_lead_and_plays_after_a_click(speakers):
    wished = heard(speakers.only_changed)
    speakers.setFocus(Qt.FocusReason.TabFocusReason)
    assert speakers.currentIndex().row() == 0
    QTest.keyClick(speakers, Qt.Key.Key_Space)
    assert wished == [{"Bob", "Cleo"}]
    QTest.keyClick(speakers, Qt.Key.Key_Down)
    QTest.keyClick(speakers, Qt.Key.Key_Space)
    assert wished[-1] == {"Ann", "Cleo"}
    QTest.mouseClick(speakers.viewport(), Qt.MouseButton.LeftButton, pos=spot(speakers, 2))
    QTest.keyClick(speakers, Qt.Key.Key_Space)
    assert len(wished) == 2
    QTest.keyClick(speakers, Qt.Key.Key_Up)
    QTest.keyClick(speakers, Qt.Key.Key_Space)
    assert len(wished) == 3


def test_a_row_says_that_it_can_be_ticked_and_turns_by_its_box_alone(speakers):
    wished = heard(speakers.only_changed)
    assert speakers.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    row = speakers.visualRect(speakers.model().index(0, 0))
    for x in range(row.left() + 4, row.right() - 44, 8):
        point = row.center()
        point.setX(x)
        QTest.mouseClick(speakers.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wished == []

"""The outline by itself: what it lists, what is lit, and what a hand does to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages import heard
from viewer.core.transcript import Chapter
from viewer.ui.side.outline import Outline

CHAPTERS = (Chapter(1_000, "One"), Chapter(60_000, "Two " * 60), Chapter(3_600_000, "שלוש"))


@pytest.fixture
def outline(qtbot):
    outline = Outline()
    qtbot.addWidget(outline)
    outline.resize(220, 300)
    outline.show_chapters(CHAPTERS)
    outline.show()
    qtbot.waitExposed(outline)
    return outline


def spot(outline, row):
    return outline.visualRect(outline.model().index(row, 0)).center()


def test_a_row_has_time_and_name(outline):
    index = outline.model().index(2, 0)
    assert index.data() == "1:00:00 · שלוש"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "שלוש"


def test_the_chapter_that_is_played_is_lit(outline):
    before = outline.grab().toImage()
    outline.light(500)
    assert outline.grab().toImage() == before
    outline.light(61_000)
    lit = outline.grab().toImage()
    assert lit != before
    outline.light(62_000)
    assert outline.grab().toImage() == lit


def test_a_click_goes_there_and_a_double_click_plays(outline):
    gone, played = heard(outline.place_chosen), heard(outline.moment_chosen)
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=spot(outline, 1))
    assert (gone, played) == ([1], [])
    QTest.mouseDClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=spot(outline, 1))
    assert played == [60_000]


@pytest.mark.parametrize(
    "keys", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_enter_plays(outline, keys):
    played = heard(outline.moment_chosen)
    outline.mark(0)
    QTest.keyClick(outline, Qt.Key.Key_Down)
    QTest.keyClick(outline, Qt.Key.Key_Return, keys)
    assert played == [60_000]


def test_without_chapters_it_says_so(outline):
    outline.show_chapters(())
    outline.light(5)
    assert outline.empty == "This transcript has no chapters."
    blank = outline.grab().toImage()
    outline.empty = ""
    assert outline.grab().toImage() != blank


def test_without_times_in_the_text_no_chapter_is_lit(outline):
    outline.show_chapters((Chapter(0, "First"), Chapter(9_000, "Second")), timed=False)
    before = outline.grab().toImage()
    outline.light(0)
    outline.light(10_000)
    assert outline.grab().toImage() == before

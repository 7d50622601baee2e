import pytest
from PySide6.QtGui import QFontMetricsF

from tests.ui.pages import HEBREW, LONG, shown, timed
from viewer.ui.transcript.column import PageColumn, measure


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("pane", [200, 460, 700, 1400, 3000])
@pytest.mark.parametrize("times", [0, 40])
def test_the_column_is_centred_with_its_gutter_and_its_parts_do_not_touch(pane, times, mirrored):
    column = PageColumn.fit(pane, times, 600, mirrored=mirrored)
    assert abs(column.left - (pane - column.right)) <= 1
    assert column.text_width <= 600
    assert column.time_right - column.time_left == times
    inner = [column.text_left, column.text_right]
    if times:
        inner = [*inner, column.time_left, column.time_right]
        assert (column.time_left > column.text_right) == mirrored
    assert column.left < min(inner) < max(inner) < column.right
    assert column.holds(column.text_left)
    assert not column.holds(column.right)


@pytest.mark.parametrize("mirrored", [False, True])
def test_beside_the_words_are_the_times(mirrored):
    column = PageColumn.fit(700, 40, 600, mirrored=mirrored)
    assert column.on_time(column.time_left)
    assert not column.on_time(column.text_left + 1)
    edge = column.right - 1 if mirrored else column.left
    assert column.on_time(edge)


def test_without_times_nothing_is_beside_the_words():
    column = PageColumn.fit(700, 0, 600)
    assert not column.on_time(column.left)


def test_a_pane_too_small_for_anything_still_has_a_column():
    assert PageColumn.fit(10, 40, 600).text_width > 0


def test_the_measure_grows_with_the_letters(qapp):
    font = qapp.font()
    font.setPointSize(12)
    small = measure(QFontMetricsF(font))
    font.setPointSize(24)
    assert measure(QFontMetricsF(font)) == pytest.approx(2 * small, rel=0.05)


def test_a_transcript_that_reads_from_right_to_left_has_its_times_on_the_right(qtbot):
    view = shown(qtbot, timed(HEBREW, "", HEBREW, LONG))
    assert view.sheet.column.mirrored
    assert not shown(qtbot, timed(HEBREW, LONG, LONG)).sheet.column.mirrored

import pytest
from PySide6.QtGui import QFontMetricsF

from tests.ui.pages import HEBREW, JAPANESE, LONG, shown, timed
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
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


def test_times_give_way_to_words_that_would_have_no_room_beside_them():
    assert PageColumn.fit(400, 160, 1_200).has_times
    narrow = PageColumn.fit(300, 160, 1_200)
    assert not narrow.has_times
    assert narrow.text_width > 200


@pytest.mark.parametrize("points", [12, 24, 36, 48])
@pytest.mark.parametrize("width", [240, 420, 900])
@pytest.mark.parametrize("text", [LONG, HEBREW, JAPANESE], ids=["en", "he", "ja"])
def test_letters_of_any_size_stand_within_a_pane_of_any_width(qtbot, points, width, text):
    hour = 3_600_000
    talk = Transcript(
        tuple(
            Segment(hour + i, hour + i + 1, text if i % 2 else "Same.", f"Speaker {i % 3}" * 4)
            for i in range(9)
        )
    )
    view = shown(qtbot, talk, width=width)
    view.zoom.set(points)
    pane, column = view.viewport().rect(), view.sheet.column
    assert column.left >= 0
    assert column.right <= pane.width()
    for row in view.sheet.rows():
        layout = row.block.layout()
        for line in map(layout.lineAt, range(layout.lineCount())):
            used = line.naturalTextRect()
            assert used.left() >= column.left
            assert used.right() <= column.right
            assert line.height() <= view.sheet.layout.leading.step + 1 or text is not LONG

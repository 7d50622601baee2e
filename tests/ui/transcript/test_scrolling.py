from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.pages import heard, prose, shown
from viewer.core.transcript import Said
from viewer.ui.transcript.scrolling import Place


@pytest.fixture
def view(qtbot):
    return shown(qtbot, prose(200))


def turn(view, steps=0, *, pixels=0, keys=Qt.KeyboardModifier.NoModifier):
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(0, pixels),
        QPoint(0, int(steps * 120)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def top_of(view, index):
    return view.segment_rect(index).top()


def test_scrolling_goes_by_pixels_down_and_up_again(view):
    tops = [top_of(view, 3)]
    for _ in range(150):
        view.scrolling.by(1)
        tops.append(top_of(view, 3))
    assert [a - b for a, b in pairwise(tops)] == [1] * 150
    for _ in range(150):
        view.scrolling.by(-1)
    assert top_of(view, 3) == tops[0]
    assert view.place() == Place(0, -view.document().documentMargin())


def test_scrolling_stops_at_both_ends(view):
    assert not view.scrolling.by(-50)
    view.scrolling.go(Place(199, 0))
    view.scrolling.by(100_000)
    place = view.place()
    assert not view.scrolling.by(50)
    assert view.place() == place
    assert view.segment_rect(199).bottom() <= view.viewport().height()
    assert view.scrolling.by(-3)


def test_a_text_that_fits_does_not_scroll(qtbot):
    view = shown(qtbot, prose(2))
    scrolled = heard(view.reader_scrolled)
    turn(view, -1)
    assert scrolled == []
    assert top_of(view, 0) > 0


def test_the_wheel_scrolls_by_lines_and_a_touchpad_by_pixels(view):
    top, scrolled = top_of(view, 3), heard(view.reader_scrolled)
    turn(view, pixels=-7)
    assert top - top_of(view, 3) == 7
    turn(view, -1)
    lines = QApplication.wheelScrollLines() * view.sheet.layout.leading.step
    assert top - top_of(view, 3) == 7 + lines
    assert len(scrolled) == 2


def test_ctrl_and_wheel_zoom_within_bounds_and_are_no_scrolling(view):
    sizes, scrolled = heard(view.point_size_changed), heard(view.reader_scrolled)
    turn(view, 1, keys=Qt.KeyboardModifier.ControlModifier)
    turn(view, -1, keys=Qt.KeyboardModifier.ControlModifier)
    assert sizes == [13, 12]
    view.zoom.set(5)
    assert view.zoom.point_size == 6
    view.zoom.by(100)
    assert view.zoom.point_size == 48
    view.zoom.by(1)
    assert sizes == [13, 12, 6, 48]
    assert scrolled == []


def test_a_touchpad_zooms_step_by_step_too(view):
    for _ in range(5):
        turn(view, 0.25, keys=Qt.KeyboardModifier.ControlModifier)
    assert view.zoom.point_size == 13


def first_line(view):
    """The text of the line that is uppermost, and where it is."""
    row = next(iter(view.sheet.rows()))
    layout = row.block.layout()
    number = next(
        n for n in range(layout.lineCount()) if row.top + layout.lineAt(n).rect().bottom() > 0
    )
    line = layout.lineAt(number)
    return row.block.position() + line.textStart(), row.top + line.y()


@pytest.mark.parametrize("change", ["narrower", "lower", "larger", "times"])
def test_the_text_at_the_top_stays_when_the_layout_changes(view, change):
    view.scrolling.go(Place(60, 17))
    begin, y = first_line(view)
    scrolled = heard(view.reader_scrolled)
    if change == "larger":
        view.zoom.by(6)
    elif change == "times":
        view.set_times_visible(False)
    else:
        view.resize(*{"narrower": (420, 480), "lower": (640, 300)}[change])
    after, after_y = first_line(view)
    assert after <= begin <= after + 80
    assert abs(after_y - y) <= 1
    assert scrolled == []


def test_resizing_back_and_forth_does_not_creep(view):
    view.scrolling.go(Place(62, 70))
    place = view.place()
    for width in (600, 433, 521, 477, 390, 550, 640):
        view.resize(width, 480)
    assert view.place() == place


@pytest.mark.parametrize("y", [0, 7, 26, 70])
def test_making_it_higher_or_lower_keeps_the_place_to_the_pixel(view, y):
    view.scrolling.go(Place(62, y))
    place = view.place()
    for height in (520, 300, 480):
        view.resize(view.width(), height)
        assert view.place() == place


def test_a_lit_line_in_view_stays_where_it_is(view):
    view.light(Said((62,), 62))
    view.lit.scroll_to(animate=False)
    top = top_of(view, 62)
    view.resize(433, 480)
    assert abs(top_of(view, 62) - top) <= 1
    view.zoom.by(4)
    assert abs(top_of(view, 62) - top) <= 4
    view.resize(433, 60)
    assert view.lit.visible()


def test_a_lit_line_stays_in_view_whole_when_the_view_becomes_lower(view):
    view.light(Said((62,), 62))
    view.lit.scroll_to(animate=False)
    for height in (400, 300, 220):
        view.resize(433, height)
        assert view.lit.whole()


def test_gliding_ends_where_it_should_and_is_left_out_with_reduced_motion(qtbot, view):
    view.light(Said((9,), 9))
    view.lit.scroll_to(animate=True)
    assert view.scrolling.gliding
    qtbot.waitUntil(lambda: not view.scrolling.gliding)
    assert view.lit.in_middle_half()
    glided = view.place()
    view.scrolling.go(Place(0, 0))
    view.scrolling.set_reduced_motion(True)
    view.lit.scroll_to(animate=True)
    assert not view.scrolling.gliding
    assert view.place() == glided


def test_a_glide_arrives_where_the_view_is_laid_out_anew_meanwhile(view):
    view.light(Said((9,), 9))
    view.lit.scroll_to(animate=True)
    assert view.scrolling.gliding
    view.resize(view.width(), view.height() - 20)
    assert not view.scrolling.gliding
    assert view.lit.in_middle_half()


def test_nothing_glides_where_the_text_reaches_no_further(view):
    view.light(Said((0,), 0))
    view.lit.scroll_to(animate=True)
    assert not view.scrolling.gliding


def test_a_far_line_is_jumped_to(view):
    view.light(Said((150,), 150))
    view.lit.scroll_to(animate=True)
    assert not view.scrolling.gliding
    assert view.lit.in_middle_half()


def test_the_readers_wheel_stops_gliding(view):
    view.light(Said((9,), 9))
    view.lit.scroll_to(animate=True)
    turn(view, -1)
    assert not view.scrolling.gliding


def test_the_column_is_at_most_75_characters_wide_and_centred(qtbot):
    view = shown(qtbot, prose(5), width=1400)
    layout = view.document().findBlockByNumber(2).layout()
    longest = max(layout.lineAt(i).textLength() for i in range(layout.lineCount()))
    assert 65 <= longest <= 82
    rect = view.segment_rect(0)
    assert abs(rect.left() - (view.viewport().width() - rect.right())) <= 2


def test_a_line_taller_than_the_view_is_never_scrolled_away(qtbot):
    view = shown(qtbot, prose(1), height=50)
    view.zoom.by(20)
    view.scrolling.by(10_000)
    rect = view.segment_rect(0)
    margin = view.document().documentMargin()
    assert abs(rect.bottom() + 1 + margin - view.viewport().height()) <= 1
    assert rect.top() < 0


def test_rows_stay_put_while_they_are_asked_for_after_a_zoom_near_the_end(qtbot):
    view = shown(qtbot, prose(40), width=400)
    view.scrolling.by(100_000)
    for steps in (6, -9, 12):
        view.zoom.by(steps)
        before = view.place()
        list(view.sheet.rows())
        view.grab()
        assert view.place() == before


def test_what_qt_has_moved_is_painted_anew_though_the_same_stands_at_the_top(
    qtbot, view, monkeypatch
):
    view.resize(500, 270)
    view.scrolling.by(10**6)
    qtbot.waitUntil(lambda: not view.scrolling.gliding)
    QApplication.processEvents()
    place, bar = view.place(), view.verticalScrollBar().value()
    painted = []
    monkeypatch.setattr(view.painting, "paint", lambda event: painted.append(event.rect()))
    view.scrolling.go(place)
    assert view.place() == place
    assert view.verticalScrollBar().value() != bar
    qtbot.waitUntil(lambda: view.viewport().rect() in painted)

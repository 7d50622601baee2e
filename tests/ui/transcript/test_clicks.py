import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from tests.fakes import FakeTime
from tests.ui.pages import (
    LEFT,
    LONG,
    NO_KEYS,
    click,
    double_click,
    drag,
    heard,
    move,
    on_time,
    on_words,
    pointed,
    prose,
    shown,
    timed,
    untimed,
)
from viewer.core.follow import FollowEvent
from viewer.core.transcript import Said
from viewer.ui.transcript.click_rules import ClickRules
from viewer.ui.transcript.view import TranscriptView

LINES = ("Good evening.", LONG + "the river rose.", "", "With rain.", "Good night.")


@pytest.fixture
def view(qtbot):
    return shown(qtbot, timed(*LINES))


@pytest.mark.parametrize("index", range(len(LINES)))
def test_a_click_on_words_or_time_chooses_the_segment(view, index):
    chosen = heard(view.segment_chosen)
    click(view, on_words(view, index))
    click(view, on_time(view, index))
    assert chosen == [index, index]


def test_every_point_of_a_band_and_no_other_chooses_its_segment(view):
    chosen = heard(view.segment_chosen)
    for index in range(len(LINES)):
        rect = view.segment_rect(index).adjusted(1, 1, -1, -1)
        for corner in (rect.topLeft(), rect.bottomRight(), rect.center()):
            click(view, corner)
        assert chosen == [index] * 3
        chosen.clear()
    click(view, QPoint(view.segment_rect(0).left() - 3, view.segment_rect(0).center().y()))
    click(view, QPoint(200, view.segment_rect(4).bottom() + 40))
    assert chosen == []


def test_a_choice_comes_with_the_release_and_not_with_the_press(view):
    chosen = heard(view.segment_chosen)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, 3))
    assert chosen == []
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, on_words(view, 3))
    assert chosen == [3]


def test_a_click_that_clears_a_selection_does_not_choose_but_the_next_one_does(view):
    drag(view, on_words(view, 1), on_words(view, 3))
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    click(view, on_words(view, 4))
    assert (chosen, acted) == ([], [FollowEvent.UNSELECTED])
    assert QToolTip.text() == "Selection cleared. Click again to play."
    assert view.caret.selected_range() is None
    click(view, on_words(view, 4))
    assert chosen == [4]


def test_what_a_click_did_is_said_for_a_moment_and_hides_no_words_for_long(view, qtbot):
    drag(view, on_words(view, 1), on_words(view, 3))
    click(view, on_words(view, 4))
    assert QToolTip.isVisible()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=4_000)


def test_a_click_into_the_selection_clears_it_and_does_not_choose(view):
    drag(view, on_words(view, 1), on_words(view, 4))
    chosen = heard(view.segment_chosen)
    click(view, on_words(view, 3))
    assert (chosen, view.caret.selected_range()) == ([], None)


def test_a_click_on_the_time_chooses_and_keeps_the_selection(view):
    drag(view, on_words(view, 1), on_words(view, 3))
    selected = view.caret.selected_range()
    chosen = heard(view.segment_chosen)
    click(view, on_time(view, 4))
    assert (chosen, view.caret.selected_range()) == ([4], selected)


@pytest.mark.parametrize(
    "key",
    [
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    ],
)
def test_a_click_with_a_key_held_does_not_choose_on_words_but_on_the_time(view, key):
    chosen = heard(view.segment_chosen)
    click(view, on_words(view, 3), key)
    assert chosen == []
    click(view, on_time(view, 3), key)
    assert chosen == [3]


def test_a_drag_selects_and_never_chooses(view):
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    drag(view, on_words(view, 0), on_words(view, 3))
    assert chosen == []
    assert acted == [FollowEvent.SELECTED]
    assert "the river rose." in view.caret.selected_text()


def test_a_drag_from_a_time_selects_from_there(view):
    chosen = heard(view.segment_chosen)
    drag(view, on_time(view, 0), on_words(view, 3))
    assert chosen == []
    assert view.caret.selected_text().startswith("Good evening. It is")


def test_a_hand_that_trembles_still_clicks(view):
    chosen = heard(view.segment_chosen)
    begin = on_words(view, 1)
    drag(view, begin, begin + QPoint(QApplication.startDragDistance() - 2, 0))
    assert (chosen, view.caret.selected_range()) == ([1], None)


def test_a_double_click_selects_the_word_and_takes_back_the_choice(view):
    emitted = []
    view.segment_chosen.connect(lambda index: emitted.append(index))
    view.choice_withdrawn.connect(lambda: emitted.append("withdrawn"))
    view.reader_acted.connect(emitted.append)
    double_click(view, on_words(view, 1))
    assert emitted == [1, FollowEvent.SELECTED, "withdrawn"]
    assert view.caret.selected_text() in LONG.split()


def test_a_double_click_that_chose_nothing_takes_nothing_back(view):
    drag(view, on_words(view, 1), on_words(view, 3))
    chosen, withdrawn = heard(view.segment_chosen), heard(view.choice_withdrawn)
    double_click(view, on_words(view, 1))
    assert (chosen, withdrawn) == ([], [])
    assert view.caret.selected_text() in LONG.split()


def test_a_double_click_on_the_time_chooses_and_takes_nothing_back(view):
    chosen, withdrawn = heard(view.segment_chosen), heard(view.choice_withdrawn)
    double_click(view, on_time(view, 1))
    assert set(chosen) == {1}
    assert (withdrawn, view.caret.selected_range()) == ([], None)


def test_the_click_that_brings_the_window_to_the_front_does_nothing_else(qtbot, view):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: other.isActiveWindow() and not view.isActiveWindow())
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, 3))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, on_words(view, 3))
    assert (chosen, acted) == ([], [])


def test_a_click_right_after_the_window_came_to_the_front_does_nothing_else(qtbot):
    """A window manager brings the window to the front before it hands the click on."""
    window, other, view, time = QMainWindow(), QWidget(), TranscriptView(), FakeTime()
    view.mouse.clicks = ClickRules(time)
    view.show_transcript(timed(*LINES))
    window.setCentralWidget(view)
    window.resize(640, 480)
    for widget in (window, other):
        qtbot.addWidget(widget)
        widget.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: other.isActiveWindow() and not view.isActiveWindow())
    window.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    click(view, on_words(view, 3))
    assert (chosen, acted) == ([], [])
    time.pass_by(1)
    click(view, on_words(view, 3))
    assert chosen == [3]


def test_a_line_that_scrolls_away_under_a_press_is_still_the_one_that_was_clicked(qtbot):
    view = shown(qtbot, prose(50))
    chosen = heard(view.segment_chosen)
    point = on_words(view, 3)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, point)
    view.scrolling.by(120)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, point)
    assert chosen == [3]


def test_a_click_on_a_line_half_in_view_does_not_scroll(qtbot):
    view = shown(qtbot, prose(50))
    view.scrolling.by(31)
    place = view.place()
    click(view, QPoint(200, 2))
    click(view, QPoint(200, view.viewport().height() - 2))
    assert view.place() == place


def test_lines_without_times_move_the_caret_and_promise_nothing(qtbot):
    view = shown(qtbot, untimed(*LINES))
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    point = on_words(view, 3)
    move(view, point)
    assert shape(view) == Qt.CursorShape.IBeamCursor
    click(view, point)
    assert (chosen, acted) == ([], [])
    view.caret.set_browsing(True)
    click(view, on_words(view, 1))
    assert (chosen, acted) == ([], [FollowEvent.CARET_MOVED])
    assert view.caret.line() == 1


def test_the_pointer_is_a_hand_over_words_and_times_until_a_drag_begins(view):
    for point in (on_words(view, 1), on_time(view, 1)):
        move(view, point)
        assert shape(view) == Qt.CursorShape.PointingHandCursor
    begin, end = on_words(view, 0), on_words(view, 3)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, begin)
    move(view, begin + QPoint(1, 1), LEFT)
    assert shape(view) == Qt.CursorShape.PointingHandCursor
    move(view, end, LEFT)
    assert shape(view) == Qt.CursorShape.IBeamCursor
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, end)
    move(view, end)
    assert shape(view) == Qt.CursorShape.IBeamCursor


def test_over_a_selection_only_the_times_look_as_if_they_play(view):
    words, time = on_words(view, 3), on_time(view, 3)
    drag(view, on_words(view, 1), words)
    assert (pointed(view), shape(view)) == (None, Qt.CursorShape.IBeamCursor)
    move(view, time)
    assert (pointed(view), shape(view)) == (3, Qt.CursorShape.PointingHandCursor)
    move(view, words)
    assert (pointed(view), shape(view)) == (None, Qt.CursorShape.IBeamCursor)
    click(view, words)
    assert (pointed(view), shape(view)) == (3, Qt.CursorShape.PointingHandCursor)
    view.select_all()
    assert (pointed(view), shape(view)) == (None, Qt.CursorShape.IBeamCursor)


def shape(view):
    return view.viewport().cursor().shape()


def test_what_comes_under_a_resting_pointer_is_pointed_at(qtbot):
    view = shown(qtbot, prose(50))
    move(view, on_words(view, 2))
    assert pointed(view) == 2
    view.light(Said((30,), 30))
    view.lit.scroll_to(animate=False)
    assert (pointed(view) or 0) > 20
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert pointed(view) is None


@pytest.fixture
def tip_at(qtbot):
    """What the tooltip at a point of a view says; none is left on the screen."""

    def say(view, point):
        place = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, place))
        return QToolTip.text() if QToolTip.isVisible() else ""

    yield say
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_tooltip_says_what_a_click_will_do_where_it_hides_no_words(view, tip_at):
    assert tip_at(view, on_words(view, 3)) == ""
    assert tip_at(view, on_time(view, 4)) == "Play from 0:20"


def test_over_a_selection_only_the_times_promise_to_play(view, tip_at):
    drag(view, on_words(view, 1), on_words(view, 3))
    assert tip_at(view, on_words(view, 4)) == ""
    assert tip_at(view, on_time(view, 4)) == "Play from 0:20"

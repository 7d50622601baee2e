"""Clicks and double clicks with a person's timing, while the text follows what is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import (
    CONTROL,
    clipboard,
    double_click_slowly,
    hold_and_let_go,
    press,
    spot_of,
    turn_wheel,
)
from viewer.playback.engine import PlayState

#: Seconds in which nobody takes two clicks for a double click.
LONG_AFTER_MS = 300


@pytest.fixture(params=["paused", "playing"])
def following(request, opened, qtbot):
    """The seed in a window, paused or playing, followed at a line in the middle of the text."""
    opened.player.seek(starts(opened)[12] + 300)
    if request.param == "playing":
        opened.player.play()
        qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    view = opened.window.text.view
    qtbot.waitUntil(
        lambda: view.lit.in_middle_half() and not view.scrolling.gliding, timeout=PATIENCE_MS
    )
    assert opened.window.following.following
    return opened


def starts(program):
    return [segment.start_ms for segment in program.session.document.transcript.segments]


def whole_rows(view):
    """The lines that are fully in view."""
    inside = view.viewport().rect()
    return [i for i in view.sheet.begun_in_view() if inside.contains(view.segment_rect(i))]


def words_at(view, index, place):
    """A word of a line's first row and the spot to click on it."""
    text = view.transcript.segments[index].text
    word = sorted(text.split()[:4], key=len)[place].strip(".,")
    return word, spot_of(view, word, index)


def wait_for_two_clicks():
    QTest.qWait(QApplication.doubleClickInterval() + LONG_AFTER_MS)


@pytest.mark.parametrize("end", [0, -1], ids=["top", "bottom"])
def test_a_double_click_selects_the_word_under_the_pointer_and_undoes_its_first_click(
    following, qtbot, end
):
    view, player = following.window.text.view, following.player
    index = whole_rows(view)[end]
    word, spot = words_at(view, index, -1)
    here, before_ms, state = view.place(), player.position_ms, player.state
    double_click_slowly(view, spot)
    assert view.caret.selected_text() == word
    assert view.place() == here
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard()[0] == word
    qtbot.waitUntil(lambda: player.state is state, timeout=PATIENCE_MS)
    assert before_ms <= player.position_ms < before_ms + 2_000
    wait_for_two_clicks()
    assert view.place() == here
    assert view.caret.selected_text() == word
    assert not following.window.following.following
    press(Qt.Key.Key_Escape)
    assert view.caret.selected_text() == ""
    assert following.window.following.following


def test_two_presses_as_far_apart_as_the_desktop_allows_select_the_word(following):
    view = following.window.text.view
    word, spot = words_at(view, whole_rows(view)[-1], -1)
    here = view.place()
    double_click_slowly(view, spot, QApplication.doubleClickInterval() - 20)
    assert (view.caret.selected_text(), view.place()) == (word, here)


def test_a_third_press_selects_the_line_and_plays_nothing(following, qtbot):
    view, player = following.window.text.view, following.player
    index = whole_rows(view)[-1]
    spot = words_at(view, index, -1)[1]
    here, state = view.place(), player.state
    double_click_slowly(view, spot)
    hold_and_let_go(view, spot)
    assert view.caret.selected_text() == view.transcript.segments[index].text
    qtbot.waitUntil(lambda: player.state is state, timeout=PATIENCE_MS)
    wait_for_two_clicks()
    assert view.place() == here


def test_a_click_on_a_line_in_view_moves_nothing_and_a_second_one_plays_it_again(following):
    view, player = following.window.text.view, following.player
    index = whole_rows(view)[-1]
    spot = words_at(view, index, -1)[1]
    here = view.place()
    for _ in range(2):
        hold_and_let_go(view, spot)
        assert following.follower.said.followed == index
        wait_for_two_clicks()
        assert view.place() == here
        assert starts(following)[index] <= player.position_ms < starts(following)[index + 1]


def test_a_click_and_a_double_click_elsewhere_take_back_the_latter_alone(following, qtbot):
    view, player = following.window.text.view, following.player
    first, second = whole_rows(view)[-2:]
    hold_and_let_go(view, words_at(view, first, 0)[1])
    word, spot = words_at(view, second, -1)
    double_click_slowly(view, spot)
    assert view.caret.selected_text() == word
    assert following.follower.said.followed == first
    qtbot.waitUntil(lambda: player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    assert starts(following)[first] <= player.position_ms < starts(following)[second]


def test_a_line_partly_in_view_comes_in_once_no_second_press_can_follow(following, qtbot):
    view = following.window.text.view
    row = list(view.sheet.rows())[-1]
    view.scrolling.by(round(row.bottom) - view.viewport().height() - 20)  # twenty pixels lack
    spot = view.segment_rect(row.number).topLeft() + view.viewport().rect().center()
    spot.setY(view.segment_rect(row.number).top() + 8)
    here = view.place()
    hold_and_let_go(view, spot)
    assert following.follower.said.followed == row.number
    while view.mouse.held:
        assert view.place() == here
        QTest.qWait(20)
    qtbot.waitUntil(view.lit.in_middle_half, timeout=PATIENCE_MS)


def test_a_word_looked_up_far_from_the_lit_line_does_not_lead_back_there(following):
    view = following.window.text.view
    turn_wheel(view.viewport(), -10)
    assert not following.window.following.following
    word, spot = words_at(view, whole_rows(view)[1], -1)
    here = view.place()
    double_click_slowly(view, spot)
    assert (view.caret.selected_text(), view.place()) == (word, here)
    wait_for_two_clicks()
    assert view.place() == here

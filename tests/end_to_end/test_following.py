"""Following: what suspends it, what resumes it, and what is neither."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, bring_into_view, click_line, press, select, turn_wheel
from viewer.options import Options

LINE_IN_THE_MIDDLE = 20


@pytest.fixture
def reading(unheard):
    """The reader at a line in the middle, followed."""
    unheard.workspace.lines.play_from(LINE_IN_THE_MIDDLE)
    view = unheard.window.text.view
    view.lit.scroll_to(animate=False)
    assert unheard.window.following.following
    assert not unheard.window.text.back_to_now.isVisible()
    return unheard


@pytest.fixture
def elsewhere(reading):
    """The reader far above the lit line, not followed."""
    view = reading.window.text.view
    bring_into_view(view, 0)
    assert not view.lit.visible()
    assert not reading.window.following.following
    assert reading.window.text.back_to_now.isVisible()
    return reading


def taken_back(program, qtbot):
    view = program.window.text.view
    assert program.window.following.following
    qtbot.waitUntil(view.lit.visible)
    qtbot.waitUntil(lambda: not program.window.text.back_to_now.isVisible())
    return True


def test_the_wheel_suspends(reading):
    turn_wheel(reading.window.text.view.viewport(), -1)
    assert not reading.window.following.following


def test_the_way_back_is_offered_while_the_lit_line_is_out_of_view_and_covers_no_text(reading):
    view, button = reading.window.text.view, reading.window.text.back_to_now
    for notches in (-1, 1):
        turn_wheel(view.viewport(), notches)
        assert view.lit.visible()
        assert not button.isVisible()
    while view.lit.visible():
        turn_wheel(view.viewport(), -1)
    assert button.isVisible()
    here = view.place()
    assert not button.geometry().intersects(view.viewport().geometry())
    reading.player.seek(view.transcript.segments[next(view.sheet.rows()).segments[0] + 2].start_ms)
    assert view.lit.visible()
    assert not button.isVisible()
    assert view.place() == here
    assert not reading.window.following.following


@pytest.mark.parametrize("caret", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Up])
def test_scrolling_keys_and_a_moved_caret_suspend(reading, key, caret):
    if caret:
        press(Qt.Key.Key_F7)
    press(key, CONTROL if key == Qt.Key.Key_Home else Qt.KeyboardModifier.NoModifier)
    assert not reading.window.following.following


def test_a_selection_suspends(reading):
    view = reading.window.text.view
    words = view.transcript.segments[LINE_IN_THE_MIDDLE].text
    select(view, words[:10], words[10:20])
    assert view.caret.selected_text() == words[:20].strip()
    assert not reading.window.following.following


def test_a_dragged_scroll_bar_suspends(reading):
    bar = reading.window.text.view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.value() + 3)
    bar.setSliderDown(False)
    assert not reading.window.following.following


def test_while_suspended_the_text_stays_where_the_reader_put_it(elsewhere):
    view = elsewhere.window.text.view
    here = view.place()
    elsewhere.player.seek(200_000)
    assert view.place() == here


def test_back_to_now_resumes(elsewhere, qtbot):
    QTest.mouseClick(elsewhere.window.text.back_to_now, Qt.MouseButton.LeftButton)
    assert taken_back(elsewhere, qtbot)


def test_a_click_on_a_line_resumes(elsewhere, qtbot):
    click_line(elsewhere.window.text.view, 1)
    assert elsewhere.follower.said.lit == (1,)
    assert taken_back(elsewhere, qtbot)


def test_the_seek_bar_resumes(elsewhere, qtbot):
    QTest.mouseClick(elsewhere.window.play_bar.seek_bar, Qt.MouseButton.LeftButton)
    assert taken_back(elsewhere, qtbot)


def test_control_l_resumes(elsewhere, qtbot):
    press(Qt.Key.Key_L, CONTROL)
    assert taken_back(elsewhere, qtbot)


def test_the_next_line_resumes(elsewhere, qtbot):
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert taken_back(elsewhere, qtbot)


def test_scrolling_the_lit_line_back_resumes(elsewhere, qtbot):
    view = elsewhere.window.text.view
    for _ in range(500):
        if view.lit.visible():
            break
        turn_wheel(view.viewport(), -1)
    turn_wheel(view.viewport(), -1)  # nobody stops to the notch
    assert taken_back(elsewhere, qtbot)


def test_a_resize_and_a_zoom_are_neither(reading, qtbot):
    view = reading.window.text.view
    reading.window.resize(1000, 600)
    press(Qt.Key.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: reading.window.width() == 1000)
    assert reading.window.following.following
    assert view.lit.visible()


def test_a_resize_does_not_resume(elsewhere, qtbot):
    elsewhere.window.resize(1000, 600)
    qtbot.waitUntil(lambda: elsewhere.window.width() == 1000)
    assert not elsewhere.window.following.following


def test_another_language_leaves_the_reader_where_he_is(start, qtbot, tmp_path):
    for name in ("talk.en.srt", "talk.de.srt"):
        write_srt(tmp_path / name, *(f"This is {name}, line {i}." for i in range(80)))
    program = start(Options(file=tmp_path / "talk.en.srt"))
    view, header = program.window.text.view, program.window.text.header
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    view.setFocus()
    program.workspace.lines.play_from(2)
    bring_into_view(view, 40)
    here = view.place()
    assert not program.window.following.following
    header.findChild(QComboBox).setFocus()
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "de" in view.toPlainText(), timeout=PATIENCE_MS)
    assert view.place() == here
    assert not program.window.following.following
    assert program.window.text.back_to_now.isVisible()


def test_another_transcript_is_followed_from_its_beginning(elsewhere, qtbot, seed):
    elsewhere.workspace.opening.open(seed)
    qtbot.waitUntil(lambda: elsewhere.session.document.path == seed)
    assert elsewhere.window.following.following
    assert not elsewhere.window.text.back_to_now.isVisible()

"""Keys, and which of them belong to the focused widget first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, click_line, press, select
from tests.unheard import unheard as unheard_commands
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.commands.commands import COMMANDS, Command
from viewer.ui.dialogs.keys_sheet import KeysSheet
from viewer.ui.window.panes import Arrangement

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
KEYS_FOR_FULL_SCREEN = [(Key.Key_F, Key.Key_Escape), (Key.Key_F, Key.Key_F), (Key.Key_F11,) * 2]


def starts(program):
    return [segment.start_ms for segment in program.session.document.transcript.segments]


def test_every_command_does_something(unheard):
    assert unheard_commands(unheard.window.commands) == []


def test_space_plays_and_pauses(opened, qtbot):
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)


def test_space_presses_a_focused_button_and_nothing_else(unheard):
    button = unheard.window.text.back_to_now
    unheard.window.following.reader_scrolled(False)
    unheard.player.seek(200_000)
    assert button.isVisible()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert unheard.window.following.following
    assert unheard.player.state is PlayState.PAUSED


def test_left_and_right_seek_by_five_seconds(unheard):
    assert unheard.window.text.view.hasFocus()
    unheard.player.seek(60_000)
    press(Key.Key_Right)
    assert unheard.player.position_ms == 65_000
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert unheard.player.position_ms == 55_000


def test_they_do_after_a_click_on_a_line_too(unheard):
    view = unheard.window.text.view
    click_line(view, 2)
    before = view.textCursor().position()
    press(Key.Key_Right)
    assert unheard.player.position_ms == starts(unheard)[2] + 5_000
    assert view.textCursor().position() == before


def test_f7_brings_a_caret_that_left_and_right_move_and_takes_it_away(unheard, start, seed):
    view = unheard.window.text.view
    unheard.player.seek(60_000)
    press(Key.Key_F7)
    before = view.textCursor().position()
    press(Key.Key_Right)
    assert view.textCursor().position() == before + 1
    assert unheard.player.position_ms == 60_000
    assert unheard.window.commands[Command.CARET_BROWSING].isChecked()
    press(Key.Key_F7)
    press(Key.Key_Right)
    assert unheard.player.position_ms == 65_000
    press(Key.Key_F7)
    unheard.window.close()
    assert start(Options(file=seed)).window.text.view.caret.browsing


def test_escape_clears_a_selection(unheard):
    view = unheard.window.text.view
    select(view, "Similarly", "Syria")
    press(Key.Key_Escape)
    assert view.caret.selected_range() is None


def test_alt_with_up_and_down_step_by_lines(unheard):
    unheard.player.seek(starts(unheard)[5] + 200)
    press(Key.Key_Down, ALT)
    assert unheard.player.position_ms == starts(unheard)[6]
    press(Key.Key_Up, ALT)
    press(Key.Key_Up, ALT)
    assert unheard.player.position_ms == starts(unheard)[4]


def test_r_replays_the_line(opened, qtbot):
    start_ms = starts(opened)[7]
    opened.player.seek(start_ms + 3000)
    press(Key.Key_R)
    assert start_ms <= opened.player.position_ms < start_ms + 500
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)


def test_enter_plays_from_the_caret(opened, qtbot):
    press(Key.Key_F7)
    opened.window.text.view.caret.place(4)
    press(Key.Key_Return)
    assert opened.follower.said.lit == (4,)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("slower", "faster"),
    [
        ((Key.Key_BracketLeft,), (Key.Key_BracketRight,)),
        ((Key.Key_Down, CONTROL), (Key.Key_Up, CONTROL)),
    ],
)
def test_the_rate_has_keys(unheard, slower, faster):
    press(*faster)
    assert unheard.player.rate == 1.25
    press(*slower)
    press(*slower)
    assert unheard.player.rate == 0.75


def test_control_l_switches_following(unheard):
    assert unheard.window.following.following
    press(Key.Key_L, CONTROL)
    assert not unheard.window.following.following
    press(Key.Key_L, CONTROL)
    assert unheard.window.following.following


def test_f1_shows_every_command_that_has_a_key(unheard):
    press(Key.Key_F1)
    sheet = unheard.window.findChild(KeysSheet)
    assert sheet.isVisible()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    sheet.close()
    reported = [spec.text.replace("&", "").rstrip("…") for spec in COMMANDS if spec.keys]
    assert [text for text in reported if not any(text in word for word in words)] == []


@pytest.mark.parametrize(("there", "back"), KEYS_FOR_FULL_SCREEN)
def test_full_screen_and_back(opened, qtbot, there, back):
    window = opened.window
    shares, focused = window.panes.shares, QApplication.focusWidget()
    press(there)
    assert window.isFullScreen()
    assert window.panes.arrangement is Arrangement.PICTURE_ALONE
    assert not window.menuBar().isVisible()
    press(back)
    assert not window.isFullScreen()
    assert window.panes.arrangement is Arrangement.BESIDE
    assert window.panes.shares == shares
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()
    assert QApplication.focusWidget() is focused


def test_all_playback_keys_work_in_full_screen(opened, qtbot):
    press(Key.Key_F)
    opened.player.seek(60_000)
    press(Key.Key_Right)
    assert opened.player.position_ms == 65_000
    press(Key.Key_Down, ALT)
    assert opened.player.position_ms in starts(opened)
    press(Key.Key_BracketRight)
    assert opened.player.rate == 1.25
    press(Key.Key_M)
    assert opened.player.muted
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    press(Key.Key_Escape)
    assert not opened.window.isFullScreen()


def test_a_double_click_on_the_picture_is_full_screen(opened):
    surface = opened.window.video.childAt(opened.window.video.rect().center())
    QTest.mouseDClick(surface, Qt.MouseButton.LeftButton)
    assert opened.window.isFullScreen()
    lit = opened.session.document.transcript.segments[0].text
    assert opened.window.video.sink().subtitleText() == lit


def test_hiding_the_text_leaves_the_keys_to_the_window_and_showing_it_gives_them_back(opened):
    view = opened.window.text.view
    press(Key.Key_2, CONTROL)
    assert not view.isVisible()
    opened.player.seek(60_000)
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Right):
        press(key)
    assert opened.player.position_ms == 65_000
    press(Key.Key_2, CONTROL)
    assert view.hasFocus()
    press(Key.Key_PageDown)
    assert view.place().block > 0

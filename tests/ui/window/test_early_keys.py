"""Keys pressed while a file opens: what they ask for is done once it is there."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import delete

from tests.desk import write_srt
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot, window):
    """The window with the keys, as it is after a start."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def press(window, *keys):
    """Press keys where the focus is, wherever that is by then."""
    for key in keys:
        target = QApplication.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def read(desk):
    """Let the work go on to where the file is shown and all that comes of that is done."""
    desk.work()
    QCoreApplication.processEvents()


def test_space_plays_the_recording_that_opens(shown, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.opening.open(talk)
    press(shown, Qt.Key.Key_Space)
    assert QApplication.activeModalWidget() is None  # it is no button that was pressed
    read(desk)
    desk.pass_by(0.2)
    assert desk.player.state is PlayState.PLAYING


def test_space_while_the_recording_is_looked_for_plays_it(shown, desk, talk):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.opening.open(talk)
    desk.work_one()
    QCoreApplication.processEvents()
    press(shown, Qt.Key.Key_Space)
    play = shown.play_bar.transport.play_button
    assert play.accessibleName() == "Pause"  # what it would do now
    read(desk)
    desk.pass_by(0.2)
    assert desk.player.state is PlayState.PLAYING


def test_what_is_typed_after_ctrl_f_is_looked_for(shown, desk, talk):
    desk.opening.open(talk)
    QTest.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_F, CONTROL)
    press(shown, "two words")
    assert not shown.finding.looking
    read(desk)
    assert shown.text.find_bar.phrase == "two words"
    assert desk.player.wants_play is False
    desk.work()
    assert shown.text.view.caret.selected_text() == "Two words"


def test_escape_forgets_them(shown, desk, talk):
    desk.opening.open(talk)
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    read(desk)
    assert desk.player.wants_play is False


def test_nothing_comes_of_them_where_the_file_cannot_be_opened(shown, desk, talk, tmp_path):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    desk.opening.open(tmp_path / "missing.srt")
    press(shown, Qt.Key.Key_Space)
    read(desk)
    assert desk.player.wants_play is False


def test_play_is_about_what_is_being_opened_and_the_rest_about_what_is_open(
    shown, desk, talk, tmp_path
):
    desk.open(talk)
    shown.text.view.setFocus()
    next_one = write_srt(tmp_path / "next.srt", "Another.")
    recording = film(tmp_path / "other.mp4", seconds=8)
    desk.opening.open(next_one, media=MediaSource(recording))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CONTROL)
    assert shown.finding.looking
    press(shown, Qt.Key.Key_Escape, Qt.Key.Key_Space)
    assert desk.player.wants_play is False
    read(desk)
    desk.pass_by(0.2)
    assert desk.player.state is PlayState.PLAYING
    assert shown.windowTitle() == "next"


def test_afterwards_keys_are_what_they_always_are(shown, desk, talk):
    desk.opening.open(talk)
    read(desk)
    press(shown, Qt.Key.Key_Space)
    assert desk.player.wants_play is True


def test_what_had_the_keys_may_be_gone_by_then(shown, desk, talk):
    button = QPushButton(shown.text.card)
    button.show()
    button.setFocus()
    desk.opening.open(talk)
    delete(button)
    press(shown, Qt.Key.Key_Space)
    read(desk)
    assert shown.windowTitle() == "talk"
    assert desk.player.wants_play is True

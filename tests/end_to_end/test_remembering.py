"""What is there again after a restart, and leaving while something is going on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, press
from viewer.formats import registry
from viewer.options import Options
from viewer.ui.commands.actions import Command


@pytest.fixture
def restart(start, qtbot):
    """End a program as the user does, and start it again."""

    def again(program, options=None):
        program.window.close()
        program.shut_down()
        return start(options or Options(), size=None)

    return again


def test_sizes_volume_rate_and_font_size_are_remembered(unheard, restart, qtbot):
    window = unheard.window
    window.resize(1000, 640)
    unheard.player.set_volume(35)
    unheard.player.set_muted(True)
    unheard.player.set_rate(1.5)
    press(Qt.Key.Key_Plus, CONTROL)
    points = window.text.view.font().pointSize()
    window.panes.shares = (0.3, 0.6)
    again = restart(unheard)
    assert (again.window.width(), again.window.height()) == (1000, 640)
    assert (again.player.volume, again.player.muted, again.player.rate) == (35, True, 1.5)
    assert again.window.text.view.font().pointSize() == points == 13
    assert again.window.panes.shares == (0.3, 0.6)


@pytest.mark.parametrize("command", [Command.DETAILS_SHOWN, Command.TIMES_SHOWN])
def test_what_was_shown_is_remembered(unheard, restart, command, qtbot):
    action = unheard.window.commands[command]
    before = action.isChecked()
    action.trigger()
    assert action.isChecked() is not before
    again = restart(unheard)
    assert again.window.commands[command].isChecked() is not before


def test_the_last_folder_is_remembered(unheard, restart):
    folder = str(unheard.session.document.path.parent)
    assert restart(unheard).window.files.folder == folder


def test_what_was_open_is_listed(unheard, restart):
    title = unheard.window.windowTitle()
    again = restart(unheard)
    assert again.window.text.card.isVisible()
    (menu,) = [m for m in again.window.findChildren(QMenu) if m.title() == "Open recen&t"]
    assert [action.text() for action in menu.actions() if action.data()] == [title]


def test_full_screen_is_not_remembered(opened, restart):
    opened.window.setFocus()
    press(Qt.Key.Key_F)
    assert opened.window.isFullScreen()
    again = restart(opened)
    assert not again.window.isFullScreen()
    assert again.window.menuBar().isVisible()
    assert again.window.width() == 1280


def test_closing_while_a_file_is_opened_and_a_recording_looked_for(start, tmp_path, qtbot):
    talk = write_srt(tmp_path / "talk.srt", *(f"Line {i}" for i in range(4_000)))
    registry.load(talk)  # so that this process has its readers: loading them is Python's, not ours
    program = start(Options(file=talk))
    program.window.close()
    assert program.shut_down()
    assert program.session.document is None


def test_closing_while_the_sample_is_made(start, qtbot):
    program = start(Options(demo=True, engine="qt"))
    qtbot.waitUntil(lambda: program.session.document is not None, timeout=PATIENCE_MS)
    program.window.close()
    assert program.shut_down()
    assert not list(program.user_settings.places.samples.glob("*.mp4"))

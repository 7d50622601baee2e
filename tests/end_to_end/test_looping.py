"""L in the real window: the lit line is played over and over, until a second L."""

from PySide6.QtCore import Qt

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import press
from viewer.ui.commands.actions import Command


def test_the_lit_line_again_and_again(opened, qtbot):
    window, player = opened.window, opened.player
    line = window.text.view.transcript.segments[1]
    player.seek(line.start_ms + 200)
    qtbot.waitUntil(lambda: window.workspace.follower.said.lit == (1,), timeout=PATIENCE_MS)
    press(Qt.Key.Key_L)
    assert window.commands[Command.LOOP].isChecked()
    assert window.play_bar.seek_bar._loop.begin_ms == line.start_ms
    places = []
    player.position_changed.connect(places.append)
    player.seek(line.end_ms - 400)
    player.play()
    qtbot.waitUntil(
        lambda: len(places) > 2 and line.start_ms <= places[-1] < line.start_ms + 1_000,
        timeout=PATIENCE_MS,
    )
    press(Qt.Key.Key_L)
    assert not window.commands[Command.LOOP].isChecked()
    assert window.play_bar.seek_bar._loop is None

"""L in the real window: the lit line is played over and over, until a second L."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import press
from viewer.options import Options
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


def test_it_goes_on_in_the_other_language(start, qtbot, tmp_path):
    for name, text in (("talk.en.srt", "One line."), ("talk.de.srt", "Eine Zeile.")):
        write_srt(tmp_path / name, text, text, text)
    program = start(Options(file=tmp_path / "talk.en.srt"))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    window = program.window
    window.text.view.setFocus()
    program.player.seek(window.text.view.transcript.segments[1].start_ms)
    qtbot.waitUntil(lambda: window.workspace.follower.said.lit == (1,), timeout=PATIENCE_MS)
    press(Qt.Key.Key_L)
    stretch = window.play_bar.seek_bar._loop
    assert stretch is not None
    window.text.header.findChild(QComboBox).setFocus()
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "Eine" in window.text.view.toPlainText(), timeout=PATIENCE_MS)
    assert window.play_bar.seek_bar._loop == stretch
    assert window.commands[Command.LOOP].isChecked()

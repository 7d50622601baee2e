"""L in the real window: the lit line is played over and over, until a second L."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import NO_KEYS, press, select
from viewer.core.stretch import Stretch
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.commands.actions import Command


def test_the_lit_line_again_and_again(opened, qtbot):
    window, player = opened.window, opened.player
    line = window.text.view.transcript.segments[1]
    player.seek(line.start_ms + 200)
    qtbot.waitUntil(lambda: window.workspace.follower.said.lit == (1,), timeout=PATIENCE_MS)
    press(Qt.Key.Key_L)
    assert window.commands[Command.LOOP].isChecked()
    assert window.play_bar.seek_bar.loop.stretch.begin_ms == line.start_ms
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
    assert window.play_bar.seek_bar.loop.stretch is None


def test_escape_ends_it_once_nothing_is_selected(unheard, qtbot):
    window = unheard.window
    view, status, facts = window.text.view, window.status, window.availability.facts
    select(view, "controlled", "span")
    press(Qt.Key.Key_L)
    assert facts.text().startswith("Looping 0:01–0:0")
    assert status.currentMessage() == "L ends the loop"
    press(Qt.Key.Key_Escape)
    assert not view.caret.selects
    assert window.workspace.loop.stretch is not None
    press(Qt.Key.Key_Escape)
    assert window.workspace.loop.stretch is None
    assert status.currentMessage() == "The loop has ended"
    assert "Looping" not in facts.text()


def test_another_language_of_the_recording_keeps_the_loop(start, qtbot, tmp_path):
    for language, words in (("en", ("One", "Two")), ("de", ("Eins", "Zwei"))):
        write_srt(tmp_path / f"talk.{language}.srt", *words, starts_ms=[0, 3_000])
    program = start(Options(file=tmp_path / "talk.en.srt"))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    window, loop = program.window, program.workspace.loop
    window.text.view.setFocus()
    press(Qt.Key.Key_L)
    looped = loop.stretch
    assert looped is not None
    boxes = window.text.header.findChildren(QComboBox)
    languages = next(box for box in boxes if box.accessibleName().startswith("Language"))
    languages.activated.emit(1 - languages.currentIndex())
    qtbot.waitUntil(lambda: "Eins" in window.text.view.toPlainText(), timeout=PATIENCE_MS)
    assert loop.stretch == looped


WORDS = """WEBVTT

00:01.000 --> 00:05.000
One<00:01.500><c> two</c><00:02.000><c> three</c><00:02.500><c> four</c>
"""


def test_what_is_selected_is_looped_from_its_first_to_its_last_word(start, qtbot, tmp_path):
    (tmp_path / "talk.vtt").write_text(WORDS)
    program = start(Options(file=tmp_path / "talk.vtt"))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    view, loop = program.window.text.view, program.workspace.loop
    view.setFocus()
    select(view, "two", "three")
    press(Qt.Key.Key_L)
    assert loop.stretch == Stretch(1_500, 2_500)
    assert program.player.position_ms == 1_500
    places = []
    program.player.position_changed.connect(places.append)
    press(Qt.Key.Key_Space)
    rounds = lambda: sum(b < a for a, b in pairwise(places))  # noqa: E731
    qtbot.waitUntil(lambda: rounds() >= 2, timeout=PATIENCE_MS)
    assert min(places) >= 1_500
    press(Qt.Key.Key_L)
    qtbot.waitUntil(lambda: program.player.position_ms > 2_600, timeout=PATIENCE_MS)


def test_it_pauses_at_the_end_of_a_line_and_goes_on_to_the_next(opened, qtbot):
    window, player = opened.window, opened.player
    line, after = window.text.view.transcript.segments[1:3]
    window.commands[Command.LINE_PAUSE].trigger()
    player.seek(line.end_ms - 500)
    press(Qt.Key.Key_Space)
    stands = lambda: player.state is PlayState.PAUSED  # noqa: E731
    qtbot.waitUntil(lambda: not stands(), timeout=PATIENCE_MS)
    qtbot.waitUntil(stands, timeout=PATIENCE_MS)
    assert line.end_ms - 500 < player.position_ms < line.end_ms
    assert window.workspace.follower.said.lit == (1,)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.position_ms > after.start_ms + 200, timeout=PATIENCE_MS)
    assert player.state is PlayState.PLAYING


def test_what_goes_on_goes_back_a_little(opened, qtbot):
    window, player = opened.window, opened.player
    window.workspace.resuming.rewind_ms = 3_000
    player.seek(20_000)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.position_ms > 20_300, timeout=PATIENCE_MS)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    paused, heard = player.position_ms, []
    player.sought.connect(heard.append)
    press(Qt.Key.Key_Space)
    assert len(heard) == 1
    assert abs(heard[0] - (paused - 3_000)) < 500  # the engine may have settled a frame elsewhere
    qtbot.waitUntil(lambda: player.position_ms > heard[0] + 200, timeout=PATIENCE_MS)


def test_an_end_is_dragged_on_the_seek_bar(unheard, qtbot):
    window, player = unheard.window, unheard.player
    bar, line = window.play_bar.seek_bar, window.text.view.transcript.segments[1]
    player.seek(line.start_ms + 200)
    qtbot.waitUntil(lambda: window.workspace.follower.said.lit == (1,), timeout=PATIENCE_MS)
    press(Qt.Key.Key_L)
    begin, end = (QPoint(round(bar.x_of(ms)), 20) for ms in (line.start_ms, line.end_ms))
    QTest.mouseMove(bar, end)
    assert bar.cursor().shape() is Qt.CursorShape.SizeHorCursor
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, NO_KEYS, end)
    QTest.mouseMove(bar, end + QPoint(40, 0))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, NO_KEYS, end + QPoint(40, 0))
    longer = window.workspace.loop.stretch
    assert longer.begin_ms == line.start_ms
    assert longer.end_ms > line.end_ms
    assert player.position_ms == line.start_ms + 200
    player.seek(line.end_ms)  # inside it now
    press(Qt.Key.Key_I)
    assert window.workspace.loop.stretch == Stretch(line.end_ms, longer.end_ms)
    QTest.mouseMove(bar, begin)
    assert bar.cursor().shape() is Qt.CursorShape.ArrowCursor
    press(Qt.Key.Key_L)
    assert window.workspace.loop.stretch is None


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
    stretch = window.play_bar.seek_bar.loop.stretch
    assert stretch is not None
    window.text.header.findChild(QComboBox).setFocus()
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "Eine" in window.text.view.toPlainText(), timeout=PATIENCE_MS)
    assert window.play_bar.seek_bar.loop.stretch == stretch
    assert window.commands[Command.LOOP].isChecked()

"""A transcript that is opened again in a new window stands where it was left in the last one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import click_slowly, turn_wheel
from viewer.options import Options
from viewer.playback.engine import PlayState


def test_the_recording_and_the_line_are_where_they_were(
    start, opened, qtbot, seed, stand_in, engine
):
    opened.player.seek(123_456)
    opened.window.close()
    again = start(Options(file=seed, media=stand_in, engine=engine))
    qtbot.waitUntil(lambda: again.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    window, view = again.window, again.window.text.view
    assert abs(again.player.position_ms - 123_456) < 500  # a frame stands where frames do
    qtbot.waitUntil(view.lit.in_middle_half, timeout=PATIENCE_MS)
    assert window.following.following
    note = window.returning.note
    assert note.isVisible()
    click_slowly(note.button)
    assert again.player.position_ms == 0
    assert not note.isVisible()
    assert view.hasFocus()
    qtbot.waitUntil(lambda: view.sheet.first_in_view() == 0, timeout=PATIENCE_MS)


def test_the_text_is_where_one_read(start, unheard, qtbot):
    view, path = unheard.window.text.view, unheard.session.document.path
    unheard.player.seek(30_000)
    for _ in range(8):
        turn_wheel(view.viewport(), -3)
    uppermost = view.keeping.mark()
    assert not unheard.window.following.following
    assert uppermost.index > 10
    unheard.window.close()
    again = start(Options(file=path), size=(1000, 640))
    qtbot.waitUntil(lambda: again.player.silent, timeout=PATIENCE_MS)
    assert again.player.position_ms == 30_000
    view = again.window.text.view
    assert (view.keeping.mark().index, view.keeping.mark().offset) == (
        uppermost.index,
        uppermost.offset,
    )
    assert not again.window.following.following
    assert again.window.text.back_to_now.isVisible()
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert again.window.following.following


def test_a_moment_that_is_asked_for_wins(start, unheard, qtbot):
    path = unheard.session.document.path
    unheard.player.seek(60_000)
    unheard.window.close()
    again = start(Options(file=path, at_ms=42_000))
    qtbot.waitUntil(lambda: again.player.silent, timeout=PATIENCE_MS)
    assert again.player.position_ms == 42_000
    assert not again.window.returning.note.isVisible()

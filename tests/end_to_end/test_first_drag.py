"""The first drag into a window just opened, whose recording comes later than its text."""

import shutil
import threading

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import (
    CONTROL,
    clipboard,
    double_click_slowly,
    drag_slowly,
    press,
    spot_of,
)
from viewer.core.media_source import MediaSource
from viewer.media import sample
from viewer.options import Options
from viewer.ui.window.panes import Arrangement

#: What is said from the middle of line 3 to the middle of line 6.
DRAGGED = (
    "urban stronghold of Mosul. But the militants were ousted from the eastern part of the city by"
    " Iraqi forces in late January. The battle for western Mosul is still ongoing. Similarly, in "
)
LEFT_OF_A_LETTER = QPoint(1, 0)


def ends(view):
    """The places of the first and the last letter of what is to be dragged over."""
    places = []
    for index, offset in ((3, len("It remains in its ")), (6, len("Similarly, in "))):
        cursor = view.textCursor()
        cursor.setPosition(view.sheet.shown.position_of(index, offset))
        places.append(view.cursorRect(cursor).center() + LEFT_OF_A_LETTER)
    return places


def in_window(view):
    """Where in the window these letters stand."""
    return [view.viewport().mapTo(view.window(), place) for place in ends(view)]


def copied():
    press(Qt.Key.Key_C, CONTROL)
    return clipboard()[0]


def shows_text(program):
    return lambda: len(program.window.text.view.text_map) > 6


@pytest.fixture
def alone(start, qtbot, tmp_path, seed, engine):
    """The seed just opened, which has no recording yet."""
    copy = tmp_path / seed.name
    shutil.copyfile(seed, copy)
    program = start(Options(file=copy, engine=engine))
    qtbot.waitUntil(shows_text(program), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not program.workspace.pairing.busy, timeout=PATIENCE_MS)
    return program


@pytest.fixture
def arrives(alone, qtbot, stand_in):
    """Have the recording arrive now."""

    def arrive():
        alone.workspace.pairing.choose(MediaSource(stand_in))
        qtbot.waitUntil(lambda: alone.session.recording is not None, timeout=PATIENCE_MS)
        qtbot.wait(100)

    return arrive


def comes_to_the_picture(program, qtbot):
    panes = program.window.panes
    qtbot.waitUntil(lambda: panes.arrangement is Arrangement.BESIDE, timeout=PATIENCE_MS)


def test_a_recording_that_comes_during_a_drag_takes_no_word_from_under_the_mouse(
    alone, arrives, qtbot
):
    view = alone.window.text.view
    seen = []

    def midway():
        before = in_window(view)
        alone.window.text.message.show_message("Something to be told.")
        arrives()
        seen.append((in_window(view) == before, alone.window.panes.arrangement))

    drag_slowly(view, *ends(view), midway)
    assert seen == [(True, Arrangement.TEXT_ALONE)]
    assert view.textCursor().selectedText().replace("\u2029", " ") == DRAGGED
    comes_to_the_picture(alone, qtbot)
    qtbot.waitUntil(lambda: alone.window.text.message.height() > 0, timeout=PATIENCE_MS)
    assert copied() == DRAGGED.strip()


def test_a_recording_that_comes_between_two_presses_takes_no_word_from_under_the_second(
    alone, arrives, qtbot, monkeypatch
):
    view = alone.window.text.view
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.doubleClickInterval", lambda: PATIENCE_MS)
    spot = spot_of(view, "stronghold", 3)
    drag_slowly(view, spot, spot)
    arrives()
    double_click_slowly(view, spot)
    assert view.caret.selected_text() == "stronghold"


@pytest.fixture
def made_slowly(monkeypatch, stand_in):
    """The sample's recording is being made until this is set."""
    made = threading.Event()

    def recording(*_):
        made.wait(PATIENCE_MS / 1000)
        return stand_in

    monkeypatch.setattr(sample, "recording", recording)
    yield made
    made.set()


def test_the_text_of_the_sample_stays_beside_its_picture_while_that_is_made(
    start, qtbot, engine, made_slowly
):
    program = start(Options(demo=True, engine=engine))
    window, view = program.window, program.window.text.view
    qtbot.waitUntil(shows_text(program), timeout=PATIENCE_MS)
    qtbot.waitUntil(window.text.busy.isVisible, timeout=PATIENCE_MS)
    assert window.panes.arrangement is Arrangement.BESIDE
    before = [place.x() for place in in_window(view)]
    drag_slowly(view, *ends(view))
    assert copied() == DRAGGED.strip()
    made_slowly.set()
    qtbot.waitUntil(lambda: program.session.recording is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(window.text.busy.isHidden, timeout=PATIENCE_MS)
    qtbot.wait(100)
    assert [place.x() for place in in_window(view)] == before
    assert copied() == DRAGGED.strip()

"""Quotes made by keys alone: growing, moving an end, what was just heard, playing what is meant."""

import pytest
from PySide6.QtCore import Qt

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, clipboard, press, select
from viewer.playback.engine import PlayState

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
FIFTH = (
    "But the militants were ousted from the eastern part of the city by Iraqi forces in late"
    " January."
)
SIXTH = "The battle for western Mosul is still ongoing."


@pytest.fixture
def text(unheard):
    return unheard.window.text.view


def selected(view):
    return " ".join(view.textCursor().selectedText().split())


def copied_words():
    return clipboard()[0].split("”")[0].removeprefix("“")


def test_a_selection_grows_to_its_sentence_and_its_end_moves_by_words(unheard, text):
    select(text, "litants", "ousted fr")
    press(Key.Key_E, CONTROL)
    assert selected(text) == FIFTH
    press(Key.Key_Right, ALT | SHIFT)
    press(Key.Key_Right, ALT | SHIFT)
    assert selected(text) == f"{FIFTH} The battle"
    press(Key.Key_Left, ALT | SHIFT)
    assert selected(text) == f"{FIFTH} The"
    press(Key.Key_C, CONTROL | SHIFT)
    assert copied_words() == f"{FIFTH} The"
    assert unheard.window.statusBar().currentMessage().startswith("Copied: 19 words")


def test_what_was_just_heard_is_copied_while_playing_goes_on(unheard, qtbot, monkeypatch):
    monkeypatch.setattr(unheard.window.quote_menu.hearing, "_now", lambda: 0.0)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: unheard.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    unheard.player.set_rate(0.25)  # 28 seconds until the next sentence is over
    unheard.player.seek(28_500)
    press(Key.Key_J)
    assert copied_words() == SIXTH
    press(Key.Key_J)
    assert copied_words() == f"{FIFTH} {SIXTH}"
    assert unheard.player.state is PlayState.PLAYING


def test_a_quote_is_played_from_its_first_to_its_last_word(unheard, text, qtbot):
    states, places = [], []
    unheard.player.state_changed.connect(states.append)
    unheard.player.sought.connect(places.append)
    select(text, "eastern", "of the city")
    meant = unheard.window.quoting.passage()
    press(Key.Key_Q)
    assert places[0] == meant.begin_ms
    qtbot.waitUntil(lambda: states[-1:] == [PlayState.PAUSED], timeout=PATIENCE_MS)
    assert PlayState.PLAYING in states
    qtbot.waitUntil(lambda: unheard.player.position_ms == meant.end_ms - 1, timeout=PATIENCE_MS)
    assert selected(text) == "eastern part of the city"

"""Ctrl+F in the real window: a phrase over several lines is found, played from, quoted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, clipboard, press
from viewer.playback.engine import PlayState
from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar

#: Between two keys of somebody who types.
_TYPING_MS = 40


def type_slowly(program, text):
    QTest.keyClicks(program.window.text.find_bar.field, text, delay=_TYPING_MS)


#: Phrases of the sample, and the lines in which each begins and ends.
PHRASES = (
    ("the group has been linked to more than a dozen terrorist attacks", 38, 38),
    ("dozen terrorist attacks the large number of recruits", 38, 39),
    (
        "operations they've already accepted more or less that these cities are going to fall and",
        8,
        10,
    ),
)


@pytest.mark.parametrize("in_paragraphs", [False, True])
def test_found_played_from_and_quoted(opened, qtbot, in_paragraphs):
    window, player, view = opened.window, opened.player, opened.window.text.view
    if window.commands[Command.PARAGRAPHS].isChecked() is not in_paragraphs:
        press(Qt.Key.Key_P)
    for phrase, first, last in PHRASES:
        press(Qt.Key.Key_F, CONTROL)
        assert window.text.find_bar.field.hasFocus()
        QTest.keyClicks(window.text.find_bar.field, phrase, delay=10)
        assert window.text.find_bar.count.text() == "1 of 1"
        hit = window.finding._found[0]
        assert (hit.first, hit.last) == (first, last)
        qtbot.waitUntil(lambda at=first: not view.segment_rect(at).isEmpty(), timeout=PATIENCE_MS)
        press(Qt.Key.Key_C, CONTROL | SHIFT)
        quoted = "".join(filter(str.isalnum, clipboard()[0].split("\n")[0])).lower()
        assert "".join(filter(str.isalnum, phrase)).lower() in quoted
        press(Qt.Key.Key_Return, CONTROL)
        start = view.transcript.segments[first].start_ms
        qtbot.waitUntil(
            lambda at=start: player.state is PlayState.PLAYING and player.position_ms > at,
            timeout=PATIENCE_MS,
        )
        assert first in window.workspace.follower.said.lit
        press(Qt.Key.Key_Escape)
        assert window.text.find_bar.isHidden()
        assert view.hasFocus()
        press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: player.state is PlayState.PAUSED, timeout=PATIENCE_MS)


def test_a_phrase_that_was_found_is_grown_to_its_sentence_from_the_field(opened):
    window = opened.window
    press(Qt.Key.Key_F, CONTROL)
    type_slowly(opened, "going to fall and theyve")
    assert window.text.find_bar.field.hasFocus()
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard()[0].startswith("“They've already accepted, more or less, that these cities")
    assert "going to fall. And they've prepared for that.”" in clipboard()[0]
    assert window.text.find_bar.field.text() == "going to fall and theyve"


def test_escape_gives_back_the_place_and_the_following(opened, qtbot):
    window = opened.window
    view = window.text.view
    opened.player.play()
    qtbot.waitUntil(lambda: bool(window.workspace.follower.said.lit), timeout=PATIENCE_MS)
    before = view.place()
    press(Qt.Key.Key_F, CONTROL)
    type_slowly(opened, "the")
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_Up)  # in the field, no other volume or line
    type_slowly(opened, "keep track of all of them")
    assert not window.following.following
    assert view.place() != before
    press(Qt.Key.Key_Escape)
    assert window.following.following
    qtbot.waitUntil(lambda: view.lit.visible(), timeout=PATIENCE_MS)


def test_letters_typed_are_no_commands(opened):
    window = opened.window
    press(Qt.Key.Key_F, CONTROL)
    type_slowly(opened, "m f r = [ ]")
    assert not opened.player.muted
    assert not window.isFullScreen()
    assert opened.player.rate == 1.0
    assert window.text.find_bar.phrase == "m f r = [ ]"


def test_phrases_are_remembered(opened, start, qtbot):
    press(Qt.Key.Key_F, CONTROL)
    type_slowly(opened, "caliphate")
    press(Qt.Key.Key_Escape)
    opened.window.close()
    assert opened.user_settings.settings.finding.phrases == ("caliphate",)


def test_every_place_listed_gone_to_and_put_away(opened, qtbot):
    window = opened.window
    press(Qt.Key.Key_F4)
    found_list = window.text.side.widget("found")
    type_slowly(opened, "the")
    assert found_list.isVisible()
    assert window.commands[Command.FOUND_SHOWN].isChecked()
    viewport = found_list.viewport()
    qtbot.waitUntil(lambda: found_list.rowAt(viewport.height() - 5) > 0, timeout=PATIENCE_MS)
    number = found_list.rowAt(viewport.height() - 5)
    spot = found_list.visualRect(found_list.model().index(number, 0)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot, delay=80)
    assert window.text.find_bar.count.text().startswith(f"{number + 1} of ")
    index = window.finding._found[number].first
    qtbot.waitUntil(lambda: not window.text.view.segment_rect(index).isEmpty(), timeout=PATIENCE_MS)
    press(Qt.Key.Key_Escape)
    assert not found_list.isVisible()
    assert not window.commands[Command.FOUND_SHOWN].isChecked()
    press(Qt.Key.Key_F, CONTROL)
    assert found_list.isVisible()


def test_go_to_a_time_resumes_following_there(opened, qtbot):
    window = opened.window
    press(Qt.Key.Key_F, CONTROL)
    press(Qt.Key.Key_G, CONTROL)
    QTest.keyClicks(window.findChild(GoToBar).field, "2m34s", delay=_TYPING_MS)
    assert window.findChild(GoToBar).meaning.text().startswith("Go to 2:34: ")
    press(Qt.Key.Key_Return)
    assert window.text.view.hasFocus()
    assert window.following.following
    qtbot.waitUntil(lambda: opened.player.position_ms == 154_000, timeout=PATIENCE_MS)
    qtbot.waitUntil(window.text.view.lit.visible, timeout=PATIENCE_MS)


def test_the_place_that_is_counted_is_in_view_when_the_bar_comes_again(opened, qtbot):
    window = opened.window
    view = window.text.view
    window.resize(1200, 780)
    press(Qt.Key.Key_F4)
    type_slowly(opened, "the")
    press(Qt.Key.Key_Escape)
    opened.player.seek(71_000)
    window.following.back_to_now()
    qtbot.waitUntil(lambda: not view.scrolling.gliding, timeout=PATIENCE_MS)
    wide = view.width()
    press(Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(lambda: window.finding._here >= 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.width() < wide, timeout=PATIENCE_MS)  # the list takes its room
    qtbot.waitUntil(lambda: not window.finding._laid_out.isActive(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not view.scrolling.gliding, timeout=PATIENCE_MS)
    hit = window.finding._found[window.finding._here]
    assert view.viewport().rect().contains(view.segment_rect(hit.first).center())

"""Clicks, double clicks, drags and the right button in the transcript."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, click_line, click_time, clipboard, select
from tests.ui.pages import LEFT, click, double_click, on_words
from viewer.playback.engine import PlayState
from viewer.ui.transcript import click_rules


def playing(program):
    return lambda: program.player.state is PlayState.PLAYING


def test_a_click_on_words_plays_from_the_line_and_lights_it(opened, qtbot):
    view = opened.window.text.view
    start_ms = view.transcript.segments[3].start_ms
    click_line(view, 3)
    assert opened.follower.said.lit == (3,)
    qtbot.waitUntil(playing(opened), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: opened.player.position_ms > start_ms + 300, timeout=PATIENCE_MS)
    assert opened.player.position_ms < start_ms + 3000


def test_a_click_on_the_time_plays_even_over_a_selection(opened, qtbot):
    view = opened.window.text.view
    select(view, "Similarly", "Syria")
    click_time(view, 2)
    assert opened.follower.said.lit == (2,)
    qtbot.waitUntil(playing(opened), timeout=PATIENCE_MS)
    assert view.caret.selected_text() == "Similarly, in Syria"


@pytest.mark.parametrize("plays", [False, True])
def test_a_double_click_selects_the_word_and_takes_back_place_and_state(opened, qtbot, plays):
    view = opened.window.text.view
    opened.player.seek(60_000)
    if plays:
        opened.player.play()
        qtbot.waitUntil(playing(opened), timeout=PATIENCE_MS)
    opened.window.following.reader_scrolled(True)  # else the text runs away from the pointer
    before = opened.player.position_ms
    index = next(view.sheet.rows()).segments[0] + 1
    double_click(view, on_words(view, index))
    assert view.caret.selected_text() in view.transcript.segments[index].text.split()
    assert before <= opened.player.position_ms < before + 1000
    settled = PlayState.PLAYING if plays else PlayState.PAUSED
    qtbot.waitUntil(lambda: opened.player.state is settled, timeout=PATIENCE_MS)


def test_a_drag_selects_and_does_not_play(opened):
    view = opened.window.text.view
    select(view, "Similarly", "crumbling")
    assert view.caret.selected_text().startswith("Similarly, in Syria")
    assert opened.player.state is PlayState.PAUSED
    assert opened.player.position_ms == 0


def test_a_click_that_clears_a_selection_does_not_play(opened):
    view = opened.window.text.view
    select(view, "Similarly", "Syria")
    click_line(view, 2)
    assert not view.caret.selected_text()
    assert opened.player.position_ms == 0
    click_line(view, 2)
    assert opened.player.position_ms == view.transcript.segments[2].start_ms


@pytest.mark.parametrize("key", [SHIFT, CONTROL, Qt.KeyboardModifier.AltModifier])
def test_a_click_with_a_key_held_does_not_play(opened, key):
    view = opened.window.text.view
    click(view, on_words(view, 2), key)
    assert opened.player.state is PlayState.PAUSED
    assert opened.player.position_ms == 0


def test_the_click_that_brings_the_window_to_the_front_does_not_play(opened, qtbot, monkeypatch):
    monkeypatch.setattr(click_rules, "JUST_NOW_S", PATIENCE_MS / 1000)  # however busy the machine
    view, other = opened.window.text.view, QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=PATIENCE_MS)
    point = on_words(view, 3)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE_MS)
    click(view, point)
    assert opened.player.position_ms == 0
    monkeypatch.setattr(click_rules, "JUST_NOW_S", 0)
    click(view, point)
    assert opened.follower.said.lit == (3,)


def menu_at(view, point):
    where = view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu, {action.text().replace("&", ""): action for action in menu.actions()}


def choose(menu, action):
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def test_the_right_button_offers_what_can_be_done_with_the_line(unheard):
    view = unheard.window.text.view
    menu, entries = menu_at(view, on_words(view, 3))
    assert [text for text in entries if text] == [
        "Copy",
        "Copy quote",
        "Play from here",
        "Copy link to this moment",
    ]
    assert not entries["Copy"].isEnabled()
    menu.close()


def test_play_from_here(opened, qtbot):
    view = opened.window.text.view
    menu, entries = menu_at(view, on_words(view, 3))
    choose(menu, entries["Play from here"])
    assert opened.follower.said.lit == (3,)
    qtbot.waitUntil(playing(opened), timeout=PATIENCE_MS)


def test_copy_link_to_this_moment(unheard):
    view = unheard.window.text.view
    menu, entries = menu_at(view, on_words(view, 7))
    choose(menu, entries["Copy link to this moment"])
    assert clipboard()[0] == "https://www.youtube.com/watch?v=YCxNiKcoljE&t=35.6s"


def test_copy_quote_of_the_line_that_was_pointed_at(unheard):
    view = unheard.window.text.view
    menu, entries = menu_at(view, on_words(view, 7))
    choose(menu, entries["Copy quote"])
    assert clipboard()[0].startswith("“Raqqa was once a symbol")


def test_copy_the_selection(unheard):
    view = unheard.window.text.view
    select(view, "Similarly", "Syria")
    menu, entries = menu_at(view, on_words(view, 3))
    choose(menu, entries["Copy"])
    assert clipboard()[0] == "Similarly, in Syria"

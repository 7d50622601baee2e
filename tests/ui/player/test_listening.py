"""Listening again, as the Play menu sets it."""

import pytest
from PySide6.QtWidgets import QMenu

from viewer.ui.commands.actions import Command
from viewer.ui.commands.play_commands import PlayCommands
from viewer.ui.player.listening import offer


def choose(window, spec, text):
    (action,) = [each for each in window.menus.submenu(spec).actions() if each.text() == text]
    action.trigger()


def ticked(menu):
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_what_is_chosen_holds_at_once_and_is_kept(window, desk):
    work, settings = desk.workspace, window.user_settings
    assert ticked(window.menus.submenu(PlayCommands.REWIND)) == ["None"]
    choose(window, PlayCommands.REWIND, "2 seconds")
    choose(window, PlayCommands.REPEATS, "1 second")
    window.commands[Command.LINE_PAUSE].trigger()
    assert (work.resuming.rewind_ms, work.loop.pause_ms, work.line_ends.on) == (2_000, 1_000, True)
    playback = settings.settings.playback
    assert (playback.rewind_s, playback.repeat_pause_s, playback.line_pause) == (2, 1, True)
    assert ticked(window.menus.submenu(PlayCommands.REWIND)) == ["2 seconds"]
    choose(window, PlayCommands.REPEATS, "As long as what is repeated")
    assert work.loop.pause_ms is None
    assert settings.settings.playback.repeat_pause_s is None


@pytest.mark.parametrize(
    ("now", "shown"),
    [(0, "None"), (7, "7 seconds"), (None, "As long as what is repeated")],
)
def test_what_is_set_is_offered_whatever_it_is(qtbot, now, shown):
    menu = QMenu()
    qtbot.addWidget(menu)
    offer(menu, (0, 1, 5, None), now, lambda _: None)
    assert ticked(menu) == [shown]
    texts = [action.text() for action in menu.actions()]
    assert texts == sorted(texts, key=lambda text: (text[:2] == "As", text != "None", text))

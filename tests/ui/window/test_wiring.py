"""A button is another way to call a command, and nothing of its own."""

import pytest

from tests.media.films import film
from tests.ui.pages import heard
from viewer.core.media_source import MediaSource
from viewer.ui.commands.actions import Command

BUTTONS = {
    "play_button": Command.PLAY_PAUSE,
    "previous_button": Command.PREVIOUS_LINE,
    "next_button": Command.NEXT_LINE,
    "replay_button": Command.REPLAY_LINE,
    "full_screen_button": Command.FULL_SCREEN,
    "mute_button": Command.MUTE,
}


def agreeing(window):
    transport = window.play_bar.transport
    return [
        getattr(transport, name).isEnabled() is window.commands[command].isEnabled()
        for name, command in BUTTONS.items()
    ]


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_calls_its_command(window, desk, talk, name):
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    called = heard(window.commands[BUTTONS[name]].triggered)
    getattr(window.play_bar.transport, name).click()
    assert len(called) == 1


def test_a_button_can_be_pressed_where_its_command_can_be_called(window, desk, talk):
    assert all(agreeing(window))
    desk.open(talk)
    assert all(agreeing(window))
    desk.pairing.choose(MediaSource(film(talk.with_name("other.mp4"), seconds=8)))
    desk.work()
    assert all(agreeing(window))
    desk.opening.close()
    assert all(agreeing(window))

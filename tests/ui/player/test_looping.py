"""The loop's commands, on a clock that is told the time."""

import pytest

from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.session.loop import Loop
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.player.looping import Looping
from viewer.ui.player.play_bar import PlayBar

LINE = Stretch(5_000, 7_000)


class Hand:
    """The commands and the bar, with `LINE` as what is being said."""

    def __init__(self, player, play_bar):
        self.play_bar, self.commands = play_bar, Actions(play_bar)
        self.looping = Looping(Loop(player), player, self.commands, play_bar, lambda: LINE)

    @property
    def shown(self):
        return self.play_bar.seek_bar.loop.stretch

    def do(self, command):
        self.commands[command].trigger()


@pytest.fixture
def hand(desk, qtbot):
    play_bar = PlayBar()
    qtbot.addWidget(play_bar)
    desk.player.open(MediaSource.named("talk.mp4"), None)
    play_bar.set_duration(desk.player.duration_ms)
    return Hand(desk.player, play_bar)


def test_it_begins_and_ends_where_playback_is(desk, hand):
    desk.player.seek(20_000)
    hand.do(Command.LOOP_BEGIN)
    assert hand.shown == Stretch(20_000, desk.player.duration_ms)
    assert hand.commands[Command.LOOP].isChecked()
    desk.player.seek(26_000)
    hand.do(Command.LOOP_END)
    assert hand.shown == Stretch(20_000, 26_000)
    assert desk.player.position_ms == 20_000
    desk.player.seek(22_000)
    hand.do(Command.LOOP_BEGIN)
    assert hand.shown == Stretch(22_000, 26_000)


def test_an_end_alone_takes_the_line_from_its_beginning(desk, hand):
    desk.player.seek(6_000)
    hand.do(Command.LOOP_END)
    assert hand.shown == Stretch(5_000, 6_000)


def test_an_end_before_everything_is_none(desk, hand):
    hand.do(Command.LOOP_END)
    assert hand.shown is None
    assert not hand.commands[Command.LOOP].isChecked()


def test_a_dragged_end_is_the_loops(desk, hand):
    hand.do(Command.LOOP)
    hand.play_bar.seek_bar.loop_requested.emit(Stretch(4_000, 7_000))
    assert hand.shown == Stretch(4_000, 7_000)
    hand.do(Command.LOOP)
    assert hand.shown is None

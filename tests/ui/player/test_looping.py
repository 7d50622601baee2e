"""The loop's commands, on a clock that is told the time."""

import pytest

from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.session.loop import Loop
from viewer.ui.commands.actions import Command
from viewer.ui.player.looping import Looping
from viewer.ui.player.play_bar import PlayBar

LINE = Stretch(5_000, 7_000)


class Hand:
    """The commands and the bar, with `LINE` as what is being said."""

    def __init__(self, player, commands, play_bar):
        self.play_bar, self.commands, self.line = play_bar, commands, LINE
        self.looping = Looping(Loop(player), player, self.commands, play_bar, lambda: self.line)

    @property
    def shown(self):
        return self.play_bar.seek_bar.loop.stretch

    def do(self, command):
        self.commands[command].trigger()


@pytest.fixture
def hand(desk, qtbot, actions):
    play_bar = PlayBar(actions)
    qtbot.addWidget(play_bar)
    desk.player.open(MediaSource.named("talk.mp4"), None)
    play_bar.set_duration(desk.player.duration_ms)
    return Hand(desk.player, actions, play_bar)


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


def test_it_says_what_is_looped_and_what_ends_it(desk, hand):
    said, worded, shown = [], [], []
    hand.looping.said.connect(said.append)
    hand.looping.worded.connect(worded.append)
    hand.looping.shown.connect(shown.append)
    hand.looping.key = "L"
    hand.do(Command.LOOP)
    assert said == ["L ends the loop"]
    desk.player.seek(20_000)
    assert said[1:] == ["", "The loop has ended"]
    assert worded == ["Looping 0:05–0:07", "The loop has ended"]
    assert shown == ["Looping 0:05–0:07", ""]


def test_where_nothing_is_said_it_says_so(hand):
    said = []
    hand.looping.said.connect(said.append)
    hand.line = None
    hand.do(Command.LOOP)
    assert said == ["No line is said here. Select the words to loop."]
    assert not hand.commands[Command.LOOP].isChecked()

"""What makes a stream of an engine that plays files, on an engine as coarse as libVLC."""

import pytest

from tests.fakes import FakeEngine
from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.playback.stream_engine import BREAKS_S, OPENS_S, STANDS_S, WAITS_S, StreamEngine

SOURCE = MediaSource("https://pod.example/talk.mp3")


class Line(FakeEngine):
    """A connection that can break off, end too soon, or bring nothing any more."""

    broken = ended = silent = stood = False
    why = ""

    def poll(self):
        if self.silent:
            self._base_ms = self._base_ms if self.stood else self.truth_ms
            self._base_s = self.time.now
        self.stood = self.silent
        seen = super().poll()
        if self.broken:
            self._state, self.refuses = PlayState.FAILED, self.why
        if self.ended:
            self._state = PlayState.ENDED
        return super().poll() if self.broken or self.ended else seen


class Lines:
    """A player whose stream is made anew on another connection each time."""

    def __init__(self, time):
        self.time, self.made, self.failed = time, [], []
        self.make = lambda: Line(time, length_ms=60_000, stale_s=0.05, step_s=0.05)
        self.player = Player((), web=lambda _: (self.stream,), now=time)
        self.player.failed.connect(self.failed.append)

    def stream(self):
        return StreamEngine(self.connect, now=self.time)

    def connect(self):
        self.made.append(self.make())
        return self.made[-1]

    def pass_by(self, seconds):
        for _ in range(round(seconds * 20)):
            self.time.pass_by(0.05)
            self.player.tick()


@pytest.fixture
def lines(qapp, fake_time):
    lines = Lines(fake_time)
    lines.player.open(SOURCE, None)
    lines.player.play()
    lines.pass_by(4)
    yield lines
    lines.player.close()


def test_it_plays_as_the_engine_below_it(lines):
    assert lines.player.state is PlayState.PLAYING
    assert lines.player.position_ms == pytest.approx(4_000, abs=200)
    lines.player.seek(30_000)
    lines.pass_by(1)
    assert lines.player.position_ms == pytest.approx(31_000, abs=200)
    assert not lines.player.buffering


@pytest.mark.parametrize("how", ["broken", "ended"])
def test_a_break_is_mended_at_the_place(lines, how):
    lines.player.set_rate(1.5)
    lines.player.set_volume(40)
    here = lines.player.position_ms
    setattr(lines.made[0], how, True)
    lines.pass_by(WAITS_S[0] / 2)
    assert lines.player.buffering
    assert lines.player.state is PlayState.PLAYING
    assert lines.player.position_ms == pytest.approx(here, abs=200)
    lines.pass_by(WAITS_S[0] + 1)
    assert len(lines.made) == 2
    assert ("volume", 40) in lines.made[1].calls
    assert ("rate", 1.5) in lines.made[1].calls
    assert ("close",) in lines.made[0].calls
    assert not lines.player.buffering
    assert here < lines.player.position_ms < here + 3_000


@pytest.mark.parametrize("why", ["", "pod.example refuses: no reason (403)."])
def test_after_two_tries_it_is_given_up_and_the_place_is_known(lines, why):
    here = lines.player.position_ms
    make = lines.make

    def refusing():
        line = make()
        line.refuses = "Nobody is there any more."
        return line

    lines.make = refusing
    lines.made[0].broken, lines.made[0].why = True, why
    lines.pass_by(sum(WAITS_S) + 1)
    assert len(lines.made) == 3
    assert [str(error) for error in lines.failed] == [
        why or "The connection to pod.example broke off."
    ]
    assert lines.player.gave_up_at_ms == pytest.approx(here, abs=200)


def test_what_held_for_a_while_may_break_as_often_again(lines):
    for _ in range(4):
        lines.made[-1].broken = True
        lines.pass_by(12)
    assert lines.failed == []
    assert len(lines.made) == 5


def test_an_end_where_it_ended_before_is_the_end(lines):
    make = lines.make

    def short():
        line = make()
        line.length_ms = 60_000
        line.ended = True
        return line

    lines.make = short
    lines.made[0].ended = True
    lines.pass_by(WAITS_S[0] + 0.5)
    assert lines.player.state is PlayState.ENDED
    assert lines.failed == []


def test_what_stands_is_waited_for_and_then_made_anew(lines):
    lines.made[0].silent = True
    lines.pass_by(STANDS_S + 0.5)
    assert lines.player.buffering
    assert len(lines.made) == 1
    lines.made[0].silent = False
    lines.pass_by(1)
    assert not lines.player.buffering
    lines.made[0].silent = True
    lines.pass_by(BREAKS_S + WAITS_S[0] + 1)
    assert len(lines.made) == 2
    assert not lines.player.buffering


def test_paused_it_waits_for_nothing(lines):
    lines.player.pause()
    lines.made[0].silent = True
    lines.pass_by(2 * BREAKS_S)
    assert len(lines.made) == 1
    assert not lines.player.buffering


def test_a_seek_and_a_pause_while_it_is_broken_are_honoured(lines):
    lines.made[0].broken = True
    lines.pass_by(WAITS_S[0] / 2)
    lines.player.seek(20_000)
    lines.player.pause()
    lines.pass_by(2)
    assert lines.player.state is PlayState.PAUSED
    assert lines.player.position_ms == 20_000


def test_what_never_begins_fails_with_its_reason(lines):
    make = lines.make

    def refusing():
        line = make()
        line.refuses = "pod.example refuses: no reason (403)."
        return line

    lines.make = refusing
    lines.player.open(SOURCE, None)
    lines.pass_by(0.2)
    assert [str(error) for error in lines.failed] == ["pod.example refuses: no reason (403)."]


def test_what_never_answers_is_given_up(lines):
    make = lines.make

    def hanging():
        line = make()
        line.load_s = 1_000
        return line

    lines.make = hanging
    lines.player.open(SOURCE, None)
    lines.pass_by(OPENS_S + 0.5)
    assert [str(error) for error in lines.failed] == ["pod.example does not answer."]


def test_play_after_the_end_begins_anew(lines):
    lines.player.seek(59_000)
    lines.pass_by(3)
    assert lines.player.state is PlayState.ENDED
    lines.player.play()
    lines.pass_by(2)
    assert lines.player.position_ms == pytest.approx(2_000, abs=300)

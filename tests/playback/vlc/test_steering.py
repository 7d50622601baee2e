"""When libVLC is told which rate, and which of its pictures may be seen; the time is made up."""

from types import SimpleNamespace

import pytest

from viewer.playback.vlc.steering import SETTLE_FRAMES, VlcSteering


class FakeFrames:
    def __init__(self):
        self.shown = self.fresh = 0
        self.held = False
        self.given_s = 0.0

    def hold(self):
        self.held = True

    def pass_on(self):
        self.held = False


class FakePlayer:
    """Takes what it is told and keeps the rates."""

    def __init__(self):
        self.rates = []

    def set_rate(self, rate):
        self.rates.append(rate)

    def set_pause(self, paused):
        pass


@pytest.fixture
def handle():
    return SimpleNamespace(
        player=FakePlayer(),
        frames=FakeFrames(),
        go_to=lambda _: None,
        has_picture=True,
        frame_s=0.04,
        news=(0, 0.0),
    )


def comes_to(handle, steering, ms, now):
    """Let the pictures of a seek come, and a report of where it is."""
    handle.frames.shown += SETTLE_FRAMES
    handle.frames.fresh += SETTLE_FRAMES
    handle.frames.given_s = now
    handle.news = (ms, now)
    steering.look(now, really_plays=True)
    return steering.look(now + 0.05, really_plays=True)


@pytest.mark.parametrize(
    ("rate", "until_ms", "told"),
    [
        (2.0, None, [2.0]),
        (2.0, 8_000, [2.0]),
        (2.0, 5_800, []),
        (1.5, 5_800, []),
        (0.5, 5_800, [0.5]),
    ],
)
def test_a_rate_is_restored_after_a_seek_if_it_is_seen_before_the_end(handle, rate, until_ms, told):
    steering = VlcSteering(handle, rate)
    steering.seek(5_000, 10.0, until_ms)
    steering.play(10.0)
    reading = comes_to(handle, steering, 5_300, 10.4)
    assert handle.player.rates == told
    assert not reading.pending


def test_what_is_only_heard_is_at_its_rate_at_once(handle):
    handle.has_picture = False
    steering = VlcSteering(handle, 2.0)
    steering.seek(5_000, 10.0, 5_800)
    steering.play(10.0)
    comes_to(handle, steering, 5_300, 10.5)
    assert handle.player.rates == [2.0]


def test_who_plays_on_after_the_end_does_so_at_the_rate_wanted(handle):
    steering = VlcSteering(handle, 2.0)
    steering.seek(5_000, 10.0, 5_800)
    steering.play(10.0)
    comes_to(handle, steering, 5_300, 10.4)
    comes_to(handle, steering, 5_801, 10.9)
    steering.look(11.0, really_plays=True)
    assert handle.player.rates == [2.0]


def test_a_pause_keeps_the_picture_and_playing_or_a_seek_lets_others_come(handle):
    steering = VlcSteering(handle, 1.0)
    for go_on in (steering.play, lambda now: steering.seek(7_000, now)):
        steering.seek(5_000, 10.0)
        steering.play(10.0)
        comes_to(handle, steering, 5_300, 10.4)
        steering.pause(10.45)
        assert handle.frames.held
        go_on(10.6)
        assert not handle.frames.held
        steering.pause(10.7)


def test_a_pause_while_pictures_are_late_lets_them_come(handle):
    steering = VlcSteering(handle, 1.0)
    steering.seek(5_000, 10.0)
    steering.play(10.0)
    comes_to(handle, steering, 5_300, 10.4)
    steering.pause(10.8)
    assert not handle.frames.held


def test_a_pause_before_a_seek_has_brought_its_picture_lets_it_come(handle):
    steering = VlcSteering(handle, 1.0)
    steering.play(9.0)
    steering.seek(5_000, 10.0)
    steering.pause(10.01)
    assert not handle.frames.held

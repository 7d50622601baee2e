"""Which frame is seen after a paused seek, whatever the engine shows and whenever it does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from viewer.core.media_source import MediaSource
from viewer.core.still import Still
from viewer.playback.player import Player

TALK = MediaSource(Path("talk.mp4"))
SIZE = QSize(4, 2)


class FakeStills:
    """Decodes when the test says so."""

    def __init__(self):
        self.asked, self.done = [], None

    def ask(self, path, ms, done):
        self.asked.append((path, ms))
        self.done = done

    def cancel(self):
        self.done = None

    def deliver(self, start_ms):
        bright, blue, red = ((bytes(4 * 2), 4), (bytes(2), 2), (bytes(2), 2))
        self.done(Still(start_ms * 1000, 4, 2, 0, (bright, blue, red)))


@pytest.fixture
def stills():
    return FakeStills()


@pytest.fixture
def sink(qapp):
    return QVideoSink()


@pytest.fixture
def player(qapp, engine, fake_time, stills, sink):
    player = Player([lambda: engine], now=fake_time, stills=stills)
    player.open(TALK, sink)
    yield player
    player.close()


def engines(ms=None):
    """A frame of the engine's, which tells its time or does not."""
    frame = QVideoFrame(QVideoFrameFormat(SIZE, QVideoFrameFormat.PixelFormat.Format_YUV420P))
    if ms is not None:
        frame.setStartTime(ms * 1000)
    return frame


def sought(player, ms):
    """Go there, and let the time pass that it waits for another seek."""
    player.seek(ms)
    player._picture._patience.timeout.emit()


def test_it_is_asked_for_once_after_opening_and_after_each_paused_seek(player, stills):
    player._picture._patience.timeout.emit()
    sought(player, 4000)
    player.tick()
    assert stills.asked == [(TALK.path, 0), (TALK.path, 4000)]


def test_until_it_has_come_the_picture_from_before_stays(player, stills, sink):
    before, wrong = engines(), engines()
    sink.setVideoFrame(before)
    sought(player, 4000)
    sink.setVideoFrame(wrong)
    assert sink.videoFrame() == before
    stills.deliver(3990)
    assert sink.videoFrame().startTime() == 3_990_000
    sink.setVideoFrame(engines())
    assert sink.videoFrame().startTime() == 3_990_000


def test_a_frame_that_tells_its_time_is_seen_meanwhile_and_stays_if_it_is_the_right_one(
    player, stills, sink
):
    sink.setVideoFrame(engines())
    sought(player, 4000)
    right = engines(3990)
    sink.setVideoFrame(right)
    assert sink.videoFrame() == right
    stills.deliver(3990)
    assert sink.videoFrame() == right


@pytest.mark.parametrize("why", ["it cannot be decoded", "it takes too long"])
def test_without_it_the_engines_picture_is_seen_after_all(player, stills, sink, why):
    theirs = engines()
    sink.setVideoFrame(engines())
    sought(player, 4000)
    sink.setVideoFrame(theirs)
    if why == "it takes too long":
        player._picture._limit.timeout.emit()
    else:
        stills.done(None)
    assert sink.videoFrame() == theirs


def test_playing_leaves_the_picture_to_the_engine(player, stills, sink):
    sink.setVideoFrame(engines())
    sought(player, 4000)
    player.play()
    theirs = engines()
    sink.setVideoFrame(theirs)
    assert sink.videoFrame() == theirs
    assert stills.done is None


def test_a_seek_that_is_paused_at_once_is_owed_its_picture(player, stills):
    player.play()
    player.seek(4000)
    player.pause()
    player._picture._patience.timeout.emit()
    assert stills.asked[-1] == (TALK.path, 4000)


def test_a_pause_alone_asks_for_nothing(player, stills, fake_time):
    player._picture._patience.timeout.emit()
    player.play()
    for _ in range(20):
        fake_time.pass_by(0.05)
        player.tick()
    player.pause()
    assert not player._picture._patience.isActive()
    assert stills.asked == [(TALK.path, 0)]


def test_what_is_on_the_web_is_left_to_the_engine(player, stills, sink):
    player.open(MediaSource("https://example.org/talk.mp4"), sink)
    sought(player, 4000)
    assert stills.asked == []

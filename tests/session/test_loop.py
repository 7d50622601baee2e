"""A stretch played over and over."""

from pathlib import Path

import pytest

from tests.ui.pages import heard
from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment, Word
from viewer.core.stretch import Stretch, stretch_of
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript
from viewer.playback.engine import PlayState
from viewer.session.document import Document, Version
from viewer.session.loop import Loop
from viewer.session.opened import Change, Opened

STRETCH = Stretch(5_000, 7_000)


@pytest.fixture
def loop(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None)
    return Loop(desk.player)


def test_it_goes_back_at_its_end_each_time_and_on_when_it_is_over(desk, loop):
    reported = heard(loop.changed)
    loop.begin(STRETCH)
    assert desk.player.position_ms == 5_000
    desk.player.play()
    seen = set()
    for _ in range(100):
        desk.pass_by(0.05)
        seen.add(desk.player.position_ms)
    assert min(seen) >= 5_000
    assert 6_800 < max(seen) < 7_200
    assert desk.player.state is PlayState.PLAYING
    loop.end()
    desk.pass_by(3)
    assert desk.player.position_ms > 7_500
    assert reported == [STRETCH, None]


def test_where_playback_is_inside_it_goes_on_from_there(desk, loop):
    desk.player.seek(6_000)
    loop.begin(STRETCH)
    assert desk.player.position_ms == 6_000


@pytest.mark.parametrize(("ms", "goes_on"), [(5_500, True), (4_999, False), (7_000, False)])
def test_a_seek_elsewhere_ends_it(desk, loop, ms, goes_on):
    loop.begin(STRETCH)
    desk.player.seek(ms)
    assert (loop.stretch is not None) is goes_on
    assert desk.player.position_ms == ms


@pytest.mark.parametrize("change", Change)
def test_it_ends_with_its_text_and_goes_on_with_another_recording_of_that(loop, change):
    loop.begin(STRETCH)
    loop.show_opened(Opened(Document(Version(Path("a.srt")), SAID), change=change))
    assert (loop.stretch is None) is (change is Change.DOCUMENT)
    loop.show_opened(Opened(change=Change.RECORDING))
    assert loop.stretch is None


def test_the_end_of_the_recording_is_no_end(desk, loop):
    loop.begin(Stretch(59_000, 60_000))
    desk.player.play()
    desk.pass_by(5)
    assert loop.stretch is not None
    assert desk.player.position_ms >= 59_000


@pytest.fixture
def pausing(desk, loop):
    """A loop that has come to the pause after its first round."""
    loop.pause_ms = 5_000
    loop.begin(STRETCH)
    desk.player.play()
    desk.pass_by(3)
    assert loop.pause.isActive()
    assert (desk.player.position_ms, desk.player.state) == (6_999, PlayState.PAUSED)
    return loop


def test_between_two_rounds_it_pauses(desk, pausing):
    assert pausing.pause.interval() == 5_000
    for _ in range(2):
        pausing.pause.stop()
        pausing.pause.timeout.emit()
        assert desk.player.position_ms == 5_000
        desk.pass_by(0.5)
        assert desk.player.state is PlayState.PLAYING
        desk.pass_by(3)
        assert pausing.pause.isActive()
    pausing.pause.stop()


def test_it_pauses_for_as_long_as_a_round(desk, loop):
    loop.pause_ms = None
    loop.begin(STRETCH)
    desk.player.play()
    desk.pass_by(3)
    assert loop.pause.interval() == 2_000
    loop.pause.stop()


def test_play_begins_the_next_round_at_once(desk, pausing):
    desk.player.play()
    assert desk.player.position_ms == 5_000
    assert not pausing.pause.isActive()


@pytest.mark.parametrize("ms", [5_500, 20_000])
def test_whoever_goes_elsewhere_in_the_pause_hears_that(desk, pausing, ms):
    desk.player.seek(ms)
    desk.pass_by(0.5)
    assert desk.player.state is PlayState.PLAYING
    assert ms <= desk.player.position_ms < ms + 1_000
    assert not pausing.pause.isActive()


def test_what_ends_in_its_pause_plays_on(desk, pausing):
    pausing.end()
    desk.pass_by(1)
    assert desk.player.position_ms > 7_500
    assert not pausing.pause.isActive()


def test_another_recording_does_not_begin_to_play_by_itself(desk, pausing):
    desk.player.open(MediaSource.named("other.mp4"), None)
    pausing.show_opened(Opened(change=Change.DOCUMENT))
    assert not pausing.pause.isActive()
    assert desk.player.state is PlayState.PAUSED


def test_after_the_end_of_the_recording_it_pauses_too(desk, loop):
    loop.pause_ms = 5_000
    loop.begin(Stretch(59_000, 60_000))
    desk.player.play()
    desk.pass_by(3)
    assert loop.pause.isActive()
    loop.pause.stop()
    loop.pause.timeout.emit()
    desk.pass_by(0.5)
    assert 59_000 <= desk.player.position_ms < 60_000
    assert desk.player.state is PlayState.PLAYING


WORDS = (Word(1_000, 1_400, "One"), Word(1_500, 1_900, "two"), Word(2_000, 2_500, "three"))
SAID = Transcript(
    (
        Segment(1_000, 3_000, "One two three", words=WORDS),
        Segment(4_000, 6_000, "No words timed"),
        Segment(None, None, "No time"),
    )
)


@pytest.mark.parametrize(
    ("pieces", "stretch"),
    [
        ([Piece(0, 4, 7)], Stretch(1_500, 1_900)),
        ([Piece(0, 5, 10)], Stretch(1_500, 2_500)),
        ([Piece(0, 4, 13), Piece(1, 0, 2)], Stretch(1_500, 6_000)),
        ([Piece(1, 3, 8)], Stretch(4_000, 6_000)),
        ([Piece(2, 0, 2)], None),
        ([], None),
    ],
)
def test_when_words_are_said(pieces, stretch):
    assert stretch_of(SAID, pieces) == stretch

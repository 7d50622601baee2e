"""Pausing at the ends of lines."""

import pytest

from tests.desk import opened
from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment
from viewer.core.stretch import Stretch
from viewer.core.transcript import Transcript
from viewer.playback.engine import PlayState
from viewer.session.line_ends import ends_of

#: Two lines with a gap between them, and one right after them.
SAID = Transcript(
    (Segment(1_000, 3_000, "One"), Segment(4_000, 6_000, "Two"), Segment(6_000, 8_000, "Three"))
)


@pytest.fixture
def work(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None)
    desk.workspace.line_ends.show_opened(opened(SAID))
    desk.workspace.line_ends.switch(on=True)
    desk.player.play()
    return desk.workspace


def test_it_pauses_at_each_end_while_the_line_is_still_lit(desk, work):
    for last in (2_999, 5_999, 7_999):
        desk.pass_by(5)
        assert (desk.player.position_ms, desk.player.state) == (last, PlayState.PAUSED)
        work.resuming.toggle()
    desk.pass_by(5)
    assert desk.player.state is PlayState.PLAYING


def test_who_goes_back_hears_the_line_to_its_end_again(desk, work):
    desk.pass_by(5)
    desk.player.seek(1_500)
    desk.player.play()
    desk.pass_by(5)
    assert desk.player.position_ms == 2_999


def test_a_seek_over_an_end_is_no_end(desk, work):
    desk.player.seek(3_000)
    desk.pass_by(0.5)
    assert desk.player.state is PlayState.PLAYING


def test_switched_off_it_plays_on(desk, work):
    work.line_ends.switch(on=False)
    desk.pass_by(5)
    assert desk.player.state is PlayState.PLAYING
    work.line_ends.switch(on=True)
    desk.pass_by(5)
    assert desk.player.position_ms in (5_999, 7_999)


def test_what_pauses_by_itself_is_not_rewound(desk, work):
    work.resuming.rewind_ms = 1_000
    desk.pass_by(5)
    work.resuming.toggle()
    assert desk.player.position_ms == 2_999


def test_a_line_over_and_over_pauses_each_time(desk, work):
    desk.player.seek(4_000)
    work.loop.begin(Stretch(4_000, 6_000))
    for _ in range(3):
        desk.pass_by(4)
        assert (desk.player.position_ms, desk.player.state) == (5_999, PlayState.PAUSED)
        desk.player.play()
        desk.pass_by(0.5)
        assert 4_000 <= desk.player.position_ms < 5_000


@pytest.mark.parametrize(
    ("spans", "ends"),
    [
        ([(0, 2_000), (1_000, 3_000)], (1_000, 3_000)),
        ([(0, 2_000), (0, 1_000), (5_000, 6_000)], (1_000, 2_000, 6_000)),
        ([(0, None), (1_000, None)], (1_000,)),
        ([(None, None)], ()),
        ([(5_000, 5_000)], ()),
    ],
)
def test_a_line_ends_where_the_next_begins_at_the_latest(spans, ends):
    assert ends_of(Transcript(tuple(Segment(*span, "Said") for span in spans))) == ends

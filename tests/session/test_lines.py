from dataclasses import replace

import pytest

from tests.desk import opened
from tests.ui.pages import timed, untimed
from viewer.core.media_source import MediaSource
from viewer.core.transcript import Chapter
from viewer.playback.engine import PlayState

LINES = timed("One.", "Two.", "Three.")


@pytest.fixture
def lines(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None)
    desk.follower.follow(LINES)
    desk.lines.show_opened(opened(LINES))
    desk.jumps = []
    desk.lines.jumped.connect(lambda: desk.jumps.append(desk.player.position_ms))
    return desk.lines


def test_a_line_plays_from_its_start(desk, lines):
    lines.play_from(1)
    assert desk.player.position_ms == 5000
    assert desk.player.state is PlayState.PLAYING
    assert desk.follower.said.lit == (1,)
    assert desk.jumps == [5000]


def test_a_line_chosen_while_the_recording_opens_is_played_when_it_has(desk):
    desk.engine.load_s = 1.0
    desk.player.open(MediaSource.named("talk.mp4"), None)
    desk.follower.follow(LINES)
    desk.lines.show_opened(opened(LINES))
    assert desk.player.state is PlayState.OPENING
    desk.lines.play_from(1)
    desk.pass_by(2)
    assert desk.player.state is PlayState.PLAYING
    assert desk.engine.truth_ms > 5000
    assert desk.follower.said.lit == (1,)


@pytest.mark.parametrize("plays", [False, True])
def test_what_a_choice_did_is_taken_back(desk, lines, plays):
    desk.player.seek(11_000)
    if plays:
        desk.player.play()
    desk.pass_by(1)
    here = desk.player.position_ms
    lines.play_from(1)
    desk.pass_by(0.2)
    lines.take_back()
    assert desk.player.position_ms == here
    desk.pass_by(1)
    assert (desk.player.state is PlayState.PLAYING) is plays


def test_a_choice_is_taken_back_once(desk, lines):
    lines.play_from(1)
    lines.take_back()
    desk.player.seek(11_000)
    lines.take_back()
    assert desk.player.position_ms == 11_000


def test_a_choice_in_another_transcript_is_not_taken_back(desk, lines):
    lines.play_from(1)
    lines.show_opened(opened(LINES))
    lines.take_back()
    assert desk.player.position_ms == 5000


@pytest.mark.parametrize(
    ("at_ms", "before_ms", "after_ms"),
    [(0, 0, 5000), (6000, 0, 10_000), (12_000, 5000, 10_000), (14_999, 5000, 10_000)],
)
def test_steps_go_to_the_line_before_and_after(desk, lines, at_ms, before_ms, after_ms):
    desk.player.seek(at_ms)
    lines.previous()
    assert desk.player.position_ms == before_ms
    desk.player.seek(at_ms)
    lines.next()
    assert desk.player.position_ms == after_ms


def test_a_step_neither_plays_nor_pauses(desk, lines):
    lines.next()
    assert desk.player.state is PlayState.PAUSED
    desk.player.play()
    lines.next()
    desk.pass_by(1)
    assert desk.player.state is PlayState.PLAYING


def test_before_the_first_line_the_next_is_the_first(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None)
    later = timed("", "One.", "Two.")
    later = type(later)(later.segments[1:])
    desk.lines.show_opened(opened(later))
    desk.lines.next()
    assert desk.player.position_ms == 5000


@pytest.mark.parametrize(
    ("at_ms", "before_ms", "after_ms"),
    [
        (0, 0, 4_000),
        (4_000, 0, 9_000),
        (6_999, 0, 9_000),
        (7_001, 4_000, 9_000),
        (12_500, 9_000, 12_500),
    ],
)
def test_chapters_are_gone_to_and_back_from_shortly_after_they_begin(
    desk, lines, at_ms, before_ms, after_ms
):
    chapters = tuple(Chapter(ms, name) for ms, name in ((0, "A"), (4_000, "B"), (9_000, "C")))
    lines.show_opened(opened(replace(LINES, chapters=chapters)))
    for step, expected_ms in ((lines.previous_chapter, before_ms), (lines.next_chapter, after_ms)):
        desk.player.seek(at_ms)
        step()
        assert desk.player.position_ms == expected_ms


def test_replay_plays_the_line_that_is_said(desk, lines):
    desk.player.seek(7000)
    lines.replay()
    assert desk.player.position_ms == 5000
    assert desk.player.state is PlayState.PLAYING


def test_a_clock_without_a_recording_goes_there_and_stands(desk):
    desk.player.open_silent(15_000)
    desk.follower.follow(LINES)
    desk.lines.show_opened(opened(LINES))
    desk.lines.play_from(2)
    assert desk.player.position_ms == 10_000
    assert desk.player.state is PlayState.PAUSED


def test_an_endless_clock_goes_there_too(desk):
    desk.player.open_silent(0)
    desk.lines.show_opened(opened(LINES))
    desk.lines.play_from(2)
    assert desk.player.position_ms == 10_000


def test_lines_without_times_lead_nowhere(desk, lines):
    desk.lines.show_opened(opened(untimed("One.", "Two.")))
    lines.play_from(1)
    lines.next()
    lines.replay()
    assert desk.player.position_ms == 0
    assert desk.jumps == []

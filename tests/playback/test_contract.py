"""The contract that every engine keeps, proved on frames that carry their own number.

Every engine that this machine has is really run. Waiting is for conditions, with wide limits; what
depends on how busy the machine is (a frame that comes late) is judged by the median of several.
"""

import bisect
import itertools
import random
import statistics
import time
from fractions import Fraction
from pathlib import Path

import pytest

from tests.desk import opened
from tests.playback.conftest import PICTURED
from tests.playback.stage import FRAME_MS, roundness
from tests.video import Clip
from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.playback.engine import PlayState
from viewer.session.follower import Follower
from viewer.session.lines import Lines

MAIN = Clip()
LENGTH_MS = MAIN.seconds * 1000
SHORT = Clip(seconds=4)


def test_opens_paused_at_the_first_frame(stage, clips):
    stage.open(clips(MAIN))
    stage.until(lambda: stage.is_at(0, 0))
    assert stage.player.state is PlayState.PAUSED
    assert stage.player.position_ms == 0
    assert abs(stage.player.duration_ms - LENGTH_MS) <= 100


def test_plays_and_the_position_is_the_frames(stage, clips):
    stage.open(clips(MAIN))
    stage.until(lambda: stage.is_at(0, 0))
    stage.player.play()
    stage.until(lambda: stage.times()[-1] >= 2500)
    late = [at - number * FRAME_MS for _, number, at in stage.shown if number and number > 25]
    assert None not in [number for _, number, _ in stage.shown]
    assert abs(statistics.median(late)) <= FRAME_MS


@pytest.mark.parametrize("rate", [0.5, 1.0, 1.5, 2.0])
def test_a_seek_while_playing_is_exact_and_undamaged(stage, clips, rate):
    stage.player.set_rate(rate)
    stage.open(clips(MAIN))
    stage.player.play()
    stage.until(lambda: stage.times() and stage.times()[-1] >= 400)
    misses = []
    for target in (19_190, 5_010, 26_000, 12_340):
        del stage.shown[:]
        stage.player.seek(target)
        assert stage.player.position_ms == target
        misses.append(abs(_runs_from(stage, target) - target))
        _a_second_after(stage)
    assert statistics.median(misses) <= FRAME_MS
    # A busy machine decodes too late from the key frame on now and then; pictures are missing then.
    assert sorted(misses)[-2] <= 5 * FRAME_MS
    stage.until(lambda: _pace(stage) == pytest.approx(rate, rel=0.25))


def _runs_from(stage, target):
    """Wait for the frame from which playback runs on after a seek, and forget those before it.

    libVLC sometimes holds a frame of up to 120 ms before the target for a moment first.
    """
    stage.until(lambda: _run_begins(stage, target) is not None)
    del stage.shown[: _run_begins(stage, target)]
    return stage.times()[0]


def _run_begins(stage, target):
    numbers = [number for _, number, _ in stage.shown]
    for index, (number, following) in enumerate(itertools.pairwise(numbers)):
        near = number is not None and abs(number * FRAME_MS - target) <= 1000
        if near and following == number + 1:
            return index
    return None


def _a_second_after(stage):
    """See that every frame of the next second is whole and later than the one before."""
    until = stage.shown[0][0] + 1.0
    stage.until(lambda: time.monotonic() > until)
    assert None not in [number for _, number, _ in stage.shown]
    assert stage.times() == sorted(stage.times())


def _pace(stage, window_s=0.8):
    """Return how fast the frames of the last moments went by."""
    newest = stage.shown[-1]
    past = [shown for shown in stage.shown if newest[0] - shown[0] >= window_s]
    if not past or newest[1] is None:
        return 0.0
    media_s = (newest[1] - past[-1][1]) * FRAME_MS / 1000
    return media_s / (newest[0] - past[-1][0])


#: How long each frame of a recording of varying rate is shown: a slide among moving pictures.
_SPANS_MS = (17, 33, 40, 33, 1700, 33, 90, 250, 40, 17, 700)
_VARYING = Clip(
    seconds=18,
    fps=Fraction(1000),
    times_ms=tuple(itertools.accumulate(_SPANS_MS * 6, initial=0)),
    keyframe_s=2,
    sound=False,
)
RATED = [Clip(seconds=12, fps=fps) for fps in (24, 25, Fraction(30000, 1001), 30, 60)]


@pytest.mark.parametrize(
    "clip", [*RATED, _VARYING], ids=["24", "25", "29.97", "30", "60", "varying"]
)
def test_a_paused_seek_shows_the_very_frame_and_says_the_target_at_once(stage, clips, clip):
    stage.open(clips(clip))
    starts = clip.starts_ms
    for moment in (300, 9_300, 2_500, 9_960, 10_010, 5_100):
        number = bisect.bisect(starts, moment)
        start, end = starts[number : number + 2]
        for target in (round(start), int((start + end) / 2)):
            stage.player.seek(target)
            assert stage.player.position_ms == target
            stage.rests_on(number)
            assert stage.player.position_ms == target
            assert stage.player.state is PlayState.PAUSED


def test_a_seek_taken_back_at_once_takes_back_the_picture_and_plays_on_from_there(stage, clips):
    stage.open(clips(MAIN))
    lines = Lines(stage.player, Follower(stage.player))
    lines.show_opened(opened(Transcript((Segment(20_000, 22_000, "A line far from there."),))))
    for target in range(3000, 9000, 600):
        stage.player.seek(target)
        stage.rests_on(target // FRAME_MS)
        lines.play_from(0)
        stage.qtbot.wait(150)  # as long as a person takes for the second click
        lines.take_back()
        assert stage.player.position_ms == target
        assert stage.player.state is PlayState.PAUSED
        stage.rests_on(target // FRAME_MS)
    stage.player.play()
    stage.plays_from(target)


def test_plays_on_from_a_paused_seek(stage, clips):
    stage.open(clips(MAIN))
    stage.player.seek(14_000)
    stage.rests_on(14_000 // FRAME_MS)
    stage.player.play()
    stage.plays_from(14_000)


@pytest.mark.parametrize("stage", [*PICTURED, "silent"], indirect=True)
def test_positions_never_run_backwards(stage, clips):
    player = stage.player
    stage.open(clips(MAIN))
    player.play()
    for rate in (1.0, 2.0, 0.5, 1.5):
        player.set_rate(rate)
        reached = player.position_ms + 700
        stage.until(lambda: player.position_ms >= reached)  # noqa: B023 - called at once
        player.pause()
        player.play()
    assert stage.positions == sorted(stage.positions)
    del stage.positions[:]
    player.seek(2000)
    stage.until(lambda: player.position_ms >= 3000)
    assert stage.positions[0] == 2000
    assert stage.positions == sorted(stage.positions)


def test_a_seek_before_playing_is_honoured(stage, clips):
    stage.player.open(MediaSource(clips(MAIN)), stage.sink)
    stage.player.seek(12_000)
    assert stage.player.position_ms == 12_000
    stage.player.play()
    stage.plays_from(12_000)
    assert min(stage.positions) >= 12_000


def test_opens_at_a_moment(stage, clips):
    stage.open(clips(MAIN), at_ms=7000)
    assert stage.player.position_ms == 7000
    stage.rests_on(7000 // FRAME_MS)


def test_a_seek_after_the_end_plays_on_from_there(stage, clips):
    stage.open(clips(MAIN), at_ms=LENGTH_MS - 700)
    stage.player.play()
    stage.until(lambda: stage.player.state is PlayState.ENDED)
    assert stage.player.position_ms == stage.player.duration_ms
    stage.rests_on(LENGTH_MS // FRAME_MS - 1)
    stage.player.seek(5000)
    assert stage.player.position_ms == 5000
    stage.plays_from(5000)


def test_a_key_held_past_the_end_ends_and_from_there_it_is_gone_back(stage, clips):
    stage.open(clips(SHORT))
    stage.player.play()
    stage.until(lambda: stage.player.position_ms >= 400)
    _hold(stage, 500)
    stage.until(lambda: stage.player.state is PlayState.ENDED and not stage.player.wants_play)
    assert stage.player.position_ms == stage.player.duration_ms
    stage.until(lambda: stage.sink.videoFrame().isValid())
    del stage.shown[:]
    stage.player.seek(1000)
    stage.plays_from(1000)


def _hold(stage, step_ms, hold_s=1.5):
    """Seek as a key does that is held."""
    until = time.monotonic() + hold_s

    def repeat():
        stage.player.seek(stage.player.position_ms + step_ms)
        return time.monotonic() > until

    stage.until(repeat)


def test_play_after_the_end_begins_anew(stage, clips):
    stage.open(clips(SHORT), at_ms=3500)
    stage.player.play()
    stage.until(lambda: stage.player.state is PlayState.ENDED)
    del stage.shown[:]
    stage.player.play()
    stage.plays_from(0)


def _no_media(kind, folder, clip):
    path = folder / f"{kind}.mp4"
    match kind:
        case "missing":
            pass
        case "folder":
            path.mkdir()
        case "empty":
            path.touch()
        case "text":
            path.write_text("This is no recording.\n" * 400, encoding="utf-8")
        case "random":
            path.write_bytes(random.Random(7).randbytes(60_000))
        case "truncated":
            path.write_bytes(clip.read_bytes()[:20_000])
    return path


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "random", "truncated"])
def test_what_is_no_recording_fails_with_a_sentence(stage, clips, tmp_path, kind):
    path = _no_media(kind, tmp_path, clips(MAIN))
    stage.player.open(MediaSource(path), stage.sink)
    stage.until(lambda: bool(stage.failures))
    [(sentence, hint)] = stage.failures
    assert stage.player.state is PlayState.FAILED
    assert path.name in sentence
    assert sentence.endswith(".")
    assert hint.endswith(".")


@pytest.mark.parametrize(
    "clip",
    [
        Clip(seconds=2, circle=True),
        Clip(seconds=2, width=320, aspect=Fraction(2), circle=True),
        Clip(seconds=2, rotation=90, circle=True),
        Clip(seconds=2, width=320, aspect=Fraction(2), rotation=90, circle=True),
    ],
    ids=["360p", "wide pixels", "rotated", "rotated wide pixels"],
)
def test_a_circle_stays_round(stage, clips, clip):
    stage.open(clips(clip))
    stage.until(lambda: stage.sink.videoFrame().isValid())
    picture = stage.picture()
    assert roundness(picture) == pytest.approx(1, abs=0.04)
    assert (picture.height() > picture.width()) is bool(clip.rotation)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts threads in Linux's /proc")
def test_ten_opens_and_closes_leak_no_thread(stage, clips):
    def threads():
        return len(list(Path("/proc/self/task").iterdir()))

    def once():
        stage.open(clips(SHORT))
        stage.player.play()
        stage.player.close()

    for _ in range(2):
        once()  # what is made once and kept, by Qt and by the sound system
    before = threads()
    for _ in range(10):
        once()
    stage.until(lambda: threads() <= before)


@pytest.mark.parametrize("missing", ["picture", "sound"])
def test_plays_without_a_picture_and_without_sound(stage, clips, missing):
    stage.open(clips(Clip(seconds=4, **{missing: False})))
    stage.player.play()
    stage.until(lambda: stage.player.position_ms >= 1500)
    assert bool(stage.shown) is (missing == "sound")
    stage.player.seek(500)
    assert 500 <= stage.player.position_ms < 1500  # it plays on
    stage.until(lambda: stage.player.position_ms >= 1000)
    stage.until(lambda: stage.player.state is PlayState.ENDED)

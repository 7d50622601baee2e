"""The one frame that is to be seen at a moment, out of a film whose frames carry their number."""

import itertools
from fractions import Fraction

import pytest

from tests.media.films import film
from tests.video import Clip, make_video, number_of
from viewer.errors import MediaError
from viewer.media.still import still_at


def number_at(path, ms):
    still = still_at(path, ms, lambda: False)
    data, pitch = still.planes[0]
    return number_of(data, pitch, still.width, still.height)


@pytest.mark.parametrize("kind", ["mp4", "mov", "mkv"])
@pytest.mark.parametrize("fps", [25, Fraction(30000, 1001)])
def test_it_is_the_frame_whose_time_the_moment_lies_in(tmp_path, kind, fps):
    clip = Clip(seconds=5, fps=fps, keyframe_s=2, width=320, height=180)
    path = make_video(tmp_path / f"clip.{kind}", clip)
    starts = clip.starts_ms
    for number in (0, 1, 47, 48, 49, 50, 51, 58, 59, 60, 61, 100):
        between = int((starts[number] + starts[number + 1]) / 2)
        assert number_at(path, round(starts[number])) == number
        assert number_at(path, between) == number


def test_a_frame_is_shown_until_the_next_one_begins(tmp_path):
    times = tuple(itertools.accumulate((40, 1700, 33, 250, 900, 17, 17), initial=0))
    clip = Clip(seconds=4, fps=Fraction(1000), times_ms=times, sound=False)
    path = make_video(tmp_path / "slides.mp4", clip)
    for number, (start, end) in enumerate(itertools.pairwise(times)):
        assert [number_at(path, ms) for ms in (start, (start + end) // 2, end - 1)] == [number] * 3
    assert number_at(path, times[-1] + 5000) == len(times) - 1


def test_it_has_the_shape_in_which_it_is_to_be_shown(tmp_path):
    clip = Clip(seconds=1, width=320, height=360, aspect=Fraction(2), rotation=90)
    still = still_at(make_video(tmp_path / "clip.mp4", clip), 200, lambda: False)
    assert (still.width, still.height) == (640, 360)
    assert still.rotation in (90, 270)
    assert still.start_us == 200_000
    assert [len(data) // pitch for data, pitch in still.planes] == [360, 180, 180]


def test_there_is_none_of_what_has_no_picture_and_none_once_it_is_not_wanted(tmp_path):
    assert still_at(film(tmp_path / "talk.m4a", video=False), 0, lambda: False) is None
    path = make_video(tmp_path / "clip.mp4", Clip(seconds=1))
    assert still_at(path, 500, lambda: True) is None


def test_where_libraries_tell_times_differently_there_is_none(tmp_path):
    path = make_video(tmp_path / "clip.ts", Clip(seconds=1))
    assert still_at(path, 500, lambda: False) is None


def test_what_cannot_be_read_is_a_sentence(tmp_path):
    with pytest.raises(MediaError, match=r"There is no none\.mp4"):
        still_at(tmp_path / "none.mp4", 0, lambda: False)

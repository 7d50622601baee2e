"""Places cut out of their recordings, one after another."""

from pathlib import Path

import av
import pytest

from tests.media.films import film
from viewer.clip.wish import Part
from viewer.core.find import Finder
from viewer.core.segment import Segment, Word
from viewer.core.stretch import Stretch
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.library.around import around
from viewer.library.entry import Entry, Facts
from viewer.library.passages import Passage
from viewer.library.supercut import Reach, joined, save_found

TALK = Path("/talks/a.mp4")


def entry(recording):
    return Entry(1, Path("/talks"), "/talks/a.srt", Facts("Talk"), "", recording)


def passage(begin_ms, end_ms, around_ms=None):
    stretch = Stretch(*around_ms) if around_ms else None
    return Passage(0, begin_ms, end_ms, "", "", "wheat", "", 0, stretch)


def timed(text, start_ms):
    """Return a line whose words take a second each."""
    times = ((word, start_ms + number * 1000) for number, word in enumerate(text.split()))
    words = [Word(begin, begin + 1000, word) for word, begin in times]
    return Segment(start_ms, start_ms + 1000 * len(words), text, words=tuple(words))


def said_around(segments, phrase):
    transcript = Transcript(tuple(segments))
    [hit] = Finder(segment.text for segment in segments).find(phrase)
    return around(transcript, hit)


def test_a_word_stands_on_either_side():
    line = timed("what does the price of wheat say", 0)
    assert said_around([line], "price of") == Stretch(2000, 6000)
    assert said_around([line], "rice o") == Stretch(2000, 6000)
    assert said_around([line], "what does") == Stretch(0, 3000)


def test_over_lines_it_goes_as_far_as_they_do():
    lines = [timed("the price of", 0), timed("wheat says it", 5000)]
    assert said_around(lines, "of wheat") == Stretch(1000, 7000)
    plain = [Segment(1000, 3000, "the price of"), Segment(3000, 5000, "wheat says")]
    assert said_around(plain, "price") == Stretch(1000, 3000)
    assert said_around([Segment(None, None, "the price")], "price") is None


def test_passages_that_overlap_are_one():
    heard = [(0, 2500), (2000, 4000), (9000, 9500)]
    parts = joined([Part(TALK, Stretch(*each)) for each in heard])
    assert [each.stretch for each in parts] == [Stretch(0, 4000), Stretch(9000, 9500)]


def test_a_place_is_heard_as_far_as_its_recording_goes(tmp_path):
    here, reach = entry(film(tmp_path / "a.mp4", seconds=6)), Reach()
    (tmp_path / "bad.mp4").write_bytes(bytes(99))
    around = reach.heard((here, passage(0, 2000, (500, 2500))))
    assert around.stretch == Stretch(500, 2500)
    assert reach.heard((here, passage(1000, 2000))).stretch == Stretch(1000, 2000)
    assert reach.heard((here, passage(5000, 60_000))).stretch.end_ms == pytest.approx(6000, abs=100)
    for each in (
        (here, passage(60_000, 61_000)),
        (here, passage(None, None)),
        (entry(None), passage(0, 1000)),
        (entry(tmp_path / "bad.mp4"), passage(0, 1000)),
    ):
        assert reach.heard(each) is None


def test_what_is_heard_is_cut_though_another_place_is_not(tmp_path):
    here = entry(film(tmp_path / "a.mp4", seconds=6))
    spans = [(1000, 2000), (5000, 60_000), (60_000, 61_000), (None, None)]
    found = [(here, passage(*span)) for span in spans]
    assert save_found(found, tmp_path / "cut.mp4", "wheat") == 2
    with av.open(tmp_path / "cut.mp4") as made:
        assert made.duration / 1e6 == pytest.approx(2.0, abs=0.2)


def test_a_film_of_all_that_is_found(tmp_path):
    recording = film(tmp_path / "a.mp4", seconds=6)
    found = [(entry(recording), passage(1000, 2000)), (entry(recording), passage(4000, 5000))]
    told = []
    assert save_found(found, tmp_path / "cut.mp4", "wheat", progress=told.append) == 2
    assert told == sorted(told)
    assert told[-1] == 1
    with av.open(tmp_path / "cut.mp4") as made:
        assert made.duration / 1e6 == pytest.approx(2.0, abs=0.2)


def test_without_recordings_there_is_none(tmp_path):
    with pytest.raises(ExportError, match="None of these places has a time and a recording"):
        save_found([(entry(None), passage(0, 1000))], tmp_path / "cut.mp4", "wheat")
    assert save_found([(entry(None), passage(0, 1000))], tmp_path / "a.csv", "wheat") == 1

"""Real files of timed text, subtitles and tracks: their numbers, as docs/formats.md tells them."""

import pytest

from viewer.formats import registry
from viewer.formats.containers.tracks import read_captions
from viewer.media.tracks import read_track

#: Folder and part of a name; format, segments, first start and last time in milliseconds.
FILES = [
    ("md-youtube-links", "speaker-markdown", 326, 0, 4_245_000),
    ("md-changelog", "speaker-markdown", 76, 217_000, 2_641_000),
    ("otter-txt-like", "speaker-markdown", 98, 0, 2_795_000),
    ("md-speaker-clock", "clock-text", 54, 7_000, 2_689_000),
    ("txt-timestamped", "clock-text", 52, 0, 201_000),
    ("srt/OliverDeBrisbane", "youtube-panel", 68, 0, 148_000),
    ("sbv", "sbv", 198, 3_700, 516_790),
    ("lrc", "lrc", 9, 1_000, 34_020),
    ("ass", "substation", 2, 137_400, 3_742_500),
    ("ttml/tkarabela", "ttml", 38, 19_764, 230_693),
    ("ttml/mantas", "ttml", 3, 1_464, 10_928),
]


@pytest.fixture
def find(corpus):
    files = sorted(path for path in corpus.rglob("*") if path.is_file())
    return lambda part: next(path for path in files if f"/{part}" in str(path))


@pytest.mark.parametrize(("part", "name", "segments", "first", "last"), FILES)
def test_numbers(find, part, name, segments, first, last):
    talk = registry.load(find(part))
    first_ms = talk.segments[talk.timed_indices[0]].start_ms
    assert (talk.format, len(talk.segments), first_ms, talk.last_time_ms) == (
        name, segments, first, last
    )  # fmt: skip


def test_chapters_speakers_and_words(find):
    meeting = registry.load(find("md-youtube-links"))
    assert (len(meeting.chapters), meeting.chapters[-1].start_ms) == (15, 4_210_000)
    song = registry.load(find("ttml/tkarabela"))
    assert song.duration_ms == 238_640
    assert song.speakers == ("Radiohead",)
    assert sum(len(segment.words) for segment in song.segments) > 150


def test_the_track_in_a_film(find):
    content = read_track(find("media-pairs/embedded-captions"), 0)
    talk = read_captions(content.track.codec, content.events)
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [
        (1_000, 3_000, "Line 1"), (3_024, 5_024, "Line 2")
    ]  # fmt: skip

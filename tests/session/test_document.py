from pathlib import Path

import pytest

from tests.ui.pages import timed, untimed
from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment
from viewer.core.transcript import Source, Transcript
from viewer.media.info import MediaInfo
from viewer.session.document import Document, Recording, Version


def document(transcript):
    return Document(Version(Path("/talks/a talk.srt")), transcript, "key")


def recording(length_ms):
    return Recording(
        MediaSource(Path("talk.mp4")), MediaInfo(length_ms, has_video=True, has_audio=True)
    )


def test_the_title_is_the_files_own_or_else_its_name():
    lines = timed("One.")
    assert document(lines).title == "a talk"
    assert document(lines).quotable.source.title == "a talk"
    titled = Transcript(lines.segments, source=Source(title="Rivers", channel="A channel"))
    assert document(titled).title == "Rivers"
    assert document(titled).quotable is titled


def test_a_language_in_the_files_name_is_not_part_of_the_title():
    version = Version(Path("/talks/a talk.en.vtt"))
    assert Document(version, timed("One."), "key").title == "a talk"


def test_a_title_from_the_name_leaves_the_rest_of_the_source():
    lines = Transcript(timed("One.").segments, source=Source(channel="A channel"))
    assert document(lines).quotable.source == Source(title="a talk", channel="A channel")


def test_what_takes_long_is_known_once_it_is_prepared():
    prepared = document(timed("One.", "Two.")).prepared()
    assert "text_map" in vars(prepared)
    assert {"timeline", "last_time_ms"} <= vars(prepared.transcript).keys()
    assert prepared.text_map is prepared.text_map


@pytest.mark.parametrize(
    ("stated_ms", "length_ms", "other"),
    [
        (60_000, 60_000, False),
        (60_000, 65_000, False),
        (60_000, 65_001, True),
        (60_000, 54_000, True),
        (1_000_000, 1_015_000, False),
        (1_000_000, 1_030_000, True),
        (None, 45_000, False),
        (None, 45_001, True),
        (None, 15_000, False),
        (None, 10_000, False),
        (None, 9_999, True),
        (60_000, None, False),
        (60_000, 0, False),
    ],
)
def test_a_recording_of_another_length_is_another(stated_ms, length_ms, other):
    lines = Transcript(timed("One.", "Two.", "Three.").segments, duration_ms=stated_ms)
    assert recording(length_ms).is_other_than(lines) is other


@pytest.mark.parametrize(("length_ms", "other"), [(118_000, False), (120_000, True)])
def test_music_may_follow_the_last_line_but_not_a_second_talk(length_ms, other):
    lines = Transcript((Segment(0, 59_000, "One."),))
    assert recording(length_ms).is_other_than(lines) is other


def test_without_times_no_length_is_wrong():
    assert not recording(1000).is_other_than(untimed("One."))

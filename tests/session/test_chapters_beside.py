"""Chapters in a file of their own, beside the transcript."""

import pytest

from tests.desk import write_srt
from viewer.core.transcript import Chapter

CUES = (
    "WEBVTT\n\n00:00.000 --> 00:02.500\nWhere rivers begin\n\n00:02.500 --> 00:09.000\nFloods &amp;"
    " after\n"
)


@pytest.fixture
def chapters(tmp_path):
    path = tmp_path / "talk.chapters.vtt"
    path.write_text(CUES, "utf-8")
    return path


@pytest.mark.parametrize("name", ["talk.srt", "talk.en.srt"])
def test_a_transcript_has_those_of_the_file_beside_it(desk, tmp_path, chapters, name):
    desk.open(write_srt(tmp_path / name, "One.", "Two."))
    document = desk.session.document
    assert document.transcript.chapters == (
        Chapter(0, "Where rivers begin"),
        Chapter(2_500, "Floods & after"),
    )
    assert [version.path.name for version in document.siblings] == [name]


def test_another_talk_has_them_not_and_neither_has_a_damaged_file_any(desk, tmp_path, chapters):
    desk.open(write_srt(tmp_path / "other.srt", "One."))
    assert desk.session.document.transcript.chapters == ()
    chapters.write_bytes(b"\0\1\2" * 99)
    desk.open(write_srt(tmp_path / "talk.srt", "One."))
    assert desk.session.document.transcript.chapters == ()


def test_opened_by_itself_it_is_a_transcript(desk, chapters):
    desk.open(chapters)
    assert len(desk.session.document.transcript.segments) == 2

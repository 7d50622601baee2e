from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.entries import SUFFIXES
from viewer.media import names


@pytest.mark.parametrize(
    ("transcript", "stem", "distance"),
    [
        ("talk.md", "talk", names.SAME),
        ("TALK.SRT", "talk", names.SAME),
        ("talk.mp4.srt", "talk", names.SAME),
        ("talk.wav.json", "talk", names.SAME),
        ("talk.en.vtt", "talk", names.TAGGED),
        ("talk.pt-BR.vtt", "talk", names.TAGGED),
        ("talk.zh-Hans.vtt", "talk", names.TAGGED),
        ("talk.en-orig.vtt", "talk", names.TAGGED),
        ("talk.en.forced.srt", "talk", names.TAGGED),
        ("talk.eng.sdh.srt", "talk", names.TAGGED),
        ("talk.transcript.md", "talk", names.TAGGED),
        ("talk_de.vtt", "talk", names.LOOSE),
        ("talk-de.vtt", "talk", names.LOOSE),
        ("talk.english.srt", "talk", names.TAGGED),
        ("talk.Deutsch.auto.srt", "talk", names.TAGGED),
        ("talk (en).srt", "talk", names.TAGGED),
        ("talk [English].srt", "talk", names.TAGGED),
        ("talk.[pt-BR].srt", "talk", names.TAGGED),
        ("talk_English.srt", "talk", names.LOOSE),
        ("talk_transcript.srt", "talk", names.LOOSE),
        ("talk transcript.txt", "talk", names.LOOSE),
        ("talk - Transcript.docx", "talk", names.LOOSE),
        ("talk (transcript).txt", "talk", names.LOOSE),
        ("talk_en_subtitles.srt", "talk", names.LOOSE),
        ("talk-pt-br.vtt", "talk", names.LOOSE),
        ("v1.talk_transcript.srt", "v1.talk", names.LOOSE),
        ("v1.2.srt", "v1.2", names.SAME),
        (".srt.vtt", ".srt", names.SAME),
    ],
)
def test_stems_of_the_recording(transcript, stem, distance):
    assert names.recording_stems(transcript)[stem] == distance


@pytest.mark.parametrize(
    "transcript",
    [
        "talk.one.md",
        "talk_me.md",
        "talk.2.srt",
        "talks.srt",
        "talk (2).srt",
        "talk [uncut].srt",
        "talk about.srt",
        "talktranscript.txt",
        "talk [dQw4w9WgXcQ].srt",
    ],
)
def test_what_is_no_language_stays_in_the_name(transcript):
    assert "talk" not in names.recording_stems(transcript)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("talk.en.vtt", "en"),
        ("talk.pt-BR.auto.vtt", "pt-BR"),
        ("talk.de.mp4.srt", "de"),
        ("paulallen_de.vtt", "de"),
        ("talk.vtt", None),
        ("en.vtt", None),
        ("talk [English].srt", "English"),
        ("talk_en_transcript.srt", "en"),
    ],
)
def test_languages_in_names(name, language):
    assert names.language_of(Path(name)) == language


def test_names_are_compared_as_file_systems_fold_them():
    assert names.folded("CAFE\u0301.MP4") == names.folded("caf\u00e9.mp4")


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("a.md", True),
        ("A.SRT", True),
        ("a.info.json", False),
        ("a.live_chat.json", False),
        ("a.mp4", False),
    ],
)
def test_transcripts_by_suffix(name, may):
    assert names.may_be_transcript(name, SUFFIXES) is may


def test_recordings_by_suffix():
    assert names.is_media(Path("a.MP4"))
    assert names.is_media(Path("a.opus"))
    assert not names.is_media(Path("mp4"))


@given(st.text())
def test_any_name_has_its_own_stem_first(name):
    stems = names.recording_stems(name)
    assert next(iter(stems)) == names.stem_of(name)
    names.language_of(Path(name))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("manifesto.en.vtt", "manifesto"),
        ("A Talk (English).srt", "A Talk"),
        ("talk.de.mp4.srt", "talk"),
        ("Transcript.txt", "Transcript"),
        ("My transcript.txt", "My transcript"),
    ],
)
def test_the_name_that_is_shown(name, title):
    assert names.title_of(name) == title

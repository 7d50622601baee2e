"""Meetings with one time above many turns."""

import pytest

from viewer.formats.format import Content
from viewer.formats.prose import speaker_markdown, youtube_panel

_HEAD = "Weekly\nTranscript\n"


def _outcome(transcript):
    return [(s.start_ms, s.speaker, s.text) for s in transcript.segments]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("names", "colon", "note"),
    [
        (("Ann Lee", "Bo"), ": ", "Transcription ended after 00:09:00"),
        (("Änne", "Jürgen Zu"), ": ", "Die Transkription endete nach 00:09:00"),
        (("田中", "鈴木"), "：", "Bo stopped transcription"),
    ],
)
def test_each_turn_below_a_time_is_its_own(names, colon, note, end):
    ann, bo = names
    text = (
        f"{_HEAD}00:00:00\n\n{ann}{colon}one two\n{bo}{colon}yes\n{ann}{colon}so\n"
        f"00:05:00\n\n{bo}{colon}again\n{ann}{colon}good\n\n{note}\n"
    )
    transcript = youtube_panel.parse(Content.of(text.replace("\n", end)))
    reported = _outcome(transcript)
    assert [(speaker, said) for _, speaker, said in reported] == [
        (ann, "one two"), (bo, "yes"), (ann, "so"), (bo, "again"), (ann, "good"),
    ]  # fmt: skip
    starts = [start for start, _, _ in reported]
    assert (starts[0], starts[3]) == (0, 300_000)
    assert starts == sorted(set(starts))
    assert [problem.line for problem in transcript.problems] == [3, 8]


@pytest.mark.parametrize("clock", ["### 00:05:00", "**00:05:00**", "00:05:00"])
def test_bold_names_below_times_have_the_times_of_their_block(clock):
    text = (
        f"# Notes - Transcript\n\n{clock.replace('5', '0')}\n\n**Ann:** Hi.\n\n**Bo:** Yes.\n\n"
        f"{clock}\n\n**Ann:** Good.\n\n**Bo:** Bye.\n\n### Transcription ended after 00:07:00\n\n"
        "*This editable transcript was computer generated and might contain errors.*\n"
    )
    reported = _outcome(speaker_markdown.parse(Content.of(text)))
    assert [(speaker, said) for _, speaker, said in reported] == [
        ("Ann", "Hi."), ("Bo", "Yes."), ("Ann", "Good."), ("Bo", "Bye."),
    ]  # fmt: skip
    assert (reported[0][0], reported[2][0]) == (0, 300_000)


def test_a_block_of_one_turn_guesses_nothing():
    transcript = youtube_panel.parse(Content.of("0:00\nAnn: hi\n0:05\nBo: yes\n0:09\nAnn: so\n"))
    assert [s.start_ms for s in transcript.segments] == [0, 5_000, 9_000]
    assert not transcript.problems


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("names", "colon", "note"),
    [
        (("Ann Lee", "Bo"), ": ", "Transcription ended after 00:09:00"),
        (("Änne", "Jürgen Zu"), ": ", "Die Transkription endete nach 00:09:00"),
        (("田中", "鈴木"), "：", "文字起こしは 00:09:00 に終了しました"),
    ],
)
def test_a_short_meeting_has_one_time_and_ends_where_its_note_says(names, colon, note, end):
    ann, bo = names
    plain = f"{_HEAD}00:00:00\n\n{ann}{colon}one two\n{bo}{colon}yes and no\n\n{note}\n"
    marked = (
        f"# Weekly - Transcript\n\n### 00:00:00\n\n**{ann}:** one two\n\n**{bo}:** yes and no\n\n"
        f"### {note}\n"
    )
    for reader, text in ((youtube_panel, plain), (speaker_markdown, marked)):
        content = Content.of(text.replace("\n", end))
        assert reader.claims(content)
        first, second = _outcome(reader.parse(content))
        assert (first, second[1:]) == ((0, ann, "one two"), (bo, "yes and no"))
        assert 200_000 < second[0] < 300_000


@pytest.mark.parametrize(
    "text", ["0:00\nIt was late.\nNote: it rained.\n", "0:00\nAnna: hi\n", "12:00\n\nLunch.\n"]
)
def test_one_time_above_prose_is_no_meeting(text):
    assert not youtube_panel.claims(Content.of(text))

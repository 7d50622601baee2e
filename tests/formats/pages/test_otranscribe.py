"""oTranscribe's files: marks in a page within JSON."""

import json

import pytest

from viewer.formats.format import Content, NothingUsableError
from viewer.formats.pages import otranscribe


def mark(clock, seconds=None):
    data = "" if seconds is None else f' data-timestamp="{seconds}"'
    return f'<span class="timestamp" contenteditable="false"{data}>{clock}</span>'


def content(text, **more):
    return Content.of(json.dumps({"text": text, "media": "", "media-time": 1.5, **more}))


def read(text, **more):
    made = content(text, **more)
    assert otranscribe.claims(made)
    return otranscribe.parse(made)


def rows(transcript):
    return [(s.start_ms, s.speaker, s.text) for s in transcript.segments]


def test_several_marks_in_one_paragraph_new_and_old():
    text = (
        f"<p>Interview</p><p>{mark('00:12', 12.5)} Anna: Good morning. {mark('0:15')}Yes.&nbsp;</p>"
        f"<p>{mark('1:00:02', 3602)} Ben: And <b>you</b>?<br />Anna: Fine.</p>"
    )
    transcript = read(text)
    assert rows(transcript) == [
        (12_500, "Anna", "Good morning."),
        (15_000, "Anna", "Yes."),
        (3_602_000, "Ben", "And you?"),
        (3_602_000, "Anna", "Fine."),
    ]
    assert transcript.description == "Interview"
    assert transcript.problems == ()


def test_text_before_a_mark_in_its_own_paragraph_is_speech():
    transcript = read(f"<p>Good morning. {mark('0:05', 5)} Yes.</p>")
    assert rows(transcript) == [(0, None, "Good morning."), (5000, None, "Yes.")]


def test_the_recording():
    assert read(f"{mark('0:01')} a", media="My talk.mp3").media == ("My talk.mp3",)
    online = read(f"{mark('0:01')} a", media="https://www.youtube.com/watch?v=abcdefghijk")
    assert (online.media, online.source.url[:12]) == ((), "https://www.")


def test_marks_that_run_back_or_cannot_be_read_are_reported():
    text = f"<p>{mark('0:09')} one {mark('soon')} two</p><p>{mark('0:04')} three</p>"
    transcript = read(text)
    assert rows(transcript) == [(4000, None, "three"), (9000, None, "one two")]
    assert [problem.message[:14] for problem in transcript.problems] == ["1 of the marks"] * 2


def test_without_marks_each_paragraph_is_a_line():
    transcript = read("<p>Anna: One.</p><p>Ben: Two.</p><div>Anna: Three.</div>")
    assert rows(transcript) == [
        (None, "Anna", "One."),
        (None, "Ben", "Two."),
        (None, "Anna", "Three."),
    ]


def test_a_file_that_breaks_off_inside_its_text():
    whole = content(f"<p>{mark('0:01')} one</p><p>{mark('0:02')} two <b>three</b></p>").text
    transcript = otranscribe.parse(Content.of(whole[: whole.index("three") + 5]))
    assert rows(transcript) == [(1000, None, "one"), (2000, None, "two three")]
    assert len(transcript.problems) == 1


@pytest.mark.parametrize("text", ["", "<p> </p>", "<p>\n<br></p>"])
def test_nothing_usable(text):
    with pytest.raises(NothingUsableError):
        otranscribe.parse(content(text))


def test_other_json_is_not_claimed():
    assert not otranscribe.claims(Content.of('{"text": "Hello", "segments": []}'))

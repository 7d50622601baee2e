"""Times of captions that programs wrote wrongly."""

import pytest

from viewer.formats.captions import subrip, substation
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("00:00:01;500 --> 00:00:03;000", (1_500, 3_000)),
        ("00:00:01:500 --> 00:00:03:000", (1_500, 3_000)),
        ("00:00:01:12 --> 00:00:03:24", (1_480, 3_960)),
        ("00:01:02,239.99999999999272 --> 00:01:06,100", (62_240, 66_100)),
        ("00:01:02.23999999999999272 --> 00:01:06.1", (62_240, 66_100)),
        ("-00:00:01,500 --> 00:00:03,000", (0, 3_000)),
    ],
)
def test_what_is_meant_is_read(line, times, end):
    text = f"1\n{line}\nGood.\n\n2\n00:02:00,000 --> 00:02:01,000\nYes.\n".replace("\n", end)
    content = Content.of(text)
    assert subrip.claims(content)
    first, second = subrip.parse(content).segments
    assert ((first.start_ms, first.end_ms), first.text) == (times, "Good.")
    assert second.text == "Yes."


@pytest.mark.parametrize("odd", ["00:00:19abcd,580", "NaN:NaN:NaN,NaN", "00:00:19,x"])
def test_an_end_that_is_no_time_is_derived_and_reported(odd):
    text = f"1\n00:00:13,980 --> {odd}\nfirst\n\n2\n00:00:20,980 --> 00:00:21,680\nsecond\n"
    transcript = subrip.parse(Content.of(text))
    first, _ = transcript.segments
    assert (first.text, first.end_ms, first.end_derived) == ("first", 20_980, True)
    assert [problem.line for problem in transcript.problems] == [2]


@pytest.mark.parametrize(
    ("time", "start"), [("-0:00:01.50", 0), ("0:00:01;50", 1_500), ("0:00:01.4999999999", 1_500)]
)
def test_times_of_events(time, start):
    event = f"[Events]\nDialogue: 0,{time},0:00:02.00,Default,,0,0,0,,Good.\n"
    (segment,) = substation.parse(Content.of(event)).segments
    assert (segment.start_ms, segment.end_ms) == (start, 2_000)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("said", ["Good morning.", "one line\nand one more", "おはよう"])
def test_text_below_a_blank_line_is_the_cues(said, end):
    cues = "".join(f"00:00:0{i}.000 --> 00:00:0{i + 1}.000\n\n{said}\n\n" for i in range(3))
    transcript = webvtt.parse(Content.of(f"WEBVTT\n\n{cues}".replace("\n", end)))
    assert [s.text for s in transcript.segments] == [said.replace("\n", " ")] * 3
    assert len(transcript.problems) == 3


def test_an_identifier_below_an_empty_cue_is_no_text():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n\n2\n00:02.000 --> 00:03.000\nYes.\n"
    assert [s.text for s in webvtt.parse(Content.of(text)).segments] == ["", "Yes."]

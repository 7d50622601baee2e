"""Time lines of captions in strange notations."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import subrip
from viewer.formats.captions import subrip_odd_times as odd_times
from viewer.formats.format import Content

USUAL = "00:00:01,050 --> 01:02:03,500"


@pytest.mark.parametrize(
    "line",
    [
        "00:00:01,050 –> 01:02:03,500",
        "00:00:01,050 —> 01:02:03,500",
        "00:00:01,050 → 01:02:03,500",
        "00:00:01,050 -- > 01:02:03,500",
        "00:00:01,050 --&gt; 01:02:03,500",
        "00:00:01,050\xa0-->\xa001:02:03,500",
        "00: 00: 01, 050 --> 01: 02: 03, 500",
        "00 : 00 : 01 , 050 -> 01 : 02 : 03 , 500",
        "00：00：01，050 --> 01：02：03，500",
        "００：００：０１，０５０ －－＞ ０１：０２：０３，５００",
        "٠٠:٠٠:٠١,٠٥٠ --> ٠١:٠٢:٠٣,٥٠٠",
        "\u200f۰۰:۰۰:۰۱٫۰۵۰ --> ۰۱:۰۲:۰۳٫۵۰۰\u200f",
        "０:０:１.050\u3000→\u3000１:２:３.5",
        USUAL,
    ],
)
@pytest.mark.parametrize("suffix", [".srt", ".txt"])
def test_every_notation(line, suffix):
    text = f"1\n{line}\nGood\nmorning.\n\n2\n{line}\nYes.\n"
    transcript = registry.parse(text.encode(), Path(f"talk{suffix}"))
    assert transcript.format == "subrip"
    assert transcript.problems == ()
    assert [(s.start_ms, s.end_ms, s.text) for s in transcript.segments] == [
        (1050, 3_723_500, "Good morning."),
        (1050, 3_723_500, "Yes."),
    ]


@pytest.mark.parametrize(
    ("number", "odd"), [("2", "–>"), ("٢", "-->"), ("2", "-- >"), ("2", "→"), ("2", "->")]
)
def test_one_strange_line_among_usual_ones_costs_nothing(number, odd):
    text = f"1\n{USUAL}\none\n\n{number}\n{USUAL.replace('-->', odd)}\ntwo\n\n3\n{USUAL}\nthree"
    read = subrip.parse(Content.of(text)).segments
    assert [segment.text for segment in read] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "text",
    [
        "10:30 → 11:45",
        "Monday\n10：30 → 11：45",
        "see → there",
        "1\n00:00:01:000 → 00:00:02:000",
        "1\n2 → 3",
        "→",
        "00:00:01,000 → 00:00:02,000",
        "00:00:01,000 --&gt; 00:00:02,000",
    ],
)
def test_text_with_arrows_is_text(text):
    assert not odd_times.has_times(f"\nword\n{text}\n")
    cues = f"\n1\n{USUAL}\n{text}\n\n"
    assert odd_times.usual_times(cues) == cues


def test_no_line_is_added_or_goes():
    text = "\n١\n00：00：01，050 → 00：00：02，050\nword\n\n2\nbad –> 1\n"
    assert odd_times.usual_times(text).count("\n") == text.count("\n")


def test_a_clock_in_text_is_still_one():
    text = "0:05 > 3 of them\n0:09 → next\n0:12 – end\n"
    transcript = registry.parse(text.encode(), Path("talk.txt"))
    assert (transcript.format, len(transcript.segments)) == ("clock-text", 3)

"""Times and names on lines of their own."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Content
from viewer.formats.prose import turn_blocks

TURNS = [
    (5000, "Anna Berg", "Good morning all. A second line."),
    (9000, "Ben", "Hello."),
    (12_000, "Anna Berg", "Shall we?"),
]


def written(pattern, times):
    blocks = (
        pattern.format(time=time, name=name, text=text.replace(". A", ".\nA"))
        for time, (_, name, text) in zip(times, TURNS, strict=True)
    )
    return "".join(blocks)


CLOCKS = ("00:00:05", "00:00:09", "00:00:12")
RANGES = ("0:0:5.0 --> 0:0:7.25", "0:0:9.0 --> 0:0:10.5", "0:0:12.0 --> 0:0:13.0")


@pytest.mark.parametrize(
    ("pattern", "times"),
    [
        ("{time}\n{name}\n{text}\n\n", CLOCKS),
        ("{name}\n{time}\n{text}\n\n", CLOCKS),
        ("{name}\n{time}\n{text}\n", ("0:05", "0:09", "0:12")),
        ("[{time}] - {name}\n{text}\n\n", CLOCKS),
        ("{time}\r\n{name}\r\n{text}\r\n", RANGES),
    ],
)
def test_every_order(pattern, times):
    transcript = registry.parse(written(pattern, times).encode(), Path("talk.txt"))
    assert transcript.format == "turn-blocks"
    assert [(s.start_ms, s.speaker, s.text) for s in transcript.segments] == TURNS
    assert [s.end_derived for s in transcript.segments] == [times is not RANGES] * 3
    assert transcript.problems == ()


def test_the_head_and_the_credit_are_no_transcript():
    body = written("{name}\n{time}\n{text}\n\n", CLOCKS)
    transcript = turn_blocks.parse(
        Content.of(f"Weekly call\n\nTwo of us\n\n{body}Transcribed by https://otter.ai\n\n")
    )
    assert transcript.description.startswith("Weekly call")
    assert transcript.segments[-1].text == "Shall we?"


@pytest.mark.parametrize(
    "text",
    [
        "0:02\nGood morning all.\n0:05\nHello there\n0:09\nShall we?\n",
        "0:02\nIntro\nwords\n0:05\nMore\nwords\n0:09\nEnd\nwords\n",
        "Anna\n10:30\nat noon\n",
        "Anna  0:05\nHello\nBen  0:09\nYes\nAnna  0:12\nNo\n",
        "".join(f"{i}\n0:0:{i}.5 --> 0:0:{i}.9\nAnna\nwords\n\n" for i in range(1, 4)),
        "",
    ],
)
def test_other_text_is_not_claimed(text):
    assert not turn_blocks.claims(Content.of(text))


@pytest.mark.parametrize("lines", ["Yes\nI know it", "はい\nそうですね", "نعم\nأعرف"])
@pytest.mark.parametrize("number", ["{}\n", ""], ids=["numbered", "without numbers"])
@pytest.mark.parametrize("suffix", [".srt", ".txt"])
def test_captions_whose_first_lines_come_again_are_captions(lines, number, suffix):
    cues = (
        f"{number.format(i)}00:00:{i:02},000 --> 00:00:{i:02},900\n{lines}\n\n" for i in range(9)
    )
    transcript = registry.parse("".join(cues).encode(), Path(f"talk{suffix}"))
    assert transcript.format == "subrip"
    said = [(s.start_ms, s.speaker, s.text) for s in transcript.segments]
    assert said == [(i * 1000, None, lines.replace("\n", " ")) for i in range(9)]


@pytest.mark.parametrize(
    "text",
    [
        "0:00\nGood morning.\n\n0:04\nhello\n\n0:09\nShall we?\n",
        "Anna  0:00\nGood morning.\n\nBen  0:04\nhello\n\nAnna  0:09\nShall we?\n",
        "[00:00] Anna: Good morning.\n[00:04] Ben: hello\n[00:09] Anna: Shall we?\n",
    ],
)
def test_otters_credit_is_no_transcript_in_any_text(text):
    data = f"{text}\nTranscribed by https://otter.ai\n".encode()
    segments = registry.parse(data, Path("talk.txt")).segments
    assert [(s.start_ms, s.text) for s in segments] == [
        (0, "Good morning."),
        (4000, "hello"),
        (9000, "Shall we?"),
    ]


@pytest.mark.parametrize("head", ["[{0}] {1}", "({0}) {1}", "[{0}] - {1}", "{0} | {1}"])
def test_names_of_a_recogniser_need_not_come_again(head):
    turns = [("0:02", "Speaker 1", "Good day."), ("1:00:07", "Speaker 2", "Yes, good.")]
    text = "\n\n".join(head.format(clock, name) + f"\n{words}" for clock, name, words in turns)
    talk = registry.parse(text.encode(), Path("talk.md"))
    assert [(s.start_ms, s.speaker, s.text) for s in talk.segments] == [
        (2_000, "Speaker 1", "Good day."), (3_607_000, "Speaker 2", "Yes, good.")
    ]  # fmt: skip


def test_short_answers_behind_times_are_no_names():
    lines = ["[0:01] Shall we go on?", "[0:04] Yeah", "[0:05] Good, then.", "[0:07] Yeah", ""]
    talk = registry.parse("\n".join(lines * 2).encode(), Path("talk.txt"))
    assert talk.speakers == ()


@pytest.mark.parametrize("names", [("Anna Berg", "Ben"), ("Speaker 1", "Speaker 2")])
def test_a_bare_time_before_a_name_above_the_words(names):
    said = zip(
        ("00:01", "00:05", "00:09"), (*names, names[0]), ("One.", "Two.", "So."), strict=True
    )
    text = "".join(f"{time} {name}\n{words}\n\n" for time, name, words in said)
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (1000, names[0], "One."), (5000, names[1], "Two."), (9000, names[0], "So."),
    ]  # fmt: skip


def test_short_lines_with_times_that_go_on_are_no_names():
    text = "0:01 Good Day\nall of you\n0:05 Well\nthen we\n0:09 shall go\nall of us\n"
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert [segment.speaker for segment in made.segments] == [None] * 3

"""JACOsub: times in parts of a second, directives, remarks and lines that go on."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import jacosub
from viewer.formats.format import Claim, Content, NothingUsableError


def rows(text):
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert made.format == "jacosub"
    return [(s.start_ms, s.end_ms, s.text) for s in made.segments]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("#TIMERES 25\n0:00:01.05 0:00:03.00 JL Good day.\\nAll.\n0:00:04.00 0:00:05.10 D Yes.\n",
         [(1200, 3000, "Good day. All."), (4000, 5400, "Yes.")]),
        ("#T100\n#S-0:00:01.00\n0:00:01.50 0:00:03.00 {x} \\IGood\\i~day.\n\n@400 @425 VL Yes.\n",
         [(500, 2000, "Good day."), (3000, 3250, "Yes.")]),
        ("0:00:01.15 0:00:03.00 JLVB2 Good \\\n  day.\n# a remark\n"
         "0:00:04.00 0:00:05.00 ~ I see.\n",
         [(1500, 3000, "Good day."), (4000, 5000, "I see.")]),
        ("0:00:01.50 0:00:03.99 D Good.\n0:00:04.00 0:00:05.00 D A \\{brace}.\n",
         [(1500, 3990, "Good."), (4000, 5000, "A {brace}.")]),
    ],
)  # fmt: skip
def test_each_way_to_write_it(text, spans):
    assert rows(text) == spans
    assert rows("\ufeff" + text.replace("\n", "\r\n")) == spans


def test_words_are_no_directives_and_names_are_speakers():
    text = "#TIMERES 30\n0:00:01.00 0:00:03.00 Good day.\n0:00:04.00 0:00:05.00 I think so.\n"
    assert [text for *_, text in rows(text)] == ["Good day.", "I think so."]
    text = "".join(
        f"@{n * 30} @{n * 30 + 20} D {who}: Yes.\n" for n, who in enumerate(["Anna", "Ben"] * 2)
    )
    made = jacosub.parse(Content.of(text))
    assert [segment.speaker for segment in made.segments] == ["Anna", "Ben"] * 2


def test_what_is_left_out_is_told():
    made = jacosub.parse(
        Content.of(
            "0:00:01.00 0:00:03.00 D A.\nstray\n0:00:02.00 0:00:03.00 RDB pic.iff\n"
            "0:00:09.00 0:00:08.00 D B.\n"
        )
    )
    assert [(s.start_ms, s.text, s.end_derived) for s in made.segments] == [
        (1000, "A.", False), (9000, "B.", True),
    ]  # fmt: skip
    assert [problem.line for problem in made.problems] == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    ["0:00:01 Good\n0:00:02 Yes\n", "#T30\nA talk\n", "", "@1 and @2\n", "@1 @2 D A.\nb\nc\nd\n"],
)
def test_other_text_is_none(text):
    assert jacosub.claims(Content.of(text)) is Claim.NO


def test_two_times_without_a_sign_of_it_are_its_only_by_name():
    text = "0:00:01.00 0:00:03.00 Good day.\n0:00:04.00 0:00:05.00 Well then.\n"
    assert registry.parse(text.encode(), Path("talk.txt")).format != "jacosub"
    assert registry.parse(text.encode(), Path("talk.jss")).format == "jacosub"


def test_nothing_said_is_told():
    with pytest.raises(NothingUsableError):
        jacosub.parse(Content.of("#T30\n0:00:01.00 0:00:02.00 D\n"))


def test_a_timetable_is_none():
    text = "9:00  17:00  Anna\n9:00  17:00  Ben\n6:00  12:00  C\n"
    assert jacosub.claims(Content.of(text)) is Claim.NO
    assert registry.parse(text.encode(), Path("shifts.txt")).format == "plain-text"

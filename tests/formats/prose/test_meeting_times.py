"""Meetings with times of day count from the first one; a chat says that it is none of speech."""

from pathlib import Path

import pytest

from viewer.formats import registry

NAMES = [("Jane Doe", "Ivo Kern"), ("Änne Öz", "Zoé"), ("Анна Шмидт", "Пётр")]
each_names = pytest.mark.parametrize(("one", "other"), NAMES)
each_end = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
#: How a turn is written, the four clocks, and their milliseconds from the first.
SPANS = {
    "minutes": (("11:58 AM", "11:59 AM", "12:01 PM", "1:00 PM"), (0, 60_000, 180_000, 3_720_000)),
    "seconds": (("9:59:58 pm", "9:59:59 pm", "11:00:00 pm", "12:00:01 a.m."),
                (0, 1000, 3_602_000, 7_203_000)),
    "no half": (("21:59:58", "21:59:59", "23:00:00", "00:00:01"), (0, 1000, 3_602_000, 7_203_000)),
}  # fmt: skip
SAID = ("Hi.", "Yes: so.", "So?", "Bye.")


def read(text, name="meeting-times"):
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert made.format == name
    return made


def written(entry, one, other, clocks, end):
    rows = zip((one, other, one, other), clocks, SAID, strict=True)
    return "".join(entry.format(name=n, clock=c, text=t) for n, c, t in rows).replace("\n", end)


@each_end
@each_names
@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize(
    "entry",
    [
        "{name} ({clock})\n{text}\n\n",
        "{name} ({clock}): {text}\n",
        "[{clock}] {name}: {text}\n",
        "{clock} - {name}: {text}\n",
        "{name}: {clock}\n{text}\n",
        "{name} {clock}\n{text}\n",
    ],
)
def test_times_of_day_count_from_the_first(entry, one, other, span, end):
    clocks, starts = SPANS[span]
    made = read(written(entry, one, other, clocks, end))
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == list(
        zip(starts, (one, other, one, other), SAID, strict=True)
    )
    assert ["times of day" in problem.message for problem in made.problems] == [True]


@each_end
@each_names
@pytest.mark.parametrize(
    "entry",
    [
        "{clock}\t From {name} : {text}\n",
        "{clock} From {name} to Everyone:\n\t{text}\n",
        "2024-05-06 {clock} From {name} to Everyone:\n\t{text}\n",
        "{clock} Von {name} an Alle:\n\t{text}\n",
        "{clock} De {name} à Tout le monde :\n\t{text}\n",
    ],
)
def test_a_chat_is_told_to_be_one(entry, one, other, end):
    made = read(written(entry, one, other, ("10:02:03", "10:02:04", "10:02:09", "10:03:03"), end))
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == list(
        zip((0, 1000, 6000, 60_000), (one, other, one, other), SAID, strict=True)
    )
    assert "the chat of a meeting" in made.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:03] Anna: Hi.\n[00:00:05] Ben: Yes.\n",
        "Anna (10:02)\nHi.\nBen (10:05)\nYes.\n",
        "We met at 10:02 AM\nand left at 11:00 AM\n",
        "Lunch: 12:00 PM\nis the rule here\nand so on\nand on\nand on\nand on\nand on\n",
    ],
)
def test_what_has_no_times_of_day(text):
    assert registry.parse(text.encode(), Path("talk.txt")).format != "meeting-times"


def test_a_comma_behind_a_name_is_not_part_of_it():
    text = "Anna, [05.05.2024 10:00]\nHello there\n\nBen, [05.05.2024 10:01]\nBye\n"
    talk = registry.parse(text.encode(), Path("chat.txt"))
    assert [segment.speaker for segment in talk.segments] == ["Anna", "Ben"]

"""Rolling captions as SubRip: every word once, and nothing of what is truly said again is lost."""

import pytest

from viewer.core.timecode import format_stamp
from viewer.formats.captions import subrip
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content

SAID = ["good morning all", "and welcome to", "the show", "yes", "yes", "that is all for today"]


def srt(*cues):
    """SubRip out of start, end and text."""
    return "".join(
        f"{number}\n{format_stamp(start, separator=',')} --> {format_stamp(end, separator=',')}\n"
        f"{text}\n\n"
        for number, (start, end, text) in enumerate(cues, 1)
    )


def rolling(said, *, flashes=True, rows=1):
    """What is on the screen, two seconds a line: the lines before, and the new one."""
    cues = []
    for i, line in enumerate(said):
        start, end = i * 2000, i * 2000 + 2000
        cues.append((start, end - 10 * flashes, "\n".join([*said[max(i - rows, 0) : i], line])))
        if flashes:
            cues.append((end - 10, end, f"{line}\n "))
    return cues


def read(*cues):
    transcript = subrip.parse(Content.of(srt(*cues)))
    assert not transcript.problems
    return [(s.start_ms, s.end_ms, s.text) for s in transcript.segments]


ONCE = [(i * 2000, i * 2000 + 2000, line) for i, line in enumerate(SAID)]


def test_flashes_and_repeated_lines_are_read_once():
    assert read(*rolling(SAID)) == ONCE


def test_webvtt_without_words_times_is_read_once_too():
    text = "WEBVTT\n\n" + srt(*rolling(SAID)).replace(",", ".")
    transcript = webvtt.parse(Content.of(text))
    assert [(s.start_ms, s.end_ms, s.text) for s in transcript.segments] == ONCE
    assert not transcript.problems


def test_a_short_file_of_three_lines():
    assert read(*rolling(SAID[:3])) == ONCE[:3]


@pytest.mark.parametrize("rows", [1, 2])
def test_repeated_lines_without_flashes_are_read_once(rows):
    said = [f"line number {i}" for i in range(10)]
    reported = read(*rolling(said, flashes=False, rows=rows))
    assert [text for _, _, text in reported] == said


@pytest.mark.parametrize("count", [3, 4, 7])
@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize("line", ["line number {}", "строка {},", "第{}行。"])
def test_files_of_few_cues_roll_too(count, rows, line):
    said = [line.format(i) for i in range(count)]
    assert [text for *_, text in read(*rolling(said, flashes=False, rows=rows))] == said


@pytest.mark.parametrize("gap", [-900, 40, 400])
@pytest.mark.parametrize("line", ["line number {}", "línea {}", "{} 行目"])
def test_three_rows_roll_also_where_displays_overlap_or_blink(gap, line):
    said = [line.format(i) for i in range(9)]
    cues = [(s, e - gap, t) for s, e, t in rolling(said, flashes=False, rows=2)][1:]
    assert [text for *_, text in read(*cues)] == [f"{said[0]} {said[1]}", *said[2:]]


def test_a_window_that_was_empty_begins_anew():
    cues = rolling(SAID[:3])
    later = [(start + 9000, end + 9000, text) for start, end, text in rolling(["the show", "on"])]
    assert [text for _, _, text in read(*cues, *later)] == [*SAID[:3], "the show", "on"]


def test_colours_and_labels():
    said = [f'<font color="#e5e5e5">Anna: {line}</font>' for line in SAID[:4]]
    segments = subrip.parse(Content.of(srt(*rolling(said)))).segments
    assert [(s.speaker, s.text) for s in segments] == [("Anna", line) for line in SAID[:4]]


def test_problems_are_reported_with_their_lines():
    text = srt(*rolling(SAID)) + "13\n00:00:14,000 --> 00:00:13,000\nlate\n"
    (problem,) = subrip.parse(Content.of(text)).problems
    assert problem.line == text[: text.index("00:00:14,000 -->")].count("\n") + 1


@pytest.mark.parametrize(
    "cues",
    [
        [(i * 1000, i * 1000 + 1000, "la la la\nla la la") for i in range(12)],
        [(i * 1000, i * 1000 + 1000, "Yes!") for i in range(12)],
        [(i * 10, i * 10 + 10, "Yes!") for i in range(12)],
        [(i * 1000, i * 1000 + 1000, f"A song\nline {i}") for i in range(12)],
        [(i * 3000, i * 3000 + 1000, f"line {i}\nline {i + 1}") for i in range(12)],
        [(i * 1000, i * 1000 + 1000, f"line {i}" + f"\nline {i + 1}" * (i > 7)) for i in range(12)],
        [(0, 1000, "Where?\nThere."), (1000, 2000, "There.\nHere.")],
        [(i * 1000, i * 1000 + 1000, "Yes.\nYes." if i else "No.\nYes.") for i in range(5)],
        [(0, 1000, "A\nB"), (1000, 2000, "B\nC"), (2000, 3000, "D"), (3000, 4000, "E\nF")],
    ],
    ids=["refrain", "one word", "flashes", "a title above", "gaps", "a few", "two cues",
         "said again", "once"],
)  # fmt: skip
def test_lines_that_are_truly_said_again_stay(cues):
    assert read(*cues) == [(start, end, text.replace("\n", " ")) for start, end, text in cues]

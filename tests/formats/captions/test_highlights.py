"""Captions whose words are marked one by one."""

import pytest

from viewer.formats.captions import subrip
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content


def _cues(lines, point, label=""):
    cues, at = [], 0
    for line in lines:
        words = line.split()
        for i in range(len(words)):
            marked = " ".join(f"<u>{w}</u>" if k == i else w for k, w in enumerate(words))
            times = [f"00:00:0{at + j}{point}000" for j in (0, 1)]
            cues.append(f"{times[0]} --> {times[1]}\n{label}{marked}\n")
            at += 1
    return cues


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "lines",
    [["So it is said", "yes it is"], ["Так и есть", "да это так"], ["Ja, so ist", "das dann auch"]],
)
@pytest.mark.parametrize(
    ("reader", "point", "head"), [(subrip, ",", ""), (webvtt, ".", "WEBVTT\n\n")]
)
def test_a_line_is_one_and_its_words_have_times(reader, point, head, lines, end):
    text = head + "\n".join(_cues(lines, point))
    segments = reader.parse(Content.of(text.replace("\n", end))).segments
    assert [s.text for s in segments] == lines
    words = [word for s in segments for word in s.words]
    assert [w.text for w in words] == " ".join(lines).split()
    assert [w.start_ms for w in words] == [1_000 * i for i in range(len(words))]


def test_labels_before_marked_words_are_speakers():
    text = "\n".join(_cues(["So it is", "yes it is"], ",", "[Ann]: "))
    assert [(s.speaker, s.text) for s in subrip.parse(Content.of(text)).segments] == [
        ("Ann", "So it is"),
        ("Ann", "yes it is"),
    ]


def test_underlined_titles_are_text():
    cue = "00:00:0{0},000 --> 00:00:0{1},000\nIn <u>Hamlet</u> it is {0}.\n"
    text = "\n".join(cue.format(i, i + 1) for i in range(6))
    assert len(subrip.parse(Content.of(text)).segments) == 6

"""What was said last."""

import pytest

from viewer.core.growing import Grower
from viewer.core.heard import heard_before, sentence_before
from viewer.core.segment import Segment, Word
from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript


def talk(*segments):
    transcript = Transcript(tuple(segments))
    return Grower(transcript, TextMap.lines(transcript.segments))


PLAIN = talk(
    Segment(1_000, 2_000, "A river rose"),
    Segment(2_000, 3_000, "and fell. It was"),
    Segment(3_000, 4_000, "night. Then"),
    Segment(5_000, 5_900, "came day."),
)
TIMED = talk(
    Segment(
        0,
        9_000,
        "So it is. And so.",
        words=(
            Word(0, 100, "So"),
            Word(100, 200, "it"),
            Word(300, 7_000, "is."),
            Word(7_500, 8_000, "And"),
            Word(8_000, 8_800, "so."),
        ),
    )
)


@pytest.mark.parametrize(
    ("grower", "ms", "words"),
    [
        (PLAIN, 500, None),
        (PLAIN, 2_100, None),
        (PLAIN, 2_900, "A river rose and fell."),
        (PLAIN, 3_300, "A river rose and fell."),
        (PLAIN, 3_700, "It was night."),
        (PLAIN, 4_500, "It was night."),
        (PLAIN, 60_000, "Then came day."),
        (TIMED, 6_900, None),
        (TIMED, 7_100, "So it is."),
        (TIMED, 8_700, "So it is."),
        (TIMED, 8_800, "And so."),
    ],
)
def test_the_last_whole_sentence(grower, ms, words):
    heard = heard_before(grower, ms)
    text = None if heard is None else grower.text_map.text[slice(*heard)].replace("\n", " ")
    assert text == words


def test_the_sentence_before():
    begin, end = sentence_before(PLAIN, PLAIN.text_map.text.index("Then"))
    assert PLAIN.text_map.text[begin:end] == "It was\nnight."
    assert sentence_before(PLAIN, 0) is None

"""The words alone, as people read them."""

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.formats.prose.plain_writer import write


def test_a_line_is_a_segment():
    assert write(Transcript((Segment(0, 1, "One."), Segment(1, 2, "Two.")))) == "One.\nTwo.\n"


def test_turns_begin_with_the_name_and_stand_apart():
    talk = Transcript(
        tuple(
            Segment(i, i + 1, text, speaker)
            for i, (speaker, text) in enumerate(
                [("Anna", "One."), ("Anna", "Two."), ("Ben", "Three."), (None, "Four.")]
            )
        )
    )
    assert write(talk) == "Anna: One.\nTwo.\n\nBen: Three.\n\nFour.\n"


def test_nothing_is_nothing():
    assert write(Transcript(())) == ""

"""Segments and words are values."""

from viewer.core.segment import Segment, Word


def test_segments_are_values():
    segment = Segment(0, 900, "Hi.", words=(Word(0, 900, "Hi."),))
    assert segment == Segment(0, 900, "Hi.", words=(Word(0, 900, "Hi."),))
    assert hash(segment) == hash(Segment(0, 900, "Hi.", words=(Word(0, 900, "Hi."),)))


def test_segments_are_small():
    assert not hasattr(Segment(None, None, ""), "__dict__")
    assert not hasattr(Word(0, 1, ""), "__dict__")

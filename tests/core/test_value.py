from dataclasses import field, replace

import pytest

from viewer.core.value import value


@value
class Point:
    """A point."""

    x: int
    y: int = 0
    name: str = field(default="", compare=False)


@value
class Nothing:
    """What has no fields."""


@value
class Own:
    """What is compared its own way."""

    x: int

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return "own"


def test_values_are_compared_and_hashed_by_what_counts():
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert Point(1) != Point(2)
    assert len({Point(1, 2), Point(1, 2, "c"), Point(2, 1)}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_values_of_two_kinds_are_never_equal():
    assert Point(1) != (1, 0)
    assert Nothing() != Point(1)


def test_a_value_is_written_out_with_its_fields():
    assert repr(Point(1, name="a")) == "Point(x=1, y=0, name='a')"
    assert repr(Nothing()) == "Nothing()"


def test_a_value_has_slots_and_may_be_replaced():
    assert replace(Point(1, 2), x=3) == Point(3, 2)
    with pytest.raises(AttributeError):
        Point(1).z = 1


def test_what_a_class_says_itself_stays():
    assert Own(1) == Own(2)
    assert (hash(Own(3)), repr(Own(3))) == (1, "own")

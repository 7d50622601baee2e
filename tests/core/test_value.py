from dataclasses import field, replace
from functools import cached_property

import pytest

from viewer.core.value import keeping_value, value


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


@value
class Line:
    """What is made clean while it is made."""

    words: str
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = self.words.strip()


def test_the_first_and_the_hundredth_are_made_alike():
    made = [Line(" a ") for _ in range(100)] + [Line(words=" a ", notes=[])]
    assert set(map(repr, made)) == {"Line(words='a', notes=[])"}
    assert len({id(one.notes) for one in made}) == len(made)


@pytest.mark.parametrize("made_before", [0, 100])
@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1, 2, "a", 4), {}), ((1,), {"x": 2}), ((1,), {"colour": 2})],
    ids=["too few", "too many", "twice", "unknown"],
)
def test_what_does_not_fit_the_fields_is_refused_also_by_the_first(made_before, given, named):
    @value
    class Fresh:
        x: int
        y: int = 0
        name: str = ""

    for _ in range(made_before):
        Fresh(1)
    with pytest.raises(TypeError):
        Fresh(*given, **named)


@keeping_value
class Squared:
    """What works something out once."""

    x: int

    @cached_property
    def square(self) -> list[int]:
        """Its square."""
        return [self.x**2]


def test_a_value_that_keeps_what_was_found_out_is_compared_by_its_fields_alone():
    one, other = Squared(3), Squared(3)
    assert one.square is one.square
    assert one == other
    assert replace(one, x=4).square == [16]

"""Values that are frozen for the type checker: quick to make, and quick to define."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(kind: type[T]) -> type[T]:
    """Make a class a dataclass with slots that is compared and hashed by its fields.

    mypy lets nobody change one. Python would, for to forbid it at run time makes each take four
    times as long: 100,000 words 173 against 40 ms, and 100,000 segments 255 against 72. Each class
    that is frozen so costs a start 1.4 ms, one of these 0.7.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)

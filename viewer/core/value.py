"""Values that are frozen for the type checker: quick to make, and quick to define."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a class a dataclass with slots that is compared and hashed by its fields.

    mypy lets nobody change one. Python would, for to forbid it at run time makes each take four
    times as long: 100,000 words 173 against 40 ms, and 100,000 segments 255 against 72. Comparing,
    hashing and writing one out are the same few functions for all: each class that is frozen at
    run time costs a start 1.15 ms, where dataclasses writes the functions 0.55, one of these 0.25.
    """
    made = dataclass(slots=True, eq=False, repr=False)(kind)
    all_fields = fields(made)  # type: ignore[arg-type]
    key = _getter([each.name for each in all_fields if each.compare])

    def is_equal(self: T, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: T) -> int:
        return hash(key(self))

    def written(self: T) -> str:
        shown = ((each.name, getattr(self, each.name)) for each in all_fields if each.repr)
        words = ", ".join(f"{name}={of!r}" for name, of in shown)
        return f"{type(self).__qualname__}({words})"

    for name, made_here in (("__eq__", is_equal), ("__hash__", hashed), ("__repr__", written)):
        if name not in kind.__dict__:
            setattr(made, name, made_here)
    return made


def _getter(names: list[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()

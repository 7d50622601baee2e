"""Values that are frozen for the type checker: quick to make, and quick to define."""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from operator import attrgetter
from typing import Any, Final, TypeVar, cast, dataclass_transform

T = TypeVar("T")

#: So many are made field by field, which takes 15 µs; to write the function that makes them, 34.
_FEW: Final = 12


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a class a dataclass with slots that is compared and hashed by its fields.

    mypy lets nobody change one. Python would, for to forbid it at run time makes each take four
    times as long: 100,000 words 173 against 40 ms, and 100,000 segments 255 against 72. Comparing,
    hashing and writing one out are the same few functions for all, and how one is made is written
    once several were: each class that is frozen at run time costs a start 1.24 ms, where
    dataclasses writes all functions 0.67, one of these 0.04, and 0.08 once it is written.
    """
    return _made(kind, slots=True)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def keeping_value(kind: type[T]) -> type[T]:
    """Make a class a value that keeps what is found out of it, by `cached_property`."""
    return _made(kind, slots=False)


def _made(kind: type[T], *, slots: bool) -> type[T]:
    kind.__doc__ = kind.__doc__ or kind.__name__  # or dataclasses writes a signature: 1 ms
    made = dataclass(slots=slots, eq=False, repr=False, init=False)(kind)
    all_fields = fields(made)  # type: ignore[arg-type]
    key = _getter([each.name for each in all_fields if each.compare])

    few = iter(range(_FEW))

    def first(self: T, *given: object, **named: object) -> None:
        if next(few, None) is None or not _fill(self, all_fields, given, named):
            made.__init__ = written = _init_of(made)  # type: ignore[method-assign]
            written(self, *given, **named)

    def is_equal(self: T, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: T) -> int:
        return hash(key(self))

    def written(self: T) -> str:
        shown = ((each.name, getattr(self, each.name)) for each in all_fields if each.repr)
        words = ", ".join(f"{name}={of!r}" for name, of in shown)
        return f"{type(self).__qualname__}({words})"

    own = {"__init__": first, "__eq__": is_equal, "__hash__": hashed, "__repr__": written}
    for name, made_here in own.items():
        if name not in kind.__dict__:
            setattr(made, name, made_here)
    return made


def _fill(
    new: object, all_fields: Sequence[Field[Any]], given: Sequence[object], named: dict[str, object]
) -> bool:
    """Set the fields of one, as dataclasses would; return whether what is given suits them."""
    taken = [each for each in all_fields if each.init]
    values = dict(zip([each.name for each in taken], given, strict=False))
    if len(given) > len(taken) or values.keys() & named.keys():
        return False
    values |= named
    for each in taken:
        if each.name in values:
            setattr(new, each.name, values.pop(each.name))
        elif each.default is not MISSING:
            setattr(new, each.name, each.default)
        elif each.default_factory is not MISSING:
            setattr(new, each.name, each.default_factory())
        else:
            return False
    if not values and (then := getattr(new, "__post_init__", None)):
        then()
    return not values


def _init_of(kind: type[Any]) -> Callable[..., None]:
    """Write the function that sets the fields of one, as dataclasses would."""
    taken, known = ["self"], {"made": object()}
    lines = []
    for each in (each for each in fields(kind) if each.init):
        name, default = each.name, f"default_{each.name}"
        if each.default_factory is not MISSING:
            known[default] = each.default_factory
            taken.append(f"{name}=made")
            lines.append(f"self.{name} = {default}() if {name} is made else {name}")
            continue
        if each.default is not MISSING:
            known[default] = each.default
        taken.append(name if each.default is MISSING else f"{name}={default}")
        lines.append(f"self.{name} = {name}")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(taken)}):\n  " + "\n  ".join(lines or ["pass"]), known)
    return cast("Callable[..., None]", known["__init__"])


def _getter(names: list[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()

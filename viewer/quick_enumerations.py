"""Making Qt's enumerations in a third of the time: each class of Qt's brings all that it has.

A window's classes bring 250 with 4,000 values. Python puts each value into a new class as a
placeholder, takes it out again, asks all bases for its name and puts the value in: 12 % of a
start. Here Python makes the class, and the values are put into it at once. What comes of it is
the same: a test compares all that can be asked of each.
"""

import enum
import sys
from functools import cache
from typing import Any, Final

_usual: Final = enum.EnumType._create_  # type: ignore[attr-defined]  # how Python makes them
#: What both ways are tried with before: two names for one, several bits, nothing, out of order.
_TRIED: Final = [("four", 4), ("one", 1), ("two", 2), ("first", 1), ("both", 3), ("none", 0)]


def begin() -> None:
    """Put the values of enumerations that are asked for with a list into them; see `end`.

    A version of Python that does otherwise with them goes on making them: it is tried, as PySide
    ends the program where an enumeration fails.
    """
    usual = _tried()
    enum.EnumType._create_ = _created  # type: ignore[attr-defined]
    try:
        quick = _tried()
    except Exception:  # noqa: BLE001 - whatever another version of Python makes of it
        quick = []
    if quick != usual:
        end()


def _tried() -> list[dict[str, Any]]:
    """Return what is kept of enumerations of two kinds: numbers, and how long the lists are."""
    kinds: tuple[Any, ...] = (enum.IntEnum, enum.Flag)
    return [
        {
            name: len(value) if isinstance(value, list | dict) else isinstance(value, int) and value
            for name, value in vars(kind("Tried", _TRIED)).items()
        }
        for kind in kinds
    ]


def end() -> None:
    """Leave all other enumerations to Python."""
    enum.EnumType._create_ = _usual  # type: ignore[attr-defined]


def _created(kind: Any, class_name: str, names: Any, *, module: Any = None, **more: Any) -> Any:  # noqa: ANN401 - as Python's
    """Return an enumeration, as Python does; from 3.12 on it is called with these names."""
    module = module or sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as Python's
    if not _are_plain(kind, names):
        return _usual(kind, class_name, names, module=module, **more)
    made = _usual(kind, class_name, (), module=module, **more)
    _put(made, names)
    return made


def _are_plain(kind: type[enum.Enum], values: object) -> bool:
    """Return whether values are a list of names and numbers for which Python has no rules."""
    if type(values) is not list or not all(type(each) is tuple for each in values):
        return False
    numbers = dict(values)
    return (
        len(numbers) == len(values)
        and all(type(number) is int for number in numbers.values())
        and not any(name[:1] == "_" for name in numbers)
        and _taken(kind).isdisjoint(numbers)
    )


@cache
def _taken(kind: type[enum.Enum]) -> frozenset[str]:
    """Return the names that something else of an enumeration has."""
    return frozenset({"mro", "", *(name for base in kind.__mro__ for name in vars(base))})


def _put(made: Any, values: list[tuple[str, int]]) -> None:  # noqa: ANN401 - any enumeration
    """Put values into an enumeration; the second name for a number means the first's value."""
    named, valued, names = made._member_map_, made._value2member_map_, made._member_names_
    new, is_whole, put = made._new_member_, made._member_type_ is int, type.__setattr__
    has_flags, hashable = issubclass(made, enum.Flag), getattr(made, "_hashable_values_", [])
    for name, value in values:
        member = valued.get(value)
        if member is None:
            member = valued[value] = new(made, value) if is_whole else new(made)
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(names)
            hashable.append(value)  # from 3.12.3 on
            if not has_flags or (value > 0 and not value & (value - 1)):
                names.append(name)
        named[name] = member
        put(made, name, member)
    if has_flags:
        _put_bits(made)


def _put_bits(made: Any) -> None:  # noqa: ANN401 - any enumeration of flags
    """Put in which bits an enumeration of flags has, and the order of them."""
    single = [made._member_map_[name]._value_ for name in made._member_names_]
    for value in made._value2member_map_:
        made._flag_mask_ |= value
    made._singles_mask_ = sum(single)
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    if single != sorted(single):
        made._iter_member_ = made._iter_member_by_def_

"""Dataclasses out of strangers' JSON: what each field may be, and reading with mercy.

A check returns the value as it is kept, or raises `BadValueError`. Plain functions, because the
settings are read at each start: loading pydantic and building its models took 0.2 s of it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, Field, field, fields, replace
from functools import partial
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from viewer.core.late import late

R = TypeVar("R")
#: Takes a value, and a list for the names of what is lost inside it.
Check: TypeAlias = Callable[[object, list[str]], Any]


class BadValueError(ValueError):
    """What stands in a field can not be used there."""


def checked(check: Check, default: object = MISSING) -> Any:  # noqa: ANN401 - as `field` itself
    """Return the field of a dataclass that a check guards.

    Without a default it must be there; a function as default makes one.
    """
    metadata = {"check": check}
    if default is MISSING:
        return field(metadata=metadata)
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def read(kind: type[R], raw: object, lost: list[str]) -> R:
    """Return `raw` as a dataclass, and add to `lost` what cannot be used.

    What is forgotten is the innermost thing at fault: a value goes back to its default, an entry
    leaves its list. Raises `BadValueError` where something is missing that must be there.
    """
    if not isinstance(raw, dict):
        raise BadValueError(kind.__name__)
    kept = {}
    for each in fields(kind):  # type: ignore[arg-type]  # a type variable has no way to say so
        if each.name in raw:
            try:
                kept[each.name] = each.metadata["check"](raw[each.name], lost)
            except ValueError:
                lost.append(each.name)
        if each.name not in kept and _needed(each):
            raise BadValueError(each.name)
    return kind(**kept)


def revised(one: R, **changes: object) -> R:
    """Return a copy with the changes; one that its check refuses leaves the value as it is."""
    kept: dict[str, Any] = {}
    for each in fields(one):  # type: ignore[arg-type]
        if each.name in changes:
            with suppress(ValueError):
                kept[each.name] = each.metadata["check"](changes[each.name], [])
    return replace(one, **kept)  # type: ignore[type-var]


def _needed(each: "Field[Any]") -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def record(kind: type[R]) -> Check:
    """Return the check for a dataclass of checked fields."""
    return partial(read, kind)


def one_of(*allowed: object) -> Check:
    """Return the check for one of these values, and not for what merely equals one."""

    def check(value: object, _lost: list[str]) -> object:
        if not any(type(value) is type(each) and value == each for each in allowed):
            raise BadValueError(value)
        return value

    return check


def number(least: float, most: float) -> Check:
    """Return the check for a number."""

    def check(value: object, _lost: list[str]) -> float:
        if type(value) not in (int, float) or not least <= value <= most:  # type: ignore[operator]
            raise BadValueError(value)
        return float(value)  # type: ignore[arg-type]

    return check


def whole(least: int, most: int) -> Check:
    """Return the check for a whole number."""

    def check(value: object, _lost: list[str]) -> int:
        if type(value) is not int or not least <= value <= most:
            raise BadValueError(value)
        return value

    return check


def text(longest: int, pattern: str = ".*") -> Check:
    """Return the check for text that can be saved again."""
    allowed = late(pattern, re.DOTALL)

    def check(value: object, _lost: list[str]) -> str:
        if not isinstance(value, str) or len(value) > longest or not allowed.fullmatch(value):
            raise BadValueError(value)
        value.encode()  # where it cannot be, that is a ValueError, too
        return value

    return check


def optional(check: Check) -> Check:
    """Return the check for a value that may be absent."""
    return lambda value, lost: None if value is None else check(value, lost)


def several(number_of: int, check: Check) -> Check:
    """Return the check for so many values, all good."""

    def check_all(value: object, lost: list[str]) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) != number_of:
            raise BadValueError(value)
        return tuple(check(each, lost) for each in value)

    return check_all


def first(most: int, check: Check) -> Check:
    """Return the check for a list: good entries are kept, out of its first ones."""

    def check_each(value: object, lost: list[str]) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise BadValueError(value)
        return tuple(_good(value[:most], check, lost))

    return check_each


def _good(values: Sequence[object], check: Check, lost: list[str]) -> list[Any]:
    kept = []
    for number_of, each in enumerate(values):
        try:
            kept.append(check(each, lost))
        except ValueError:
            lost.append(str(number_of))
    return kept


def last(most: int, key: Check, check: Check) -> Check:
    """Return the check for a mapping: good entries are kept, out of its last ones."""

    def check_each(value: object, lost: list[str]) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise BadValueError(value)
        kept = {}
        for name, each in islice(value.items(), max(len(value) - most, 0), None):
            try:
                kept[key(name, lost)] = check(each, lost)
            except ValueError:
                lost.append(name)
        return kept

    return check_each

"""Where in a file's JSON one of the dialects has its lists.

A list is looked for in the file's object and in those within it, for most are answers of a service
with the transcript wrapped up.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from viewer.core.value import value
from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.speaker_keys import SPEAKERS
from viewer.formats.kit.time_keys import key_of, time_under
from viewer.formats.speech.programs.dialects import ANY, DIALECTS, Dialect
from viewer.formats.speech.programs.moments import is_dated

#: So deep within one another objects are looked into, and so many of them.
_DEPTH: Final = 4
_MOST_OBJECTS: Final = 60
#: So many entries are looked at before a list is given up.
_LOOKED_AT: Final = 20


@value
class Found:
    """A dialect, the objects around its lists from the outermost in, and the lists."""

    dialect: Dialect
    around: tuple[dict[str, Any], ...]
    lists: tuple[tuple[Path, list[Any]], ...]


def find(value: object) -> Found | None:
    """Return the first dialect whose list is in the JSON, or None."""
    around = list(_objects(value))
    for dialect in DIALECTS:
        for outer, path, inner in around:
            for steps in dialect.paths:
                lists = tuple(_lists(inner, steps, path)) if steps != ANY else ()
                if any(_fits(dialect, listed) for _, listed in lists):
                    return Found(dialect, outer, lists)
        for outer, path, inner in around if ANY in dialect.paths else ():
            lists = _wordiest(dialect, _lists(inner, ANY, path))
            if lists:
                return Found(dialect, outer, lists)
    return None


def _wordiest(
    dialect: Dialect, lists: Iterable[tuple[Path, list[Any]]]
) -> tuple[tuple[Path, list[Any]], ...]:
    """Return the list that says most, of those that fit: its words alone have no blanks."""

    def letters(one: tuple[Path, list[Any]]) -> int:
        texts = (entry.get(key_of(entry, dialect.text) or "") for entry in map(members, one[1]))
        return sum(len(text) for text in texts if isinstance(text, str))

    fitting = [one for one in lists if _fits(dialect, one[1]) and not _counts_letters(one[1])]
    return (max(fitting, key=letters),) if fitting else ()


def _counts_letters(listed: list[Any]) -> bool:
    """Return whether entries begin and end by letters of another text, as names found in one do."""
    looked_at = [members(entry) for entry in listed[:_LOOKED_AT]]
    lengths = [(entry.get("end"), entry.get("start"), entry.get("text")) for entry in looked_at]
    return all(
        isinstance(end, int) and isinstance(start, int) and end - start == len(str(text))
        for end, start, text in lengths
    )


def _objects(value: object) -> Iterator[tuple[tuple[dict[str, Any], ...], Path, object]]:
    """Yield the file's value and the objects within it, nearest first, with what is around."""
    outer = (value,) if isinstance(value, dict) else ()
    waiting: list[tuple[tuple[dict[str, Any], ...], Path, object]] = [(outer, (), value)]
    for number, (around, path, inner) in enumerate(waiting):
        yield around, path, inner
        if len(path) < _DEPTH and number < _MOST_OBJECTS:
            waiting += [
                ((*around, listed), (*path, key), listed)
                for key, listed in members(inner).items()
                if isinstance(listed, dict)
            ]


def _lists(value: object, steps: str, path: Path) -> Iterator[tuple[Path, list[Any]]]:
    step, _, rest = steps.partition(".")
    if not step:
        if isinstance(value, list):
            yield path, value
        return
    if step == ANY:
        lists = (
            (key, listed) for key, listed in members(value).items() if isinstance(listed, list)
        )
        yield from (((*path, key), listed) for key, listed in lists)
        return
    key = step.removesuffix("[]")
    if key:
        value, path = members(value).get(key), (*path, key)
    if key == step:
        yield from _lists(value, rest, path)
        return
    for number, entry in enumerate(entries(value)):
        for place, listed in _lists(entry, rest, (*path, str(number))):
            yield place, _voiced(listed, members(entry))


def _voiced(listed: list[Any], turn: dict[str, Any]) -> list[Any]:
    """Return the entries of a turn, each with who speaks in it."""
    voice = {key: turn[key] for key in SPEAKERS if isinstance(turn.get(key), str | int | dict)}
    return [{**voice, **members(entry)} for entry in listed] if voice else listed


def _fits(dialect: Dialect, listed: list[Any]) -> bool:
    return any(
        all(_has(entry, key) for key in mark) and (dialect.sure or _has_time(entry, dialect))
        for entry in map(members, listed[:_LOOKED_AT])
        for mark in dialect.marks
    )


def _has(entry: dict[str, Any], key: str) -> bool:
    """Return whether an entry has a key, or the entries of its list under one have another."""
    outer, _, inner = key.partition(".")
    listed = entries(entry.get(outer))[:_LOOKED_AT] if inner else ()
    return any(inner in members(one) for one in listed) if inner else outer in entry


def _has_time(entry: dict[str, Any], dialect: Dialect) -> bool:
    if time_under(entry, dialect.start, dialect.unit) is not None:
        return True
    return is_dated(entry, dialect.start, dialect.end)

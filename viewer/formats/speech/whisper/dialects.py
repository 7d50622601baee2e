"""Entries of other programs as Whisper's: ends called `stop`, other units, speakers by number."""

from typing import Any, Final

from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.time_keys import ENDS, LENGTHS, key_of, unit_of
from viewer.formats.kit.time_units import LOOKED_AT, SECOND_MS, implied_unit, in_units

_ENDS: Final = tuple(key for key in ENDS if key != "end")
_TIMES: Final = ("start", "end")


def put_right(pieces: list[Any], around: dict[str, Any]) -> float:
    """Change entries in place to the usual keys, names and seconds; return what times counted."""
    first = members(next(iter(pieces), None))
    if "start" in first and "end" not in first:
        for entry in pieces:
            _end(entry)
    _name(pieces, around)
    unit = implied_unit(
        (entry.get("start"), entry.get("end"), entry.get("text"))
        for entry in pieces[:LOOKED_AT]
        if isinstance(entry, dict)
    )
    if unit != SECOND_MS:
        for entry in pieces:
            for one in (entry, *entries(members(entry).get("words"))):
                _scale(one, unit)
    return unit


def _end(entry: object) -> None:
    """Give an entry its end in the usual unit and place, if other keys tell it."""
    fields = members(entry)
    if (key := key_of(fields, _ENDS)) is not None:
        fields["end"] = _as_seconds(fields[key], key)
    elif (key := key_of(fields, LENGTHS)) is not None:
        start, length = fields.get("start"), _as_seconds(fields[key], key)
        if isinstance(start, int | float) and isinstance(length, int | float):
            fields["end"] = start + length


def _as_seconds(value: object, key: str) -> object:
    in_ms = unit_of(key) == 1
    return value / 1000 if in_ms and isinstance(value, int | float) else value


def _scale(entry: object, unit_ms: float) -> None:
    for key in _TIMES if isinstance(entry, dict) else ():
        ms = in_units(members(entry).get(key), unit_ms)
        if ms is not None:
            members(entry)[key] = ms / 1000


def _name(pieces: list[Any], around: dict[str, Any]) -> None:
    """Give speakers stated by reference the names that the list of them tells."""
    listed = (entry for entry in entries(around.get("speakers")) if isinstance(entry, dict))
    names = {
        entry["id"]: entry["name"]
        for entry in listed
        if isinstance(entry.get("id"), str | int) and isinstance(entry.get("name"), str)
    }
    for entry in pieces if names else ():
        speaker = members(entry).get("speaker")
        if isinstance(speaker, str | int) and speaker in names:
            entry["speaker"] = names[speaker]

"""Entries of other programs as Whisper's: ends called `stop`, other units, speakers by number."""

from typing import Any, Final

from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.time_units import implied_unit

_SAMPLE: Final = 200
_TIMES: Final = ("start", "end")


def put_right(pieces: list[Any], around: dict[str, Any]) -> float:
    """Change entries in place to the usual keys, names and seconds; return what times counted."""
    if any("stop" in members(entry) for entry in pieces[:1]):
        for entry in pieces:
            if isinstance(entry, dict) and "stop" in entry:
                entry.setdefault("end", entry["stop"])
    _name(pieces, around)
    unit = implied_unit(
        (entry.get("start"), entry.get("end"), entry["text"])
        for entry in pieces[:_SAMPLE]
        if isinstance(entry, dict) and isinstance(entry.get("text"), str)
    )
    if unit != 1000:
        for entry in pieces:
            for one in (entry, *entries(members(entry).get("words"))):
                _scale(one, unit)
    return unit


def _scale(entry: object, unit_ms: float) -> None:
    if isinstance(entry, dict):
        for key in _TIMES:
            if isinstance(entry.get(key), int) and abs(entry[key]) < 10**15:
                entry[key] = entry[key] * unit_ms / 1000


def _name(pieces: list[Any], around: dict[str, Any]) -> None:
    """Give speakers told by reference the names that the list of them tells."""
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

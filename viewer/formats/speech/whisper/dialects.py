"""Entries of other programs as Whisper's: ends called `stop`, other units, speakers elsewhere."""

from bisect import bisect_right
from typing import Any, Final

from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.speaker_keys import speaker_under, tells_elsewhere
from viewer.formats.kit.time_keys import ENDS, LENGTHS, key_of, unit_of
from viewer.formats.kit.time_units import (
    LOOKED_AT,
    SECOND_MS,
    Line,
    implied_unit,
    in_units,
    phrases,
)

_ENDS: Final = tuple(key for key in ENDS if key != "end")
_TIMES: Final = ("start", "end")
#: What calls a speaker in the list of them; the last is Amberscript's.
_IDS: Final = ("id", "spkid")
_WORDS_LOOKED_AT: Final = 10 * LOOKED_AT


def put_right(pieces: list[Any], around: dict[str, Any]) -> float:
    """Change entries in place to the usual keys, names and seconds; return what times counted."""
    first = members(next(iter(pieces), None))
    if "start" in first and "end" not in first:
        for entry in pieces:
            _end(entry)
    _voice(pieces)
    _name(pieces, around)
    unit = implied_unit(map(_line, pieces[:LOOKED_AT]))
    if unit != SECOND_MS:
        for entry in pieces:
            for one in (entry, *entries(members(entry).get("words"))):
                _scale(one, unit)
    return unit


def put_words_right(words: list[Any], around: dict[str, Any], text_keys: tuple[str, ...]) -> float:
    """Do the same for a list of words, whose speakers may stand in a list of paragraphs."""
    _share_speakers(words, around)
    _name(words, around)
    unit = implied_unit(phrases(_word(word, text_keys) for word in words[:_WORDS_LOOKED_AT]))
    for word in words if unit != SECOND_MS else ():
        _scale(word, unit)
    return unit


def _line(entry: object) -> Line:
    start, end = _span(entry)
    return start, end, members(entry).get("text")


def _span(entry: object) -> tuple[object, object]:
    fields = members(entry)
    stamp = entries(fields.get("timestamp"))
    if len(stamp) == 2:  # Transformers' chunks
        return stamp[0], stamp[1]
    return fields.get("start"), fields.get("end")


def _word(entry: object, text_keys: tuple[str, ...]) -> Line:
    text = next((members(entry)[key] for key in text_keys if key in members(entry)), None)
    return *_span(entry), text


def _voice(pieces: list[Any]) -> None:
    """Give entries their speaker under the usual key where they have it under another."""
    if any(map(tells_elsewhere, pieces[:LOOKED_AT])):
        for entry in filter(tells_elsewhere, pieces):
            entry["speaker"] = speaker_under(entry)


def _share_speakers(words: list[Any], around: dict[str, Any]) -> None:
    """Give words the speakers of the paragraphs in which they stand, and an end of each."""
    paragraphs = [one for one in entries(around.get("paragraphs")) if speaker_under(members(one))]
    starts = [milliseconds(members(one).get("start")) for one in paragraphs]
    if not starts or None in starts or starts != sorted(starts, key=lambda ms: ms or 0):
        return
    rows = [_row(word, starts) for word in words]
    for word, row, following in zip(words, rows, [*rows[1:], None], strict=True):
        if isinstance(word, dict) and row is not None:
            word.setdefault("speaker", speaker_under(paragraphs[row]))
            word["paragraph"] = row != following


def _row(word: object, starts: list[Any]) -> int | None:
    start = milliseconds(members(word).get("start"))
    row = -1 if start is None else bisect_right(starts, start) - 1
    return row if row >= 0 else None


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
    stamp = entries(members(entry).get("timestamp"))
    for place, value in enumerate(stamp):
        ms = in_units(value, unit_ms)
        stamp[place] = value if ms is None else ms / 1000


def _name(pieces: list[Any], around: dict[str, Any]) -> None:
    """Give speakers stated by reference the names that the list of them tells."""
    listed = (entry for entry in entries(around.get("speakers")) if isinstance(entry, dict))
    named = (
        (next(map(entry.get, filter(entry.__contains__, _IDS)), None), entry) for entry in listed
    )
    names = {
        key: entry["name"]
        for key, entry in named
        if isinstance(key, str | int) and isinstance(entry.get("name"), str)
    }
    for entry in pieces if names else ():
        speaker = members(entry).get("speaker")
        if isinstance(speaker, str | int) and speaker in names:
            entry["speaker"] = names[speaker]

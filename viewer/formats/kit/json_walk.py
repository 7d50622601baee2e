"""JSON read piece by piece: where each entry stands, and what of damaged JSON can be read.

`json.loads` takes all or nothing and keeps no places. This walks the outer objects and lists
itself and leaves only their entries to the decoder, at about twice the time. So it is for the
heads of files, for damage, and for finding lines.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from viewer.core.late import late

#: Objects below this depth are read in one go; lists of transcripts stand above.
_DEPTH: Final = 3
#: But where a reader names lists whose entries hold lists again, they are followed so far.
_DEEP: Final = 12
#: A file that fails more often than this is read only up to there: each costs a look at the whole.
MOST_FAILURES: Final = 50

_GAP: Final = late(r"[ \t\n\r,\ufeff]*")
_COLON: Final = late(r"[ \t\n\r]*:[ \t\n\r]*")
_FIRST_KEY: Final = late(r'\{[ \t\n\r]*("(?:[^"\\]|\\.){0,40}")[ \t\n\r]*:')
#: A key with a list of objects: where reading goes on once an object cannot be followed.
_LIST_KEY: Final = late(r'"\w{1,40}"[ \t\n\r]*:[ \t\n\r]*\[[ \t\n\r]*\{')
#: What is left over where something was broken; it is no further break.
_CLOSERS: Final = late(r"[\]}, \t\n\r\ufeff]*")
_NEVER: Final = late(r"(?!)")
#: What tells that an object on a line of its own is one entry of many.
_TIMES: Final = frozenset({"start", "offsets", "timestamp", "startTime"})

Path = tuple[str, ...]


@dataclass(slots=True)
class Walked:
    """What was found: the value, where the entries of each list begin, and where JSON breaks."""

    value: Any = None
    offsets: dict[Path, list[int]] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)


def walk(text: str, deep: frozenset[str] = frozenset(), *, stream: bool = False) -> Walked:
    """Read as much of the JSON in `text` as there is; what is no JSON at all has the value None.

    A value that cannot be read is None; an entry of a list that cannot be read is left out.
    Objects with times, one a line (JSON Lines), are read as one list; with `stream` any objects
    one after the other are. The entries of lists under the keys in `deep` are walked through in
    their turn, so that of one that breaks off its beginning is kept; their numbers are steps of
    the path.
    """
    walker = _Walker(text, deep, stream=stream)
    walker.read()
    return walker.found


class _Walker:
    def __init__(self, text: str, deep: frozenset[str], *, stream: bool) -> None:
        self._text: Final = text
        self._deep: Final = deep
        self._depth: Final = _DEEP if deep else _DEPTH
        self._stream: Final = stream
        self.found: Final = Walked()
        #: What breaks up to here belongs to a break that was noted.
        self._broken_to = -1
        self._failures = 0

    def read(self) -> None:
        begin = self._gap(1 if self._text.startswith("\ufeff") else 0)
        if not self._text.startswith(("{", "["), begin):
            return
        value, end = self._value(begin, ())
        rest = self._gap(end)
        if rest < len(self._text):
            if self._text.startswith("{", rest) and self._is_entry(value):
                value, rest = self._entries(begin, (), "")
            elif not self.found.breaks or not _CLOSERS.fullmatch(self._text, rest):
                self._note_break(rest)
        self.found.value = value

    def _gap(self, at: int) -> int:
        match = _GAP.match(self._text, at)
        return match.end() if match else at

    def _value(self, at: int, path: Path) -> tuple[Any, int]:
        if self._text.startswith("{", at) and len(path) < self._depth:
            return self._object(at + 1, path)
        if self._text.startswith("[", at) and len(path) < self._depth:
            return self._entries(at + 1, path, "]")
        return _DECODER.raw_decode(self._text, at)

    def _object(self, at: int, path: Path) -> tuple[dict[str, Any], int]:
        members: dict[str, Any] = {}
        while (at := self._gap(at)) < len(self._text):
            if self._text.startswith("}", at):
                return members, at + 1
            try:
                key, at = self._key(at)
                members[key] = None
                members[key], at = self._value(at, (*path, key))
            except (ValueError, RecursionError) as error:
                at = self._resume(error, at, _LIST_KEY, len(self._text))
        self._note_break(at)
        return members, at

    def _key(self, at: int) -> tuple[str, int]:
        if not self._text.startswith('"', at):
            raise json.JSONDecodeError("Expecting a name", "", at)
        key, end = _DECODER.raw_decode(self._text, at)
        colon = _COLON.match(self._text, end)
        if colon is None:
            raise json.JSONDecodeError("Expecting a colon", "", end)
        return key, colon.end()

    def _entries(self, at: int, path: Path, closing: str) -> tuple[list[Any], int]:
        entries: list[Any] = []
        offsets = self.found.offsets[path] = []
        pattern = self._entry_pattern(at)
        deep = bool(path) and path[-1] in self._deep
        while (at := self._gap(at)) < len(self._text):
            if closing and self._text.startswith(closing, at):
                return entries, at + 1
            try:
                if deep:
                    entry, end = self._value(at, (*path, str(len(entries))))
                else:
                    entry, end = _DECODER.raw_decode(self._text, at)
            except (ValueError, RecursionError) as error:
                failed = at
                at = self._resume(error, at, pattern, -1)
                if at < 0:
                    return entries, max(getattr(error, "pos", failed), failed)
            else:
                entries.append(entry)
                offsets.append(at)
                at = end
        if closing:
            self._note_break(at)
        return entries, at

    def _entry_pattern(self, at: int) -> re.Pattern[str]:
        """Return what the beginning of an entry looks like, known by the first: its first key."""
        first = _FIRST_KEY.match(self._text, self._gap(at))
        return re.compile(r"\{[ \t\n\r]*" + re.escape(first[1] if first else '"'))

    def _resume(self, error: Exception, at: int, pattern: re.Pattern[str], otherwise: int) -> int:
        """Return where to go on after an error, never before it, so that the time stays linear."""
        failed = max(getattr(error, "pos", at), at)
        self._note_break(at)
        self._failures += 1
        if self._failures > MOST_FAILURES:
            pattern, otherwise = _NEVER, len(self._text)
        # A text without its closing quote runs on to the opening quote of the next list's key.
        start = failed - 1 if pattern is _LIST_KEY else failed + (failed == at)
        match = pattern.search(self._text, start)
        found = match.start() if match else otherwise
        self._broken_to = max(failed, found)
        return found

    def _is_entry(self, value: object) -> bool:
        """Return whether the object before another one is an entry of many."""
        if not isinstance(value, dict) or self.found.breaks:
            return False
        return self._stream or not _TIMES.isdisjoint(value)

    def _note_break(self, at: int) -> None:
        if at > self._broken_to:
            self.found.breaks.append(at)
            self._broken_to = at


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 400 else float(digits)


_DECODER: Final = json.JSONDecoder(strict=False, parse_int=_integer)

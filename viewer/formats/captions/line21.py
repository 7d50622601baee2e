"""The captions of North American television (CEA-608): what their codes put on the screen.

A code is two bytes of seven bits. Captions pop on whole after they were loaded out of sight, are
painted on as they are said, or roll up a row at a time.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from viewer.formats.captions.broadcast import Caption

_BASIC: Final = str.maketrans("*\\^_`{|}~\x7f", "áéíóúç÷Ññ█")
_SPECIAL: Final = "®°½¿™¢£♪à èâêîôû"
_EXTENDED: Final = {
    0x12: "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»",
    0x13: "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘",
}
#: The row that the first byte of a place names, and the one below it.
_ROWS: Final = {0x10: 11, 0x11: 1, 0x12: 3, 0x13: 12, 0x14: 14, 0x15: 5, 0x16: 7, 0x17: 9}
_LAST_ROW: Final = 15
#: There is room for 32 signs; careless files have more, hostile ones no end.
_LAST_COLUMN: Final = 255
_SECOND_CHANNEL: Final = 0x08
_LOAD, _BACK, _DELETE, _ROLL_2, _ROLL_4, _PAINT = 0x20, 0x21, 0x24, 0x25, 0x27, 0x29
_TEXT, _MORE_TEXT, _ERASE, _NEW_ROW, _FORGET, _SHOW = 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F


class _Mode(Enum):
    POP = "loaded out of sight"
    PAINT = "painted on"
    ROLL = "rolling up"
    TEXT = "text beside the captions"


class _Memory:
    """The rows of a screen."""

    def __init__(self) -> None:
        self.rows: Final[dict[int, dict[int, str]]] = {}

    @property
    def text(self) -> str:
        """What stands there, a line a row."""
        texts = (self._row(row) for row in sorted(self.rows))
        return "\n".join(line for line in texts if line)

    def _row(self, row: int) -> str:
        cells = self.rows[row]
        spaced, before = [], -1
        for column in sorted(cells):
            spaced.append(" " * (before >= 0 and column > before + 1) + cells[column])
            before = column
        return " ".join("".join(spaced).split())


@dataclass(slots=True)
class Screen:
    """One channel: takes its codes, and tells the captions that were seen."""

    captions: list[Caption] = field(default_factory=list)
    _mode: _Mode = _Mode.POP
    _shown: _Memory = field(default_factory=_Memory)
    _loaded: _Memory = field(default_factory=_Memory)
    _row: int = _LAST_ROW
    _column: int = 0
    #: Since when something is seen, and the line of the file that put it there.
    _since: tuple[int, int] | None = None

    def take(self, first: int, second: int, now_ms: int, line: int) -> None:
        """Take a code, without its bits of parity."""
        if first >= 0x20:
            self._write(first, now_ms, line)
            if second >= 0x20:
                self._write(second, now_ms, line)
            return
        first &= ~_SECOND_CHANNEL
        if second >= 0x40:
            self._go(first, second, now_ms)
        elif first in (0x14, 0x15):
            self._control(second, now_ms, line)
        elif first == 0x11 and second >= 0x30:
            self._put(_SPECIAL[second - 0x30], now_ms, line)
        elif first == 0x11:  # colours and italics take the place of a blank
            self._put(" ", now_ms, line)
        elif first in _EXTENDED:  # what stands before is for old receivers
            self._column = max(self._column - 1, 0)
            self._put(_EXTENDED[first][second - 0x20], now_ms, line)
        elif first == 0x17 and second <= 0x23:
            self._column = min(self._column + second - 0x20, _LAST_COLUMN)

    def close(self, now_ms: int | None) -> None:
        """End what is seen; at the end of the file nobody knows when."""
        text = self._shown.text
        if self._since is not None and text:
            start, line = self._since
            self.captions.append(Caption(start, now_ms, text, line))
        self._since = None

    @property
    def _memory(self) -> _Memory:
        return self._loaded if self._mode is _Mode.POP else self._shown

    def _write(self, code: int, now_ms: int, line: int) -> None:
        self._put(chr(code).translate(_BASIC), now_ms, line)

    def _put(self, sign: str, now_ms: int, line: int) -> None:
        if self._mode is _Mode.TEXT:
            return
        cells = self._memory.rows.setdefault(self._row, {})
        if self._mode is not _Mode.POP and self._since is None and sign != " ":
            self._since = (now_ms, line)
        cells[self._column] = sign
        self._column = min(self._column + 1, _LAST_COLUMN)

    def _go(self, first: int, second: int, now_ms: int) -> None:
        """Go to a row, and to a column where it tells one."""
        row = _ROWS[first] + (second >= 0x60 and first != 0x10)
        column = (second & 0x0E) * 2 if second & 0x10 else 0
        if self._mode is _Mode.ROLL and row != self._row:
            self._shown.rows[row] = self._shown.rows.pop(self._row, {})
        elif self._memory is self._shown and column in self._shown.rows.get(row, ()):
            self._erase(now_ms)  # who paints over a row has forgotten to erase it
        self._row, self._column = row, column

    def _control(self, code: int, now_ms: int, line: int) -> None:
        if code == _LOAD:
            self._mode = _Mode.POP
        elif code in (_TEXT, _MORE_TEXT):
            self._mode = _Mode.TEXT
        elif code == _PAINT:
            self._mode = _Mode.PAINT
        elif _ROLL_2 <= code <= _ROLL_4:
            self._roll(now_ms)
        elif code == _ERASE:
            self._erase(now_ms)
        elif code == _FORGET:
            self._loaded = _Memory()
        elif code == _SHOW:
            self._erase(now_ms)
            self._shown, self._loaded = self._loaded, _Memory()
            self._since = (now_ms, line)
            self._mode = _Mode.POP
        elif code == _NEW_ROW and self._mode is _Mode.ROLL:
            self._erase(now_ms)
        elif code in (_BACK, _DELETE) and self._mode is not _Mode.TEXT:
            self._take_back(code)

    def _roll(self, now_ms: int) -> None:
        """Go over to rows that roll up; of those only the last one is new."""
        if self._mode is not _Mode.ROLL:
            self._erase(now_ms)
            self._row, self._column = _LAST_ROW, 0
        self._mode = _Mode.ROLL

    def _erase(self, now_ms: int) -> None:
        self.close(now_ms)
        self._shown = _Memory()
        if self._mode is _Mode.ROLL:
            self._column = 0

    def _take_back(self, code: int) -> None:
        cells = self._memory.rows.get(self._row, {})
        if code == _BACK:
            self._column = max(self._column - 1, 0)
            cells.pop(self._column, None)
        else:
            for column in [column for column in cells if column >= self._column]:
                del cells[column]

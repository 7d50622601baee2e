"""The blocks that are in view, and where each stands; worked out once for each thing shown."""

from typing import Final

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.value import value
from viewer.ui.transcript.layout import LeadedLayout
from viewer.ui.transcript.shown import Shown


@value
class Row:
    """A block as shown: its segments, and where it, its words and its end stand in the viewport."""

    block: QTextBlock
    number: int
    segments: range
    top: float
    text_top: float
    bottom: float


@value
class _Seen:
    """What the rows depend on."""

    shown: int
    version: int
    first: int
    line: int
    height: int


_NOTHING: Final = _Seen(0, -1, -1, -1, -1)


class Rows:
    """Remembers the rows in view: each change of what is lit asks for them several times."""

    def __init__(self, edit: QPlainTextEdit, layout: LeadedLayout) -> None:
        self._edit, self._layout = edit, layout
        self._known: tuple[Row, ...] = ()
        self._seen = _NOTHING

    def in_view(self, shown: Shown, height: int) -> tuple[Row, ...]:
        """Return the rows in view, from the top."""
        seen = self._see(shown, height)
        if seen != self._seen or not self._laid_out():
            self._known = self._worked_out(shown, height)
            # Laying them out may have moved them; then they are looked for once more.
            self._seen = seen if self._see(shown, height) == seen else _NOTHING
        return self._known

    def _see(self, shown: Shown, height: int) -> _Seen:
        first = self._edit.firstVisibleBlock().blockNumber()
        line = self._edit.verticalScrollBar().value()
        return _Seen(id(shown), self._layout.version, first, line, height)

    def _laid_out(self) -> bool:
        """Return whether Qt has not forgotten the lines of all blocks, as for another width."""
        return not self._known or self._known[0].block.layout().lineCount() > 0

    def _worked_out(self, shown: Shown, height: int) -> tuple[Row, ...]:
        rows, layout = list[Row](), self._layout
        block = self._edit.firstVisibleBlock()
        number = block.blockNumber()
        top = self._edit.contentOffset().y()
        while block.isValid() and top < height:
            rect = layout.blockBoundingRect(block)
            text_top = top + layout.head_of(number) - layout.lifted(number, 0)
            bottom = top + rect.height()
            segments = shown.text_map.segments_of(number)
            rows.append(Row(block, number, segments, top, text_top, bottom))
            block, top = layout.next_shown(block), bottom
            number = block.blockNumber()
        return tuple(rows)

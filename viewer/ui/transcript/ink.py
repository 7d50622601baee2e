"""Drawing a block's words with what is selected of them, and the caret.

QPlainTextEdit draws them by itself, but a selection as a box that hides what is behind it, with a
mark for each line's end that stands at the wrong side of a line which reads from right to left.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
)

#: Letters no farther apart, in pixels, stand side by side.
_NEAR: Final = 0.5


def draw_block(
    painter: QPainter,
    block: QTextBlock,
    top: float,
    context: QAbstractTextDocumentLayout.PaintContext,
    selected: QColor,
    clip: QRectF,
    marked: Sequence[QTextLayout.FormatRange] = (),
) -> None:
    """Draw a block's lines that are in `clip`, and the caret where it is due in one of them.

    `marked` is what else stands out of its words, over the selection.
    """
    layout, offset = block.layout(), QPointF(0, top)
    lines = _lines_between(layout, clip.top() - top, clip.bottom() - top)
    parts = []
    for selection in context.selections:
        parts += _selected_parts(block, lines, selection.cursor, selected)
    parts += marked
    layout.draw(painter, offset, parts, clip)
    if block.contains(context.cursorPosition):
        layout.drawCursor(painter, offset, context.cursorPosition - block.position())


def extents(layout: QTextLayout, begin: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Yield for each line of a block where in it the text [begin, end) stands, from left to right.

    Where letters of both directions meet, that may be several stretches of a line.
    """
    first = layout.lineForTextPosition(begin).lineNumber()
    for row in range(max(first, 0), layout.lineCount()):
        line = layout.lineAt(row)
        low, high = line.textStart(), line.textStart() + line.textLength()
        if low >= end:
            break
        for left, right in _stretches(line, max(begin, low), min(end, high)):
            yield line, left, right


def _stretches(line: QTextLine, begin: int, end: int) -> list[tuple[float, float]]:
    """Return the stretches of a line that its characters [begin, end) cover."""
    found = list[tuple[float, float]]()
    rects = (run.boundingRect() for run in line.glyphRuns(begin, end - begin))
    for left, right in sorted((rect.left(), rect.right()) for rect in rects):
        if found and left <= found[-1][1] + _NEAR:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


def _lines_between(layout: QTextLayout, top: float, bottom: float) -> list[QTextLine]:
    """Return the lines at these heights: a block may have thousands."""
    rows = range(layout.lineCount())
    first = bisect_left(rows, top, key=lambda row: layout.lineAt(row).rect().bottom())
    after = bisect_right(rows, bottom, key=lambda row: layout.lineAt(row).y())
    return [layout.lineAt(row) for row in rows[first:after]]


def _selected_parts(
    block: QTextBlock, lines: list[QTextLine], cursor: QTextCursor, ground: QColor
) -> list[QTextLayout.FormatRange]:
    """Return what is selected of each line, without the break at its end."""
    start = block.position()
    low, high = cursor.selectionStart() - start, cursor.selectionEnd() - start
    look = QTextCharFormat()
    look.setBackground(ground)
    parts = []
    for line in lines:
        begin, end = max(low, line.textStart()), min(high, _end(block, line))
        if begin < end:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = begin, end - begin, look
            parts.append(part)
    return parts


def _end(block: QTextBlock, line: QTextLine) -> int:
    """Return where a line's words end; the spaces at which it was broken are not seen."""
    end = line.textStart() + line.textLength()
    text = block.document()
    while end > line.textStart() and text.characterAt(block.position() + end - 1).isspace():
        end -= 1
    return end

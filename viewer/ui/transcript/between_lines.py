"""The room between the lines of the text, half of which belongs to each for a reader.

QPlainTextEdit takes all of it for the end of the upper line, wherever the pointer is along it:
a drag in it selected nothing, or up to that end, and a click played what is said there.
"""

from bisect import bisect_right

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent

from viewer.ui.transcript.rows import Row
from viewer.ui.transcript.sheet import Sheet


def event_on_a_line(sheet: Sheet, event: QMouseEvent) -> QMouseEvent:
    """Return an event as it would be on the letters nearest above or below it."""
    point = on_a_line(sheet, event.position())
    if point == event.position():
        return event
    moved = QMouseEvent(
        event.type(),
        point,
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
    moved.setTimestamp(event.timestamp())
    return moved


def on_a_line(sheet: Sheet, point: QPointF) -> QPointF:
    """Return the point that is nearest above or below one on a line of the same row.

    Where there is no row, or other words stand below one, it is the point itself; also out of the
    view, where a drag scrolls.
    """
    y = point.y()
    row = sheet.row_at(y) if 0 <= y < sheet.height else None
    if row is None or sheet.foot_at(y) is not None:
        return point
    return QPointF(point.x(), _on_letters(row, y))


def _on_letters(row: Row, y: float) -> float:
    """Return the height that is nearest to one in a row at which letters of a line stand."""
    layout = row.block.layout()
    lines = range(layout.lineCount())
    below = bisect_right(lines, y - row.top, key=lambda line: layout.lineAt(line).y())
    near = (layout.lineAt(line) for line in lines[max(below - 1, 0) : below + 1])
    bands = [(row.top + line.y(), row.top + line.y() + line.height()) for line in near]
    if not bands:
        return y
    top, bottom = min(bands, key=lambda band: max(band[0] - y, y - band[1]))
    return min(max(y, top), bottom - 1)

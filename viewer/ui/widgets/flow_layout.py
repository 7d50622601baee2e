"""Widgets in rows, as many in each as have room, read as text is."""

from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

#: Items, each with the size that it takes.
_Row: TypeAlias = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Breaks a row of widgets where its width ends; hidden ones take no room."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item, or None after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Tell that fewer in a row are more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return how high all rows are together."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        """Return the size of a single row."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._gap * max(len(sizes) - 1, 0)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every item at its place, all rows in the middle of the height."""
        super().setGeometry(rect)
        spare = max(rect.height() - self.heightForWidth(rect.width()), 0)
        self._place(rect.translated(0, spare // 2), moving=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Go through the rows, moving the items if asked, and return how high they are."""
        y, most = 0, QSize(max(rect.width(), 1), 16_777_215)
        sized = [(item, item.sizeHint().boundedTo(most)) for item in self._shown()]
        for row in _rows(sized, rect.width(), self._gap):
            height = max(size.height() for _, size in row)
            if moving:
                self._place_row(row, QRect(rect.left(), rect.top() + y, rect.width(), height))
            y += height + self._gap
        return max(y - self._gap, 0)

    def _place_row(self, row: _Row, rect: QRect) -> None:
        """Put the items of a row one after the other, each in the middle of its height."""
        owner, x = self.parentWidget(), rect.left()
        direction = owner.layoutDirection() if owner else QGuiApplication.layoutDirection()
        for item, size in row:
            box = QRect(QPoint(x, rect.top() + (rect.height() - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, rect, box))
            x += size.width() + self._gap


def _rows(items: _Row, width: int, gap: int) -> list[_Row]:
    """Return the items in rows of at most a width."""
    rows: list[_Row] = []
    x = 0
    for item, size in items:
        if not rows or x + size.width() > width:
            rows.append([])
            x = 0
        rows[-1].append((item, size))
        x += size.width() + gap
    return rows

"""A file's own text, at the line that a problem is about."""

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from viewer.formats.text import split_lines
from viewer.ui.theme import plain
from viewer.ui.theme.palette import accent, mix

#: A line without an end would take seconds to lay out: it is folded into rows this long.
_LONGEST: Final = 10_000
_AIR: Final = 8
#: What would end a line in the view but ends none in the file.
_NO_ENDS: Final = str.maketrans(dict.fromkeys("\0\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\ufffd"))


class SourceView(QDialog):
    """Shows a file as plain text with line numbers; nothing in it can be changed."""

    def __init__(self, name: str, text: str, line: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("{name} (source text)").format(name=plain.in_title(name))
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = _Numbered(text)
        self._text.setAccessibleName(plain.line(title))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.go_to(line)

    def go_to(self, line: int) -> None:
        """Put a line, counted from 1, in the middle and mark it."""
        self._text.go_to(line)

    def sizeHint(self) -> QSize:
        """Return room for some eighty characters and twenty lines, beside a list of problems."""
        return QSize(820, 400)


class _Numbered(QPlainTextEdit):
    """Plain text with the numbers of its lines beside it."""

    def __init__(self, text: str) -> None:
        rows: list[str] = []
        #: The row that each line of the file begins with.
        self._begins: list[int] = []
        for line in split_lines(text):
            self._begins.append(len(rows))
            rows += _folded(line.translate(_NO_ENDS))
        super().__init__("\n".join(rows))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._numbers = _Numbers(self)
        self.setViewportMargins(self._numbers.sizeHint().width(), 0, 0, 0)
        self.updateRequest.connect(self._scroll_numbers)

    def go_to(self, line: int) -> None:
        row = self._begins[min(max(line, 1), len(self._begins)) - 1] if self._begins else 0
        block = self.document().findBlockByNumber(row)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        mark = QTextEdit.ExtraSelection()
        palette = self.palette()
        ground = mix(palette.color(QPalette.ColorRole.Base), accent(palette), 0.15)
        mark.format.setBackground(ground)
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = QTextCursor(block)
        self.setExtraSelections([mark])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        width = self._numbers.sizeHint().width()
        self._numbers.setGeometry(inside.left(), inside.top(), width, inside.height())

    def draw_numbers(self, painter: QPainter, width: int) -> None:
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > self.viewport().height():
                break
            room = QRect(0, round(place.top()), width - _AIR, round(place.height()))
            along = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, along, self.number_of(block.blockNumber()))
            block = block.next()

    def number_of(self, row: int) -> str:
        """Return the number of the line that begins with a row; a folded one has it once."""
        at = bisect_left(self._begins, row)
        begins = at < len(self._begins) and self._begins[at] == row
        return str(at + 1) if begins else ""

    @Slot(QRect, int)
    def _scroll_numbers(self, _area: QRect, _dy: int) -> None:
        self._numbers.update()


def _folded(line: str) -> list[str]:
    return [line[at : at + _LONGEST] for at in range(0, len(line), _LONGEST)] or [""]


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, text: _Numbered) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        digits = max(len(str(self._text.blockCount())), 3)
        return QSize(self._text.fontMetrics().horizontalAdvance("9") * digits + 2 * _AIR, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        self._text.draw_numbers(painter, self.width())

"""A page of text in a column that zooms and keeps its place: all but the transcript."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextBlock, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from viewer.ui.transcript.column import PageColumn, measure
from viewer.ui.transcript.layout import Leading
from viewer.ui.transcript.scrolling_page import Place, ScrollingPage

SMALLEST_PT: Final = 6
LARGEST_PT: Final = 48
#: Lines are this many times the size of their letters apart, blocks this part of a line more.
SPACING: Final = 1.5
GAP: Final = 0.5
#: A wheel's notch, as Qt counts.
_NOTCH: Final = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A block as shown: where it, its words and its band stand in the viewport."""

    block: QTextBlock
    index: int
    top: float
    text_top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A character whose line is to stay `y` pixels below the page's top."""

    position: int
    y: float
    held: int | None
    place: Place


class ReadingPage(ScrollingPage):
    """A read-only page; `point_size_changed` is a fact, `reader_scrolled` one about the reader."""

    point_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor: _Anchor | None = None
        #: How high the view is; while it is resized, how high it was when last painted.
        self._page_height = self.viewport().height()
        self._mirrored = False
        self._turned = 0
        self._column = PageColumn.fit(0, 0, 0)
        self._set_up()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFont(QFont(QApplication.font().family(), 12))
        self.fit_column()

    # The column

    def set_foot(self, height: int) -> None:
        """Keep a strip of the pane's foot free of text; what is read stays where it is."""
        self.setViewportMargins(0, 0, 0, height)

    def gutter_width(self) -> int:
        """Return the room that stands beside the text; a subclass says how much."""
        return 0

    def fit_column(self, *, forget: bool = True) -> None:
        """Measure the column anew for the pane, the font and the gutter.

        Without `forget`, Qt is about to lay everything out anew by itself.
        """
        widest = measure(QFontMetricsF(self.font()))
        width, times = self.viewport().width(), self.gutter_width()
        self._column = PageColumn.fit(width, times, widest, mirrored=self._mirrored)
        leading = Leading.of(self.font(), SPACING, GAP)
        self._layout.set_column(
            self._column.text_left, self._column.text_width, leading, forget=forget
        )

    def rows(self) -> Iterator[Row]:
        """Yield the blocks that are in view, from the top."""
        block = self.firstVisibleBlock()
        index = block.blockNumber()
        top = self.contentOffset().y()
        while block.isValid() and top < self._page_height:
            rect = self._layout.blockBoundingRect(block)
            text_top = top + self._layout.head_of(index) - self._layout.lifted(index, 0)
            bottom = top + rect.height()
            yield Row(block, index, top, text_top, bottom)
            block, index, top = block.next(), index + 1, bottom

    # Zoom

    @property
    def point_size(self) -> int:
        """The size of the reading face."""
        return self.font().pointSize()

    def set_point_size(self, points: int) -> None:
        """Set the size of the reading face, within bounds, and keep the place."""
        points = max(SMALLEST_PT, min(points, LARGEST_PT))
        if points == self.point_size:
            return
        font = QFont(self.font())
        font.setPointSize(points)
        with self._place_kept():
            self.setFont(font)
            self.fonts_changed()
            self.fit_column()
        self.point_size_changed.emit(points)

    def zoom_by(self, steps: int) -> None:
        """Make the letters larger or smaller by so many points."""
        self.set_point_size(self.point_size + steps)

    def fonts_changed(self) -> None:
        """Take in another reading face; a subclass knows what hangs on it."""

    # Keeping the place

    def held_block(self) -> int | None:
        """Return the block that is to keep its place, if it is in view; else the top line does."""
        return None

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Keep a line where it is while the text is laid out anew."""
        self._motion.stop()
        anchor = self._find_anchor()
        yield
        block = self.document().findBlock(anchor.position)
        self._layout.put_down()
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(anchor.position - block.position())
        lowest = max(self._page_height - self._layout.leading.step, 0)
        y = min(anchor.y, lowest) if anchor.held is not None else anchor.y
        self.go(Place(block.blockNumber(), round(line.y() - y)))
        self._anchor = _Anchor(anchor.position, anchor.y, anchor.held, self.place())

    def _find_anchor(self) -> _Anchor:
        """Return the line to keep; the same as the last time where nothing has moved since."""
        place, held = self.place(), self.held_block()
        known = self._anchor
        if known is not None and (known.place, known.held) == (place, held):
            return known
        if held is not None:
            block = self.document().findBlockByNumber(held)
            line = block.layout().lineAt(0)
        else:
            block = self.document().findBlockByNumber(place.block)
            line = block.layout().lineAt(self._top()[1])
        offset = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        start = line.textStart() if line.isValid() else 0
        y = offset + line.y() if line.isValid() else 0.0
        return _Anchor(block.position() + start, y, held, place)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new width, and keep the place."""
        with self._place_kept():
            self.fit_column(forget=event.size().width() == event.oldSize().width())
            super().resizeEvent(event)
            self._page_height = event.size().height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A touchpad turns by little; eighths of a degree add up to a wheel's notch.
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            self.zoom_by(steps)
        else:
            exact, turned = event.pixelDelta().y(), event.angleDelta().y()
            lines = QApplication.wheelScrollLines() * turned / _NOTCH
            self.scrolled_by_wheel(-(exact or round(lines * self._layout.leading.step)))
        event.accept()

    def scrolled_by_wheel(self, pixels: int) -> None:
        """Scroll as the reader turned the wheel."""
        self.scroll_by(pixels)

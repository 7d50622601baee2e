"""A page of text that scrolls by pixels, zooms, and keeps its place: all but the transcript."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextBlock, QTextLine, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from viewer.ui.leaded_layout import LeadedLayout, Leading
from viewer.ui.page_column import PageColumn, measure

SMALLEST_PT: Final = 6
LARGEST_PT: Final = 48
#: How long our own scrolling may take.
MOTION_MS: Final = 120
#: Lines are this many times the size of their letters apart, blocks this part of a line more.
SPACING: Final = 1.5
GAP: Final = 0.5
_MARGIN: Final = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the text, `y` pixels below the top of a block; it stands at the page's top."""

    block: int
    y: float


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


class ReadingPage(QPlainTextEdit):
    """A read-only page; `point_size_changed` is a fact, `reader_scrolled` one about the reader."""

    point_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_MARGIN)
        self._layout = LeadedLayout(document)
        document.setDocumentLayout(self._layout)
        self._anchor: _Anchor | None = None
        self._own_move = False
        self._top_seen = (0, 0)
        self._reduced_motion = False
        self._motion = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._motion.setDuration(MOTION_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move_on)
        self._motion_from, self._motion_by = Place(0, 0), 0.0
        self._column = PageColumn.fit(0, 0, 0)
        self._set_up()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.verticalScrollBar().valueChanged.connect(self._top_moved)
        self.setFont(QFont(QApplication.font().family(), 12))
        self.fit_column()

    # The column

    def gutter_width(self) -> int:
        """Return the room that stands beside the text; a subclass says how much."""
        return 0

    def fit_column(self, *, forget: bool = True) -> None:
        """Measure the column anew for the pane, the font and the gutter.

        Without `forget`, Qt is about to lay everything out anew by itself.
        """
        widest = measure(QFontMetricsF(self.font()))
        self._column = PageColumn.fit(self.viewport().width(), self.gutter_width(), widest)
        leading = Leading.of(self.font(), SPACING, GAP)
        self._layout.set_column(
            self._column.text_left, self._column.text_width, leading, forget=forget
        )

    def rows(self) -> Iterator[Row]:
        """Yield the blocks that are in view, from the top."""
        block = self.firstVisibleBlock()
        index = block.blockNumber()
        top = self.contentOffset().y()
        height = self.viewport().height()
        while block.isValid() and top < height:
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

    # Place and scrolling

    def place(self) -> Place:
        """Return what stands at the top."""
        block = self.firstVisibleBlock()
        line = self.verticalScrollBar().value() - block.firstLineNumber()
        number = block.blockNumber()
        return Place(number, self._layout.lifted(number, line) - self.contentOffset().y())

    def go(self, place: Place) -> bool:
        """Bring a place to the top, as far as the text reaches; return whether that moved it."""
        before = self.place()
        self._own_move = True
        self._layout.lift(QTextBlock(), 0, 0.0)
        self._set_top(self._settled(place))
        self._own_move = False
        self._top_seen = self._top()
        moved = self.place() != before
        if moved:
            self.viewport().update()
        return moved

    def scroll_by(self, pixels: float) -> bool:
        """Scroll down by so many pixels; return whether anything moved."""
        self._motion.stop()
        here = self.place()
        return self.go(Place(here.block, here.y + pixels))

    def glide_to(self, place: Place, *, animate: bool) -> None:
        """Bring a place to the top, gently if it is near and motion is wanted."""
        self._motion.stop()
        here = self.place()
        by = self._distance(here, place)
        if by is None or not animate or self._reduced_motion or not self.isVisible():
            self.go(place)
        elif by:
            self._motion_from, self._motion_by = here, by
            self._motion.start()

    @property
    def gliding(self) -> bool:
        """Whether our own scrolling is under way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def set_reduced_motion(self, reduced: bool) -> None:
        """Do without gliding, or glide again."""
        self._reduced_motion = reduced

    @Slot(object)
    def _move_on(self, share: float) -> None:
        self.go(Place(self._motion_from.block, self._motion_from.y + self._motion_by * share))

    def _set_top(self, place: Place) -> None:
        """Have the line at a place uppermost, and lift it by what is left."""
        block = self.document().findBlockByNumber(place.block)
        self._layout.blockBoundingRect(block)
        layout, line = block.layout(), 0
        while line + 1 < layout.lineCount() and _end(layout.lineAt(line)) <= place.y:
            line += 1
        bar = self.verticalScrollBar()
        wanted = block.firstLineNumber() + line
        bar.setValue(wanted)
        if bar.value() == wanted and wanted < bar.maximum():
            self._layout.lift(block, line, max(place.y + self.contentOffset().y(), 0.0))

    def _settled(self, place: Place) -> Place:
        """Return the same place with `y` inside its block, or the nearest there is."""
        block = self.document().findBlockByNumber(place.block)
        y = place.y
        while y < 0 and block.previous().isValid():
            block = block.previous()
            y += self._height(block)
        while block.next().isValid() and y >= (height := self._height(block)):
            y -= height
            block = block.next()
        return Place(block.blockNumber(), y)

    def _distance(self, here: Place, there: Place) -> float | None:
        """Return how far below one place another is, or None where that is far."""
        low, high = sorted((here.block, there.block))
        far = 2 * self.viewport().height()
        between, block = 0.0, self.document().findBlockByNumber(low)
        lifted = self.place()
        while low < high and between <= far:
            between += self._height(block)
            if low == lifted.block:
                between += lifted.y + self.contentOffset().y()
            block, low = block.next(), low + 1
        signed = between if here.block < there.block else -between
        by = signed + there.y - here.y
        return by if abs(by) <= far else None

    def _height(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).height()

    def _top(self) -> tuple[int, int]:
        block = self.firstVisibleBlock()
        return block.blockNumber(), self.verticalScrollBar().value() - block.firstLineNumber()

    @Slot()
    def _top_moved(self) -> None:
        """Put the lifted line down once QPlainTextEdit itself scrolled elsewhere."""
        if self._own_move or self._top() == self._top_seen:
            return
        self._top_seen = self._top()
        self._layout.lift(QTextBlock(), 0, 0.0)
        self.viewport().update()
        self.scrolled_by_qt()

    def scrolled_by_qt(self) -> None:
        """Take in that QPlainTextEdit scrolled; a subclass knows whether the reader wanted it."""

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
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(anchor.position - block.position())
        lowest = max(self.viewport().height() - self._layout.leading.step, 0)
        y = min(anchor.y, lowest) if anchor.held is not None else anchor.y
        self.go(Place(block.blockNumber(), line.y() - y))
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoom_by((turned > 0) - (turned < 0))
        else:
            exact, turned = event.pixelDelta().y(), event.angleDelta().y()
            lines = QApplication.wheelScrollLines() * turned / 120
            self.scrolled_by_wheel(-(exact or lines * self._layout.leading.step))
        event.accept()

    def scrolled_by_wheel(self, pixels: float) -> None:
        """Scroll as the reader turned the wheel."""
        self.scroll_by(pixels)


def _end(line: QTextLine) -> float:
    """Return where QPlainTextEdit takes the line after this one to begin."""
    return line.naturalTextRect().bottom()

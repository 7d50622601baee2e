"""Scrolling by pixels, gently where that is wanted, on QPlainTextEdit's lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.value import value
from viewer.ui.transcript.layout import LeadedLayout

#: How long our own scrolling may take.
MOTION_MS: Final = 120
MARGIN: Final = 10


@value
class Place:
    """A point of the text, `y` pixels below the top of a block; it stands at the page's top."""

    block: int
    y: int


#: The beginning of the text, with the margin above it.
TOP: Final = Place(0, -MARGIN)


class Scrolling(QObject):
    """Knows what stands at a text's top to the pixel, and brings anything there.

    QPlainTextEdit scrolls by whole lines; what is left, the layout lifts the uppermost line by.
    `moved` tells that something else stands at the top, `by_qt` that it was QPlainTextEdit's doing.
    """

    moved = Signal()
    by_qt = Signal()

    def __init__(self, edit: QPlainTextEdit, layout: LeadedLayout) -> None:
        super().__init__(edit)
        self._edit, self._layout = edit, layout
        self._own_move = False
        self._top_seen = (0, 0)
        self._reduced_motion = False
        self._motion = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._motion.setDuration(MOTION_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move_on)
        self._motion_from, self._motion_by = Place(0, 0), 0
        edit.verticalScrollBar().valueChanged.connect(self._top_moved)

    def place(self) -> Place:
        """Return what stands at the top."""
        number, line = self.top()
        lifted = self._layout.lifted(number, line)
        return Place(number, round(lifted - self._edit.contentOffset().y()))

    def top(self) -> tuple[int, int]:
        """Return the uppermost block's number, and its uppermost line's."""
        block = self._edit.firstVisibleBlock()
        line = self._edit.verticalScrollBar().value() - block.firstLineNumber()
        return block.blockNumber(), line

    def go(self, place: Place) -> bool:
        """Bring a place to the top, as far as the text reaches; return whether that moved it."""
        before, line = self.place(), self.top()
        with self.own_moves():
            self._layout.put_down()
            self._set_top(self._settled(place))
        self._top_seen = self.top()
        moved = self.place() != before
        if moved or self._top_seen != line:  # Qt has moved the picture of its lines
            self._edit.viewport().update()
        if moved:
            self.moved.emit()
        return moved

    def by(self, pixels: int) -> bool:
        """Scroll down by so many pixels; return whether anything moved."""
        self.stop()
        here = self.place()
        return self.go(Place(here.block, here.y + pixels))

    def glide_to(self, place: Place, *, animate: bool) -> None:
        """Bring a place to the top, gently if it is near and motion is wanted."""
        self.stop()
        here = self.place()
        self._layout.put_down()
        by = self._distance(here, self._settled(place))
        self.go(here)
        if by is None or not animate or self._reduced_motion or not self._edit.isVisible():
            self.go(place)
        elif by:
            self._motion_from, self._motion_by = here, by
            self._motion.start()

    @property
    def gliding(self) -> bool:
        """Whether our own scrolling is under way."""
        return self._motion.state() == QVariantAnimation.State.Running

    @contextmanager
    def own_moves(self) -> Iterator[None]:
        """Take what moves meanwhile as nobody's scrolling."""
        self._own_move = True
        yield
        self._own_move = False

    def stop(self) -> None:
        """Stop gliding."""
        self._motion.stop()

    def arrive(self) -> None:
        """Be at once where gliding leads: what is laid out anew meanwhile must not cut it short."""
        if self.gliding:
            self.stop()
            self._move_on(1.0)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Do without gliding, or glide again."""
        self._reduced_motion = reduced

    @Slot(object)
    def _move_on(self, share: float) -> None:
        start = self._motion_from
        self.go(Place(start.block, start.y + round(self._motion_by * share)))

    def _set_top(self, place: Place) -> None:
        """Have the line at a place uppermost, and lift it by what is left."""
        block = self._edit.document().findBlockByNumber(place.block)
        self._lay_out_page(block, place.y)
        layout, line = block.layout(), 0
        while line + 1 < layout.lineCount() and _end(layout.lineAt(line)) <= place.y:
            line += 1
        bar = self._edit.verticalScrollBar()
        bar.setValue(block.firstLineNumber() + line)
        # Going there, Qt may have laid out blocks above, and counted their lines anew.
        bar.setValue(wanted := block.firstLineNumber() + line)
        if bar.value() == wanted and wanted < bar.maximum():
            lift = max(place.y + self._edit.contentOffset().y(), 0.0)
            self._layout.lift(block, line, lift)

    def _lay_out_page(self, block: QTextBlock, y: int) -> None:
        """Lay out what is going to be in view; while it is painted the scroll bar must not move."""
        below = self._edit.viewport().height() + y
        while block.isValid() and below > 0:
            below -= self._height(block)
            block = self._layout.next_shown(block)

    def _settled(self, place: Place) -> Place:
        """Return the same place with `y` inside its block, or the nearest there is."""
        block, y = self._edit.document().findBlockByNumber(place.block), place.y
        if not block.isVisible():
            following = self._layout.next_shown(block)
            block = following if following.isValid() else self._layout.previous_shown(block)
        while y < 0 and (before := self._layout.previous_shown(block)).isValid():
            block = before
            y += self._height(block)
        while (after := self._layout.next_shown(block)).isValid():
            if y < (height := self._height(block)):
                break
            block, y = after, y - height
        if not after.isValid():
            y = min(y, max(self._height(block) - self._edit.viewport().height(), 0))
        number = block.blockNumber()
        first = not self._layout.previous_shown(block).isValid()
        return Place(number, max(y, -MARGIN) if first else y)

    def _distance(self, here: Place, there: Place) -> int | None:
        """Return how far below one place another is, or None where that is far."""
        low, high = sorted((here.block, there.block))
        far = 2 * self._edit.viewport().height()
        between, block = 0, self._edit.document().findBlockByNumber(low)
        while low < high and between <= far:
            between += self._height(block)
            block = self._layout.next_shown(block)
            low = block.blockNumber() if block.isValid() else high
        signed = between if here.block < there.block else -between
        by = signed + there.y - here.y
        return by if low == high and abs(by) <= far + self._edit.viewport().height() else None

    def _height(self, block: QTextBlock) -> int:
        return round(self._layout.blockBoundingRect(block).height())

    @Slot()
    def _top_moved(self) -> None:
        """Put the lifted line down once QPlainTextEdit itself scrolled elsewhere."""
        if self._own_move or self.top() == self._top_seen:
            return
        self._top_seen = self.top()
        self._layout.put_down()
        self._edit.viewport().update()
        self.moved.emit()
        self.by_qt.emit()


def _end(line: QTextLine) -> float:
    """Return where QPlainTextEdit takes the line after this one to begin."""
    return line.naturalTextRect().bottom()

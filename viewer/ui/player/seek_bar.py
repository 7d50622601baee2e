"""Where in the recording we are, what stands there, and going elsewhere."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock
from viewer.ui.player.bar_marks import BarLevel, BarMarks, Mark
from viewer.ui.player.hover_tip import HoverTip
from viewer.ui.player.loop_range import LoopRange
from viewer.ui.widgets.thin_slider import ThinSlider

STEP_MS: Final = 5_000
PAGE_MS: Final = 30_000
#: While the handle is dragged, places are asked for no more often than this.
SCRUB_MS: Final = 50


class SeekBar(ThinSlider):
    """A bar as long as the recording; it emits where to go and shows where we are."""

    seek_requested = Signal(int)
    #: The right button was pressed: a wish for a link to that place.
    link_requested = Signal(int)
    #: An end of what is played over and over was dragged: the `Stretch` that it makes.
    loop_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = BarMarks(self)
        self.loop = LoopRange(self)
        self._line_at: Callable[[int], str] | None = None
        self._hover_x: float | None = None
        self._owed: int | None = None
        self._position_ms = 0
        self._breather = QTimer(self, singleShot=True, interval=SCRUB_MS)
        self._tip = HoverTip(self)
        self._breather.timeout.connect(self._pay)
        self.asked.connect(self._asked)
        self.sliderReleased.connect(self._settle)
        self.setSingleStep(STEP_MS)
        self.setPageStep(PAGE_MS)
        self.setAccessibleName(self.tr("Position in the recording"))
        self.set_duration(0)

    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is; without a length the bar is of no use."""
        self._showing = True
        self.setRange(0, max(ms, 0))
        self._showing = False
        self.setEnabled(ms > 0)
        self.set_position(self._position_ms)

    def set_position(self, ms: int) -> None:
        """Take in where playback is, also before the length; a hand that drags has precedence."""
        self._position_ms = ms
        self.show_value(ms)
        self._describe()

    @Slot(object)
    def set_found(self, moments: tuple[int, ...]) -> None:
        """Show where a phrase that was looked for is said; none for an empty list."""
        self.marks.set(BarLevel.FOUND, map(Mark, moments))

    @Slot(object)
    def set_found_here(self, moment: int | None) -> None:
        """Show which of these places the reader is at; None for none."""
        self.marks.set(BarLevel.FOUND_HERE, () if moment is None else (Mark(moment),))

    @Slot(object)
    def set_loop(self, loop: Stretch | None) -> None:
        """Show what is played over and over; None for nothing."""
        self.loop.show(loop)
        self.unsetCursor()
        self._mark_loop()

    def set_line_at(self, line_at: Callable[[int], str] | None) -> None:
        """Take what tells the words said at a moment, for the card shown while hovering."""
        self._line_at = line_at

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(240, super().sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an end of the loop, or go to where the click was."""
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and self.loop.take(event.position())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is said under the pointer, and follow a drag."""
        if self.loop.held:
            self.loop.drag(event.position().x())
            self._show_card(self.loop.held_ms)
            self._mark_loop()
            return
        super().mouseMoveEvent(event)
        self._hover_x = event.position().x()
        self._show_tip(self._hover_x)
        if self.loop.is_at(event.position()) and not self.isSliderDown():
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of whatever was dragged."""
        if not self.loop.held:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._tip.hide()
            if (moved := self.loop.let_go()) is not None:
                self.loop_requested.emit(moved)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a link to what the pointer is at, or the handle where keys ask."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if self.isEnabled():
            self.link_requested.emit(self.value_at(event.x()) if by_mouse else self.value())

    def leaveEvent(self, event: QEvent) -> None:
        """Put the card away."""
        super().leaveEvent(event)
        self._hover_x = None
        self._tip.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of everything when the bar is hidden in the middle of a drag."""
        super().hideEvent(event)
        self.setSliderDown(False)
        self.loop.give_back()
        self._mark_loop()
        self._hover_x = None
        self._tip.hide()

    def paint_marks(self, painter: QPainter) -> None:
        """Draw what is marked, and where the pointer is."""
        self.marks.paint(painter)
        groove, text = self.groove(), self.palette().color(QPalette.ColorRole.Text)
        if self._hover_x is not None and not self.isSliderDown() and not self.loop.held:
            x = self.x_of(self.value_at(self._hover_x))
            painter.fillRect(QRectF(x - 0.75, groove.top() - 2, 1.5, groove.height() + 4), text)

    def _mark_loop(self) -> None:
        loop = self.loop.stretch
        self.marks.set(BarLevel.LOOP, () if loop is None else [Mark(loop.begin_ms, loop.end_ms)])

    def _show_tip(self, x: float) -> None:
        if self.isEnabled():
            self._show_card(self.value_at(x))

    def _show_card(self, ms: int) -> None:
        x = self.x_of(ms)
        time = " · ".join(filter(None, [format_clock(ms), self.marks.name_at(ms)]))
        self._tip.show_at(round(x), time, self._line_at(ms) if self._line_at else "")

    def _asked(self, ms: int) -> None:
        if self._breather.isActive():
            self._owed = ms
            return
        self._describe()
        self.seek_requested.emit(ms)
        if self.isSliderDown():
            self._breather.start()

    def _pay(self) -> None:
        owed, self._owed = self._owed, None
        if owed is not None:
            self._asked(owed)

    def _settle(self) -> None:
        self._breather.stop()
        self._pay()

    def _describe(self) -> None:
        here, whole = format_clock(self.value()), format_clock(self.maximum())
        words = self.tr("{0} of {1}").format(here, whole) if self.maximum() else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

"""A slim slider that goes where it is clicked, and knows a hand's wish from a reported fact."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from viewer.ui.theme.palette import accent, distinct_from
from viewer.ui.widgets.icon_button import draw_focus_ring
from viewer.ui.widgets.notches import Notches

HEIGHT: Final = 24
#: Room at both ends, so that the handle and the focus ring are never cut.
MARGIN: Final = 9
_GROOVE, _GROOVE_HELD = 4.0, 6.0
_HANDLE, _HANDLE_HELD = 5.5, 7.0


class ThinSlider(QAbstractSlider):
    """A horizontal slider; it runs from left to right in every language, as a recording does."""

    #: A value that was asked for by mouse, wheel, key or assistive technology.
    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = self._muted = False
        self._wheel = Notches()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._note)

    def show_value(self, value: int) -> None:
        """Show a value without asking for it; a hand on the slider has precedence."""
        if not self.isSliderDown():
            self._put_value(value)

    def ask(self, value: int) -> None:
        """Show a value and ask for it."""
        self._put_value(value)
        self.asked.emit(self.value())

    def set_muted(self, muted: bool) -> None:
        """Look as if the value were without effect, which it is until somebody asks for another."""
        self._muted = muted
        self.update()

    def groove(self) -> QRectF:
        """Return the groove's rectangle."""
        thick = _GROOVE_HELD if self._is_lively() else _GROOVE
        top = (self.height() - thick) / 2
        return QRectF(MARGIN, top, max(self.width() - 2 * MARGIN, 1), thick)

    def x_of(self, value: int) -> float:
        """Return where a value stands."""
        groove, span = self.groove(), self.maximum() - self.minimum()
        return groove.left() + groove.width() * (value - self.minimum()) / max(span, 1)

    def value_at(self, x: float) -> int:
        """Return the value that stands at `x`, kept within the range."""
        groove, span = self.groove(), self.maximum() - self.minimum()
        share = min(max((x - groove.left()) / groove.width(), 0.0), 1.0)
        return self.minimum() + round(share * span)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(80, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that still can be used."""
        return QSize(48, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the click was."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.ask(self.value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        value = self.value_at(event.position().x())
        if self.isSliderDown() and value != self.value():
            self.ask(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one step a notch; what finer wheels turn is added up."""
        if notches := self._wheel.turned(event):
            self.ask(self.value() + notches * self.singleStep())
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Grow a little under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Shrink again."""
        super().leaveEvent(event)
        self._wheel.forget()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove, what is behind the handle, the handle and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint_groove(painter)
        if self.isEnabled():
            self.paint_marks(painter)
            self._paint_handle(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self)

    def paint_groove(self, painter: QPainter) -> None:
        """Draw the groove, filled up to the value."""
        groove, ink = self.groove(), self.palette()
        _paint_bar(painter, groove, _quiet(ink))
        if self.isEnabled() and self.value() > self.minimum():
            groove.setRight(self.x_of(self.value()))
            _paint_bar(painter, groove, self._ink())

    def paint_marks(self, painter: QPainter) -> None:
        """Draw what stands along the groove; here nothing."""

    def _paint_handle(self, painter: QPainter) -> None:
        radius = _HANDLE_HELD if self._is_lively() else _HANDLE
        center = QPointF(self.x_of(self.value()), self.height() / 2)
        painter.setBrush(self.palette().window())
        painter.drawEllipse(center, radius + 1.5, radius + 1.5)
        painter.setBrush(self._ink())
        painter.drawEllipse(center, radius, radius)

    def _ink(self) -> QColor:
        """Return the colour of the value: the accent, or a grey that differs from the groove's."""
        palette = self.palette()
        if not self._muted:
            return accent(palette)
        window, text = (
            palette.color(QPalette.ColorRole.Window),
            palette.color(QPalette.ColorRole.Text),
        )
        return distinct_from(window, window, text, 3.0)

    def _is_lively(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isSliderDown())

    def _put_value(self, value: int) -> None:
        self._showing = True
        self.setValue(value)
        self._showing = False

    def _note(self, value: int) -> None:
        if not self._showing:
            self.ask(value)


def _quiet(palette: QPalette, ratio: float = 1.6) -> QColor:
    """Return a grey: for the empty groove as quiet as can still be seen on the window."""
    window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Text)
    return distinct_from(window, window, text, ratio)


def _paint_bar(painter: QPainter, bar: QRectF, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

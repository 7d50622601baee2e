"""The surface that engines draw on, with the line that is said over it."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QWidget

from viewer.ui.widgets.notches import Notches

#: Twice the time between two frames: by then a playing recording has shown the new line itself.
_PATIENCE_MS: Final = 90
_LEAST_WIDTH: Final = 240
#: Where Qt writes the line, as parts of the picture's height: its letters in points, and its foot.
_LETTERS, _FOOT = 0.045, 0.05
#: A row with nothing to be seen in it.
_EMPTY_ROW: Final = "\n\u00a0"


class Picture(QVideoWidget):
    """Shows frames and a line over them; tells clicks.

    It loads Qt Multimedia and its codecs, so it is made when there is something to be shown.
    """

    clicked = Signal()
    double_clicked = Signal()
    #: The wheel was turned, by so many notches.
    wheel_turned = Signal(int)
    #: Where on the screen a menu was asked for.
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._pressed = False
        self._wheel = Notches()
        self._line, self._covered = "", 0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_line_anew)
        self.setAccessibleName(self.tr("Picture"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMouseTracking(True)  # moves bring a hidden play bar back
        self.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        for container in self.findChildren(QWidget):
            container.setAcceptDrops(False)  # it would swallow what is dropped for the window

    def clear(self) -> None:
        """Show no frame."""
        self.videoSink().setVideoFrame(QVideoFrame())

    def set_line(self, text: str) -> None:
        """Show a line; empty for none."""
        self._line = text
        self._write_line()

    def set_covered(self, height: int) -> None:
        """Take in how much of the picture's foot is covered: the line stands above that."""
        self._covered = height
        self._write_line()

    def sizeHint(self) -> QSize:
        """Return the same size whatever the frames are, so that no layout jumps."""
        return QSize(480, 270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the line anew, whose rows have another height now."""
        super().resizeEvent(event)
        if self._covered:
            self._write_line()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no timer ticking."""
        super().hideEvent(event)
        self._patience.stop()

    def _write_line(self) -> None:
        self.videoSink().setSubtitleText(self._wanted())
        if self.isVisible():
            self._patience.start()

    def _wanted(self) -> str:
        return self._line + _EMPTY_ROW * self._rows_covered() if self._line else ""

    def _rows_covered(self) -> int:
        """Return how many rows of the line would be covered; Qt always writes at the same place."""
        frame, room = self.videoSink().videoSize(), self.size()
        if not self._covered or frame.isEmpty():
            return 0
        height = frame.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).height()
        hidden = self._covered - (room.height() - height) / 2 - height * _FOOT
        font = QFont()
        font.setPointSize(max(int(height * _LETTERS), 1))
        return max(ceil(hidden / QFontMetrics(font).height()), 0)

    def _show_line_anew(self) -> None:
        """Draw the frame again if it still has the line before.

        A sink writes its text on the frames it gets afterwards, and takes no frame twice in a
        row; so a paused picture would keep its old line without the empty frame in between.
        """
        sink = self.videoSink()
        frame = sink.videoFrame()
        if frame.isValid() and frame.subtitleText() != self._wanted():
            sink.setVideoFrame(QVideoFrame())
            sink.setVideoFrame(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that a click has begun here."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click that ends where it began."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        self._pressed = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take back what the first click did, then tell the second."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
            self.double_clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Tell whole notches."""
        if notches := self._wheel.turned(event):
            self.wheel_turned.emit(notches)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell where a menu is asked for."""
        self.menu_requested.emit(event.globalPos())

"""The picture, the line said over it, and what it is called below it."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.session.opened import Change, Opened
from viewer.ui.player.picture_word import PictureWord
from viewer.ui.theme import plain
from viewer.ui.widgets.notches import Notches
from viewer.ui.widgets.plain_label import PlainLabel

#: Twice the time between two frames: by then a playing recording has shown the new line itself.
_PATIENCE_MS: Final = 90
_LEAST_WIDTH: Final = 240
#: Where Qt writes the line, as parts of the picture's height: its letters in points, and its foot.
_LETTERS, _FOOT = 0.045, 0.05
#: A row with nothing to be seen in it.
_EMPTY_ROW: Final = "\n\u00a0"


class VideoPanel(QWidget):
    """Holds the surface that engines draw on; emits what clicks on it ask for."""

    toggle_requested = Signal()
    full_screen_requested = Signal()
    #: The wheel was turned over the picture, by so many notches.
    wheel_turned = Signal(int)
    #: Where on the screen a menu was asked for.
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self._line_shown = True
        self._covered = 0
        self._picture = _Picture()
        self._caption = PlainLabel()
        self._alone = False
        self._surface: QWidget | None = None
        self.word = PictureWord(self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()
        self._picture.clicked.connect(self.toggle_requested)
        self._picture.double_clicked.connect(self.full_screen_requested)
        self._picture.wheel_turned.connect(self.wheel_turned)
        self._picture.menu_requested.connect(self.menu_requested)
        self._patience.timeout.connect(self._show_line_anew)

    @property
    def sink(self) -> QVideoSink:
        """Return the sink that an engine puts its frames into."""
        return self._picture.videoSink()

    @Slot(object)
    def show_surface(self, surface: QWidget | None) -> None:
        """Have a picture that draws itself in place of the frames, or frames again."""
        if self._surface is not None:
            self._column.removeWidget(self._surface)
            self._surface.hide()
            self._surface.setParent(None)
        self._surface = surface
        if surface is not None:
            self._column.insertWidget(0, surface, 1)
            surface.show()
        self._picture.setVisible(surface is None)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in which recording there is; the last one's picture is not shown again."""
        recording = opened.recording
        if recording is None or opened.change is Change.DOCUMENT:
            self.sink.setVideoFrame(QVideoFrame())
        stand_in = self.tr("A stand-in made for the sample, not the original recording")
        self.set_caption(stand_in if recording is not None and recording.stand_in else "")

    def set_line(self, text: str) -> None:
        """Take in the line that is being said; empty for none."""
        self._line = plain.line(text)
        self._write_line()

    def set_line_shown(self, shown: bool) -> None:
        """Have the line over the picture, or not."""
        self._line_shown = shown
        self._write_line()

    @Slot(int)
    def set_covered(self, height: int) -> None:
        """Take in how much of the picture's foot is covered: the line stands above that."""
        self._covered = height
        self._write_line()

    def set_caption(self, text: str) -> None:
        """Say below the picture what it is, such as a stand-in; empty for nothing."""
        self._caption.setText(plain.line(text))
        self._show_caption()

    def set_alone(self, alone: bool) -> None:
        """Take in whether the picture has the whole screen, where nothing else has room."""
        self._alone = alone
        self._show_caption()

    @Slot(str)
    def say(self, word: str) -> None:
        """Show a short word on the picture for a moment, if there is one to be seen."""
        if self.isVisible():
            self.word.say(word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the line anew, whose rows have another height now."""
        super().resizeEvent(event)
        if self._covered:
            self._write_line()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no timer ticking."""
        super().hideEvent(event)
        self._patience.stop()

    def _show_caption(self) -> None:
        self._caption.setVisible(bool(self._caption.text()) and not self._alone)

    def _lay_out(self) -> None:
        self._caption.setWordWrap(True)
        self._caption.setContentsMargins(17, 6, 17, 2)
        self._caption.setForegroundRole(self._caption.palette().ColorRole.PlaceholderText)
        self._caption.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._picture, 1)
        column.addWidget(self._caption)

    def _write_line(self) -> None:
        self.sink.setSubtitleText(self._wanted())
        if self.isVisible():
            self._patience.start()

    def _wanted(self) -> str:
        if not self._line or not self._line_shown:
            return ""
        return self._line + _EMPTY_ROW * self._rows_covered()

    def _rows_covered(self) -> int:
        """Return how many rows of the line would be covered; Qt always writes at the same place."""
        frame, room = self.sink.videoSize(), self._picture.size()
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
        frame = self.sink.videoFrame()
        if frame.isValid() and frame.subtitleText() != self._wanted():
            self.sink.setVideoFrame(QVideoFrame())
            self.sink.setVideoFrame(frame)


class _Picture(QVideoWidget):
    """The surface itself, which tells clicks."""

    clicked = Signal()
    double_clicked = Signal()
    wheel_turned = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._pressed = False
        self._wheel = Notches()
        self.setAccessibleName(self.tr("Picture"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMouseTracking(True)  # moves bring a hidden play bar back
        self.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        for container in self.findChildren(QWidget):
            container.setAcceptDrops(False)  # it would swallow what is dropped for the window

    def sizeHint(self) -> QSize:
        """Return the same size whatever the frames are, so that no layout jumps."""
        return QSize(480, 270)

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

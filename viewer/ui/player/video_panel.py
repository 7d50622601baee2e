"""The picture, the line said over it, and what it is called below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.session.opened import Change, Opened
from viewer.ui.player.picture_word import PictureWord
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

    from viewer.ui.player.picture import Picture


class VideoPanel(QWidget):
    """Holds the surface that engines draw on; tells what the mouse does there."""

    clicked = Signal()
    double_clicked = Signal()
    #: The wheel was turned over the picture, by so many notches.
    wheel_turned = Signal(int)
    #: Where on the screen a menu was asked for.
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self._line_shown = True
        self._covered = 0
        self._picture: Picture | None = None
        self._caption = PlainLabel()
        self._alone = False
        self._surface: QWidget | None = None
        self.word = PictureWord(self)
        self._lay_out()

    def sink(self) -> "QVideoSink":
        """Return the sink that an engine puts its frames into; there is a picture from now on."""
        return self._have_picture().videoSink()

    def _have_picture(self) -> "Picture":
        """Return the picture, which is made with the first recording that has one."""
        if self._picture is None:
            from viewer.ui.player.picture import Picture

            self._picture = picture = Picture()
            picture.clicked.connect(self.clicked)
            picture.double_clicked.connect(self.double_clicked)
            picture.wheel_turned.connect(self.wheel_turned)
            picture.menu_requested.connect(self.menu_requested)
            self._column.insertWidget(0, picture, 1)
            picture.setVisible(self._surface is None)
            picture.set_covered(self._covered)
            self._write_line()
        return self._picture

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
        if self._picture is not None:
            self._picture.setVisible(surface is None)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in which recording there is; the last one's picture is not shown again."""
        recording = opened.recording
        if recording is not None and recording.info.has_video:
            self._have_picture()
        if self._picture is not None and (recording is None or opened.change is Change.DOCUMENT):
            self._picture.clear()
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
        if self._picture is not None:
            self._picture.set_covered(height)

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
        column.addWidget(self._caption)

    def _write_line(self) -> None:
        if self._picture is not None:
            self._picture.set_line(self._line if self._line_shown else "")

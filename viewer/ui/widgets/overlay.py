"""What lies above the picture."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.theme.palette import accent, own_palette


class Overlay(QWidget):
    """A widget in a native window of its own inside its parent's, dark in every theme.

    The picture is such a window too and covers whatever has none. Being one, this cannot be seen
    through. `deaf` lets the mouse through to what is below; an `edge`, so many pixels, sets it off.
    """

    def __init__(self, parent: QWidget, *, deaf: bool = False, edge: float = 0) -> None:
        # Only what asks for it becomes native: else the text beside it would, and lie below.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowTransparentForInput, deaf)
        self.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        self.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
        self._edge = edge
        self.setAutoFillBackground(True)
        self.setPalette(own_palette(dark=True))
        self._rise = QTimer(self, singleShot=True, interval=0)
        self._rise.timeout.connect(self._lie_above)

    def showEvent(self, event: QShowEvent) -> None:
        """Come to lie above what is painted, and then above the picture.

        The latter at once would be too early, for the picture is raised when it is shown.
        """
        super().showEvent(event)
        self.raise_()
        self._rise.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge."""
        super().paintEvent(event)
        if self._edge:
            painter = QPainter(self)
            painter.setPen(QPen(accent(self.palette()), 2 * self._edge))  # half of it is cut off
            painter.drawRect(self.rect())

    @Slot()
    def _lie_above(self) -> None:
        if (handle := self.windowHandle()) is not None:
            handle.raise_()

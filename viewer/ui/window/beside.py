"""The transcript with a panel beside it, or below it where there is little width."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

#: With less width than this the panel stands below the text.
NARROW_PX: Final = 640
_WHOLE: Final = 1000


class Beside(QSplitter):
    """Shares its room between the text and a panel; `share` is the panel's, in thousandths."""

    def __init__(self, text: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self.share = 360
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.addWidget(text)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._remember)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the text where there is little width."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.apply()

    def apply(self) -> None:
        """Give the panel its share."""
        panel = self._extent() * self.share // _WHOLE
        self.setSizes([self._extent() - panel, panel])

    def _extent(self) -> int:
        across = self.orientation() is Qt.Orientation.Horizontal
        return self.width() if across else self.height()

    def _remember(self, position: int, _index: int) -> None:
        share = _WHOLE - position * _WHOLE // max(self._extent(), 1)
        self.share = min(max(share, 100), 900)

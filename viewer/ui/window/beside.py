"""The transcript with a panel beside it, or below it where there is little width."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from viewer.ui.side.panel import SidePanel

#: How wide the text comfortably is, in heights of the system's letters.
_COMFORTABLE: Final = 26
_HANDLE_PX: Final = 5
_WHOLE: Final = 1000
#: The panel's share where no hand has moved it, in thousandths.
USUAL_SHARE: Final = 360


class Beside(QSplitter):
    """Shares its room between the text and a panel; `share` is the panel's, in thousandths.

    Where no hand has moved it, the panel is as wide as the names of its tabs ask for; the text
    keeps what it needs.
    """

    def __init__(self, text: QWidget, panel: SidePanel) -> None:
        super().__init__()
        self._panel = panel
        self.share = USUAL_SHARE
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE_PX)
        self.addWidget(text)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._remember)

    @property
    def both_px(self) -> int:
        """How much width the text and the panel beside it need."""
        return self._text_px + _HANDLE_PX + self._panel.comfortable_px

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the text where there is little width."""
        super().resizeEvent(event)
        self.apply()

    def changeEvent(self, event: QEvent) -> None:
        """Take in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.apply()

    def take_panel(self) -> None:
        """Have the panel here again, wherever it was."""
        self.addWidget(self._panel)

    def apply(self) -> None:
        """Give the panel its place and its share."""
        narrow = self.width() < self.both_px
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        extent = self._extent()
        panel = extent * self.share // _WHOLE
        if not narrow:
            comfortable = self._panel.comfortable_px
            panel = max(panel, comfortable) if self.share == USUAL_SHARE else panel
            panel = min(panel, max(extent - self._text_px, comfortable))
        self.setSizes([extent - panel, panel])

    @property
    def _text_px(self) -> int:
        return self.fontMetrics().height() * _COMFORTABLE

    def _extent(self) -> int:
        across = self.orientation() is Qt.Orientation.Horizontal
        return self.width() if across else self.height()

    def _remember(self, position: int, _index: int) -> None:
        share = _WHOLE - position * _WHOLE // max(self._extent(), 1)
        self.share = min(max(share, 100), 900)

"""The transcript with a panel beside it, or below it where there is little width."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from viewer.ui.side.panel import SidePanel
from viewer.ui.widgets.giving_way import has_keys

#: How wide the text comfortably is, in heights of the system's letters.
_COMFORTABLE: Final = 26
#: How high the text is at least, in the same.
_LEAST_LINES: Final = 3
_HANDLE_PX: Final = 5
_WHOLE: Final = 1000
#: The most that the panel takes by itself below the text, in thousandths.
_MOST_BELOW: Final = 550
#: The panel's share where no hand has moved it, in thousandths.
USUAL_SHARE: Final = 360


class Beside(QSplitter):
    """Shares its room between the text and a panel; `share` is the panel's, in thousandths.

    Where no hand has moved it, the panel is as wide as the names of its tabs ask for, or below the
    text as high as what is in it, up to about half; the text keeps what it needs. Where there is no
    height for both, the one with the keys has it all.
    """

    def __init__(self, text: QWidget, panel: SidePanel) -> None:
        super().__init__()
        self._text, self._panel = text, panel
        self.share = USUAL_SHARE
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE_PX)
        self.addWidget(text)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._remember)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Later, as the keys also leave the panel while it is being put elsewhere.
        app.focusChanged.connect(self._follow_keys, Qt.ConnectionType.QueuedConnection)

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

    def event(self, event: QEvent) -> bool:
        """Take in that the panel needs another height, as where the keys come to it."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._has_panel:
            self.apply()
        return taken

    def minimumSizeHint(self) -> QSize:
        """Ask for what stays where there is no height for both."""
        return QSize(super().minimumSizeHint().width(), self.one_px)

    def take_panel(self) -> None:
        """Have the panel here again, wherever it was."""
        self.addWidget(self._panel)

    def apply(self) -> None:
        """Give the panel its place and its share."""
        self._text.setMinimumHeight(self.text_least_px)  # the card would ask for more than the text
        narrow = self.width() < self.both_px
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        extent = self._extent()
        panel = extent * self.share // _WHOLE
        lacks = self._gives_way
        # What has no room is folded, not hidden: the keys may come back to it.
        for index in range(self.count()):
            self.setCollapsible(index, lacks)
        if lacks:
            panel = extent if has_keys(self._panel) else 0
        elif narrow:
            if self.share == USUAL_SHARE:
                panel = max(
                    panel, min(self._panel.comfortable_height_px, extent * _MOST_BELOW // _WHOLE)
                )
            panel = min(
                max(panel, self._panel_px), extent - self.handleWidth() - self.text_least_px
            )
        else:
            comfortable = self._panel.comfortable_px
            panel = max(panel, comfortable) if self.share == USUAL_SHARE else panel
            panel = min(panel, max(extent - self._text_px, comfortable))
        self.setSizes([extent - panel, panel])

    @property
    def least_px(self) -> int:
        """How much height the text and the panel need where they stand now."""
        if not self._has_panel:
            return self.text_least_px
        if self.orientation() is Qt.Orientation.Vertical:
            return self.text_least_px + self.handleWidth() + self._panel_px
        return max(self.text_least_px, self._panel_px)

    @property
    def one_px(self) -> int:
        """How much height is needed by the one of them that stays: the one with the keys."""
        above = self.orientation() is Qt.Orientation.Vertical
        if above and self._has_panel and has_keys(self._panel):
            return self._panel_px
        return self.text_least_px if above else self.least_px

    @property
    def _gives_way(self) -> bool:
        """Whether there is no height for both."""
        above = self.orientation() is Qt.Orientation.Vertical
        return above and self._has_panel and self.height() < self.least_px

    @property
    def _has_panel(self) -> bool:
        return self.indexOf(self._panel) >= 0 and not self._panel.isHidden()

    @property
    def _panel_px(self) -> int:
        return self._panel.minimumSizeHint().height()

    @property
    def text_least_px(self) -> int:
        """How much height the text needs at least: for two lines of usual letters."""
        return self.fontMetrics().height() * _LEAST_LINES

    @property
    def _text_px(self) -> int:
        return self.fontMetrics().height() * _COMFORTABLE

    @Slot()
    def _follow_keys(self) -> None:
        """Give the height to the one with the keys, where there is none for both."""
        if self._gives_way:
            self.updateGeometry()
            self.apply()

    def _extent(self) -> int:
        across = self.orientation() is Qt.Orientation.Horizontal
        return self.width() if across else self.height()

    def _remember(self, position: int, _index: int) -> None:
        share = _WHOLE - position * _WHOLE // max(self._extent(), 1)
        self.share = min(max(share, 100), 900)

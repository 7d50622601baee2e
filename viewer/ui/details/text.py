"""The text of the details, which is made when it is first seen."""

from math import ceil
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCursor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip

from viewer.core.links import is_web_link
from viewer.ui.details.html import SOURCE
from viewer.ui.details.linkify import host_of, readable
from viewer.ui.theme import plain
from viewer.ui.widgets.tab_ring import TabRing

_TIME: Final = "time"
_HEIGHT: Final = 180
#: With less height nothing can be read.
_LEAST_HEIGHT: Final = 60
#: How wide a line of text is at most, in characters of average width.
_MEASURE: Final = 84


class DetailsText(QTextBrowser):
    """Text with links that it never opens, and never anything from elsewhere in it.

    Wishes: `link_requested(url)`, only ever http or https; `time_chosen(ms)`; `source_requested`,
    where the file has more than can be shown here.
    """

    link_requested = Signal(str)
    source_requested = Signal()
    time_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.document().setDocumentMargin(12)
        self.highlighted.connect(self._show_address)
        self.anchorClicked.connect(self._follow)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.setMinimumHeight(_LEAST_HEIGHT)
        TabRing(self)

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: N802
        """Load nothing: there is nothing of ours to load."""

    def sizeHint(self) -> QSize:
        """Return as much height as the text needs, up to some ten lines."""
        needed = ceil(self.document().size().height())
        return QSize(super().sizeHint().width(), min(max(needed, _LEAST_HEIGHT), _HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as short as the transcript's, however wide the panel is."""
        measure = round(self.fontMetrics().averageCharWidth() * _MEASURE)
        spare = max(self.width() - measure - self.verticalScrollBar().sizeHint().width(), 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(spare if mirrored else 0, 0, 0 if mirrored else spare, 0)
        super().resizeEvent(event)

    @Slot(QUrl)
    def _show_address(self, url: QUrl) -> None:
        """Say where a link leads that the pointer is on, whatever its words say."""
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        text = f"{host_of(address)}\u2003{readable(address)}" if is_web_link(address) else ""
        QToolTip.showText(QCursor.pos(), plain.tip(text), self.viewport())

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.toString() == SOURCE:
            self.source_requested.emit()
            return
        if url.scheme() == _TIME:
            self.time_chosen.emit(int(url.path()))
            return
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if is_web_link(address):
            self.link_requested.emit(address)

"""What is known about the recording, in a panel that folds."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCursor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QToolTip, QVBoxLayout, QWidget

from viewer.core.links import is_web_link
from viewer.core.transcript import Transcript
from viewer.session.opened import Change, Opened
from viewer.ui.details.file_facts import Fact, file_facts
from viewer.ui.details.html import SOURCE, details_html
from viewer.ui.details.linkify import host_of, readable
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton

_TIME: Final = "time"
_HEIGHT: Final = 180
#: With less room than this below the header, nothing can be read.
_LEAST_HEIGHT: Final = 60
#: No later moment is gone to: it fits a signal's integer, and no recording is as long.
_LATEST_MS: Final = 2**31 - 1
#: So long the details wait for the recording, to be written once.
_PATIENCE_MS: Final = 600
#: How wide a line of text is at most, in characters of average width.
_MEASURE: Final = 84


class DetailsPanel(QWidget):
    """Shows title, source, description and all other metadata; everything can be selected.

    Wishes: `link_requested(url)`, only ever http or https; `time_chosen(ms)`; `source_requested`,
    where the file has more than can be shown here.
    A fact: `folded_changed(folded)`.
    """

    link_requested = Signal(str)
    source_requested = Signal()
    time_chosen = Signal(int)
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transcript: Transcript | None = None
        self._longest_ms: int | None = None
        self._facts: list[Fact] = []
        self._folded = self._cramped = False
        self._stale = False
        #: A transcript's recording is found in a moment: both are written at once then.
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._render)
        self._key = ""
        self._header = IconButton("chevron-down")
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._header.setText(self.tr("About this recording"))
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.clicked.connect(self._toggle)
        self._text = _Details()
        self._text.anchorClicked.connect(self._follow)
        self._text.setAccessibleName(self.tr("About this recording"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._text, 1)
        self.set_key_hint("")

    def set_key_hint(self, key: str) -> None:
        """Take the key that the header's tooltip names."""
        self._key = key
        low = self.tr("The window is too short to show this")
        self._header.set_words(self.tr("About this recording"), key)
        if self._cramped:
            self._header.setToolTip(low)

    @property
    def folded(self) -> bool:
        """Whether the reader wants the header only."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show the header only, or everything."""
        if folded != self._folded:
            self._folded = folded
            self._unfold()
            self.folded_changed.emit(folded)

    def set_room(self, height: int) -> None:
        """Take in how much height there is; with too little the header stands alone."""
        room = height - self._header.sizeHint().height()
        self._cramped = room < _LEAST_HEIGHT
        self._text.setMaximumHeight(max(room, _LEAST_HEIGHT))
        self._header.setEnabled(not self._cramped)
        self.set_key_hint(self._key)
        self._unfold()

    def show_transcript(
        self,
        transcript: Transcript | None,
        duration_ms: int | None = None,
        facts: list[Fact] | None = None,
    ) -> None:
        """Show a transcript's details, or none; times within `duration_ms` are links.

        `facts` are those of the files, as `file_facts` tells them.
        """
        self._take(transcript, duration_ms, facts or [])
        self._render()
        self._text.verticalScrollBar().setValue(0)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show another transcript's details, and where the files lie and what they are."""
        facts = file_facts(opened.document, opened.recording)
        alone = opened.document is not None and opened.recording is None
        if opened.change is Change.DOCUMENT and alone:
            self._take(opened.transcript, None, facts)
            self._text.clear()
            self._patience.start()
        elif opened.other_document:
            self.show_transcript(opened.transcript, facts=facts)
        elif facts != self._facts:
            self._facts = facts
            self._render()

    def _take(
        self, transcript: Transcript | None, duration_ms: int | None, facts: list[Fact]
    ) -> None:
        """Take in what is to be written."""
        self._transcript, self._facts = transcript, facts
        if transcript is not None and duration_ms is None:
            duration_ms = transcript.duration_ms
        self._longest_ms = min(duration_ms or _LATEST_MS, _LATEST_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything again in a new palette's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._patience.isActive():
            self._render()

    @Slot()
    def _render(self) -> None:
        """Write everything anew where it is seen, else when it is unfolded."""
        self._patience.stop()
        self._stale = self._text.isHidden()
        if not self._stale:
            self._write()

    def _write(self) -> None:
        if self._transcript is None and not self._facts:
            self._text.clear()
            return
        transcript = self._transcript or Transcript(())
        html = details_html(transcript, self.palette(), self._longest_ms, self._facts)
        self._text.setHtml(html)

    def _unfold(self) -> None:
        shown = not self._folded and not self._cramped
        if shown is self._text.isHidden():
            self._text.setVisible(shown)
            self._header.set_icon("chevron-down" if shown else "chevron-right")
            self.updateGeometry()
            if self._stale:
                self._render()

    @Slot()
    def _toggle(self) -> None:
        self.set_folded(not self.folded)

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


class _Details(QTextBrowser):
    """Text with links that it never opens, and never anything from elsewhere in it."""

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
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.setMinimumHeight(_LEAST_HEIGHT)

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

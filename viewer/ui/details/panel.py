"""What is known about the recording, in a panel that folds."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from viewer.core.transcript import Transcript
from viewer.session.opened import Change, Opened
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.button import CommandButton
from viewer.ui.commands.worded import command_words
from viewer.ui.details.file_facts import Fact, file_facts
from viewer.ui.theme import plain

if TYPE_CHECKING:
    from viewer.ui.details.text import DetailsText

#: With less room than this below the header, nothing can be read; Qt's own most for a widget.
_LEAST_HEIGHT, _MOST_HEIGHT = 60, 16_777_215
#: No later moment is gone to: it fits a signal's integer, and no recording is as long.
_LATEST_MS: Final = 2**31 - 1
#: So long the details wait for the recording, to be written once.
_PATIENCE_MS: Final = 600


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

    def __init__(self, actions: Actions, *, folded: bool = False) -> None:
        super().__init__()
        self._transcript: Transcript | None = None
        self._longest_ms: int | None = None
        self._facts: list[Fact] = []
        self._folded, self._cramped, self._most_height = folded, False, _MOST_HEIGHT
        self._stale = False
        #: A transcript's recording is found in a moment: both are written at once then.
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._render)
        self._header = _Header(actions)
        self._text: DetailsText | None = None
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        self._unfold()

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
        self._most_height = max(room, _LEAST_HEIGHT)
        if self._text is not None:
            self._text.setMaximumHeight(self._most_height)
        self._header.set_cramped(self._cramped)
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
        if self._text is not None:
            self._text.verticalScrollBar().setValue(0)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Show another transcript's details, and where the files lie and what they are."""
        facts = file_facts(opened.document, opened.recording)
        alone = opened.document is not None and opened.recording is None
        if opened.change is Change.DOCUMENT and alone:
            self._take(opened.transcript, None, facts)
            if self._text is not None:
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
        text = self._text
        self._stale = text is None or text.isHidden()
        if text is not None and not self._stale:
            self._write(text)

    def _write(self, text: "DetailsText") -> None:
        if self._transcript is None and not self._facts:
            text.clear()
            return
        from viewer.ui.details.html import details_html

        transcript = self._transcript or Transcript(())
        text.setHtml(details_html(transcript, self.palette(), self._longest_ms, self._facts))

    def _unfold(self) -> None:
        shown = not self._folded and not self._cramped
        if shown and self._text is None:
            self._text = self._made_text()
        text = self._text
        if text is not None and shown is text.isHidden():
            text.setVisible(shown)
            self.updateGeometry()
            if self._stale:
                self._render()

    def _made_text(self) -> "DetailsText":
        """Make the text, hidden; most never unfold it, and Qt needs long to load what shows it."""
        from viewer.ui.details.text import DetailsText

        text = DetailsText()
        text.hide()
        text.link_requested.connect(self.link_requested)
        text.source_requested.connect(self.source_requested)
        text.time_chosen.connect(self.time_chosen)
        text.setAccessibleName(self.tr("About this recording"))
        text.setMaximumHeight(self._most_height)
        self._column.addWidget(text, 1)
        self._stale = True
        return text


class _Header(CommandButton):
    """The command's button; where there is no room for more, it says so."""

    def __init__(self, actions: Actions) -> None:
        self._cramped = False
        command = Command.DETAILS_SHOWN
        super().__init__(actions, command, command_words(command))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_cramped(self, cramped: bool) -> None:
        """Take in whether nothing has room below it."""
        if cramped != self._cramped:
            self._cramped = cramped
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look as the command stands, or as there is room."""
        super().refresh()
        if self._cramped:
            self.set_icon("chevron-right")
            self.setEnabled(False)
            self.setToolTip(plain.tip(self.tr("The window is too short to show this")))

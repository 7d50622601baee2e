"""The bar above the text in which one types where to go; it says what that means as one types."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from viewer.core.destination import Destination, destination
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.session.opened import Opened
from viewer.ui.theme import plain
from viewer.ui.transcript.find_bar import FindField
from viewer.ui.widgets.icon_button import IconButton, cancel_key
from viewer.ui.widgets.plain_label import PlainLabel


class GoToBar(QWidget):
    """Wishes: a moment or a segment to go to; to be put away is `left`."""

    time_requested = Signal(int)
    place_requested = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transcript = Transcript(())
        self._length_ms = 0
        self.field = FindField()
        self.field.setMaxLength(2_000)
        self.field.setAccessibleName(self.tr("Go to"))
        #: What Enter will do.
        self.meaning = PlainLabel()
        self.meaning.setWordWrap(True)
        self.close_button = IconButton("close")
        self.close_button.set_words(self.tr("Close"), cancel_key())
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 2, 12, 6)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.field, 0, 0)
        grid.addWidget(self.close_button, 0, 1)
        grid.addWidget(self.meaning, 1, 0, 1, 2)
        self.field.textChanged.connect(self._explain)
        self.field.entered.connect(self._go)
        self.field.left.connect(self.leave)
        self.close_button.clicked.connect(self.leave)
        self.hide()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Go to places of another transcript from now on."""
        if opened.other_document:
            self.show_transcript(opened.transcript)

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Go to places of a transcript, or of none."""
        self._transcript = transcript or Transcript(())
        if transcript is None:
            self.hide()
        self.field.setPlaceholderText(
            self.tr("A time (1:02:03, 62m), a link with one, or a line")
            if self._transcript.timed
            else self.tr("The number of a line")
        )
        self._explain()

    @Slot(int)
    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is."""
        self._length_ms = ms

    @Slot()
    def begin(self) -> None:
        """Take the keys."""
        self.show()
        self._explain()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave(self) -> None:
        """Put the bar away."""
        self.hide()
        self.left.emit()

    def _destination(self) -> Destination | None:
        return destination(self.field.text(), self._transcript, self._length_ms)

    @Slot()
    def _go(self) -> None:
        there = self._destination()
        if there is None:
            return
        self.leave()
        if there.ms is not None:
            self.time_requested.emit(there.ms)
        elif there.index is not None:
            self.place_requested.emit(there.index)

    @Slot()
    def _explain(self) -> None:
        text = self.field.text().strip()
        words = plain.line(self._meaning(self._destination()) if text else "")
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _meaning(self, there: Destination | None) -> str:
        segments = self._transcript.segments
        if there is None:
            words = (
                self.tr("This is no time, and no line from 1 to {count}.")
                if self._transcript.timed
                else self.tr("There are no times here, only lines from 1 to {count}.")
            )
            return words.format(count=f"{len(segments):,}")
        said = plain.line(segments[there.index].text, 80) if there.index is not None else ""
        clock = format_clock(there.ms) if there.ms is not None else ""
        if there.past:
            return self.tr("This is past the end. Go to the end, {time}.").format(time=clock)
        if not there.numbered:
            return self.tr("Go to {time}: {words}").format(time=clock, words=said)
        line = f"{(there.index or 0) + 1:,}"
        place = self.tr("Go to line {n} at {time}: {words}") if clock else None
        return (place or self.tr("Go to line {n}: {words}")).format(n=line, time=clock, words=said)

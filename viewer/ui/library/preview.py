"""A place played in a small picture beside the list, while what is open stays as it is."""

from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock
from viewer.library.entry import Entry
from viewer.library.export import Place
from viewer.library.passages import Passage
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.passage import Passage as Playing
from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel
from viewer.ui.widgets.word_button import WordButton

_HEIGHT: Final = 170


class Preview(QWidget):
    """Plays places of recordings with a player of its own; hidden while there is none."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.player = player
        self._playing = Playing(player, self)
        self._place: tuple[Entry, Passage] | None = None
        self.picture, self.words = QVideoWidget(), ElidedLabel()
        self.picture.setFixedHeight(_HEIGHT)
        self.picture.hide()
        self.stop_button = WordButton(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("End the preview (Escape)"))
        self._lay_out()
        self.picture.videoSink().videoSizeChanged.connect(self._show_picture)
        self.stop_button.clicked.connect(self.stop)
        player.state_changed.connect(self._tell)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        column.addLayout(row)

    def toggle(self, entry: Entry, passage: Passage) -> None:
        """Play a place of a recording that is there; pause where that place is playing."""
        if self._place == (entry, passage) and self.player.state is PlayState.PLAYING:
            self.player.pause()
            return
        begin, end = Place.of(entry, passage).span_ms
        before, self._place = self._place, (entry, passage)
        if entry.recording is not None and (before is None or before[0] != entry):
            sink = self.picture.videoSink()
            self.player.open(MediaSource(entry.recording), sink, at_ms=begin)
        self._playing.play(Stretch(begin, end))
        self._tell()
        self.show()

    @Slot()
    def stop(self) -> None:
        """End it, and give its room back."""
        self._place = None
        self.player.close()
        self.picture.hide()
        self.hide()

    @Slot()
    def _show_picture(self) -> None:
        self.picture.setVisible(self.picture.videoSink().videoSize() != QSize())

    @Slot()
    def _tell(self) -> None:
        if self._place is None:
            return
        entry, passage = self._place
        plays = self.player.state in (PlayState.PLAYING, PlayState.OPENING)
        time = format_clock(passage.start_ms or 0)
        words = self.tr("Playing {time} of {title}") if plays else self.tr("{time} of {title}")
        self.words.setText(plain.line(words.format(time=time, title=plain.name(entry.title))))

"""Playing a stretch of the recording over and over, until told to stop or taken elsewhere."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.opened import Change, Opened


class Loop(QObject):
    """Goes back to where a stretch begins each time its end is reached."""

    #: A `Stretch`, or None when it is over.
    changed = Signal(object)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._stretch: Stretch | None = None
        self._going_back = False
        player.boundaries.add(self._next_end)
        player.position_changed.connect(self._look)
        player.sought.connect(self._note_seek)
        player.state_changed.connect(self._note_state)

    @property
    def stretch(self) -> Stretch | None:
        """What is played over and over."""
        return self._stretch

    def begin(self, stretch: Stretch) -> None:
        """Play a stretch over and over, from its beginning where playback is elsewhere."""
        self._become(stretch)
        if not stretch.begin_ms <= self._player.position_ms < stretch.end_ms:
            self._go_back()

    @Slot()
    def end(self) -> None:
        """Play on after the stretch."""
        self._become(None)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """End with the recording that it was about; its other language is said there, too."""
        if opened.change is not Change.READING:
            self.end()

    def _become(self, stretch: Stretch | None) -> None:
        if stretch != self._stretch:
            self._stretch = stretch
            self._player.boundaries.aim()
            self.changed.emit(stretch)

    def _next_end(self, ms: int) -> int | None:
        return self._stretch.end_ms if self._stretch and ms < self._stretch.end_ms else None

    def _go_back(self) -> None:
        if self._stretch is not None:
            self._going_back = True
            self._player.seek(self._stretch.begin_ms)
            self._going_back = False

    @Slot(int)
    def _look(self, ms: int) -> None:
        if self._stretch is not None and ms >= self._stretch.end_ms and not self._going_back:
            self._go_back()

    @Slot(int)
    def _note_seek(self, ms: int) -> None:
        """End where the reader goes elsewhere."""
        stretch = self._stretch
        if stretch is not None and not stretch.begin_ms <= ms < stretch.end_ms:
            self.end()

    @Slot(object)
    def _note_state(self, state: PlayState) -> None:
        if state is PlayState.ENDED and not self._going_back:
            self._go_back()

"""Playing one passage, exactly from where it begins to where it ends."""

from PySide6.QtCore import QObject, Slot

from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.opened import Change, Opened


class Passage(QObject):
    """Plays a stretch once and pauses at its end, unless the reader goes elsewhere meanwhile."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._stretch: Stretch | None = None
        self._going_there = False
        player.boundaries.add_heard(self._next_end)
        player.boundaries.reached.connect(self._look)
        player.position_changed.connect(self._look)
        player.sought.connect(self._note_seek)

    def play(self, stretch: Stretch) -> None:
        """Play a stretch from its beginning."""
        self._stretch = stretch
        self._go_to(stretch.begin_ms, stretch.end_ms)
        self._player.play()
        self._player.boundaries.aim()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Forget what was to be played of another recording."""
        if opened.change is not Change.READING:
            self._stretch = None

    def _next_end(self, ms: int) -> int | None:
        return self._stretch.end_ms if self._stretch and ms < self._stretch.end_ms else None

    def _go_to(self, ms: int, until_ms: int | None = None) -> None:
        self._going_there = True
        self._player.seek(ms, until_ms)
        self._going_there = False

    @Slot()
    def _look(self) -> None:
        """Stop where the end is heard, though the frame seen then may go on after it."""
        stretch = self._stretch
        if stretch is None or self._going_there or self._player.heard_ms < stretch.end_ms:
            return
        self._stretch = None
        if self._player.state is PlayState.PLAYING:
            self._player.pause()
            self._go_to(stretch.end_ms - 1)  # its last moment, whose line is still lit

    @Slot(int)
    def _note_seek(self, _ms: int) -> None:
        if not self._going_there:
            self._stretch = None

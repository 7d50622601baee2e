"""Play and pause as the reader asks for them: what was paused goes on a little earlier."""

from PySide6.QtCore import QObject, Slot

from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.loop import Loop


class Resuming(QObject):
    """Rewinds what the reader paused when it goes on, unless he went elsewhere meanwhile."""

    def __init__(self, player: Player, loop: Loop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._loop = player, loop
        #: How far it goes back.
        self.rewind_ms = 0
        self._rests = False
        player.sought.connect(self._forget)
        player.state_changed.connect(self._note_state)

    @Slot()
    def toggle(self) -> None:
        """Play what is paused, from a little earlier; pause what plays."""
        player = self._player
        if player.state is PlayState.PLAYING:
            player.toggle()
            self._rests = True
            return
        if self._rests and self.rewind_ms:
            player.seek(max(player.position_ms - self.rewind_ms, self._earliest))
        player.toggle()

    @property
    def _earliest(self) -> int:
        """Return where rewinding ends: a loop is not left by it."""
        return self._loop.stretch.begin_ms if self._loop.stretch is not None else 0

    @Slot()
    def _forget(self) -> None:
        self._rests = False

    @Slot(object)
    def _note_state(self, state: PlayState) -> None:
        if state is not PlayState.PAUSED:
            self._rests = False

"""From the position to what is being said: once per change, at the moment of the change."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.transcript import Said, Transcript
from viewer.playback.player import Player


class Follower(QObject):
    """Watches the player's position and says what is being said now.

    `said_changed` carries a `Said` and the position in milliseconds at which it became true.
    """

    said_changed = Signal(object, int)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._transcript: Transcript | None = None
        self._said = Said()
        player.position_changed.connect(self._look)
        player.boundaries.add(self._next_change)

    @property
    def said(self) -> Said:
        """What is being said now."""
        return self._said

    @property
    def transcript(self) -> Transcript | None:
        """The transcript that is watched."""
        return self._transcript

    def follow(self, transcript: Transcript | None) -> None:
        """Watch another transcript; nothing is said until the next position."""
        self._transcript = transcript
        self._player.boundaries.aim()
        self._emit(Said(), self._player.position_ms)
        if transcript is not None:
            self._look(self._player.position_ms)

    def _next_change(self, ms: int) -> int | None:
        return self._transcript.timeline.next_change(ms) if self._transcript else None

    @Slot(int)
    def _look(self, ms: int) -> None:
        if self._transcript is not None:
            self._emit(self._transcript.said_at(ms), ms)

    def _emit(self, said: Said, ms: int) -> None:
        if said != self._said:
            self._said = said
            self.said_changed.emit(said, ms)

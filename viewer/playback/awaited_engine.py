"""An engine in the place of a recording that is still looked for: keeps what is asked of that."""

from typing import TYPE_CHECKING

from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState, Snapshot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink


class AwaitedEngine:
    """Opens for ever; it can be sought in, however long the recording will be, and never plays."""

    name = ""

    def __init__(self) -> None:
        self._at_ms = self._seeks = 0

    def open(self, source: MediaSource, sink: "QVideoSink | None" = None) -> None:
        """Stand at the start."""

    def play(self) -> None:
        """Do nothing: the player remembers that it is to play."""

    def pause(self) -> None:
        """Do nothing."""

    def seek(self, ms: int, _until_ms: int | None = None) -> None:
        """Go to `ms`."""
        self._at_ms, self._seeks = ms, self._seeks + 1

    def set_rate(self, rate: float) -> None:
        """Do nothing: the player remembers it."""

    def set_volume(self, percent: int) -> None:
        """Do nothing: the player remembers it."""

    def set_muted(self, muted: bool) -> None:
        """Do nothing: the player remembers it."""

    def poll(self) -> Snapshot:
        """Return where the recording is to begin."""
        return Snapshot(PlayState.OPENING, position_ms=self._at_ms, generation=self._seeks)

    def close(self) -> None:
        """Do nothing: it holds nothing."""

"""What an engine is: a media library that is asked, never listened to."""

from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from viewer.core.media_source import MediaSource
from viewer.core.value import value

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: A seek to the very end would end playback there, with no picture.
LAST_MS: Final = 60


class PlayState(Enum):
    """What the engine is doing."""

    EMPTY = "empty"
    OPENING = "opening"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


@value
class Snapshot:
    """One honest look at the engine."""

    state: PlayState
    position_ms: int = 0
    #: Monotonic time, in seconds, at which `position_ms` was true.
    as_of: float = 0.0
    duration_ms: int = 0
    #: How fast the position moves at this moment: 0 while it stands (paused, opening, a seek
    #: under way), the rate while playing, 1 while an engine lets a seek settle before its rate.
    pace: float = 0.0
    #: How many of the seeks since `open` the position has heard of; older readings than the
    #: last seek are not believed. An engine catches up within 600 ms at the latest.
    generation: int = 0
    #: Whether an opening, a seek or the restoring of a rate is still under way.
    pending: bool = False
    #: Whether more has to come from the network before it goes on.
    buffering: bool = False
    #: Whether the state may be another one than was asked for: a site's player has buttons, too.
    by_hand: bool = False
    #: Why it failed, or ended where it did, as a finished sentence; empty where nobody knows.
    reason: str = ""
    #: When a frame begins, and for how long one is shown at rate 1, in milliseconds; the latter is
    #: 0 where there is no picture or the engine does not know.
    frame_start_ms: float = 0.0
    frame_span_ms: float = 0.0
    #: Where the last seek ended, if the engine can go no further in what is longer; else 0.
    short_ms: int = 0


def within(ms: int, duration_ms: int) -> int:
    """Return the nearest moment that an engine can go to; a duration of 0 is not known."""
    return max(min(ms, duration_ms - LAST_MS) if duration_ms > 0 else ms, 0)


class Engine(Protocol):
    """A media library that is asked, never listened to.

    Every method is called on the GUI thread and returns at once; `poll` is how news arrives.
    Frames go into the sink given to `open`.
    """

    #: The library's name and version, as the status bar shows it: `libVLC 3.0.21`.
    name: str

    def open(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Start loading a file or an http(s) URL, paused at its first frame."""
        ...

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        ...

    def pause(self) -> None:
        """Stop here."""
        ...

    def seek(self, ms: int, until_ms: int | None = None) -> None:
        """Go to `ms`, playing or not, also before loading is done and after the end.

        With `until_ms` playing is to end there: no time for what takes its time to set in.
        """
        ...

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, pitch kept."""
        ...

    def set_volume(self, percent: int) -> None:
        """Set loudness, 0 to 100."""
        ...

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        ...

    def poll(self) -> Snapshot:
        """Look at the engine; raise EngineUnavailableError where its library proves useless."""
        ...

    def close(self) -> None:
        """Let go of the library for good; what may block is left to a worker."""
        ...

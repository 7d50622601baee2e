"""What each module of an engine offers: making it, and telling what this machine has of it."""

from typing import Final, Protocol

from viewer.core.value import value
from viewer.playback.engine import Engine

#: So long the end of the program waits for what engines share, which takes 2 to 10 ms as a rule.
STOP_LIMIT_S: Final = 1.0


@value
class EngineFacts:
    """What this machine has of one engine, as `cueline doctor` tells it."""

    key: str
    name: str
    available: bool
    #: Why it is not there and what to do about it; both empty where it is.
    reason: str = ""
    hint: str = ""
    #: Whether it would be heard; None where that is not looked into.
    sound: bool | None = None


class EngineFactory(Protocol):
    """Makes the engines of one kind, and has what they share, once a program."""

    def make(self) -> Engine:
        """Make one, or raise EngineUnavailableError."""

    def describe(self) -> EngineFacts:
        """Tell what this machine has of it, without playing anything."""

    def shut_down(self, limit_s: float) -> bool:
        """Let go of what is shared; return whether all work came to rest within the limit."""
        return True

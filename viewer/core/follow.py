"""Whether the text follows what is being said: a pure state machine, driven by events."""

from enum import Enum, auto
from typing import Final

from viewer.core.value import value

#: Scrolls that follow each other so closely are one movement, in seconds.
ONE_MOVEMENT_S: Final = 0.7


class FollowEvent(Enum):
    """What the reader did; `auto` scrolling, a resize and a zoom are no events at all."""

    # "Take me there": these resume.
    BACK_TO_NOW = auto()
    LINE_CHOSEN = auto()
    LINE_STEPPED = auto()
    SOUGHT = auto()
    SWITCHED_ON = auto()
    # "Let me read": these suspend, as scrolling does.
    CARET_MOVED = auto()
    SELECTED = auto()
    FOUND = auto()
    SWITCHED_OFF = auto()
    # "I have read it": takes a selection's suspension back, and no other.
    UNSELECTED = auto()

    @property
    def resumes(self) -> bool:
        """Whether this event means that the reader wants to be taken along."""
        return self in _RESUMING


_RESUMING = frozenset(
    {
        FollowEvent.BACK_TO_NOW,
        FollowEvent.LINE_CHOSEN,
        FollowEvent.LINE_STEPPED,
        FollowEvent.SOUGHT,
        FollowEvent.SWITCHED_ON,
    }
)


@value
class Follow:
    """Following or suspended; `lit_was_out` tells that the lit line has left the view since.

    A scroll suspends while the lit line is still in sight; only once it has been out of sight
    does scrolling it back into view mean "take me along again". Nobody stops to the pixel, so
    what is left of that movement does not suspend: `back_at_s` is when its last scroll was. No
    timer ever resumes.

    `selecting` tells that nothing but a selection suspends, with the lit line in sight ever since:
    who looked a word up and clears it is taken along again.
    """

    following: bool = True
    lit_was_out: bool = False
    selecting: bool = False
    back_at_s: float | None = None

    def on(self, event: FollowEvent) -> "Follow":
        """Return the state after the reader did something."""
        if event.resumes or (event is FollowEvent.UNSELECTED and self.selecting):
            return Follow()
        if event is FollowEvent.UNSELECTED:
            return self
        selecting = event is FollowEvent.SELECTED and (self.following or self.selecting)
        return Follow(following=False, lit_was_out=self.lit_was_out, selecting=selecting)

    def scrolled(self, *, lit_visible: bool, now_s: float) -> "Follow":
        """Return the state after the reader scrolled and the lit line is in view or not."""
        moving_on = self.back_at_s is not None and now_s - self.back_at_s < ONE_MOVEMENT_S
        if lit_visible and (moving_on or self.lit_was_out):
            return Follow(back_at_s=now_s)
        if self.following:
            return Follow(following=False, lit_was_out=not lit_visible)
        return Follow(following=False, lit_was_out=self.lit_was_out or not lit_visible)

    def lit_moved(self, *, lit_visible: bool) -> "Follow":
        """Return the state after another line was lit, in view or not; never resumes."""
        if self.following or lit_visible:
            return self
        return Follow(following=False, lit_was_out=True)

"""The range on the seek bar that is played over and over, with two ends that can be dragged."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF

from viewer.core.stretch import Stretch
from viewer.core.value import value
from viewer.ui.player.bar_marks import extent
from viewer.ui.widgets.thin_slider import ThinSlider

#: No end comes nearer to the other than this.
SHORTEST_MS: Final = 200
#: How far from an end it is taken hold of.
_REACH: Final = 9.0
#: So far from the slider's own handle an end can be taken at any height.
_CLEAR_OF_HANDLE: Final = 16.0


@value
class _Hand:
    """What holds an end: which one, the range as it was, and where on the bar it was taken."""

    at_begin: bool
    before: Stretch
    x: float


class LoopRange:
    """Knows the range on a slider, and moves the end that a hand has taken.

    The grips stand outside the range, so that even those of a range too short to be seen can be
    distinguished; they lie below the groove, where the slider's handle does not.
    """

    def __init__(self, bar: ThinSlider) -> None:
        self._bar = bar
        self._hand: _Hand | None = None
        self.stretch: Stretch | None = None

    @property
    def held(self) -> bool:
        """Whether a hand is on one of the ends."""
        return self._hand is not None

    @property
    def held_ms(self) -> int:
        """Where the end stands that a hand is on."""
        if self._hand is None or self.stretch is None:
            return 0
        return self.stretch.begin_ms if self._hand.at_begin else self.stretch.end_ms

    def show(self, stretch: Stretch | None) -> None:
        """Show another range, or none; whatever a hand was about is over."""
        self.stretch, self._hand = stretch, None

    def take(self, spot: QPointF) -> bool:
        """Take hold of the end at a spot; return whether there is one."""
        at_begin = self._end_at(spot)
        if at_begin is not None and self.stretch is not None:
            self._hand = _Hand(at_begin, self.stretch, spot.x())
        return self.held

    def is_at(self, spot: QPointF) -> bool:
        """Return whether an end can be taken hold of at a spot."""
        return self._end_at(spot) is not None

    def drag(self, x: float) -> None:
        """Move the end that is held along with the hand, as far as the other end lets it."""
        hand, bar = self._hand, self._bar
        if hand is None:
            return
        span = bar.maximum() - bar.minimum()
        by = round((x - hand.x) / bar.groove().width() * span)
        before = hand.before
        if hand.at_begin:
            begin = min(max(before.begin_ms + by, 0), before.end_ms - SHORTEST_MS)
            self.stretch = replace(before, begin_ms=begin)
        else:
            end = max(min(before.end_ms + by, bar.maximum()), before.begin_ms + SHORTEST_MS)
            self.stretch = replace(before, end_ms=end)

    def let_go(self) -> Stretch | None:
        """Let go of the end; return the range where it is another one now."""
        hand, self._hand = self._hand, None
        return self.stretch if hand is not None and self.stretch != hand.before else None

    def give_back(self) -> None:
        """Let go of the end where it was taken."""
        if self._hand is not None:
            self.show(self._hand.before)

    def _end_at(self, spot: QPointF) -> bool | None:
        """Return whether it is the beginning that can be taken at a spot; None for neither end."""
        if self.stretch is None or not self._bar.isEnabled():
            return None
        begin, end = extent(self._bar, self.stretch.begin_ms, self.stretch.end_ms)
        at_begin = spot.x() < (begin + end) / 2
        x = begin if at_begin else end
        handle = self._bar.x_of(self._bar.value())
        clear = abs(spot.x() - handle) > _CLEAR_OF_HANDLE
        near = abs(spot.x() - x) <= _REACH
        return at_begin if near and (clear or spot.y() > self._bar.groove().bottom() + 1) else None

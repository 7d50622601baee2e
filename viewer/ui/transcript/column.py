"""Where the column of text stands in its pane."""

from typing import Final

from PySide6.QtGui import QFontMetricsF

from viewer.core.value import value

#: About how many characters a line of the text has at most.
MEASURE: Final = 75
#: A stretch of ordinary prose, to know how wide its characters are on the average.
_SAMPLE: Final = (
    "A line of ordinary prose has letters wide and narrow, commas, spaces, and now and then "
    "a Capital; counted together they tell how much room seventy characters take."
)
_INSET: Final = 16
#: Times give way to words that would have less room than this part of the longest line beside them.
_LEAST_PART: Final = 1 / 8
_NARROWEST: Final = 60


@value
class PageColumn:
    """The column, in pixels from the pane's left edge.

    `left` and `right` bound the lit line's band, `text_left` and `text_right` the words,
    `time_left` and `time_right` the times. A mirrored one, for text that reads from right to
    left, has the times on the right.
    """

    left: int
    right: int
    text_left: int
    text_right: int
    time_left: int
    time_right: int
    mirrored: bool

    @classmethod
    def fit(cls, pane: int, times: int, measure: int, *, mirrored: bool = False) -> "PageColumn":
        """Centre the widest column that a pane has room for; `times` may be 0 for none."""
        outside = min(24, max(4, pane // 40))
        inside = pane - 2 * outside - 2 * _INSET
        if inside - times - _INSET < measure * _LEAST_PART:
            times = 0
        gutter = times + _INSET if times else 0
        room = inside - gutter
        width = max(min(measure, room), _NARROWEST)
        whole = width + gutter + 2 * _INSET
        left = max((pane - whole) // 2, 0)
        text = left + _INSET + (0 if mirrored else gutter)
        time = left + whole - _INSET - times if mirrored else left + _INSET
        return cls(left, left + whole, text, text + width, time, time + times, mirrored)

    @property
    def text_width(self) -> int:
        """How wide a line may be."""
        return self.text_right - self.text_left

    @property
    def has_times(self) -> bool:
        """Whether there is room for times beside the words."""
        return self.time_left < self.time_right

    def holds(self, x: float) -> bool:
        """Return whether a point is in the column."""
        return self.left <= x < self.right

    def on_time(self, x: float) -> bool:
        """Return whether a point of the column is beside the words, where the times are."""
        if not self.has_times:
            return False
        half = _INSET // 2
        return x >= self.time_left - half if self.mirrored else x < self.time_right + half


def measure(metrics: QFontMetricsF) -> int:
    """Return how wide the longest comfortable line is in a font."""
    return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE)

"""Where the column of text stands in its pane."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetricsF

#: About how many characters a line of the text has at most.
MEASURE: Final = 75
#: A stretch of ordinary prose, to know how wide its characters are on the average.
_SAMPLE: Final = (
    "A line of ordinary prose has letters wide and narrow, commas, spaces, and now and then "
    "a Capital; counted together they tell how much room seventy characters take."
)
_INSET: Final = 16
_NARROWEST: Final = 60


@dataclass(frozen=True, slots=True)
class PageColumn:
    """The column, in pixels from the pane's left edge.

    `left` and `right` bound the lit line's band, `text_left` and `text_width` the words;
    `time_right` is where the times end, `inset` the room inside the band's edges.
    """

    left: int
    right: int
    text_left: int
    text_width: int
    time_right: int
    inset: int

    @classmethod
    def fit(cls, pane: int, times: int, measure: int) -> "PageColumn":
        """Centre the widest column that a pane has room for; `times` may be 0 for none."""
        outside = min(24, max(4, pane // 40))
        gutter = times + _INSET if times else 0
        room = pane - 2 * outside - 2 * _INSET - gutter
        width = max(min(measure, room), _NARROWEST)
        whole = width + gutter + 2 * _INSET
        left = max((pane - whole) // 2, 0)
        text_left = left + _INSET + gutter
        return cls(left, left + whole, text_left, width, left + _INSET + times, _INSET)


def measure(metrics: QFontMetricsF) -> int:
    """Return how wide the longest comfortable line is in a font."""
    return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE)

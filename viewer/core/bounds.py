"""How far things can be set, for all that set them, keep them or show them."""

from typing import Final

#: How fast a recording is played, as a factor.
SLOWEST_RATE: Final = 0.25
FASTEST_RATE: Final = 4.0
#: How large a transcript's letters are, in points.
SMALLEST_POINTS: Final = 6
LARGEST_POINTS: Final = 48

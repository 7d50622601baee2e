"""The speeds that are offered, and how they are written."""

from typing import Final

from PySide6.QtCore import QLocale

from viewer.core.bounds import FASTEST_RATE, SLOWEST_RATE
from viewer.ui.theme.words import left_to_right

#: What the menu offers and keys step through.
RATES: Final = (SLOWEST_RATE, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, FASTEST_RATE)
FINE_STEP: Final = 0.05


def times(rate: float) -> str:
    """Return how a rate is written."""
    return left_to_right(f"{QLocale().toString(rate, 'g', 4)}×")

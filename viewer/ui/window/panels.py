"""The panels above and below the text: another one is a module of this package and its name here.

The module's `make(window)` makes the panel, which hears of everything itself from then on.
"""

from importlib import import_module
from typing import Final

from PySide6.QtWidgets import QWidget

from viewer.ui.window.parts import Parts

#: From above to below.
ABOVE_TEXT: Final = ("going",)
BELOW_TEXT: Final = ("problems",)


def place(window: Parts) -> None:
    """Make the panels, and put each where it stands."""
    for module in ABOVE_TEXT:
        window.text.add_above(made(module, window))
    for module in BELOW_TEXT:
        window.text.add_below(made(module, window))


def made(module: str, window: Parts) -> QWidget:
    """Have a module of this package make what it shows."""
    panel: QWidget = import_module(f"viewer.ui.window.{module}").make(window)
    return panel

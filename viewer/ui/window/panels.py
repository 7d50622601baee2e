"""The panels above and below the text: another one is a module of this package and its name here.

The module's `make(window)` answers the command that brings the panel: with the first one it makes
it, and puts it above or below the text. The panel hears of everything itself from then on.
"""

from importlib import import_module
from typing import Any, Final

from viewer.ui.window.parts import Parts

PANELS: Final = ("going", "problems")


def place(window: Parts) -> None:
    """Have each panel come when it is wanted."""
    for module in PANELS:
        made(module, window)


def made(module: str, window: Parts) -> Any:  # noqa: ANN401 - each makes what it is about
    """Have a module of this package make what it is about."""
    return import_module(f"viewer.ui.window.{module}").make(window)

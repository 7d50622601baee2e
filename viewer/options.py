"""How the window was asked to open."""

from pathlib import Path
from typing import NamedTuple


class Options(NamedTuple):
    """What the command line says about the window.

    `engine` is one of `engines.CHOICES`, or empty where the settings are to decide.
    """

    file: Path | None = None
    media: Path | None = None
    at_ms: int | None = None
    engine: str = ""
    trace: Path | None = None
    demo: bool = False
    #: What to open instead of a file, where it is on the web.
    address: str = ""

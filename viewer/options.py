"""How the window was asked to open."""

from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

EngineName: TypeAlias = Literal["auto", "vlc", "qt", "silent"]
#: `auto` takes the best engine that this machine has.
ENGINES: Final[tuple[EngineName, ...]] = get_args(EngineName)
#: What engines are called where people read it, before their versions.
VLC_TITLE: Final = "libVLC"
QT_TITLE: Final = "Qt Multimedia"
SILENT_TITLE: Final = "Silent"


class Options(NamedTuple):
    """What the command line says about the window.

    `engine` is one of `ENGINES`, or empty where the settings are to decide.
    """

    file: Path | None = None
    media: Path | None = None
    at_ms: int | None = None
    engine: EngineName | Literal[""] = ""
    trace: Path | None = None
    demo: bool = False
    #: What to open instead of a file, where it is on the web.
    address: str = ""

"""What must be right around the program before Qt is loaded: Qt itself would abort, or chatter."""

from collections.abc import Mapping, MutableMapping
from typing import Final

from viewer.errors import ViewerError

_LOGGING: Final = "QT_LOGGING_RULES"
#: What Qt Multimedia says in a terminal about what it can do without, and about each recording.
_CHATTER: Final = ";".join(
    (
        "qt.multimedia.symbolsresolver=false",
        "qt.multimedia.ffmpeg.info=false",
        "qt.multimedia.ffmpeg.mediadataholder.info=false",
        "qt.multimedia.playbackengine.codec=false",
    )
)


def check_display(environ: Mapping[str, str], platform: str) -> None:
    """Raise `ViewerError` where no window can be shown; Qt itself would abort the process."""
    if platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM"):
        return
    if not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        raise ViewerError(
            "There is no display to show a window on.",
            hint="Start it from a desktop; `cueline info` and its kin work without one.",
        )


def hush(environ: MutableMapping[str, str]) -> None:
    """Keep Qt's chatter out of the terminal, unless the user has rules of their own."""
    environ.setdefault(_LOGGING, _CHATTER)

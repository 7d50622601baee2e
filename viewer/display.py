"""What must be right around the program before Qt is loaded: Qt itself would abort, or chatter."""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Final, TextIO

from viewer.errors import ViewerError

#: Set in the environment, it shows what is usually hushed, and the traceback of a bug.
DEBUG: Final = "CUELINE_DEBUG"
_STANDARD_ERROR: Final = 2
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
            hint="Start it from a desktop; `cueline info` and the other commands work without one.",
        )


def hush(environ: MutableMapping[str, str]) -> None:
    """Keep Qt's chatter out of the terminal, unless the user has rules of their own."""
    environ.setdefault(_LOGGING, _CHATTER)


@contextmanager
def hushed_libraries(environ: Mapping[str, str]) -> Iterator[None]:
    """Lead nowhere what libraries write to standard error past Python; our own words get there.

    ALSA, FFmpeg and libVLC's plugins complain there by the hundred of what is no use to anyone. Who
    looks for a fault sees all of it.
    """
    shown = environ.get(DEBUG) or environ.get(_LOGGING, _CHATTER) != _CHATTER
    if shown or not _is_standard_error(sys.stderr):
        yield
        return
    kept, own = os.dup(_STANDARD_ERROR), sys.stderr
    own.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    os.close(nowhere)
    sys.stderr = os.fdopen(os.dup(kept), "w", encoding=own.encoding, errors="replace", buffering=1)
    try:
        yield
    finally:
        sys.stderr.close()
        sys.stderr = own
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)


def _is_standard_error(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.fileno() == _STANDARD_ERROR
    except (OSError, ValueError):  # none as under pythonw, or a stand-in
        return False

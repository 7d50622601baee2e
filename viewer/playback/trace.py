"""The `--trace` log: what playback did, one JSON object a line."""

import json
import logging
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TextIO

from viewer.errors import PlaybackError
from viewer.playback.engine import PlayState

log = logging.getLogger(__name__)

_ANOTHER: Final = "Name another file after --trace."
#: No line of a trace is longer.
_LONGEST_LINE: Final = 1024
#: Nothing is lost by opening; and a pipe that nobody reads is refused, not waited for.
_TO_BEGIN: Final = (
    os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)


class Trace:
    """Writes events with the moment at which they happened; a line is on disk when it is written.

    Where writing fails later (a full disk), one sentence goes to `complain`, the log ends, and
    playback goes on.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], float] = time.monotonic,
        complain: Callable[[str], None] = log.warning,
    ) -> None:
        """Begin `path` anew; raise PlaybackError where that cannot be done, or it is no trace."""
        self._path = path
        self._now = now
        self._complain = complain
        try:
            self._file: TextIO | None = _begin(path)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            raise PlaybackError(
                f"Cannot write the trace {path.name}: {reason}.", hint=_ANOTHER
            ) from error
        if self._file is None:
            sentence = f"{path.name} is not a trace, so it was not replaced."
            raise PlaybackError(sentence, hint=_ANOTHER)

    def frame(self, ms: float) -> None:
        """Note that the frame of this presentation time was shown."""
        self._write("frame", ms=ms)

    def position(self, ms: int) -> None:
        """Note the position that the window shows."""
        self._write("position", ms=ms)

    def lit(self, segment: int, ms: int) -> None:
        """Note that a segment was lit, by its index; -1 where none is."""
        self._write("lit", segment=segment, ms=ms)

    def seek(self, ms: int) -> None:
        """Note where a seek wants to go."""
        self._write("seek", ms=ms)

    def state(self, state: PlayState) -> None:
        """Note what playback does now."""
        self._write("state", state=state.value)

    def rate(self, rate: float) -> None:
        """Note the rate that was asked for."""
        self._write("rate", rate=rate)

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            file, self._file = self._file, None
            try:
                file.close()
            except OSError as error:
                self._give_up(error)

    def _write(self, event: str, **values: object) -> None:
        if self._file is None:
            return
        line = json.dumps({"t": round(self._now(), 6), "event": event, **values})
        try:
            self._file.write(line + "\n")
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        file, self._file = self._file, None
        self._complain(f"The trace {self._path.name} ends here: {error.strerror}.")
        if file is not None:
            try:
                file.close()
            except OSError:
                log.debug("the trace could not be closed either")


def _begin(path: Path) -> TextIO | None:
    """Open and empty a file, or return None where it holds anything but a trace.

    It is looked into by the same handle that empties it: no other can be put there in between.
    """
    handle = os.open(path, _TO_BEGIN, 0o666)
    if stat.S_ISREG(os.fstat(handle).st_mode):  # a terminal or a pipe loses nothing
        if not _is_trace(os.read(handle, _LONGEST_LINE)):
            os.close(handle)
            return None
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
    return os.fdopen(handle, "w", encoding="utf-8", buffering=1)


def _is_trace(head: bytes) -> bool:
    """Return whether a file begins as a trace does, or is empty."""
    if not head:
        return True
    try:
        first = json.loads(head.splitlines()[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and {"t", "event"} <= first.keys()

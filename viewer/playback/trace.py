"""The `--trace` log: what playback did, one JSON object a line."""

import json
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from viewer.errors import PlaybackError
from viewer.playback.engine import PlayState

log = logging.getLogger(__name__)


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
        """Open `path` anew; raise PlaybackError where that cannot be done."""
        self._path = path
        self._now = now
        self._complain = complain
        try:
            self._file: TextIO | None = path.open("w", encoding="utf-8", buffering=1)
        except OSError as error:
            raise PlaybackError(
                f"Cannot write the trace {path.name}: {error.strerror}.",
                hint="Name another file after --trace.",
            ) from error

    def frame(self, ms: float) -> None:
        """Note that the frame of this presentation time was shown."""
        self._write("frame", ms=ms)

    def position(self, ms: int) -> None:
        """Note the position that the window was told."""
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

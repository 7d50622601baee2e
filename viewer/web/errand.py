"""Sending yt-dlp's process on an errand, and hearing what it says on the way."""

import importlib.util
import json
import threading
from collections.abc import Callable, Mapping
from queue import Empty, Queue
from typing import Any, Final

from viewer.errors import NetworkError, OutdatedError
from viewer.web.places import Kind, WebPlace
from viewer.web.processes import begun

_LOOKS_S: Final = 0.2
#: What the process says: one object a line.
Said = dict[str, Any]
_GONE: Final[Said] = {
    "kind": "failed",
    "sentence": "yt-dlp has ended by itself.",
    "hint": "Try again.",
}


def available() -> bool:
    """Return whether yt-dlp is installed."""
    return importlib.util.find_spec("yt_dlp") is not None


def extractor_of(place: WebPlace) -> str:
    """Return which of yt-dlp's parts is to be asked, and no other."""
    return place.kind.value if place.kind in (Kind.YOUTUBE, Kind.VIMEO) else "generic"


def run(
    errand: Mapping[str, object],
    hear: Callable[[Said], None],
    is_cancelled: Callable[[], bool],
    module: str = "viewer.web.downloader",
) -> Said | None:
    """Let the process work, and return the last thing that it said; None where it was cancelled.

    What it says before that goes to `hear`.
    """
    with begun(module) as worker:
        lines: Queue[str] = Queue()
        reader = threading.Thread(target=_read, args=(worker.stdout, lines), daemon=True)
        reader.start()
        if worker.stdin is not None:
            worker.stdin.write(json.dumps(errand) + "\n")
            worker.stdin.flush()
        try:
            return _listen(lines, hear, is_cancelled)
        finally:
            worker.terminate()
            reader.join()


def failure_of(said: Said) -> NetworkError:
    """Return what a failure in the process means; the hint ends with yt-dlp's own words."""
    own_words = str(said.get("own_words", ""))
    own = f"yt-dlp says: {own_words}" if own_words else ""
    kind = OutdatedError if said.get("outdated") else NetworkError
    return kind(said["sentence"], hint=" ".join(filter(None, (said["hint"], own))))


def _read(stream: Any, lines: "Queue[str]") -> None:  # noqa: ANN401 - a pipe of text
    for line in stream:
        lines.put(line)
    lines.put("")


def _listen(
    lines: "Queue[str]", hear: Callable[[Said], None], is_cancelled: Callable[[], bool]
) -> Said | None:
    while not is_cancelled():
        try:
            line = lines.get(timeout=_LOOKS_S)
        except Empty:
            continue
        if not line:
            return _GONE
        said: Said = json.loads(line)
        if said["kind"] != "progress":
            return said
        hear(said)
    return None

"""Having a recording downloaded by a process of its own, and hearing how far it is."""

import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Final

from viewer.core.value import value
from viewer.errors import NetworkError
from viewer.web.places import Kind, WebPlace

#: A broken connection is made anew so often; each goes on from where the last one ended.
_TRIES: Final = 3
_LOOKS_S: Final = 0.2
_BROKEN: Final = ("did not get any data blocks", "incompleteread", "timed out", "reset by peer")


@value
class Request:
    """What is to be downloaded where: the highest picture, or the sound alone."""

    url: str
    folder: str
    height: int = 720
    sound: bool = False
    extractor: str = "generic"


def available() -> bool:
    """Return whether yt-dlp is installed."""
    return importlib.util.find_spec("yt_dlp") is not None


def extractor_of(place: WebPlace) -> str:
    """Return which of yt-dlp's parts is to be asked, and no other."""
    return place.kind.value if place.kind in (Kind.YOUTUBE, Kind.VIMEO) else "generic"


def download(
    request: Request, report: Callable[[float], None], is_cancelled: Callable[[], bool]
) -> Path | None:
    """Download, and return where the recording is; None where it was cancelled.

    Raises `NetworkError`, whose hint ends with yt-dlp's own words.
    """
    for left in reversed(range(_TRIES)):
        said = _run(request, report, is_cancelled)
        if said is None or is_cancelled():
            return None
        if said["kind"] == "done":
            return Path(said["path"])
        told = str(said.get("told", ""))
        if not (left and any(words in told.lower() for words in _BROKEN)):
            own = f"yt-dlp says: {told}" if told else ""
            raise NetworkError(said["sentence"], hint=" ".join(filter(None, (said["hint"], own))))
    return None


def _run(
    request: Request, report: Callable[[float], None], is_cancelled: Callable[[], bool]
) -> dict[str, Any] | None:
    """Let the process work, and return the last thing that it said; None where it was cancelled."""
    home = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, "-m", "viewer.web.downloader"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as worker:
        lines: Queue[str] = Queue()
        reader = threading.Thread(target=_read, args=(worker.stdout, lines), daemon=True)
        reader.start()
        if worker.stdin is not None:
            worker.stdin.write(json.dumps(asdict(request)) + "\n")
            worker.stdin.flush()
        try:
            return _listen(lines, report, is_cancelled)
        finally:
            worker.terminate()
            reader.join()


def _read(stream: Any, lines: "Queue[str]") -> None:  # noqa: ANN401 - a pipe of text
    for line in stream:
        lines.put(line)
    lines.put("")


def _listen(
    lines: "Queue[str]", report: Callable[[float], None], is_cancelled: Callable[[], bool]
) -> dict[str, Any] | None:
    while not is_cancelled():
        try:
            line = lines.get(timeout=_LOOKS_S)
        except Empty:
            continue
        if not line:
            sentence = "The download has ended by itself."
            return {"kind": "failed", "sentence": sentence, "hint": "Try again."}
        said: dict[str, Any] = json.loads(line)
        if said["kind"] != "progress":
            return said
        if said["total"]:
            report(min(said["done"] / said["total"], 1.0))
    return None

"""Downloads one recording with yt-dlp, in a process of its own: `python -m viewer.web.downloader`.

One request, as JSON, is read from standard input; what happens goes to standard output, one JSON
object a line. Ending the process is how a download is cancelled: what has come is kept, and the
next download of the same goes on from there.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any, Final

#: So much must be left on the disk beside the recording.
_SPARE: Final = 50 * 1024 * 1024
_MEGABYTE: Final = 1_000_000
_NAME: Final = "%(title).120B [%(id)s].%(ext)s"
#: What each refusal of a server means, and what to do about it.
_STATUS: Final = {
    401: ("The site wants a log-in.", "Open it in the browser."),
    403: ("The site refuses to give it.", "yt-dlp may be too old: update it, and try again."),
    404: ("There is no such recording any more.", "Look at the link."),
    410: ("There is no such recording any more.", "Look at the link."),
    429: ("The site was asked too often.", "Try again later."),
}
_KINDS: Final = {
    "UnsupportedError": ("yt-dlp finds no recording at this address.", "Open it in the browser."),
    "NoSupportingHandlers": ("yt-dlp finds no recording at this address.", "Look at the link."),
    "GeoRestrictedError": ("The site does not give it in this country.", ""),
    "TransportError": ("The site was not reached.", "Look at the network, or try again later."),
    "DownloadCancelled": ("The download was cancelled.", ""),
}


class NoRoomError(Exception):
    """The disk is too full for what is to come."""


def tell(kind: str, **more: object) -> None:
    """Say what happens."""
    sys.stdout.write(json.dumps({"kind": kind, **more}) + "\n")
    sys.stdout.flush()


class Quiet:
    """A logger that keeps yt-dlp's words to itself."""

    def debug(self, _message: str) -> None:
        """Say nothing."""

    info = warning = error = debug


def options(request: dict[str, Any], *, has_ffmpeg: bool) -> dict[str, object]:
    """Return what yt-dlp is to do; without FFmpeg's program it can join no picture with sound."""
    height = int(request["height"])
    joined = f"bv*[height<={height}]+ba/" if has_ffmpeg else ""
    pictured = f"{joined}b[height<={height}]/b"
    return {
        "format": "ba/b" if request["sound"] else pictured,
        "paths": {"home": request["folder"]},
        "outtmpl": {"default": _NAME},
        "writesubtitles": True,
        "subtitleslangs": ["all", "-live_chat"],
        "allowed_extractors": [request["extractor"]],
        "progress_hooks": [progress],
        "logger": Quiet(),
        "quiet": True,
        "noprogress": True,
        "noplaylist": True,
        "continuedl": True,
        "ignoreconfig": True,
        "cachedir": False,
        "socket_timeout": 15,
        "enable_file_urls": False,
    }


def progress(state: dict[str, Any]) -> None:
    """Pass on how far it is."""
    total = state.get("total_bytes") or state.get("total_bytes_estimate") or 0
    tell("progress", done=state.get("downloaded_bytes") or 0, total=total, rest=state.get("eta"))


def run(request: dict[str, Any]) -> None:
    """Download what is asked for, and tell where it is."""
    import yt_dlp

    wanted = options(request, has_ffmpeg=shutil.which("ffmpeg") is not None)
    with yt_dlp.YoutubeDL(wanted) as worker:
        found = worker.extract_info(request["url"], download=False)
        look_for_room(found, Path(request["folder"]))
        done = worker.process_ie_result(found, download=True)
        files = done.get("requested_downloads") or []
        tell("done", path=files[-1]["filepath"] if files else worker.prepare_filename(done))


def look_for_room(found: dict[str, Any], folder: Path) -> None:
    """Raise `NoRoomError` where the disk has not room enough, as far as the size is known."""
    size = found.get("filesize") or found.get("filesize_approx") or 0
    free = shutil.disk_usage(folder).free
    if size and free < size + _SPARE:
        has, needs = free // _MEGABYTE, size // _MEGABYTE
        raise NoRoomError(f"It needs {needs} MB, and {folder} has {has} MB left.")


def failure(error: BaseException) -> tuple[str, str]:
    """Return what an error of yt-dlp's means, and what to do about it."""
    if isinstance(error, NoRoomError):
        return str(error), "Choose another folder, or a smaller picture."
    inner = getattr(error, "exc_info", None)
    causes = [error, *([inner[1]] if inner and inner[1] is not None else [])]
    for cause in reversed(causes):
        cause = getattr(cause, "cause", None) or cause
        status = getattr(cause, "status", None)
        if isinstance(status, int):
            return _STATUS.get(status, (f"The site refuses ({status}).", "Try again later."))
        if known := _KINDS.get(type(cause).__name__):
            return known
    return "The download failed.", "Try again, or open it in the browser."


def main() -> None:
    """Do what the request says."""
    try:
        run(json.loads(sys.stdin.readline()))
    except Exception as error:  # noqa: BLE001 - whatever comes is told in one sentence
        sentence, hint = failure(error)
        told = " ".join(str(error).split())[:400]
        tell("failed", sentence=sentence, hint=hint, told=told)


if __name__ == "__main__":
    main()

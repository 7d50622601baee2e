"""Asks yt-dlp, in a process of its own: `python -m viewer.web.downloader`.

One errand, as JSON, is read from standard input: to download a recording, or to list a video's
captions. What happens goes to standard output, one JSON object a line. Ending the process is how
it is cancelled: what has come is kept, and the next download of the same goes on from there.
"""

import json
import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies

from viewer.web.hosts import is_local_number
from viewer.web.joining import join_for_yt_dlp
from viewer.web.refused import NoFolderError, NoRoomError, meaning

#: So much must be left on the disk beside the recording.
_SPARE: Final = 50 * 1024 * 1024
_MEGABYTE: Final = 1_000_000
_NAME: Final = "%(title).120B [%(id)s].%(ext)s"
#: So often it is reported how far it is.
_TELLS_S: Final = 0.2
#: Captions in these forms can be read; the first ones have the times of words.
_FORMS: Final = ("srv3", "json3", "vtt", "ttml", "srt")
_LIVE_CHAT: Final = "live_chat"
#: The part that no site has for itself, with the one that finds a page's own player.
_GENERIC: Final = ("generic", "html5")


def tell(kind: str, **more: object) -> None:
    """Say what happens."""
    sys.stdout.write(json.dumps({"kind": kind, **more}) + "\n")
    sys.stdout.flush()


class Quiet:
    """A logger that keeps yt-dlp's words to itself."""

    def debug(self, _message: str) -> None:
        """Say nothing."""

    info = warning = error = debug


class Progress:
    """Passes on how far it is, some times a second."""

    def __init__(self) -> None:
        self._reported_s = 0.0

    def __call__(self, state: dict[str, Any]) -> None:
        """Take in what yt-dlp says."""
        now = time.monotonic()
        if state.get("status") == "downloading" and now - self._reported_s < _TELLS_S:
            return
        self._reported_s = now
        tell(
            "progress",
            done=state.get("downloaded_bytes") or 0,
            total=state.get("total_bytes") or state.get("total_bytes_estimate") or 0,
            rest=state.get("eta"),
            part=state.get("fragment_index") or 0,
            parts=state.get("fragment_count") or 0,
        )


def manners(errand: dict[str, Any]) -> dict[str, object]:
    """Return how yt-dlp is to behave, whatever it does."""
    site = errand["extractor"]
    return {
        "allowed_extractors": list(_GENERIC) if site == _GENERIC[0] else [site],
        "logger": Quiet(),
        "quiet": True,
        "noprogress": True,
        "noplaylist": True,
        "ignoreconfig": True,
        "cachedir": False,
        "socket_timeout": 15,
        "enable_file_urls": False,
        "compat_opts": {"no-certifi"},  # trust whom the system trusts, as all else here does
    }


def options(errand: dict[str, Any]) -> dict[str, object]:
    """Return what yt-dlp is to download.

    Pictures are the largest that are not too high, or where all are, the smallest.
    """
    low = f"[height<=?{int(errand['height'])}]"
    pictured = f"bv*{low}+ba/b{low}/wv*+ba/w/b*"
    return {
        **manners(errand),
        "format": "ba/b" if errand["sound"] else pictured,
        "paths": {"home": errand["folder"]},
        "outtmpl": {"default": _NAME},
        "writesubtitles": bool(errand.get("subtitles")),
        "subtitleslangs": ["all", f"-{_LIVE_CHAT}"],
        "subtitlesformat": "vtt/srt/best",
        "progress_hooks": [Progress()],
        "continuedl": True,
        "hls_prefer_native": True,
    }


def download(errand: dict[str, Any]) -> None:
    """Download what is asked for, and tell where it is."""
    import yt_dlp

    if shutil.which("ffmpeg") is None:
        join_for_yt_dlp()
    with yt_dlp.YoutubeDL(options(errand)) as worker:
        found = worker.extract_info(errand["url"], download=False)
        look_for_room(found, Path(errand["folder"]))
        done = worker.process_ie_result(found, download=True)
        files = done.get("requested_downloads") or []
        tell("done", path=files[-1]["filepath"] if files else worker.prepare_filename(done))


def look_for_room(found: dict[str, Any], folder: Path) -> None:
    """Raise `NoRoomError` where the disk has not room enough, as far as the size is known.

    Raises `NoFolderError`, too.
    """
    if not folder.is_dir():
        raise NoFolderError(f"The folder {folder} is not there any more.")
    formats = found.get("requested_formats") or [found]
    sizes = [each.get("filesize") or each.get("filesize_approx") or 0 for each in formats]
    joined = 2 if len(formats) > 1 else 1  # while they are joined they are there twice
    size, free = sum(sizes) * joined, shutil.disk_usage(folder).free
    if size and free < size + _SPARE:
        has, needs = free // _MEGABYTE, size // _MEGABYTE
        raise NoRoomError(f"It needs {needs} MB, and {folder} has {has} MB left.")


def captions(errand: dict[str, Any]) -> None:
    """Tell which captions a video has, manual ones first, and what the video is."""
    import yt_dlp

    with yt_dlp.YoutubeDL({**manners(errand), "ignore_no_formats_error": True}) as worker:
        found = worker.extract_info(errand["url"], download=False)
    if found.get("entries"):
        found = next(iter(found["entries"]))
    manual = _tracks(found.get("subtitles") or {}, automatic=False)
    automatic = _tracks(found.get("automatic_captions") or {}, automatic=True)
    tell(
        "done",
        title=found.get("title") or "",
        channel=found.get("channel") or found.get("uploader") or "",
        published=found.get("upload_date") or "",
        url=found.get("webpage_url") or errand["url"],
        language=found.get("language") or "",
        duration=found.get("duration") or 0,
        tracks=[*manual, *automatic],
    )


def _tracks(known: dict[str, list[dict[str, Any]]], *, automatic: bool) -> Iterator[object]:
    """Yield each language's captions in the best of the forms that can be fetched as a file."""
    for language, forms in known.items():
        whole = {
            each.get("ext"): each
            for each in forms
            if "url" in each and "m3u8" not in str(each.get("protocol", ""))
        }
        form = next((form for form in _FORMS if form in whole), None)
        if form is not None and language != _LIVE_CHAT:
            name, url = whole[form].get("name") or "", whole[form]["url"]
            yield {"language": language, "name": name, "url": url, "automatic": automatic}


def keep_out_of_the_own_network() -> None:
    """Have nothing here connect to this machine or its own network, but to the system's proxies.

    Whoever is asked may send on to anywhere, and names may stand for anything.
    """
    look_up = socket.getaddrinfo
    proxies = {urlsplit(proxy).hostname for proxy in getproxies().values()}

    def guarded(host: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the system's
        found = look_up(host, *rest, **more)
        for each in found:
            number = ip_address(str(each[4][0]).partition("%")[0])
            if is_local_number(number) and host not in proxies:
                raise OSError(f"{host} leads into your own network")
        return found

    socket.getaddrinfo = guarded


def end_with_whoever_began_this() -> None:
    """Wait until standard input ends, as it does when the program has gone, and go as well."""
    while os.read(0, 64):
        pass
    os._exit(1)


def main() -> None:
    """Do what the errand says."""
    try:
        errand = json.loads(sys.stdin.readline())
        threading.Thread(target=end_with_whoever_began_this, daemon=True).start()
        if not errand["asked"]:
            keep_out_of_the_own_network()
        {"download": download, "captions": captions}[errand["do"]](errand)
    except Exception as error:  # noqa: BLE001 - whatever comes is said in one sentence
        own_words = " ".join(str(error).removeprefix("ERROR: ").split())[:400]
        tell("failed", own_words=own_words, **meaning(error)._asdict())


if __name__ == "__main__":
    main()

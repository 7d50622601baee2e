"""Having a recording downloaded by a process of its own, and hearing how far it is."""

from collections.abc import Callable
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.web.errand import Said, failure_of, run

#: A broken connection is made anew so often; each goes on from where the last one ended.
_TRIES: Final = 3
_BROKEN: Final = ("did not get any data blocks", "incompleteread", "timed out", "reset by peer")


@value
class Request:
    """What is to be downloaded where: the highest picture, or the sound alone.

    With `subtitles` the video's captions come, too. Only where the user was `asked` may it lie in
    his own network.
    """

    url: str
    folder: str
    height: int = 720
    sound: bool = False
    extractor: str = "generic"
    subtitles: bool = True
    asked: bool = False


@value
class Progress:
    """How many bytes have come, of how many, and for how many seconds more; 0 is not known."""

    done: int
    total: int = 0
    rest_s: int = 0
    #: From 0 to 1, also where only the pieces can be counted; None where nothing is known.
    share: float | None = None


def download(
    request: Request, report: Callable[[Progress], None], is_cancelled: Callable[[], bool]
) -> Path | None:
    """Download, and return where the recording is; None where it was cancelled.

    Raises `NetworkError`, whose hint ends with yt-dlp's own words.
    """

    def hear(said: Said) -> None:
        report(_progress(said))

    for left in reversed(range(_TRIES)):
        said = run({"do": "download", **asdict(request)}, hear, is_cancelled)
        if said is None or is_cancelled():
            return None
        if said["kind"] == "done":
            return Path(said["path"])
        own_words = str(said.get("own_words", ""))
        if not (left and any(words in own_words.lower() for words in _BROKEN)):
            raise failure_of(said)
    return None


def _progress(said: Said) -> Progress:
    done, total = round(said["done"] or 0), round(said["total"] or 0)
    parts = said.get("parts") or 0
    share = done / total if total else said["part"] / parts if parts else None
    return Progress(done, total, ceil(said["rest"] or 0), share and min(share, 1.0))

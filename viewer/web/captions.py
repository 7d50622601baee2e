"""Which captions a video on the web has, and which of them a reader most probably wants."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime

from viewer.core.value import value
from viewer.web.errand import extractor_of, failure_of, run
from viewer.web.places import WebPlace


@value
class Track:
    """One language's captions: written by hand, or by the site's machine."""

    language: str
    name: str
    url: str
    automatic: bool


@value
class Video:
    """What a site tells of a video, and its captions: manual ones before automatic ones."""

    url: str
    title: str = ""
    channel: str = ""
    published: date | None = None
    language: str = ""
    duration_ms: int | None = None
    tracks: tuple[Track, ...] = ()


def video_of(place: WebPlace, *, asked: bool, is_cancelled: Callable[[], bool]) -> Video | None:
    """Ask which captions a video has; None where that was cancelled.

    Raises `NetworkError`. Only where the user was `asked` may it lie in his own network.
    """
    errand = {"do": "captions", "url": place.url, "extractor": extractor_of(place), "asked": asked}
    said = run(errand, lambda _: None, is_cancelled)
    if said is None:
        return None
    if said["kind"] != "done":
        raise failure_of(said)
    published = None
    with suppress(ValueError):
        published = datetime.strptime(said["published"], "%Y%m%d").date()
    return Video(
        said["url"],
        said["title"],
        said["channel"],
        published,
        said["language"],
        round(said["duration"] * 1000) or None,
        tuple(Track(**each) for each in said["tracks"]),
    )


def best(video: Video, languages: Sequence[str]) -> int:
    """Return which of its captions to offer first, for one who reads these languages.

    Those written by hand come first: in a language of the reader's, in the one that is spoken, in
    any. Of the machine's, those in the language that is spoken are as it heard it; the others are
    translated from them.
    """
    wanted = [*languages, video.language]

    def rank(index: int) -> tuple[bool, bool, int, int]:
        track = video.tracks[index]
        heard = track.language.endswith("-orig")
        spoken = _base(track.language)
        known = [_base(each) for each in wanted if each]
        place = known.index(spoken) if spoken in known else len(known)
        return track.automatic, track.automatic and not heard, place, index

    return min(range(len(video.tracks)), key=rank, default=-1)


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()

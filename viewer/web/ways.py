"""What can be done with what a transcript points to, in the order in which it is offered."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.web.places import Kind, WebPlace, recognise


class Way(StrEnum):
    """How a recording of the web is reached; also its name in the settings."""

    WATCH = "watch"
    STREAM = "stream"
    DOWNLOAD = "download"
    BROWSE = "browse"


@value
class Means:
    """What this machine can do: sites whose player can be shown, and whether yt-dlp is there."""

    sites: frozenset[Kind] = frozenset()
    streams: bool = False
    downloads: bool = False


@value
class Offer:
    """The ways there are, best first, each with where it leads; `place` is what is spoken of."""

    place: WebPlace
    ways: tuple[tuple[Way, WebPlace], ...] = ()

    def place_of(self, way: Way) -> WebPlace | None:
        """Return where a way leads, or None where it is not offered."""
        return dict(self.ways).get(way)


#: Which places a way is for.
_LEADS_TO: Final = {
    Way.WATCH: (Kind.YOUTUBE, Kind.VIMEO),
    Way.STREAM: (Kind.MEDIA,),
    Way.DOWNLOAD: (Kind.YOUTUBE, Kind.VIMEO, Kind.MEDIA),
    Way.BROWSE: tuple(Kind),
}


def offer(transcript: Transcript, means: Means) -> Offer | None:
    """Return what can be had of what a transcript names; None where it names nothing of the web."""
    places = tuple(_places(transcript))
    if not places:
        return None
    by_kind = sorted(places, key=lambda place: place.kind is Kind.PAGE)
    ways = tuple(_ways(by_kind, places[0], means))
    return Offer(by_kind[0], ways)


def _places(transcript: Transcript) -> Iterator[WebPlace]:
    seen = set()
    for address in (transcript.source.url, *transcript.media):
        place = recognise(address)
        if place is not None and place.url not in seen:
            seen.add(place.url)
            yield place


def _ways(places: list[WebPlace], named: WebPlace, means: Means) -> Iterator[tuple[Way, WebPlace]]:
    can = {
        Way.WATCH: means.sites,
        Way.STREAM: frozenset(Kind) if means.streams else frozenset(),
        Way.DOWNLOAD: frozenset(Kind) if means.downloads else frozenset(),
        Way.BROWSE: frozenset(Kind),
    }
    for way in Way:
        kinds = can[way].intersection(_LEADS_TO[way])
        among = [named, *places] if way is Way.BROWSE else places
        place = next((each for each in among if each.kind in kinds), None)
        if place is not None:
            yield way, place

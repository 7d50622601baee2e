"""Tries real sites, with a network, and prints what happened: the steps of docs/web.md.

python packaging/try_web.py [ADDRESS ...]

Addresses of videos are shown by the site's player, our page once as text and once from this
machine, and asked for their captions; others are looked at, played for a while, and read as a feed.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtWidgets import QApplication

from viewer.core.media_source import MediaSource
from viewer.errors import ViewerError
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.web.answers import Podcast, answer
from viewer.web.captions import video_of
from viewer.web.download import Request, download
from viewer.web.errand import available, extractor_of
from viewer.web.places import NAMES, Kind, WebPlace, recognise

#: One that has always been there, one that was taken away, sound, pieces, and a feed.
USUAL = (
    "https://www.youtube.com/watch?v=jNQXAC9IVRw",
    "https://www.youtube.com/watch?v=aaaaaaaaaaa",
    "https://vimeo.com/76979871",
    "https://archive.org/download/testmp3testfile/mpthreetest.mp3",
    "https://devstreaming-cdn.apple.com/videos/streaming/examples/bipbop_4x3/bipbop_4x3_variant.m3u8",
    "https://feeds.podcastindex.org/pc20.xml",
)
FOR_S = 20.0


def main(addresses: list[str]) -> int:
    """Try each address for a while."""
    _application = QApplication(sys.argv[:1])
    print(choose.describe_site())
    for address in addresses or USUAL:
        print("\n", address)
        place = recognise(address)
        if place is None:
            print("  is no address of the web")
            continue
        for step in steps_for(place):
            try:
                step(place)
            except ViewerError as error:
                print("  failed:", error, error.hint)
    return 0


def steps_for(place: WebPlace):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Return what is tried at an address."""
    if place.kind in NAMES:
        return (watched_as_text, watched_from_here, captioned, downloaded)
    return (streamed,) if place.kind is Kind.MEDIA else (read,)


def watched_as_text(place: WebPlace) -> None:
    """Show the player in our page, which comes as text."""
    watched(place, served=False)


def watched_from_here(place: WebPlace) -> None:
    """Show the player in our page, which this machine serves."""
    watched(place, served=True)


def watched(place: WebPlace, *, served: bool) -> None:
    """Play in the site's player, and print its messages, and what was stopped on its way out."""
    from viewer.playback.site import fences
    from viewer.playback.site.engine import SiteEngine

    print("  our page", "from this machine" if served else "as text")
    passes = fences.passes

    def told(url: object, *rest: object) -> bool:
        let = passes(url, *rest)  # type: ignore[arg-type]
        if not let:
            print("  stopped:", url)
        return let

    fences.passes = told  # type: ignore[assignment]
    engine = choose.make_site(place.kind.value)
    assert isinstance(engine, SiteEngine)
    engine._served = served  # noqa: SLF001 - what is looked into
    began = time.monotonic()
    engine._bridge.heard.connect(  # noqa: SLF001
        lambda text: print(f"  {time.monotonic() - began:5.2f}", text)
    )
    engine.surface.resize(640, 360)
    engine.surface.show()
    engine.open(MediaSource(place.url, site=place.kind.value), None)
    engine.play()
    watch(engine)
    engine.close()
    fences.passes = passes


def streamed(place: WebPlace) -> None:
    """Play what is at an address, with a seek to the middle, and print where it is."""
    engine = choose.make_stream()
    engine.open(MediaSource(place.url, asked=True), QVideoSink())
    engine.play()
    watch(engine, then_seek=True)
    engine.close()


def watch(engine: object, *, then_seek: bool = False) -> None:
    """Print how it goes once a second, until it has failed or gone on for long enough."""
    # A loop of its own: Qt WebEngine ends with the first end of the application's.
    began, sought, loop = time.monotonic(), not then_seek, QEventLoop()

    def look() -> None:
        nonlocal sought
        seen, past_s = engine.poll(), time.monotonic() - began  # type: ignore[attr-defined]
        print(f"  {past_s:5.1f}", seen.state.value, seen.position_ms, seen.duration_ms, seen.reason)
        if not sought and past_s > FOR_S / 2 and seen.duration_ms:
            sought = True
            print("  to the middle")
            engine.seek(seen.duration_ms // 2)  # type: ignore[attr-defined]
        if seen.state is PlayState.FAILED or past_s > FOR_S:
            loop.quit()

    timer = QTimer(interval=1000)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


def captioned(place: WebPlace) -> None:
    """Print which captions there are."""
    video = video_of(place, asked=False, is_cancelled=lambda: False) if available() else None
    print("  captions:", video and [(t.language, t.automatic) for t in video.tracks])


def downloaded(place: WebPlace) -> None:
    """Download the sound, cancel that at the half, and go on."""
    with TemporaryDirectory() as folder:
        request = Request(place.url, folder, sound=True, extractor=extractor_of(place))
        shares = [0.0]
        for enough in (0.5, 2.0):
            download(
                request,
                lambda progress: shares.append(progress.share or 0.0),
                lambda enough=enough: shares[-1] > enough,  # type: ignore[misc]
            )
            print("  downloaded:", [path.name for path in Path(folder).iterdir()], shares[-1])


def read(place: WebPlace) -> None:
    """Print what an address turns out to be."""
    found = answer(place, lambda: False)
    if isinstance(found, Podcast):
        told = [episode for episode in found.feed.episodes if episode.texts]
        print(
            "  a feed:", found.feed.title, len(found.feed.episodes), "episodes,", len(told), "told"
        )
    else:
        print("  ", found.seen.kind, len(found.data), "bytes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Tries players of real sites, with a network, and prints what they say: see docs/web.md.

python packaging/try_web.py [ADDRESS ...]
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from viewer.core.media_source import MediaSource
from viewer.errors import EngineUnavailableError
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.web.places import recognise

#: One that has always been there.
USUAL = ("https://www.youtube.com/watch?v=jNQXAC9IVRw",)
FOR_S = 20.0


def main(addresses: list[str]) -> int:
    """Try each address for a while."""
    application = QApplication(sys.argv[:1])
    print(choose.describe_site())
    for address in addresses or USUAL:
        try:
            look(application, address)
        except EngineUnavailableError as error:
            print(error, error.hint)
            return 1
    return 0


def look(application: QApplication, address: str) -> None:
    """Show the player at an address, play it, and print each of its messages once."""
    from viewer.playback.site import fences
    from viewer.playback.site.engine import SiteEngine

    place = recognise(address)
    print("\n", address, place)
    if place is None:
        return
    passes = fences.passes

    def told(url: object, *rest: object) -> bool:
        let = passes(url, *rest)  # type: ignore[arg-type]
        if not let:
            print("  stopped:", url)
        return let

    fences.passes = told  # type: ignore[assignment]
    engine = choose.make_site(place.kind.value)
    assert isinstance(engine, SiteEngine)
    began = time.monotonic()
    engine._bridge.heard.connect(  # noqa: SLF001 - what is looked into
        lambda text: print(f"  {time.monotonic() - began:5.2f}", text)
    )
    engine.surface.resize(640, 360)
    engine.surface.show()
    engine.open(MediaSource(address, site=place.kind.value), None)
    engine.play()
    timer = QTimer(interval=200)
    timer.timeout.connect(lambda: watch(engine, began, application))
    timer.start()
    application.exec()
    timer.stop()
    print("  in the end:", engine.poll())
    engine.close()
    fences.passes = passes


def watch(engine: object, began: float, application: QApplication) -> None:
    """End when it has failed or gone on for long enough."""
    failed = engine.poll().state is PlayState.FAILED  # type: ignore[attr-defined]
    if failed or time.monotonic() - began > FOR_S:
        application.quit()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

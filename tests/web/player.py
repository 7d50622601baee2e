"""A site of the tests with a player of its own, as large sites have, behind the same messages."""

import os
from pathlib import Path

import av

from tests.video import Clip, _picture
from tests.web.sites import Site
from viewer.web.embeds import Embed

CLIP = Clip(seconds=8, width=320, height=180)
SCHEMES = frozenset({"http"})
#: The pages that speak as the sites' players do, by how they are steered.
PAGES = {"youtube": "embed.html", "vimeo": "embed-vimeo.html"}


def site_with_player(folder):
    """Return the site; whoever takes it lets it die."""
    for name in PAGES.values():
        (folder / name).write_bytes(Path(__file__).with_name(name).read_bytes())
    with av.open(str(folder / "numbers.webm"), "w") as box:
        video = box.add_stream("libvpx-vp9", rate=CLIP.fps)
        video.width, video.height, video.pix_fmt = CLIP.width, CLIP.height, "yuv420p"
        video.options = {"g": "25", "deadline": "realtime", "cpu-used": "8"}
        for number in range(CLIP.seconds * 25):
            box.mux(video.encode(_picture(number, CLIP)))
        box.mux(video.encode())
    return Site(folder)


def embed(site, adapter="youtube", **how):
    """Return how its player is shown; `how` makes it refuse or say nothing."""

    def address(place, origin):
        return site.url(PAGES[adapter], origin=origin, video=place.video, **how)

    return Embed("The site", adapter, address, ("127.0.0.1",))


def unboxed():
    """Do without Chromium's sandbox, in tests alone: root has none, nor have some machines."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if "--no-sandbox" not in flags:
        more = "--no-sandbox --disable-dev-shm-usage"
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {more}".strip()

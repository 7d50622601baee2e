"""Every way out to the network, and that each of them is shut by *Never use the network*."""

import re
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDesktopServices, QGuiApplication

from tests.conftest import ROOT
from tests.ui.window.test_notices import sentence
from tests.ui.window.test_web_ways import URL, linked  # noqa: F401 - a fixture
from viewer.core.media_source import MediaSource
from viewer.errors import OutdatedError
from viewer.library.errors import LibraryError
from viewer.library.shelves import Shelves
from viewer.session.document import Recording
from viewer.session.web_recordings import streamed, watched
from viewer.state.places import places
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.web import errand, look, relaying, updating
from viewer.web.places import recognise

SOUND = "https://pod.example/talk.mp3"
SHUT = "The network is switched off for Cueline."

#: What reaches out, or has others do so, and who asks `session/network` before it is called.
REACHES_OUT = {
    "library/postgres_index.py": "library/shelves",
    "library/postgres_schema.py": "library/shelves",
    "playback/choose.py": "session/web_recordings",
    "playback/site/codecs.py": "nobody: its page loads nothing",
    "playback/site/delivery.py": "nobody: it serves this machine alone",
    "playback/site/engine.py": "session/web_recordings",
    "playback/site/fences.py": "session/web_recordings",
    "ui/window/browser.py": "itself",
    "ui/window/notices.py": "nobody: it shows folders of this machine",
    "web/asking.py": "web/relay",
    "web/downloader.py": "ui/window/downloads, web_videos",
    "web/errand.py": "ui/window/downloads, web_videos",
    "web/fetch.py": "ui/window/addresses, podcasts, web_videos",
    "web/joining.py": "ui/window/downloads",
    "web/look.py": "session/web_recordings, ui/window/addresses",
    "web/relay.py": "session/web_recordings",
    "web/relaying.py": "session/web_recordings",
    "web/updating.py": "ui/window/updates",
}
_OUT = re.compile(
    r"^\s*(?:import|from) (?:http\.|socket|ssl|urllib\.request|psycopg|yt_dlp|ftplib|smtplib"
    r"|PySide6\.Qt(?:Network|WebEngine|WebSockets))|openUrl|viewer\.web\.(?:downloader|relay)\""
    r"|\"pip\"|playback\.site\.engine",
    re.MULTILINE,
)


def test_what_reaches_out_is_known():
    viewer = ROOT / "viewer"
    found = {
        path.relative_to(viewer).as_posix()
        for path in viewer.rglob("*.py")
        if _OUT.search(path.read_text("utf-8"))
    }
    # Signals come by pairs of sockets of this process; of urllib some take what makes file names.
    assert found - {"leaving.py", "signals.py", "media/locate.py"} == REACHES_OUT.keys()


@pytest.fixture
def shut(linked, monkeypatch):  # noqa: F811
    """The window on a transcript that leads to a video, with the network switched off."""

    def reached(*_arguments, **_how):
        raise AssertionError("something went out")

    monkeypatch.setattr(QDesktopServices, "openUrl", reached)
    monkeypatch.setattr(errand, "run", reached)
    monkeypatch.setattr(look, "connection_to", reached)
    monkeypatch.setattr(relaying.Relay, "lead", reached)
    monkeypatch.setattr(updating, "update", reached)
    linked.commands[Command.NO_NETWORK].trigger()
    linked.text.message.clear()
    return linked


def paste(window, text):
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    window.commands[Command.PASTE].trigger()


def update(window):
    offered = window.web.addresses._desk.updates.offered(
        OutdatedError("It is too old."), lambda: None
    )
    offered[0].do()


def again(window):
    window.web._try_again(streamed(recognise(SOUND), asked=False))


def try_download_again(window):
    window.web.downloads._try_again(None, None)


DOORS = {
    "watch": lambda w: w.web._do_it("watch", recognise(URL)),
    "stream": lambda w: w.web._do_it("stream", recognise(SOUND)),
    "download": lambda w: w.web._do_it("download", recognise(SOUND)),
    "the browser": lambda w: w.commands[Command.BROWSE].trigger(),
    "a broken stream again": again,
    "a failed download again": try_download_again,
    "an address of sound": lambda w: w.web.addresses.open(SOUND),
    "an address of a video": lambda w: w.web.addresses.open(URL.replace("abc", "xyz")),
    "an address of anything": lambda w: w.web.addresses.open("https://pod.example/feed"),
    "a pasted address": lambda w: paste(w, SOUND),
    "a dropped address": lambda w: w.dropping.address_dropped.emit(SOUND),
    "a newer yt-dlp": update,
    "a link in the details": lambda w: w.details.link_requested.emit(URL),
    "a link in the help": lambda w: w.help.page_requested.emit("https://cueline.github.io/"),
}


@pytest.mark.parametrize("door", DOORS)
def test_every_door_is_shut(shut, desk, door):
    before = list(desk.engine.calls)
    DOORS[door](shut)
    desk.work()
    assert sentence(shut) == SHUT
    assert ("open", MediaSource(SOUND)) not in desk.engine.calls[len(before) :]


@pytest.mark.parametrize("at", ["work.web.open_alone", "work.web.play"])
def test_what_plays_asks_for_itself(shut, desk, at):
    work, recording = desk.workspace, watched(recognise(URL))
    assert isinstance(recording, Recording)
    with pytest.raises(Exception, match="switched off"):
        {"work.web.open_alone": work.web.open_alone, "work.web.play": work.web.play}[at](recording)


def test_the_switch_is_kept_at_once_and_a_library_elsewhere_goes_by_it(shut):
    assert UserSettings(places()).settings.web.never
    settings = UserSettings(places())
    settings.change("library", server="postgresql://library.example/shared")
    settings.save()
    with pytest.raises(LibraryError, match=r"switched off.*library\.example"):
        Shelves(places())
    settings.change("library", server="")
    settings.save()
    with closing(Shelves(places())):
        pass

"""The engine that shows sites' own players, on a player of the tests' behind the same messages.

What can be told in that world: a position within 100 ms of the picture, a seek within 250 ms.
"""

import os
import signal
import statistics
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from shiboken6 import isValid

from tests.playback.stage import FRAME_MS
from tests.video import number_of
from tests.web.player import CLIP, SCHEMES, embed, site_with_player, unboxed
from viewer.core.media_source import MediaSource
from viewer.errors import EngineUnavailableError
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.web.embeds import ORIGIN, SERVED_HOST

POSITION_MS, SEEK_MS = 100, 250
LIMIT_MS = 60_000
#: A busy machine may paint too late to keep up: one of so many tries has to be exact.
TRIES = 4
VIDEO = "abcdefghijk"
URL = f"https://youtu.be/{VIDEO}"

pytest.importorskip("PySide6.QtWebEngineWidgets", exc_type=ImportError)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = site_with_player(tmp_path_factory.mktemp("embeds"))
    yield site
    site.die()


class Watching:
    """A player of the tests' site, and what is seen of it."""

    def __init__(self, qtbot, site, adapter):
        from viewer.playback.site import fences
        from viewer.playback.site.engine import SiteEngine

        self.qtbot, self.site, self.how = qtbot, site, {}
        fences.set_up(["127.0.0.1"])
        self.failed, self.views = [], []

        self.engines = []

        def make():
            self.engines.append(SiteEngine(embed(site, adapter, **self.how), SCHEMES))
            return self.engines[-1]

        self.player = Player((), web=lambda _: (make,))
        self.player.surface_changed.connect(self.show)
        self.player.failed.connect(lambda error: self.failed.append(str(error)))

    def show(self, view):
        if view is None:
            self.views.pop().hide()
        else:
            self.views.append(view)
            view.resize(CLIP.width, CLIP.height)
            view.show()

    def open(self, **how):
        self.how = how
        self.player.open(MediaSource(URL, site="youtube"), None)
        self.until(lambda: self.player.state in {PlayState.PAUSED, PlayState.FAILED})

    def until(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=LIMIT_MS)

    def seen_ms(self):
        """The media time of the picture that is shown, or None."""
        image = self.views[-1].grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        data, pitch = bytes(image.constBits()), image.bytesPerLine()
        number = number_of(data, pitch, image.width(), image.height())
        return None if number is None else number * FRAME_MS


@pytest.fixture(params=["youtube"])
def watching(request, qtbot, site):
    unboxed()
    watching = Watching(qtbot, site, request.param)
    yield watching
    watching.player.close()
    watching.until(lambda: not any(map(isValid, watching.engines)))


def processes():
    """The processes that this one has started, and theirs."""
    children = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # one that has ended meanwhile
            pid, rest = stat.parent.name, stat.read_text().rpartition(")")[2].split()
            children.setdefault(int(rest[1]), []).append(int(pid))
    found, look = set(), [os.getpid()]
    while look:
        mine = children.get(look.pop(), [])
        found.update(mine)
        look += mine
    return found


both = pytest.mark.parametrize("watching", ["youtube", "vimeo"], indirect=True)


@both
def test_it_opens_paused_plays_and_its_position_is_the_pictures(watching):
    watching.open()
    player = watching.player
    assert (player.state, player.position_ms) == (PlayState.PAUSED, 0)
    watching.until(lambda: abs(player.duration_ms - CLIP.seconds * 1000) <= POSITION_MS)
    for _ in range(TRIES):
        late = _late_while_playing(watching)
        if abs(late) <= POSITION_MS:
            break
        player.pause()
        watching.until(lambda: player.state is PlayState.PAUSED)
        player.seek(0)
    assert abs(late) <= POSITION_MS
    player.pause()
    watching.until(lambda: player.state is PlayState.PAUSED)


def _late_while_playing(watching):
    """Play on for a while; return by how much the position is after the picture, at the median."""
    player, late = watching.player, []
    begun = player.position_ms + 500
    player.play()

    def measured():
        if (seen := watching.seen_ms()) is not None and player.position_ms >= begun:
            late.append(player.position_ms - seen)
        return player.position_ms >= begun + 2_000

    watching.until(measured)
    return statistics.median(late)


@both
def test_a_seek_is_told_at_once_and_the_picture_follows(watching):
    watching.open()
    player = watching.player
    player.seek(3_000)  # before it has ever played
    assert player.position_ms == 3_000
    player.play()
    watching.until(lambda: player.position_ms >= 3_400)
    watching.until(lambda: 0 <= (watching.seen_ms() or 0) - 3_000 <= 3_000)
    player.set_rate(2.0)
    player.seek(1_000)
    assert player.position_ms == 1_000
    watching.until(lambda: 1_200 <= player.position_ms <= 2_900)
    watching.until(lambda: abs((watching.seen_ms() or 0) - player.position_ms) <= SEEK_MS)
    player.pause()
    watching.until(lambda: player._clocked.engine._last.state == "paused")
    player.seek(6_000)
    assert player.position_ms == 6_000
    watching.until(lambda: abs((watching.seen_ms() or 0) - 6_000) <= SEEK_MS)
    assert player.state is PlayState.PAUSED


@both
def test_it_ends_and_begins_anew(watching):
    watching.open()
    player = watching.player
    player.set_rate(2)
    player.play()
    watching.until(lambda: player.position_ms >= 300)
    player.seek(7_600)
    watching.until(lambda: player.state is PlayState.ENDED)
    player.play()
    watching.until(lambda: 0 < player.position_ms < 3_000 and player.state is PlayState.PLAYING)


@both
def test_the_sites_own_button_pauses_us_too(watching):
    watching.open()
    watching.player.play()
    watching.until(lambda: watching.player.position_ms >= 300)
    watching.until(lambda: watching.player._clocked.engine.poll().by_hand)
    watching.player._clocked.engine._send("pause")  # as the frame does by itself
    watching.until(lambda: watching.player.state is PlayState.PAUSED)
    watching.player.toggle()
    here = watching.player.position_ms
    watching.until(lambda: watching.player.position_ms >= here + 200)


def test_what_the_site_refuses_is_a_sentence_with_a_next_step(watching):
    watching.open(error=150)
    (sentence,) = watching.failed
    assert sentence.startswith("Its owner lets this video be seen on The site alone. Open it")


@pytest.mark.parametrize("watching", ["vimeo"], indirect=True)
def test_a_rate_that_an_owner_does_not_allow_is_no_failure(watching):
    watching.open(slow=1)
    watching.player.set_rate(2.0)
    watching.player.play()
    watching.until(lambda: watching.player.position_ms >= 500)
    assert watching.failed == []
    assert watching.player._clocked.engine._last.rate == 1


@pytest.mark.parametrize("watching", ["vimeo"], indirect=True)
def test_what_another_site_refuses_is_a_sentence_as_well(watching):
    watching.open(error=1)
    (sentence,) = watching.failed
    assert sentence.startswith("This video does not play in the player of The site here.")


@both
def test_a_player_that_says_nothing_is_given_up(watching, monkeypatch):
    monkeypatch.setattr("viewer.playback.site.engine.SILENT_S", 0.5)
    watching.open(deaf=1)
    assert watching.failed == ["The site does not answer: there may be no network."]


def test_where_its_name_is_not_known_that_is_told_at_once(watching, monkeypatch):
    monkeypatch.setattr("viewer.web.look.is_known", lambda _host: False)
    watching.open(deaf=1)
    assert watching.failed == ["The site cannot be found: there may be no network."]


def test_no_other_host_is_reached_nor_is_there_a_way_round(watching, site):
    watching.open()
    view = watching.views[-1]
    told = []
    reach = f"""
      new Image().src = 'http://localhost:{site.port}/by-name';
      fetch('http://127.0.0.2:{site.port}/by-number').catch(() => 0);
      typeof RTCPeerConnection + ' ' + document.referrer + ' ' + location.origin"""
    view.page().runJavaScript(reach, told.append)
    watching.until(lambda: bool(told))
    assert told == [f"undefined  {ORIGIN}"]
    watching.player.play()
    watching.until(lambda: watching.player.position_ms >= 300)
    assert site.asked("by-name") == site.asked("by-number") == []


def test_a_site_that_did_not_see_who_shows_its_player_is_shown_our_page_from_here(watching):
    watching.open(wants=f"http://{SERVED_HOST}")
    player = watching.player
    player.play()
    watching.until(lambda: player.position_ms >= 300)
    assert watching.failed == []
    told = []

    def origin():
        watching.views[-1].page().runJavaScript("location.origin", told.append)
        return told[-1:]

    watching.until(lambda: origin() == [f"http://{SERVED_HOST}"])


def test_one_that_sees_nobody_even_then_is_told_as_our_fault(watching):
    watching.open(error=153)
    watching.player.play()
    watching.until(lambda: bool(watching.failed))
    (sentence,) = watching.failed
    assert "that is a fault of Cueline" in sentence


def test_closing_while_it_loads_leaves_nothing_behind(watching):
    for _ in range(2):
        watching.player.open(MediaSource(URL, site="youtube"), None)
        watching.player.close()
    watching.until(lambda: not any(map(isValid, watching.engines)))


def test_our_page_is_given_to_nobody_else(qtbot, watching):
    from PySide6.QtNetwork import QTcpSocket

    from viewer.playback.site.delivery import server

    path = server().offer("<p>ours</p>").rpartition("/")[2]
    answers = []
    for line, host in ((path, SERVED_HOST), (path, "127.0.0.1"), ("x", SERVED_HOST)):
        socket = QTcpSocket()
        socket.connectToHost("127.0.0.1", server().port)
        socket.write(f"GET /{line} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        watching.until(lambda s=socket: s.state() is QTcpSocket.SocketState.UnconnectedState)
        answers.append(bytes(socket.readAll().data()))
    assert answers[0].endswith(b"<p>ours</p>")
    assert all(answer.startswith(b"HTTP/1.1 404") for answer in answers[1:])


def test_what_crashes_comes_back_once_at_its_place(watching):
    watching.open()
    player = watching.player
    player.play()
    watching.until(lambda: player.position_ms >= 1_000)
    page = watching.views[-1].page()
    os.kill(page.renderProcessPid(), signal.SIGKILL)
    engine = player._clocked.engine
    watching.until(lambda: engine._crashes == 1 and engine._last is not None)
    watching.until(lambda: player.state is PlayState.PLAYING and player.position_ms >= 1_500)
    os.kill(page.renderProcessPid(), signal.SIGKILL)
    watching.until(lambda: bool(watching.failed))
    assert "ended by itself" in watching.failed[0]


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks into Linux's /proc")
def test_ten_opens_in_a_row_leak_no_process(watching):
    watching.open()
    watching.open()
    before = len(processes())
    for _ in range(10):
        watching.open()
    watching.player.close()
    watching.until(lambda: len(processes()) <= before)


def test_where_it_cannot_be_had_that_is_a_sentence(monkeypatch, tmp_path):
    here = tmp_path
    (here / "off").write_text("1\n")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.delenv("QTWEBENGINE_CHROMIUM_FLAGS", raising=False)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    with pytest.raises(EngineUnavailableError, match="root"):
        choose.make_site("youtube")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(choose, "SANDBOX_OFF", ((here / "off", "1"),))
    with pytest.raises(EngineUnavailableError, match="sandbox"):
        choose.make_site("youtube")
    monkeypatch.setattr(choose.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EngineUnavailableError, match="not installed") as caught:
        choose.make_site("youtube")
    assert "libnss3" in caught.value.hint

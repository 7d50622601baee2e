"""Shows a site's own player in the picture's place, and steers it by messages alone."""

import json
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView

from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState, Snapshot
from viewer.playback.first_look import FirstLook
from viewer.playback.site import codecs
from viewer.playback.site.delivery import deliver
from viewer.playback.site.fences import FencedPage
from viewer.playback.site.messages import Said, understood
from viewer.resources import resource
from viewer.web.embeds import ORIGIN, SERVED_HOST, UNSEEN, Embed, failure
from viewer.web.places import recognise

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: A player that has not said a word by then does not come.
SILENT_S: Final = 10.0
#: By then a seek is believed to have been heard, and a wish to play or to pause to be obeyed.
STALE_S: Final = 0.6
OBEYED_S: Final = 2.0
#: Without a word for so long, or at the same place, nothing moves.
QUIET_S: Final = 1.0
_STATES: Final = {
    "playing": PlayState.PLAYING,
    "buffering": PlayState.PLAYING,
    "paused": PlayState.PAUSED,
    "ended": PlayState.ENDED,
}


class Bridge(QObject):
    """What the page sees of us: it is told wishes, and tells what the player says."""

    asked = Signal(str)
    heard = Signal(str)

    @Slot(str)
    def report(self, text: str) -> None:
        """Take a message of the page's."""
        self.heard.emit(text)


class SiteEngine(QObject):
    """An `Engine` whose picture is a widget of its own, `surface`: nobody can read it."""

    def __init__(self, embed: Embed, schemes: frozenset[str] = frozenset({"https", "wss"})) -> None:
        super().__init__()
        self.name = f"{embed.name} in Qt WebEngine {qVersion()}"
        self.surface = QWebEngineView()
        self._embed, self._schemes = embed, schemes
        self._bridge = Bridge(self)
        self._bridge.heard.connect(self._hear)
        self._page = self._new_page()
        #: What was wished before the page could hear; None since it can.
        self._waiting: list[str] | None = []
        self._last: Said | None = None
        self._state = PlayState.EMPTY
        self._reason, self._crashes = "", 0
        #: Whether our page comes from this machine, as the site did not see who shows its player.
        self._served = False
        self._wants_play = self._started = False
        self._opened_s = self._wished_s = self._sought_s = self._moved_s = 0.0
        #: Seeks asked for, and where the last one goes: before the first play it waits for that.
        self._seeks, self._held_ms = 0, 0
        self._source = MediaSource("")
        #: Whether the site's name is known here: where there is no network, it is not.
        self._look: FirstLook[bool] | None = None

    def open(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Load the site's player for the video at an address; no frames go into the sink."""
        self._source, self._opened_s = source, time.monotonic()
        self._state = PlayState.OPENING
        place = recognise(str(source))
        if place is None:
            self._fail(f"{source} is no address of the web.")
            return
        setup = {"adapter": self._embed.adapter, "video": place.video}
        origin = f"http://{SERVED_HOST}" if self._served else ORIGIN
        setup["address"] = self._embed.address(place, origin)
        hosts = " ".join(f"{scheme}://{h}:*" for h in self._embed.hosts for scheme in self._schemes)
        self._look = FirstLook(partial(_is_known, setup["address"]))
        html = resource("player.html").read_text(encoding="utf-8")
        said = json.dumps(setup).replace("<", "\\u003c")
        html = html.replace("{{setup}}", said).replace("{{frames}}", hosts)
        deliver(self._page, html, served=self._served)

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        self._wish(play=True)
        self._send("play")
        if not self._started and self._held_ms:
            self._send("seek", n=self._seeks, ms=self._held_ms)
            self._sought_s = time.monotonic()

    def pause(self) -> None:
        """Stop here."""
        self._wish(play=False)
        self._send("pause")

    def seek(self, ms: int, _until_ms: int | None = None) -> None:
        """Go to `ms`; before the first play it waits for that, as it would start the player."""
        self._seeks += 1
        self._held_ms, self._sought_s = ms, time.monotonic()
        ended = self._state is PlayState.ENDED
        if ended:
            self._wish(play=True)
        if self._started or self._wants_play:
            self._send("seek", n=self._seeks, ms=ms)
        if ended:  # some sites' players stay at rest otherwise
            self._send("play")

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, as far as the site goes along."""
        self._send("rate", value=rate)

    def set_volume(self, percent: int) -> None:
        """Set loudness, 0 to 100."""
        self._send("volume", value=percent)

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        self._send("mute", value=muted)

    def poll(self) -> Snapshot:
        """Tell what the player has said last."""
        now = time.monotonic()
        if self._state is PlayState.OPENING:
            self._notice_silence(now)
        said = self._last
        if self._state in {PlayState.EMPTY, PlayState.FAILED} or said is None:
            pending = self._state is PlayState.OPENING
            return Snapshot(self._state, reason=self._reason, pending=pending, buffering=pending)
        return self._snapshot(said, now)

    def close(self) -> None:
        """Let go of the page, and then of what shows it."""
        self._state = PlayState.EMPTY
        self._bridge.heard.disconnect(self._hear)
        self._page.renderProcessTerminated.disconnect(self._come_back)
        self._page.deleteLater()
        self.surface.deleteLater()
        self.deleteLater()

    def _new_page(self) -> FencedPage:
        page = FencedPage(self._embed, self._schemes)
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._bridge)
        page.setWebChannel(channel)
        page.renderProcessTerminated.connect(self._come_back)
        page.setBackgroundColor(Qt.GlobalColor.black)
        self.surface.setPage(page)
        for widget in (self.surface, self.surface.focusProxy()):
            if widget is not None:  # keys stay with the text, and drops with the window
                widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                widget.setAcceptDrops(False)
        self.surface.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        return page

    def _snapshot(self, said: Said, now: float) -> Snapshot:
        heard = said.seeks >= self._seeks or now > self._sought_s + STALE_S
        held = not self._started and not self._wants_play
        state = _STATES[said.state]
        obeying = now - self._wished_s < OBEYED_S
        if obeying and state is not PlayState.ENDED:
            state = PlayState.PLAYING if self._wants_play else PlayState.PAUSED
        stands = now - max(self._moved_s, self._wished_s, self._sought_s) > QUIET_S
        moves = heard and said.state == "playing" and said.ours and not stands
        self._state = state
        return Snapshot(
            state,
            position_ms=self._held_ms if held else said.position_ms,
            as_of=said.as_of,
            duration_ms=said.duration_ms,
            pace=said.rate if moves and state is PlayState.PLAYING else 0.0,
            generation=self._seeks if heard or held else self._seeks - 1,
            pending=not (heard or held) or obeying,
            buffering=state is PlayState.PLAYING and not moves and not obeying,
            by_hand=not obeying,
        )

    def _wish(self, *, play: bool) -> None:
        self._wants_play, self._wished_s = play, time.monotonic()

    def _send(self, do: str, **more: object) -> None:
        wish = json.dumps({"do": do, **more})
        if self._waiting is not None:
            self._waiting.append(wish)
        else:
            self._bridge.asked.emit(wish)

    @Slot(str)
    def _hear(self, text: str) -> None:
        now = time.monotonic()
        said = understood(text, now, time.time())
        if said is None or self._state in {PlayState.EMPTY, PlayState.FAILED}:
            return
        if self._waiting is not None and said.kind != "page":
            return  # a page that is being left
        if said.kind == "page":
            codecs.note(h264=said.h264)
            waiting, self._waiting = self._waiting or [], None
            for wish in waiting:
                self._bridge.asked.emit(wish)
        elif said.kind == "error":
            self._refuse(said.code)
        else:
            self._take(said, now)

    def _refuse(self, code: int) -> None:
        """Fail with the site's reason; one that saw nobody is shown our page otherwise first."""
        if code == UNSEEN and not self._served:
            self._served = True
            self._load_again()
        else:
            self._fail(" ".join(failure(self._embed.name, code)))

    def _take(self, said: Said, now: float) -> None:
        """Take in where the player is."""
        self._started = self._started or said.state == "playing"
        if self._last is None or said.position_ms != self._last.position_ms:
            self._moved_s = now
        if said.ours or self._last is None:
            self._last = said
        if self._state is PlayState.OPENING:
            self._state = PlayState.PAUSED

    def _notice_silence(self, now: float) -> None:
        if self._look is not None and self._look.found is False:
            self._fail(f"{self._embed.name} cannot be found: there may be no network.")
        elif now - self._opened_s > SILENT_S:
            self._fail(f"{self._embed.name} does not answer: there may be no network.")

    def _fail(self, reason: str) -> None:
        self._state, self._reason = PlayState.FAILED, reason

    @Slot(QWebEnginePage.RenderProcessTerminationStatus, int)
    def _come_back(self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        """Load the page again at the place where its process ended by itself; once."""
        if status is QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        self._crashes += 1
        if self._crashes > 1 or self._last is None:
            self._fail(f"What shows the player of {self._embed.name} has ended by itself.")
            return
        self._held_ms, self._started = self._last.position_ms, False
        self._load_again()

    def _load_again(self) -> None:
        playing, self._last, self._waiting = self._wants_play, None, []
        self.open(self._source, None)
        if playing:
            self.play()


def _is_known(address: str) -> bool:
    """Return whether the name of who is at an address can be looked up; blocks."""
    from viewer.web.look import is_known, name_of  # what asks servers takes long to load

    return is_known(name_of(address))

"""The program's one libVLC: finding and starting it, away from the GUI thread; or why not."""

import importlib
import threading
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from viewer.errors import EngineUnavailableError
from viewer.playback.factory import STOP_LIMIT_S

VLC_TITLE: Final = "libVLC"
#: Anything of python-vlc's, which has no types.
Foreign = Any

#: No option ever comes from the user. Fast seeking lands seconds early; subtitles are ours to
#: show; nothing is to be fetched, kept or read that was not asked for. Where the machine is too
#: busy libVLC empties its decoders without looking for a key frame, and grey pictures follow
#: until the next one; with no room for jitter it lets pictures go instead.
OPTIONS: Final = (
    "--no-input-fast-seek",
    "--quiet",
    "--ignore-config",
    "--no-sub-autodetect-file",
    "--no-metadata-network-access",
    "--no-osd",
    "--no-spu",
    "--no-video-title-show",
    "--no-snapshot-preview",
    "--audio-time-stretch",
    "--clock-jitter=-10000",
)
#: What is left of them where this libVLC does not know one: what keeps seeks exact and doors shut.
NEEDED_OPTIONS: Final = OPTIONS[:5]
#: Major versions whose interface is the one used here.
KNOWN_MAJOR: Final = 3

#: All that ALSA lists where there is no sound card. Asked to play there, it fails 47 times a second
#: for as long as a recording plays, and says so in the terminal each time.
NO_CARD: Final = frozenset({"null", "default"})
_UNHEARD: Final = "adummy"

INSTALL: Final = (
    "Install VLC (on Debian and Ubuntu: libvlc5 and vlc-plugin-base), or play with “--engine qt”."
)


class VlcLibrary:
    """Starts libVLC once, when it is first wanted, and has its slow work done by workers.

    Starting it takes 110 to 700 ms, making a player up to 60, and a stop can block.
    """

    def __init__(self) -> None:
        #: Why libVLC cannot be used, once that has been found out.
        self.trouble: EngineUnavailableError | None = None
        self._lock = threading.Lock()
        self._started: tuple[ModuleType, Foreign] | None = None
        self._at_work: list[tuple[threading.Thread, object]] = []

    @property
    def name(self) -> str:
        """What is played with; with its version as soon as that is known."""
        return named(self._started[0]) if self._started else VLC_TITLE

    def start(self) -> tuple[ModuleType, Foreign]:
        """Return python-vlc and its instance, or raise EngineUnavailableError; only in a worker."""
        with self._lock:
            if self.trouble is not None:
                raise self.trouble
            if self._started is None:
                try:
                    vlc = load()
                    self._started = vlc, make_instance(vlc)
                except EngineUnavailableError as error:
                    self.trouble = error
                    raise
            return self._started

    def employ(self, work: Callable[[], None], kept: object = None) -> None:
        """Have a worker do something; `kept` lives until it is done, however late that is.

        It is let go of by the caller's thread, here: no callback is freed under its player.
        """
        self._forget_the_idle()
        worker = threading.Thread(target=work, name="libVLC", daemon=True)
        self._at_work.append((worker, kept))
        worker.start()

    def shut_down(self, limit_s: float = STOP_LIMIT_S) -> bool:
        """Let go of libVLC; return whether all work came to rest within the limit."""
        deadline_s = time.monotonic() + limit_s
        rested = self._rests(deadline_s)
        if rested and self._started is not None:
            (_, instance), self._started = self._started, None
            self.employ(instance.release)
            rested = self._rests(deadline_s)
        return rested

    def _rests(self, deadline_s: float) -> bool:
        for worker, _ in self._at_work:
            worker.join(max(deadline_s - time.monotonic(), 0))
        self._forget_the_idle()
        return not self._at_work

    def _forget_the_idle(self) -> None:
        self._at_work = [each for each in self._at_work if each[0].is_alive()]


def load() -> ModuleType:
    """Import python-vlc with a libVLC that can be used, or raise EngineUnavailableError."""
    try:
        vlc = importlib.import_module("vlc")
        spoken = vlc.libvlc_get_version()
    except (Exception, SystemExit) as error:
        # A bad PYTHON_VLC_LIB_PATH exits; a missing library is a NameError on Linux.
        raise EngineUnavailableError("libVLC was not found.", hint=INSTALL) from error
    version = spoken.decode("ascii", "replace").split()[0]
    if not version.startswith(f"{KNOWN_MAJOR}."):
        raise EngineUnavailableError(
            f"libVLC {version} is here, but only libVLC {KNOWN_MAJOR} can be used.", hint=INSTALL
        )
    return vlc


def version(vlc: ModuleType) -> str:
    """Return libVLC's version without its nickname: `3.0.21`."""
    return str(vlc.libvlc_get_version().decode("ascii", "replace").split()[0])


def named(vlc: ModuleType) -> str:
    """Return libVLC's name with its version."""
    return f"{VLC_TITLE} {version(vlc)}"


def make_instance(vlc: ModuleType) -> Foreign:
    """Start libVLC, or raise EngineUnavailableError where its plugins are missing."""
    instance = vlc.Instance(list(OPTIONS)) or vlc.Instance(list(NEEDED_OPTIONS))
    if instance is None:
        raise EngineUnavailableError(
            "libVLC is here, but it does not start; its plugins may be missing.", hint=INSTALL
        )
    return instance


def make_player(vlc: ModuleType, instance: Foreign) -> Foreign:
    """Return a new media player, with its sound led nowhere where there is no sound card."""
    player = instance.media_player_new()
    if not has_sound(vlc, player):
        player.audio_output_set(_UNHEARD)
    return player


def has_sound(vlc: ModuleType, player: Foreign) -> bool:
    """Return whether there is a device to be heard on; where it is not known, there may be one."""
    first = each = player.audio_output_device_enum()
    names = set()
    while each:
        names.add(each.contents.device.decode(errors="replace"))
        each = each.contents.next
    vlc.libvlc_audio_output_device_list_release(first)
    return not names or not names <= NO_CARD

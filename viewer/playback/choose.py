"""Which engines to try, in which order, and what this machine has of them."""

import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, Literal

from viewer.core.media_source import MediaSource
from viewer.core.value import value
from viewer.errors import EngineUnavailableError
from viewer.options import QT_TITLE, SILENT_TITLE, VLC_TITLE, EngineName
from viewer.playback.engine import Engine
from viewer.playback.engine_queue import EngineMaker
from viewer.playback.silent_engine import SilentEngine
from viewer.playback.vlc import library as vlc_library
from viewer.web.embeds import EMBEDS
from viewer.web.places import Kind

#: Where Linux says that programs may build no sandbox, and how.
SANDBOX_OFF: Final = (
    (Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"), "1"),
    (Path("/proc/sys/kernel/unprivileged_userns_clone"), "0"),
    (Path("/proc/sys/user/max_user_namespaces"), "0"),
)
_SITE_HINT: Final = (
    "Install PySide6-Addons up to 6.11, or PySide6-WebEngine from 6.12 on;"
    " on Linux also libnss3, libasound2, libgbm1, libxcomposite1, libxdamage1, libxtst6."
)
_QT_HINT: Final = "Install PySide6-Addons, and on Linux libpulse0 and libegl1."


@value
class EngineFacts:
    """What this machine has of one engine, as `cueline doctor` tells it."""

    key: EngineName | Literal["site"]
    name: str
    available: bool
    #: Why it is not there and what to do about it; both empty where it is.
    reason: str = ""
    hint: str = ""
    #: Whether it would be heard; None where that is not looked into.
    sound: bool | None = None


def makers(choice: EngineName, vlc: vlc_library.VlcLibrary) -> Sequence[EngineMaker]:
    """Return what makes the engines, best first; each may raise EngineUnavailableError."""
    match choice:
        case "vlc":
            return (partial(make_vlc, vlc),)
        case "qt":
            return (make_qt,)
        case "silent":
            return (SilentEngine,)
        case "auto":
            return (partial(make_vlc, vlc), make_qt)


def web_makers(choice: EngineName, source: MediaSource) -> Sequence[EngineMaker]:
    """Return what makes the engines for an address: never libVLC, which goes from it to files."""
    if choice == "silent":
        return (SilentEngine,)
    return (partial(make_site, source.site),) if source.site else (make_stream,)


def make_site(site: str) -> Engine:
    """Make the engine that shows a site's own player, or raise EngineUnavailableError."""
    facts = describe_site()
    if not facts.available:
        raise EngineUnavailableError(facts.reason, hint=facts.hint)
    try:
        from viewer.playback.site import fences
        from viewer.playback.site.engine import SiteEngine
    except ImportError as error:
        sentence = f"Qt WebEngine cannot be loaded: {error}."
        raise EngineUnavailableError(sentence, hint=_SITE_HINT) from error
    fences.set_up(host for each in EMBEDS.values() for host in each.hosts)
    return SiteEngine(EMBEDS[Kind(site)])


def make_stream() -> Engine:
    """Make the engine for what comes from the web, or raise EngineUnavailableError."""
    from viewer.playback.stream_engine import StreamEngine

    return StreamEngine(make_qt)


def make_vlc(library: vlc_library.VlcLibrary) -> Engine:
    """Make the libVLC engine, or raise EngineUnavailableError where that is known of libVLC."""
    from viewer.playback.vlc.engine import VlcEngine

    return VlcEngine(library)


def make_qt() -> Engine:
    """Make the Qt Multimedia engine, or raise EngineUnavailableError."""
    try:
        from viewer.playback.qt_engine import QtEngine
    except ImportError as error:
        raise EngineUnavailableError(
            f"Qt Multimedia cannot be loaded: {error}.", hint=_QT_HINT
        ) from error
    return QtEngine()


def describe() -> tuple[EngineFacts, ...]:
    """Tell which engines this machine has, best first, without playing anything."""
    return (_describe_vlc(), _describe_qt(), EngineFacts("silent", SILENT_TITLE, available=True))


def describe_site(environ: Mapping[str, str] = os.environ) -> EngineFacts:
    """Tell whether players of sites can be shown, without loading what shows them."""
    name = "Qt WebEngine"
    if importlib.util.find_spec("PySide6.QtWebEngineWidgets") is None:
        reason, hint = "Qt WebEngine is not installed.", _SITE_HINT
    elif _is_root() and not _unboxed(environ):
        reason = "Qt WebEngine does not run as root, whom no sandbox holds."
        hint = "Start Cueline as a user."
    elif _sandbox_is_off() and not _unboxed(environ):
        reason = "Qt WebEngine finds no sandbox to run in: this system gives none to programs."
        hint = "Ubuntu's notes on unprivileged user namespaces say how to allow it for one program."
    else:
        return EngineFacts("site", name, available=True)
    return EngineFacts("site", name, available=False, reason=reason, hint=hint)


def _unboxed(environ: Mapping[str, str]) -> bool:
    """Return whether the user has Chromium do without a sandbox; else it ends the process."""
    flagged = "--no-sandbox" in environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    return flagged or environ.get("QTWEBENGINE_DISABLE_SANDBOX") == "1"


def _is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _sandbox_is_off() -> bool:
    """Return whether the system says that it lets no program make the sandbox."""
    for switch, off in SANDBOX_OFF:
        with suppress(OSError):
            if switch.read_text(encoding="ascii").strip() == off:
                return True
    return False


def _describe_vlc() -> EngineFacts:
    try:
        vlc = vlc_library.load()
        instance = vlc_library.make_instance(vlc)
    except EngineUnavailableError as error:
        return EngineFacts("vlc", VLC_TITLE, available=False, reason=str(error), hint=error.hint)
    player = instance.media_player_new()
    sound = vlc_library.has_sound(vlc, player)
    player.release()
    instance.release()
    return EngineFacts("vlc", vlc_library.named(vlc), available=True, sound=sound)


def _describe_qt() -> EngineFacts:
    if importlib.util.find_spec("PySide6.QtMultimedia") is None:
        reason = "Qt Multimedia is not installed."
        return EngineFacts("qt", QT_TITLE, available=False, reason=reason, hint=_QT_HINT)
    from PySide6.QtCore import qVersion

    try:
        importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:
        reason = f"Qt Multimedia cannot be loaded: {error}."
        return EngineFacts("qt", QT_TITLE, available=False, reason=reason, hint=_QT_HINT)
    return EngineFacts("qt", f"{QT_TITLE} {qVersion()}", available=True)

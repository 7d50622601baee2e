"""Which engines to try, in which order, and what this machine has of them."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from viewer.core.media_source import MediaSource
from viewer.errors import EngineUnavailableError
from viewer.options import EngineName
from viewer.playback.engine import Engine
from viewer.playback.engine_queue import EngineMaker
from viewer.playback.silent_engine import SilentEngine
from viewer.playback.vlc import library as vlc_library

_QT_HINT: Final = "Install PySide6-Addons, and on Linux libpulse0 and libegl1."


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What this machine has of one engine, as `cueline doctor` tells it."""

    key: EngineName
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
    return (SilentEngine,) if choice == "silent" else (make_stream,)


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
    return (_describe_vlc(), _describe_qt(), EngineFacts("silent", "Silent", available=True))


def _describe_vlc() -> EngineFacts:
    try:
        vlc = vlc_library.load()
        instance = vlc_library.make_instance(vlc)
    except EngineUnavailableError as error:
        return EngineFacts("vlc", "libVLC", available=False, reason=str(error), hint=error.hint)
    player = instance.media_player_new()
    sound = vlc_library.has_sound(vlc, player)
    player.release()
    instance.release()
    return EngineFacts("vlc", f"libVLC {vlc_library.version(vlc)}", available=True, sound=sound)


def _describe_qt() -> EngineFacts:
    if importlib.util.find_spec("PySide6.QtMultimedia") is None:
        reason = "Qt Multimedia is not installed."
        return EngineFacts("qt", "Qt Multimedia", available=False, reason=reason, hint=_QT_HINT)
    from PySide6.QtCore import qVersion

    try:
        importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:
        reason = f"Qt Multimedia cannot be loaded: {error}."
        return EngineFacts("qt", "Qt Multimedia", available=False, reason=reason, hint=_QT_HINT)
    return EngineFacts("qt", f"Qt Multimedia {qVersion()}", available=True)

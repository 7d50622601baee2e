"""Finding libVLC, checking that it is one that can be used, and saying why where it is not."""

import importlib
from types import ModuleType
from typing import Any, Final

from viewer.errors import EngineUnavailableError

#: Anything of python-vlc's, which has no types.
Foreign = Any

#: No option ever comes from the user. Fast seeking lands seconds early; subtitles are ours to
#: show; nothing is to be fetched, kept or read that was not asked for.
OPTIONS: Final = (
    "--no-input-fast-seek",
    "--quiet",
    "--ignore-config",
    "--no-osd",
    "--no-spu",
    "--no-sub-autodetect-file",
    "--no-video-title-show",
    "--no-metadata-network-access",
    "--no-snapshot-preview",
    "--audio-time-stretch",
)
#: What is left of them where this libVLC does not know one.
NEEDED_OPTIONS: Final = OPTIONS[:2]
#: Major versions whose interface is the one used here.
KNOWN_MAJOR: Final = 3

_INSTALL: Final = (
    "Install VLC (on Debian and Ubuntu: libvlc5, vlc-plugin-base and vlc-plugin-video-output)."
)


def load() -> ModuleType:
    """Import python-vlc with a libVLC that can be used, or raise EngineUnavailableError."""
    try:
        vlc = importlib.import_module("vlc")
        spoken = vlc.libvlc_get_version()
    except (Exception, SystemExit) as error:
        # A bad PYTHON_VLC_LIB_PATH exits; a missing library is a NameError on Linux.
        raise EngineUnavailableError("libVLC was not found.", hint=_INSTALL) from error
    version = spoken.decode("ascii", "replace").split()[0]
    if not version.startswith(f"{KNOWN_MAJOR}."):
        raise EngineUnavailableError(
            f"libVLC {version} is here, but only libVLC {KNOWN_MAJOR} can be used.", hint=_INSTALL
        )
    return vlc


def version(vlc: ModuleType) -> str:
    """Return libVLC's version without its nickname: `3.0.21`."""
    return str(vlc.libvlc_get_version().decode("ascii", "replace").split()[0])


def make_instance(vlc: ModuleType) -> Foreign:
    """Start libVLC, or raise EngineUnavailableError where its plugins are missing."""
    instance = vlc.Instance(list(OPTIONS)) or vlc.Instance(list(NEEDED_OPTIONS))
    if instance is None:
        raise EngineUnavailableError(
            "libVLC is here, but it does not start; its plugins may be missing.", hint=_INSTALL
        )
    return instance

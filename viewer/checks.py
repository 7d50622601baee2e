"""Looks into what can end a process, in a process of its own: `python -m viewer.checks NAME`.

Qt aborts where it finds no display, and libraries of another kind can crash as they load; the one
who asks must not be ended by the answer. One JSON object goes to standard output.
"""

import ctypes
import importlib
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Final

#: What a check found, ready for JSON.
Findings = dict[str, object]


def qt() -> Findings:
    """Tell which Qt there is; nothing is opened."""
    import PySide6
    from PySide6.QtCore import QLibraryInfo, qVersion

    importlib.import_module("PySide6.QtWidgets")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return {
        "pyside": PySide6.__version__,
        "version": qVersion(),
        "platforms": _plugins(plugins / "platforms"),
        "multimedia_backends": _plugins(plugins / "multimedia"),
    }


def window() -> Findings:
    """Start Qt as the window would."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    return {"platform": app.platformName(), "screens": len(app.screens())}


def sound() -> Findings:
    """Tell which sound devices Qt sees."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtMultimedia import QMediaDevices

    _app = QCoreApplication(sys.argv[:1])
    return {"devices": [device.description() for device in QMediaDevices.audioOutputs()]}


def engines() -> Findings:
    """Tell which engines there are, and where libVLC lies."""
    from viewer.playback import choose

    facts: list[Findings] = [asdict(each) for each in choose.describe()]
    for each in facts:
        if each["key"] == "vlc" and each["available"]:
            each |= _where_vlc_is()
    return {"engines": facts}


def media() -> Findings:
    """Tell which FFmpeg PyAV carries, and whether it can make the sample's recording."""
    import av
    import av.codec

    wanted = ("libx264", "mpeg4", "aac")
    return {
        "pyav": av.__version__,
        "ffmpeg": getattr(av, "ffmpeg_version_info", ""),
        "encoders": [name for name in wanted if name in av.codec.codecs_available],
    }


def web() -> Findings:
    """Tell whether players of sites can be shown, and what downloads there can be."""
    from viewer.playback.choose import describe_site

    try:
        version = metadata.version("yt-dlp")
    except metadata.PackageNotFoundError:
        version = ""
    programs = {name: shutil.which(name) or "" for name in ("ffmpeg", "deno")}
    return {"player": asdict(describe_site()), "yt_dlp": version, **programs}


def libraries() -> Findings:
    """Tell which of the libraries named in the arguments cannot be loaded."""
    return {"absent": [name for name in sys.argv[2:] if not _loads(name)]}


def inside() -> Findings:
    """Tell what the program is made of, and under which licences."""
    from viewer import inside as made_of

    return {"parts": [asdict(part) for part in made_of.parts()]}


CHECKS: Final[dict[str, Callable[[], Findings]]] = {
    check.__name__: check for check in (qt, window, sound, engines, media, web, libraries, inside)
}


def main() -> None:
    """Do the check that the first argument names."""
    json.dump(CHECKS[sys.argv[1]](), sys.stdout)


def _plugins(folder: Path) -> list[str]:
    names = (path.name.split(".")[0].removeprefix("lib") for path in folder.glob("*.*"))
    return sorted({name.removeprefix("q").removesuffix("mediaplugin") for name in names})


def _where_vlc_is() -> Findings:
    vlc = importlib.import_module("vlc")
    return {
        "library": str(getattr(vlc.dll, "_name", "") or ""),
        "plugins": str(vlc.plugin_path or ""),
        "binding": str(vlc.__version__),
    }


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()

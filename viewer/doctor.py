"""What this machine has for Cueline, what is missing, and how to get it."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from viewer import __version__
from viewer.state.places import Places

#: A check that takes longer is given up.
LIMIT_S: Final = 20.0
#: What Qt needs of the system on Linux: the library, its package in Debian and Ubuntu, and why.
LIBRARIES: Final = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "windows on X11"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "windows on X11"),
    ("libxcb-image.so.0", "libxcb-image0", "windows on X11"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "windows on X11"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "windows on X11"),
    ("libxcb-shape.so.0", "libxcb-shape0", "windows on X11"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "keys on X11"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "keys on X11"),
    ("libxkbcommon.so.0", "libxkbcommon0", "keys"),
    ("libEGL.so.1", "libegl1", "any window"),
    ("libGL.so.1", "libgl1", "any window"),
    ("libfontconfig.so.1", "libfontconfig1", "text"),
    ("libdbus-1.so.3", "libdbus-1-3", "the desktop's services"),
    ("libpulse.so.0", "libpulse0", "Qt Multimedia"),
)
VLC_PACKAGES: Final = "libvlc5 vlc-plugin-base"
_PACKAGES: Final = (
    "pydantic-core",
    "av",
    "python-vlc",
    "PySide6-Essentials",
    "PySide6-Addons",
    "ftfy",
)

Report = dict[str, Any]


def report(own: Places, environ: Mapping[str, str] = os.environ) -> Report:
    """Return all findings, ready for JSON; what cannot be found out says why under `error`.

    Nothing that could end or hold up the process is done in it.
    """
    found: Report = {
        "cueline": __version__,
        "python": platform.python_version(),
        "python_path": sys.executable,
        "system": _system(),
        "display": _display(environ),
        "qt": check("qt"),
        "window": check("window") if _display(environ) else {"error": "There is no display."},
        "engines": check("engines"),
        "sound": check("sound"),
        "media": check("media"),
        "web": check("web"),
        "packages": {name: _version(name) for name in _PACKAGES},
        "folders": list(_folders(own)),
        "absent_libraries": _absent_libraries(),
    }
    found["missing"] = list(_missing(found))
    return found


def text(found: Report) -> str:
    """Return the findings as people read them, what is missing first."""
    lines = [*_about_missing(found["missing"]), "", *_about(found), "", *_about_playing(found)]
    lines += ["", "Folders"]
    for folder in found["folders"]:
        state = "" if folder["writable"] else " (cannot be written)"
        lines.append(f"  {folder['name'] + ':':14}{folder['path']}{state}")
    return "\n".join(lines)


def check(name: str, *arguments: str) -> Report:
    """Run one of `viewer.checks` in a process of its own; a failure is under `error`."""
    command = [sys.executable, "-m", "viewer.checks", name, *arguments]
    home = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return {"error": f"It did not answer within {LIMIT_S:.0f} seconds."}
    except OSError as error:
        return {"error": f"It could not be examined: {error.strerror}."}
    try:
        answer: Report = json.loads(done.stdout)
    except ValueError:
        return {"error": _last_words(done.stderr, done.returncode)}
    return answer


def _last_words(stderr: bytes, status: int) -> str:
    """Return what a process said before it ended: its last line, or Qt's first one."""
    lines = [line.strip() for line in stderr.decode(errors="replace").splitlines()]
    said = [line for line in lines if line]
    from_qt = [line for line in said if line.startswith("qt.qpa")]
    return (from_qt or said[-1:] or [f"The check ended with status {status}."])[0]


def _system() -> Report:
    name = f"{platform.system()} {platform.release()}"
    like = ""
    if sys.platform == "linux":
        try:
            release = platform.freedesktop_os_release()
            name = release.get("PRETTY_NAME", name)
            like = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".strip()
        except OSError:
            pass
    return {"name": name, "like": like, "machine": platform.machine()}


def _display(environ: Mapping[str, str]) -> str:
    """Return where windows would be shown; empty where there is no display."""
    if forced := environ.get("QT_QPA_PLATFORM"):
        return forced
    if sys.platform in ("win32", "darwin"):
        return sys.platform
    return environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or ""


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _folders(own: Places) -> Iterator[Report]:
    for name, folder in (("settings", own.config), ("data", own.data), ("cache", own.cache)):
        there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
        usable = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
        yield {"name": name, "path": str(folder), "writable": usable}


def _absent_libraries() -> list[str]:
    if sys.platform != "linux":
        return []
    names = check("libraries", *(library for library, _, _ in LIBRARIES))
    absent: list[str] = names.get("absent", [])
    return absent


def _missing(found: Report) -> Iterator[Report]:
    """Say what is missing or wrong, each with what to do about it."""
    by_apt = any(each in found["system"]["like"].split() for each in ("debian", "ubuntu"))
    for library, package, purpose in LIBRARIES:
        if library in found["absent_libraries"]:
            remedy = _install(package, by_apt=by_apt, else_=f"that has {library}")
            yield {"what": f"{library}, for {purpose}", "remedy": remedy}
    if reason := found["qt"].get("error"):
        remedy = "Install PySide6-Essentials and PySide6-Addons for this Python."
        yield {"what": f"Qt: {reason}", "remedy": remedy}
    elif reason := found["window"].get("error"):
        remedy = "Start Cueline from a desktop; the commands work without one."
        yield {"what": f"A window: {reason}", "remedy": remedy}
    yield from _missing_engines(found, by_apt=by_apt)
    if not found["sound"].get("error") and not _heard_by(found):
        remedy = "Connect one or switch it on; recordings opened after that are heard."
        yield {"what": "A sound device: recordings play without sound.", "remedy": remedy}
    for name, title in (("engines", "The engines"), ("media", "PyAV")):
        if reason := found[name].get("error"):
            yield {"what": f"{title}: {reason}", "remedy": "Install Cueline's packages again."}
    for folder in found["folders"]:
        if not folder["writable"]:
            remedy = "Make it writable, or name another folder in CUELINE_HOME."
            yield {"what": f"Permission to write to {folder['path']}", "remedy": remedy}


def _missing_engines(found: Report, *, by_apt: bool) -> Iterator[Report]:
    for engine in found["engines"].get("engines", ()):
        if not engine["available"]:
            by_package = engine["key"] == "vlc" and by_apt
            remedy = _install(VLC_PACKAGES, by_apt=True, else_="") if by_package else engine["hint"]
            yield {"what": engine["reason"], "remedy": remedy}


def _heard_by(found: Report) -> list[str]:
    """Return what recordings are heard on; libVLC may know devices that Qt does not."""
    devices: list[str] = found["sound"].get("devices", [])
    with_vlc = any(engine["sound"] for engine in found["engines"].get("engines", ()))
    return devices or ["a device that only libVLC knows"] * with_vlc


def _install(package: str, *, by_apt: bool, else_: str) -> str:
    if by_apt:
        return f"sudo apt install {package}"
    return f"Install your distribution's package {else_}."


def _about_missing(missing: list[Report]) -> Iterator[str]:
    if not missing:
        yield "Nothing is missing."
        return
    yield "Missing"
    for each in missing:
        yield f"  {each['what']}"
        yield f"    {each['remedy']}"


def _about(found: Report) -> Iterator[str]:
    qt, window = found["qt"], found["window"]
    yield f"Cueline {found['cueline']}"
    yield f"  {'Python:':14}{found['python']} ({found['python_path']})"
    yield f"  {'System:':14}{found['system']['name']}, {found['system']['machine']}"
    yield f"  {'Display:':14}{found['display'] or 'none'}"
    shown = f"Qt {qt.get('version')}, PySide6 {qt.get('pyside')}"
    yield f"  {'Qt:':14}{qt.get('error') or shown}"
    yield f"  {'Windows:':14}{window.get('error') or 'yes, by ' + window['platform']}"


def _about_playing(found: Report) -> Iterator[str]:
    yield "Playing"
    engines, media, sound = found["engines"], found["media"], found["sound"]
    if reason := engines.get("error"):
        yield f"  {'Engines:':14}{reason}"
    for engine in engines.get("engines", ()):
        where = ", ".join(filter(None, (engine.get("library"), engine.get("plugins"))))
        known = f"{engine['name']} ({where})" if where else engine["name"]
        yield f"  {engine['key'] + ':':14}{engine['reason'] or known}"
    yield f"  {'Qt plays by:':14}{', '.join(found['qt'].get('multimedia_backends', ())) or 'none'}"
    yield f"  {'Sound:':14}{sound.get('error') or ', '.join(_heard_by(found)) or 'none found'}"
    yield f"  {'Files:':14}{media.get('error') or _ffmpeg(media)}"
    web = found["web"]
    yield f"  {'Sites:':14}{web.get('error') or _player(web['player'])}"
    yield f"  {'Downloads:':14}{web.get('error') or _downloads(web)}"


def _player(facts: Report) -> str:
    """Return whether players of sites can be shown, and if not why and what to do."""
    return "Qt WebEngine" if facts["available"] else f"{facts['reason']} {facts['hint']}"


def _downloads(web: Report) -> str:
    """Return what downloads recordings of the web, and what that lacks."""
    if not web["yt_dlp"]:
        return 'no yt-dlp: pip install "cueline[download]"'
    absent = [name for name in ("ffmpeg", "deno") if not web[name]]
    lacks = f", without {' and '.join(absent)}" if absent else ""
    return f"yt-dlp {web['yt_dlp']}{lacks}"


def _ffmpeg(media: Report) -> str:
    return f"PyAV {media['pyav']}, FFmpeg {media['ffmpeg']}, encodes {', '.join(media['encoders'])}"

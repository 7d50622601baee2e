"""What the program is made of: each part with its version and its licence, as installed here."""

import importlib
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

_OWN: Final = "cueline"
#: What is looked at too where the program is run without being installed.
_DIRECT: Final = ("PySide6-Essentials", "PySide6-Addons", "av", "python-vlc", "pydantic-core")
_NAME: Final = re.compile(r"[\w.-]*\w")
#: What is longer is no licence's name but its text.
_LONGEST_NAME: Final = 80
#: What VideoLAN gives libVLC under; the library itself does not say.
_LIBVLC: Final = "LGPL-2.1-or-later"
_FFMPEG_LICENCE: Final = re.compile(rb"libavutil license: ([ -~]+)")
_FFMPEG_VERSION: Final = re.compile(rb"FFmpeg version (\d[\w.]*)")


@dataclass(frozen=True, slots=True)
class Part:
    """Something inside: what it is called, which version, and under which licence."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Return all parts, the libraries before the packages; what is not there is left out."""
    return [*_libraries(), *sorted(_packages(), key=lambda part: part.name.casefold())]


def _packages() -> Iterator[Part]:
    """Yield the installed packages that the program needs, and those that they need."""
    wanted, seen = [_OWN, *_DIRECT], set[str]()
    for name in wanted:  # it grows meanwhile
        plain = name.lower().replace("_", "-")
        if plain in seen:
            continue
        seen.add(plain)
        try:
            known = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        needs = (each for each in known.requires or () if "extra ==" not in each)
        wanted += [found[0] for found in map(_NAME.match, needs) if found]
        if plain != _OWN:
            yield Part(known.name.replace("_", "-"), known.version, _licence(known))


def _licence(known: metadata.Distribution) -> str:
    """Return what a package says of its licence, in the newest of the ways in which it may."""
    distribution = known.metadata
    names = [
        *(distribution.get_all("License-Expression") or ()),
        *(distribution.get_all("License") or ()),
    ]
    for name in names:
        if name and len(name) <= _LONGEST_NAME and "\n" not in name:
            return str(name)
    kinds = [
        each for each in distribution.get_all("Classifier") or () if each.startswith("License ::")
    ]
    return ", ".join(each.rpartition(" :: ")[2] for each in kinds)


def _libraries() -> Iterator[Part]:
    """Yield the libraries that are no packages by themselves."""
    yield Part("Python", platform.python_version(), "PSF-2.0")
    try:
        core = importlib.import_module("PySide6.QtCore")
        known = metadata.distribution("PySide6-Essentials")
        yield Part("Qt", str(core.qVersion()), _licence(known))
        yield from _ffmpeg_of_qt(Path(str(core.__file__)).parent / "Qt" / "lib")
    except (ImportError, metadata.PackageNotFoundError):
        pass
    try:
        av = importlib.import_module("av")
        known_av = importlib.import_module("av._core").library_meta["libavcodec"]
        yield Part("FFmpeg, in PyAV", str(av.ffmpeg_version_info), str(known_av["license"]))
    except (ImportError, AttributeError, KeyError):
        pass
    try:
        vlc = importlib.import_module("vlc")
        yield Part("libVLC", vlc.libvlc_get_version().decode(), _LIBVLC)
    except (ImportError, OSError, NameError, AttributeError):  # the binding without the library
        pass


def _ffmpeg_of_qt(folder: Path) -> Iterator[Part]:
    """Yield the FFmpeg that Qt Multimedia carries, by what is written in its library."""
    for path in sorted(folder.glob("*avutil*"))[:1]:
        try:
            binary = path.read_bytes()
        except OSError:
            return
        licence, version = _FFMPEG_LICENCE.search(binary), _FFMPEG_VERSION.search(binary)
        if licence is not None:
            yield Part(
                "FFmpeg, in Qt Multimedia",
                version[1].decode() if version else "",
                licence[1].decode(),
            )

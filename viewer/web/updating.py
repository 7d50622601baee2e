"""Having pip fetch the newest yt-dlp, which gets too old for sites within months."""

import importlib
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from viewer.errors import NetworkError

COMMAND: Final = (
    *(sys.executable, "-m", "pip", "install", "--upgrade", "--no-input"),
    *("--disable-pip-version-check", "yt-dlp[default]"),
)
_LOOKS_S: Final = 0.2
_BY_HAND: Final = "Update it as it was installed, with pipx, pip or the system's packages."


def version() -> str:
    """Return which yt-dlp there is."""
    importlib.invalidate_caches()
    try:
        return metadata.version("yt-dlp")
    except metadata.PackageNotFoundError:
        return ""


def update(is_cancelled: Callable[[], bool], command: tuple[str, ...] = COMMAND) -> str:
    """Fetch the newest yt-dlp, and return its version; nothing where it was cancelled.

    Raises `NetworkError`, whose hint ends with pip's own words.
    """
    with TemporaryFile() as said:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=Path.home(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as pip:
            while True:
                try:
                    status = pip.wait(_LOOKS_S)
                    break
                except subprocess.TimeoutExpired:
                    if is_cancelled():
                        pip.terminate()
                        return ""
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    if status:
        raise NetworkError("yt-dlp could not be updated.", hint=f"{_BY_HAND} {_reason(words)}")
    return version()


def _reason(words: str) -> str:
    """Return what pip says is wrong: the first line that tells of an error."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    reported = [*errors, *lines[-1:]][:1]
    return f"pip says: {reported[0][:300]}" if reported else ""

"""Loads and saves what the program remembers: with mercy for bad values, and never by halves."""

import errno
import json
import logging
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeVar

from viewer.disk.lock import LIMIT_S, turn_at
from viewer.disk.whole import write_whole
from viewer.errors import StateError
from viewer.state.checked import read

log = logging.getLogger(__name__)

#: A larger file is none of ours; lists are the longest.
MOST_BYTES: Final = 16 * 1024 * 1024

#: A pipe is not waited for.
_TO_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)

R = TypeVar("R")


def load(kind: type[R], path: Path, most_bytes: int = MOST_BYTES) -> R:
    """Return the file's contents, each invalid value replaced by its default.

    A file that is not quite right is kept as `.bak` beside it, for what is lost here may be of
    use there. A missing file gives the defaults. Raises `StateError` for one that cannot be read,
    and once for what is no file of the program's: it is put aside, and the next time is missing.
    """
    try:
        text = _read(path, most_bytes)
    except FileNotFoundError:
        return kind()
    except OSError as error:
        raise _failure("read", path, error) from error
    if text is None:
        raise _put_aside(path)
    lost: list[str] = []
    made = parse(kind, text, lost)
    if made is None:
        _keep(path, text)
        return kind()
    if lost:
        log.warning("%s: values that cannot be used: %d", path, len(lost))
        _keep(path, text)
    return made


def read_bytes(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return what a file holds; raises `FileNotFoundError`, and `StateError` for anything else."""
    try:
        text = _read(path, most_bytes)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _failure("read", path, error) from error
    if text is None:
        raise StateError(f"{path.name} in {path.parent} is not a file that Cueline wrote.")
    return text


def parse(kind: type[R], text: bytes, lost: list[str] | None = None) -> R | None:
    """Return what JSON holds, or None where it is none; `lost` takes the names of bad values."""
    try:
        raw = json.loads(text.removeprefix(BOM_UTF8).decode())
        return read(kind, raw, [] if lost is None else lost)
    except (ValueError, RecursionError):
        return None


def save(value: object, path: Path) -> None:
    """Write the file anew, whole at any moment and for its owner alone.

    A link is followed, not replaced. Raises `StateError` where the folder or disk does not allow
    it; the file that was there is then as it was.
    """
    try:
        text = json.dumps(value, default=_members, indent=2, ensure_ascii=False)
        Path(os.path.realpath(path)).parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode() + b"\n", private=True)
    except (OSError, ValueError) as error:  # a ValueError where text has no UTF-8 form
        raise _failure("save", path, error) from error


@contextmanager
def turn(path: Path, limit_s: float = LIMIT_S) -> Iterator[None]:
    """Have the only turn at a file, to load, change and save it; raises `StateError`."""
    try:
        with turn_at(path, limit_s):
            yield
    except OSError as error:
        raise _failure("save", path, error) from error


def _members(value: Any) -> dict[str, object]:  # noqa: ANN401 - what json itself cannot write
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _read(path: Path, most_bytes: int) -> bytes | None:
    """Return what a file holds, or None where it is no file or too large; it never waits."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle = os.open(path, _TO_READ)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        text = file.read(most_bytes + 1)
    return text if len(text) <= most_bytes else None


def _keep(path: Path, text: bytes) -> None:
    """Keep a copy of a file whose contents will not all survive; do without if need be."""
    kept = path.with_suffix(".bak")
    try:
        write_whole(kept, text, private=True)
    except OSError as error:
        log.warning("%s could not be kept as %s: %s", path, kept.name, error.strerror)


def _put_aside(path: Path) -> StateError:
    """Rename what stands in the file's place, and return the sentence about it."""
    kept = path.with_suffix(".bak")
    try:
        os.replace(path, kept)
    except OSError as error:
        return _failure("read", path, error)
    return StateError(
        f"{path.name} in {path.parent} is not a file that Cueline wrote, and was not read.",
        hint=f"It was put aside as {kept.name}; Cueline begins a new one.",
    )


def _failure(doing: str, path: Path, error: OSError | ValueError) -> StateError:
    reason = getattr(error, "strerror", None) or "its text cannot be written as UTF-8"
    return StateError(
        f"Cannot {doing} {path.name} in {path.parent}: {reason}.",
        hint="Cueline works without it; check the folder's permissions and free space.",
    )

"""Loads and saves what the program remembers: with mercy for bad values, and never by halves."""

import json
import logging
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar, cast

from pydantic import BaseModel, ValidationError

from viewer.errors import StateError

log = logging.getLogger(__name__)

#: A larger file is none of ours.
MOST_BYTES: Final = 16 * 1024 * 1024

M = TypeVar("M", bound=BaseModel)
_Place: TypeAlias = tuple[int | str, ...]


def load(model: type[M], path: Path) -> M:
    """Return the file's contents, each invalid value replaced by its default.

    A file that is not quite right is kept as `.bak` beside it, for what is lost here may be of
    use there. A missing file gives the defaults; an unreadable one raises `StateError`.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            _keep(path)
            return model()
        text = path.read_bytes()
    except FileNotFoundError:
        return model()
    except OSError as error:
        raise _failure("read", path, error) from error
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        log.warning("%s: values that cannot be used: %d", path, error.error_count())
        _keep(path)
        return _salvage(model, text)


def save(value: BaseModel, path: Path) -> None:
    """Write beside the target, then swap, so that the file is whole at any moment.

    A link is followed, not replaced. Raises `StateError` where the folder or disk does not allow
    it; the file that was there is then as it was.
    """
    target = Path(os.path.realpath(path))
    fresh: Path | None = None
    try:
        text = value.model_dump_json(indent=2)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = _write_beside(target, text.encode() + b"\n")
        os.replace(fresh, target)
    except (OSError, ValueError) as error:  # a ValueError where text has no UTF-8 form
        if fresh is not None:
            fresh.unlink(missing_ok=True)
        raise _failure("save", path, error) from error


def salvaged(model: type[M], raw: object) -> M:
    """Return `raw` as a model, without the values that cannot be used.

    What is forgotten is the innermost thing at fault: a value goes back to its default, an entry
    leaves its list. Only what cannot be helped so makes everything the default. `raw` is used up.
    """
    while True:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            places = {_deepest(raw, problem["loc"]) for problem in error.errors()}
        if () in places:
            return model()
        _forget(raw, places)


def _salvage(model: type[M], text: bytes) -> M:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return model()
    return salvaged(model, raw)


def _deepest(raw: Any, place: _Place) -> _Place:  # noqa: ANN401 - any JSON
    """Return how much of `place` is really there and can be deleted."""
    inner = raw
    for depth, step in enumerate(place):
        if not isinstance(inner, dict | list):
            return place[:depth]
        try:
            inner = cast("Any", inner)[step]
        except (LookupError, TypeError):
            return place[:depth]
    return place


def _forget(raw: Any, places: Iterable[_Place]) -> None:  # noqa: ANN401 - any JSON
    """Delete each place; a list's last entries first, so that the others keep their numbers."""
    by_number = sorted(places, key=lambda place: [(isinstance(s, str), s) for s in place])
    for place in reversed(by_number):
        inner = raw
        for step in place[:-1]:
            inner = inner[step]
        del inner[place[-1]]


def _keep(path: Path) -> None:
    """Keep a copy of a file whose contents will not all survive; do without if need be."""
    kept = path.with_suffix(".bak")
    try:
        shutil.copyfile(path, kept)
    except OSError as error:
        log.warning("%s could not be kept as %s: %s", path, kept.name, error.strerror)


def _write_beside(target: Path, data: bytes) -> Path:
    """Write `data` to a new file in the target's folder, down to the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _failure(doing: str, path: Path, error: OSError | ValueError) -> StateError:
    reason = getattr(error, "strerror", None) or "its text cannot be written as UTF-8"
    return StateError(
        f"Cannot {doing} {path.name} in {path.parent}: {reason}.",
        hint="Cueline works on without it; see to the folder's permissions and free space.",
    )

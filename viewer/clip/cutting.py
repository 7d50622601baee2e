"""Cutting clips: from a wish to a file, which is there whole or not at all."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import av
import av.container
import av.error

from viewer.clip.exact import ExactCut
from viewer.clip.fast import FastCut
from viewer.clip.gif import GifCut
from viewer.clip.kinds import KINDS
from viewer.clip.lettering import Lettering, draw
from viewer.clip.look import Look, bytes_needed, check_room, look_at
from viewer.clip.output import tell
from viewer.clip.wish import Made, Wish
from viewer.clip.writing import WritingError
from viewer.disk.whole import whole_file
from viewer.errors import ExportError

Progress: TypeAlias = Callable[[float], None]
Cancelled: TypeAlias = Callable[[], bool]

#: MP3 tells its title in a form that every player reads; MP4 what it is of.
_OPTIONS: Final = {"mp3": {"id3v2_version": "3"}, "mp4": {"movflags": "use_metadata_tags"}}


def cut(
    wish: Wish,
    out: Path,
    progress: Progress = lambda _done: None,
    cancelled: Cancelled = lambda: False,
    lettering: Lettering = draw,
) -> Made:
    """Write what is wished for to `out`, there only when it is whole.

    `progress` is given the part that is done, 0 to 1; `cancelled` is asked again and again.
    Raises `ViewerError` with a sentence for whatever is in the way.
    """
    kind = KINDS[wish.kind]
    looks = look_at(wish, kind)
    _check_place(wish, out)
    check_room(out.resolve().parent, bytes_needed(looks, wish, kind))
    try:
        with whole_file(out) as file:
            begin_ms, length_ms = _write(file, wish, looks, progress, cancelled, lettering)
    except WritingError as error:
        raise _failure(out, error.__cause__) from error
    except (OSError, av.error.FFmpegError, ValueError) as error:
        raise _failure(out, error) from error
    progress(1.0)
    return Made(out, begin_ms, length_ms)


def _write(
    file: BinaryIO,
    wish: Wish,
    looks: tuple[Look, ...],
    progress: Progress,
    cancelled: Cancelled,
    lettering: Lettering,
) -> tuple[int, int]:
    """Write the clip into a file; return where it begins in its recording, and how long it is."""
    kind = KINDS[wish.kind]
    options = dict(_OPTIONS.get(kind.name, {}))
    with av.open(file, "w", format=kind.container, options=options) as container:
        tell(container, wish)
        if not wish.exact:
            fast = FastCut(container, wish, kind, looks)
            length_ms = fast.write(progress, cancelled)
            return fast.begin_ms, length_ms
        maker = GifCut if kind.name == "gif" else ExactCut
        made = maker(container, wish, kind, looks, lettering)
        return looks[0].part.stretch.begin_ms, made.write(progress, cancelled)


def _check_place(wish: Wish, out: Path) -> None:
    """Raise `ExportError` where the clip would take the place of what it is cut from."""
    for part in wish.parts:
        if out.exists() and out.samefile(part.recording):
            raise ExportError(
                f"{out.name} is the recording itself.", hint="Give the clip another name."
            )


def _failure(out: Path, error: BaseException | None) -> ExportError:
    if getattr(error, "errno", None) == errno.ENOSPC:
        return ExportError(
            f"The disk of {out.parent} is full, so the clip was not saved.",
            hint="Save it elsewhere, or make room.",
        )
    reason = getattr(error, "strerror", None) or "it could not be encoded"
    return ExportError(f"Cannot write {out.name}: {reason}.", hint="Choose another folder or kind.")

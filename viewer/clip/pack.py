"""An evidence pack: documents, and of each passage the clip, a still and the captions."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from viewer.clip.cutting import cut
from viewer.clip.still import save_still
from viewer.clip.wish import Cue, Part, Wish, name_for
from viewer.core.media_source import MediaSource
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Source
from viewer.disk.whole import whole_file, write_whole
from viewer.errors import ExportError
from viewer.media.inspection import info_of

Progress: TypeAlias = Callable[[float], None]
Cancelled: TypeAlias = Callable[[], bool]

_UNFINISHED: Final = ".cueline-pack-"


def pack(
    out: Path,
    passages: Sequence[tuple[Part, Source]],
    documents: Mapping[str, bytes],
    progress: Progress = lambda _done: None,
    cancelled: Cancelled = lambda: False,
) -> Path:
    """Write a pack to `out`: a zip file where its name ends so, else a folder; whole or not at all.

    `documents` are files by their names. Raises `ViewerError`; a folder that is there already is
    left as it is.
    """
    zipped = out.suffix.lower() == ".zip"
    if not zipped and out.exists():
        raise ExportError(f"{out.name} exists already.", hint="Choose another name for the pack.")
    try:
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=out.parent) as made:
            folder = Path(made, "pack")
            folder.mkdir()
            for name, data in documents.items():
                write_whole(folder / Path(name).name, data)
            for number, (part, source) in enumerate(passages):
                share = _share(progress, number, len(passages))
                _write_passage(folder, number + 1, part, source, share, cancelled)
            if zipped:
                _zip(folder, out)
            else:
                shutil.move(folder, out)
    except OSError as error:
        reason = error.strerror or "the disk did not take it"
        raise ExportError(f"Cannot write {out.name}: {reason}.") from error
    progress(1.0)
    return out


def captions_of(cues: Sequence[Cue]) -> str:
    """Return cues as SubRip, counted as they are."""
    blocks = (
        f"{number}\n{_stamp(cue.begin_ms)} --> {_stamp(cue.end_ms)}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    )
    return "\n".join(blocks)


def _write_passage(
    folder: Path,
    number: int,
    part: Part,
    source: Source,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    stem = f"{number:02} {name_for(source.title or part.recording.stem, part.stretch)}"
    info = info_of(MediaSource(part.recording))
    kind = "mp4" if info.has_video else "m4a"
    wish = Wish((part,), kind, title=source.title, artist=source.channel, comment=source.url)
    cut(wish, folder / f"{stem}.{kind}", progress, cancelled)
    if info.has_video:
        words = " ".join(cue.text for cue in part.shown_cues())
        save_still(part.recording, part.stretch.begin_ms, folder / f"{stem}.png", source, words)
    if cues := part.shown_cues():
        write_whole(folder / f"{stem}.srt", captions_of(cues).encode())


def _share(progress: Progress, number: int, count: int) -> Progress:
    return lambda done: progress((number + done) / count)


def _zip(folder: Path, out: Path) -> None:
    with whole_file(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)


def _stamp(ms: int) -> str:
    return format_stamp(ms, separator=",")

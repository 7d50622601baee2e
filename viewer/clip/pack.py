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
from viewer.core.value import value
from viewer.disk.whole import whole_file, write_whole
from viewer.errors import ExportError
from viewer.media.inspection import info_of

Progress: TypeAlias = Callable[[float], None]
Cancelled: TypeAlias = Callable[[], bool]
#: Makes files by their names, from the names of each passage's files.
Documents: TypeAlias = Callable[[Sequence[tuple[str, ...]]], Mapping[str, bytes]]

_UNFINISHED: Final = ".cueline-pack-"


def pack(
    out: Path,
    passages: Sequence[tuple[Part, Source]],
    documents: Documents,
    progress: Progress = lambda _done: None,
    cancelled: Cancelled = lambda: False,
) -> Path:
    """Write a pack to `out`: a zip file where its name ends so, else a folder; whole or not at all.

    `documents` are told the names of each passage's files, which lie beside them. Raises
    `ViewerError`; a folder that is there already is left as it is.
    """
    zipped = out.suffix.lower() == ".zip"
    if not zipped and out.exists():
        raise ExportError(f"{out.name} exists already.", hint="Choose another name for the pack.")
    try:
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=out.parent) as made:
            folder = Path(made, "pack")
            folder.mkdir()
            plans = [_Plan.of(number, *each) for number, each in enumerate(passages, 1)]
            for name, data in documents([plan.names for plan in plans]).items():
                write_whole(folder / Path(name).name, data)
            for number, plan in enumerate(plans):
                _write_passage(folder, plan, _share(progress, number, len(plans)), cancelled)
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


@value
class _Plan:
    """What is to be written of a passage: its files' names, of the same stem."""

    part: Part
    source: Source
    stem: str
    kind: str
    has_video: bool

    @classmethod
    def of(cls, number: int, part: Part, source: Source) -> "_Plan":
        stem = f"{number:02} {name_for(source.title or part.recording.stem, part.stretch)}"
        has_video = info_of(MediaSource(part.recording)).has_video
        return cls(part, source, stem, "mp4" if has_video else "m4a", has_video)

    @property
    def names(self) -> tuple[str, ...]:
        suffixes = [self.kind, *["png"] * self.has_video, *["srt"] * bool(self.part.shown_cues())]
        return tuple(f"{self.stem}.{suffix}" for suffix in suffixes)


def _write_passage(folder: Path, plan: _Plan, progress: Progress, cancelled: Cancelled) -> None:
    part, source, cues = plan.part, plan.source, plan.part.shown_cues()
    wish = Wish((part,), plan.kind, title=source.title, artist=source.channel, comment=source.url)
    cut(wish, folder / f"{plan.stem}.{plan.kind}", progress, cancelled)
    if plan.has_video:
        words = " ".join(cue.text for cue in cues)
        still = folder / f"{plan.stem}.png"
        save_still(part.recording, part.stretch.begin_ms, still, source, words)
    if cues:
        write_whole(folder / f"{plan.stem}.srt", captions_of(cues).encode())


def _share(progress: Progress, number: int, count: int) -> Progress:
    return lambda done: progress((number + done) / count)


def _zip(folder: Path, out: Path) -> None:
    with whole_file(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)


def _stamp(ms: int) -> str:
    return format_stamp(ms, separator=",")

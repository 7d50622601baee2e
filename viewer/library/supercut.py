"""What was found as one film: passage after passage, each with a word before it and one after."""

from collections.abc import Callable, Iterable, Sequence
from math import inf
from pathlib import Path
from typing import TypeAlias

from viewer.clip.wish import Part, Wish
from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.errors import ExportError, MediaError
from viewer.library.entry import Entry
from viewer.library.export import CUT, NONE_HEARD, Place, save
from viewer.library.passages import Passage
from viewer.media.inspection import info_of

#: A transcript, and a place in it.
Found: TypeAlias = tuple[Entry, Passage]


def save_found(
    found: Sequence[Found],
    path: Path,
    title: str,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _done: None,
) -> int:
    """Write places in the way that a name's suffix says, and return how many are in it.

    Raises `ViewerError`.
    """
    kind = CUT.get(path.suffix.lower())
    if kind is None:
        return save([Place.of(*each) for each in found], path)
    from viewer.clip.cutting import cut  # what decodes takes long to load

    reach, heard = Reach(), list[Part]()
    for each in found:
        if cancelled():
            return 0
        heard += filter(None, [reach.heard(each)])
    wish = Wish(tuple(joined(heard)), kind, title=title)
    if not wish.parts:
        raise ExportError(NONE_HEARD, hint="Save a table of them instead.")
    cut(wish, path, progress, cancelled)
    return len(heard)


class Reach:
    """Knows how far recordings go: lines may end after theirs, and others begin after it."""

    def __init__(self) -> None:
        self._ends_ms: dict[Path, float] = {}

    def heard(self, found: Found) -> Part | None:
        """Return where a place is heard, None where it is not."""
        entry, passage = found
        recording = entry.recording
        if recording is None or passage.start_ms is None:
            return None
        end_ms = self._end_ms(recording)
        stretch = passage.around or Stretch(*Place.of(entry, passage).span_ms)
        if stretch.begin_ms >= end_ms:
            return None
        return Part(recording, Stretch(stretch.begin_ms, int(min(stretch.end_ms, end_ms))))

    def _end_ms(self, recording: Path) -> float:
        """Return when one ends: at once where it cannot be read, nobody knows where it says not."""
        if recording not in self._ends_ms:
            try:
                length = info_of(MediaSource(recording)).duration_ms
            except MediaError:
                length = 0
            self._ends_ms[recording] = inf if length is None else length
        return self._ends_ms[recording]


def joined(heard: Iterable[Part]) -> list[Part]:
    """Return what is to be cut; passages that overlap, or follow at once, are one."""
    parts: list[Part] = []
    for part in heard:
        recording, stretch = part.recording, part.stretch
        last = parts[-1] if parts and parts[-1].recording == recording else None
        if last is not None and last.stretch.begin_ms <= stretch.begin_ms <= last.stretch.end_ms:
            end = max(last.stretch.end_ms, stretch.end_ms)
            parts[-1] = Part(recording, Stretch(last.stretch.begin_ms, end))
        else:
            parts.append(part)
    return parts

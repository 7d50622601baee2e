"""What was found as one film: passage after passage, each with a word before it and one after."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from viewer.clip.wish import Part, Wish
from viewer.core.stretch import Stretch
from viewer.errors import ExportError
from viewer.library.entry import Entry
from viewer.library.export import CUT, Place, save
from viewer.library.passages import Passage

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

    wish = wish_for(found, kind, title)
    if not wish.parts:
        sentence = "None of these places has a recording here."
        raise ExportError(sentence, hint="Save a table of them instead.")
    cut(wish, path, progress, cancelled)
    return sum(entry.recording is not None for entry, _ in found)


def wish_for(found: Sequence[Found], kind: str, title: str) -> Wish:
    """Return what is to be cut; passages that overlap, or follow at once, are one."""
    parts: list[Part] = []
    for entry, passage in found:
        if entry.recording is None:
            continue
        stretch = passage.around or Stretch(*Place.of(entry, passage).span_ms)
        last = parts[-1] if parts and parts[-1].recording == entry.recording else None
        if last is not None and last.stretch.begin_ms <= stretch.begin_ms <= last.stretch.end_ms:
            end = max(last.stretch.end_ms, stretch.end_ms)
            parts[-1] = Part(entry.recording, Stretch(last.stretch.begin_ms, end))
        else:
            parts.append(Part(entry.recording, stretch))
    return Wish(tuple(parts), kind, title=title)

"""Places that were found, written down: as a table, JSON, Markdown, a playlist, captions of it."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from viewer.core.cells import harmless
from viewer.core.links import link_at
from viewer.core.timecode import format_clock, format_stamp
from viewer.core.value import value
from viewer.disk.whole import write_whole
from viewer.errors import ExportError
from viewer.library.entry import Entry
from viewer.library.passages import Passage

#: Why nothing of what is heard can be written.
NONE_HEARD: Final = "None of these places has a time and a recording here."
#: What a place takes that gives no end.
_LENGTH_MS: Final = 5_000


@value
class Place:
    """A hit as it is written down."""

    path: str
    title: str
    channel: str
    published: str
    start_ms: int | None
    end_ms: int | None
    speaker: str
    before: str
    text: str
    after: str
    link: str
    recording: str
    #: What is heard of it; the words about it, which go on to neighbouring lines, are not.
    said: str

    @classmethod
    def of(cls, entry: Entry, passage: Passage) -> "Place":
        """Put together what is known of a hit."""
        facts, start = entry.facts, passage.start_ms
        return cls(
            entry.place,
            entry.title,
            facts.channel,
            facts.published,
            start,
            passage.end_ms,
            passage.speaker,
            passage.before,
            passage.text,
            passage.after,
            link_at(facts.url, start) if facts.url and start is not None else facts.url,
            str(entry.recording) if entry.recording else "",
            passage.said or passage.text,
        )

    @property
    def is_heard(self) -> bool:
        """Whether there is a recording of it, and it is known when it is said there."""
        return bool(self.recording) and self.start_ms is not None

    @property
    def span_ms(self) -> tuple[int, int]:
        """From when to when it is said."""
        start = self.start_ms or 0
        end = self.end_ms if self.end_ms is not None and self.end_ms > start else None
        return start, end or start + _LENGTH_MS

    @property
    def row(self) -> dict[str, Any]:
        """What a table says of it: the words about it tell more than those heard."""
        return {name: cell for name, cell in asdict(self).items() if name != "said"}


def check_name(path: Path) -> None:
    """Raise `ExportError` where a name does not say what is to be written."""
    if path.suffix.lower() not in KNOWN:
        hint = f"These are known: {', '.join(KNOWN)}."
        raise ExportError(f"The name {path.name} does not say what to write.", hint=hint)


def save(places: Sequence[Place], path: Path) -> int:
    """Write places in the way that a name's suffix says, and return how many are in it.

    Raises `ExportError`. What is `CUT` is not written here.
    """
    check_name(path)
    way = WAYS[path.suffix.lower()]
    kept = [place for place in places if place.is_heard] if way in _PLAYED else list(places)
    if not kept:
        raise ExportError(NONE_HEARD, hint="Save a table of them instead.")
    try:
        write_whole(path, way(kept).encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Choose a folder that you may write to."
        raise ExportError(f"Cannot write {path.name}: {reason}.", hint=hint) from error
    return len(kept)


def _table(places: Iterable[Place]) -> str:
    text = io.StringIO("\ufeff")  # by which spreadsheets know the letters
    text.seek(0, io.SEEK_END)
    rows = [place.row for place in places]
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def _json(places: Iterable[Place]) -> str:
    rows = [place.row for place in places]
    return json.dumps({"hits": rows}, ensure_ascii=False, indent=1) + "\n"


def _markdown(places: Iterable[Place]) -> str:
    lines, before = [], ""
    for place in places:
        if place.path != before:
            facts = " · ".join(filter(None, (place.channel, place.published)))
            lines += ["", f"## {_plain(place.title)}", "", *([_plain(facts), ""] if facts else [])]
            before = place.path
        clock = "" if place.start_ms is None else format_clock(place.start_ms)
        linked = f"[{clock or 'link'}]({place.link})" if place.link else clock
        speaker = f"{_plain(place.speaker)}: " if place.speaker else ""
        words = f"{_plain(place.before)}**{_plain(place.text)}**{_plain(place.after)}"
        lines.append(f"- {linked} {speaker}{words}".replace("-  ", "- "))
    return "\n".join(lines).lstrip() + "\n"


def _playlist(places: Iterable[Place]) -> str:
    lines = ["#EXTM3U"]
    for place in places:
        start, end = place.span_ms
        lines += [
            f"#EXTINF:{(end - start) / 1000:.3f},{place.title}",
            f"#EXTVLCOPT:start-time={start / 1000:.3f}",
            f"#EXTVLCOPT:stop-time={end / 1000:.3f}",
            place.recording,
        ]
    return "\n".join(lines) + "\n"


def _captions(places: Iterable[Place]) -> str:
    """Return what is said while the playlist plays, from its beginning on."""
    cues, now = [], 0
    for number, place in enumerate(places, 1):
        start, end = place.span_ms
        times = [format_stamp(ms, separator=",") for ms in (now, now + end - start)]
        cues.append(f"{number}\n{' --> '.join(times)}\n{place.title}: {place.said}\n")
        now += end - start
    return "\n".join(cues)


def _plain(text: str) -> str:
    """Return text in which nothing is mark-up."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)


#: What can be written, by the suffix.
WAYS: Final[dict[str, Callable[[Iterable[Place]], str]]] = {
    ".csv": _table,
    ".json": _json,
    ".md": _markdown,
    ".m3u": _playlist,
    ".srt": _captions,
}
_PLAYED: Final = (_playlist, _captions)
#: What is cut rather than written down, by the suffix.
CUT: Final = {".mp4": "mp4", ".m4a": "m4a"}
#: All that a name can end in.
KNOWN: Final = (*WAYS, *CUT)

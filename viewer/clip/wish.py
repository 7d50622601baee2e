"""What is to be cut: stretches of recordings, and how they are to be written."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from viewer.core.links import link_at
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock, format_span
from viewer.core.transcript import Source, Transcript
from viewer.core.value import value

#: What some system or other refuses in names, and how many characters of a title are taken.
_UNSAFE: Final = frozenset('<>:"/\\|?*')
_LONGEST: Final = 80


class Captions(StrEnum):
    """What becomes of the words that are said."""

    NONE = "none"
    TRACK = "track"
    BURNED = "burned"


@value
class Cue:
    """Words to be shown from `begin_ms` up to `end_ms`."""

    begin_ms: int
    end_ms: int
    text: str

    def moved(self, by_ms: int, length_ms: int) -> "Cue":
        """Return it later by so much, as far as it is within [0, length_ms)."""
        begin, end = self.begin_ms + by_ms, self.end_ms + by_ms
        return Cue(max(begin, 0), min(end, length_ms), self.text)


@value
class Part:
    """A stretch of a recording, with the cues of the recording that may be shown in it."""

    recording: Path
    stretch: Stretch
    cues: tuple[Cue, ...] = ()

    @property
    def length_ms(self) -> int:
        """How long it is."""
        return self.stretch.end_ms - self.stretch.begin_ms

    def shown_cues(self, begin_ms: int | None = None) -> tuple[Cue, ...]:
        """Return the cues that fall into it, counted from its begin, or from an earlier one."""
        zero = self.stretch.begin_ms if begin_ms is None else begin_ms
        length = self.stretch.end_ms - zero
        moved = (cue.moved(-zero, length) for cue in self.cues)
        return tuple(cue for cue in moved if cue.begin_ms < cue.end_ms and cue.text.strip())


@value
class Wish:
    """Parts to be written one after another into one file of `kind`, one of `kinds.KINDS`.

    `exact` encodes anew, to the millisecond; else what is there is copied from the keyframe before.
    `title`, `artist` and `comment` are written into the file.
    """

    parts: tuple[Part, ...]
    kind: str
    exact: bool = True
    captions: Captions = Captions.NONE
    title: str = ""
    artist: str = ""
    comment: str = ""

    @property
    def length_ms(self) -> int:
        """How long all parts are together."""
        return sum(part.length_ms for part in self.parts)


@value
class Made:
    """What was written: where it begins in its recording, and how long it is."""

    path: Path
    begin_ms: int
    length_ms: int


def cues_of(transcript: Transcript, stretch: Stretch) -> tuple[Cue, ...]:
    """Return what is said in a stretch as cues, each until it ends or the next one begins."""
    return tuple(_cut_off(list(_said(transcript, stretch))))


def _said(transcript: Transcript, stretch: Stretch) -> Iterator[Cue]:
    for index in transcript.timed_indices:
        segment = transcript.segments[index]
        begin = segment.start_ms or 0
        end = begin if segment.end_ms is None else segment.end_ms
        if begin < stretch.end_ms and end > stretch.begin_ms and segment.text.strip():
            yield Cue(begin, end, segment.text)


def _cut_off(cues: list[Cue]) -> Iterator[Cue]:
    """Have one cue at a time: what is shown at once would be drawn over each other."""
    for cue, after in zip(cues, [*cues[1:], None], strict=False):
        later = after is not None and after.begin_ms > cue.begin_ms
        end = min(cue.end_ms, after.begin_ms) if after is not None and later else cue.end_ms
        yield Cue(cue.begin_ms, end, cue.text)


def wish_for(
    transcript: Transcript | None,
    recording: Path,
    stretches: Sequence[Stretch],
    kind: str,
    *,
    exact: bool = True,
    captions: Captions = Captions.NONE,
) -> Wish:
    """Return the wish for stretches of one recording, with what its transcript tells of it."""
    source = transcript.source if transcript is not None else Source()
    shown = transcript if captions is not Captions.NONE else None
    parts = tuple(
        Part(recording, each, cues_of(shown, each) if shown is not None else ())
        for each in stretches
    )
    if not parts:
        return Wish((), kind)
    begin, end = parts[0].stretch.begin_ms, parts[-1].stretch.end_ms
    title = f"{source.title or recording.stem} ({format_span(begin, end)})"
    link = link_at(source.url, begin)
    return Wish(parts, kind, exact, captions, title, source.channel, link)


def name_for(title: str, stretch: Stretch) -> str:
    """Return what to call a file of a stretch, without its ending: no system refuses it."""
    times = "–".join(map(format_clock, (stretch.begin_ms, stretch.end_ms))).replace(":", ".")
    return f"{safe_name(title) or 'Clip'} {times}"


def safe_name(title: str) -> str:
    """Return a title as the beginning of a file's name that no system refuses."""
    kept = "".join(char if char not in _UNSAFE and char.isprintable() else " " for char in title)
    return " ".join(kept.split())[:_LONGEST].strip(" .")

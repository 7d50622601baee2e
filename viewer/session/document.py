"""What is open: a transcript with its text, and the recording that belongs to it."""

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from viewer.core.media_source import MediaSource
from viewer.core.reading import paragraphs, reads_as_prose
from viewer.core.textmap import TextMap
from viewer.core.transcript import Source, Transcript
from viewer.core.value import keeping_value, value
from viewer.disk.stamp import Stamp
from viewer.media.info import MediaInfo, TextTrack
from viewer.media.names import title_of


@value
class Version:
    """One transcript of a recording: a file, or a caption track inside the recording's file."""

    path: Path
    track: TextTrack | None = None


@keeping_value
class Document:
    """A transcript that is open, as it was read from `version`.

    `key` names its content, whatever the file is called.
    `siblings` are the transcripts of the same recording in other languages, itself among them.
    `encoding` and `parts` are those that the user chose, None where the file tells. `stamp` is the
    file's as it was when it was read.
    `whole` is the transcript as the file has it, where it was cut to be read. With
    `chapters_recorded` the transcript's chapters are those of its recording.
    """

    version: Version
    transcript: Transcript
    key: str = ""
    siblings: tuple[Version, ...] = ()
    is_sample: bool = False
    whole: Transcript | None = None
    chapters_recorded: bool = False
    encoding: str | None = None
    parts: Collection[str] | None = None
    stamp: Stamp | None = None

    @property
    def path(self) -> Path:
        """The file that the transcript is in."""
        return self.version.path

    @property
    def line_count(self) -> int:
        """How many lines the file has, which may be shown in more."""
        return len((self.whole or self.transcript).segments)

    @property
    def in_recording(self) -> bool:
        """Whether it is a caption track of a recording, which is its own."""
        return self.version.track is not None

    @cached_property
    def text_map(self) -> TextMap:
        """The shown text, a line a segment."""
        return TextMap.lines(self.transcript.segments)

    @cached_property
    def prose(self) -> bool:
        """Whether it is better read in paragraphs, until the reader chooses."""
        return reads_as_prose(self.transcript)

    @cached_property
    def paragraph_map(self) -> TextMap:
        """The shown text in paragraphs."""
        return paragraphs(self.transcript)

    @property
    def has_paragraphs(self) -> bool:
        """Whether the paragraphs are made already."""
        return "paragraph_map" in self.__dict__

    def prepared(self) -> Self:
        """Return itself, with everything found out that is kept once it is known."""
        _ = self.text_map, self.transcript.timeline, self.transcript.last_time_ms
        for each in (self.transcript, self.quotable):
            _ = each.voices, each.verse
        _ = self.transcript.repeats, self.transcript.rushed
        if self.prose:
            _ = self.paragraph_map
        return self

    @property
    def title(self) -> str:
        """The transcript's title, or the file's name where it has none."""
        return self.transcript.source.title or title_of(self.path.name)

    @cached_property
    def quotable(self) -> Transcript:
        """The transcript with a title for its quotes, taken from the file's name if need be."""
        source: Source = self.transcript.source
        if source.title:
            return self.transcript
        return replace(self.transcript, source=replace(source, title=self.title))


#: Lengths that differ by no more than this, or by this part, are taken as the same.
SAME_LENGTH_MS: Final = 5_000
SAME_LENGTH_PART: Final = 0.02
#: So much may follow the last line of a transcript however short: music, applause.
UNSAID_MS: Final = 30_000


@value
class Recording:
    """What plays with the open transcript."""

    source: MediaSource
    info: MediaInfo
    stand_in: bool = False
    #: Whether it was chosen by hand, and not found.
    chosen: bool = False

    @property
    def path(self) -> Path | None:
        """The file, where it is one."""
        return self.source.path

    def is_other_than(self, transcript: Transcript) -> bool:
        """Return whether its length tells that it is not what the transcript was made from.

        Where the file states no length, a recording that ends before the last line does is
        another one, and one that goes on after it for longer than all that went before.
        """
        length, stated = self.info.duration_ms, transcript.duration_ms
        if not length or not transcript.timed:
            return False
        allowed = max(SAME_LENGTH_MS, round(length * SAME_LENGTH_PART))
        if stated is not None:
            return abs(stated - length) > allowed
        last = transcript.last_time_ms or 0
        return last - length > allowed or length - last > max(last, UNSAID_MS)

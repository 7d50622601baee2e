"""What is open: a transcript with its text, and the recording that belongs to it."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from viewer.core.textmap import TextMap
from viewer.core.transcript import Source, Transcript
from viewer.media.probe import MediaInfo


@dataclass(frozen=True)
class Document:
    """A transcript that is open, as it was read from `path`.

    `key` names its content, whatever the file is called; `siblings` are the transcripts of the
    same recording in other languages, itself among them.
    """

    path: Path
    transcript: Transcript
    key: str
    siblings: tuple[Path, ...] = ()
    is_sample: bool = False

    @cached_property
    def text_map(self) -> TextMap:
        """The shown text, a line a segment."""
        return TextMap.lines(self.transcript.segments)

    @property
    def title(self) -> str:
        """The transcript's title, or the file's name where it has none."""
        return self.transcript.source.title or self.path.stem

    @property
    def quotable(self) -> Transcript:
        """The transcript with a title for its quotes, taken from the file's name if need be."""
        source: Source = self.transcript.source
        if source.title:
            return self.transcript
        return replace(self.transcript, source=replace(source, title=self.title))


@dataclass(frozen=True, slots=True)
class Recording:
    """The media file that belongs to the open transcript."""

    path: Path
    info: MediaInfo
    stand_in: bool = False

"""Everything this program can fail at, in one tree.

* ViewerError
  - UsageError
  - TranscriptError
    + UnknownFormatError
    + MalformedTranscriptError
  - MediaError
  - NetworkError
    + OutdatedError
  - PlaybackError
    + EngineUnavailableError
  - ExpressionError
  - StateError
  - ExportError
  - QuoteError
  - LibraryError
"""

from pathlib import Path


class ViewerError(Exception):
    """Anything the user should be told about; `str()` of it is a finished sentence."""

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        #: What the user can do next: a sentence, shown after the first one; may be empty.
        self.hint = hint


class UsageError(ViewerError):
    """An argument or a value that was asked for makes no sense."""


class TranscriptError(ViewerError):
    """A transcript could not be read."""

    def __init__(self, path: Path, reason: str, *, hint: str = "") -> None:
        super().__init__(f"Cannot read {path.name or path}: {reason}.", hint=hint)
        self.path = path
        self.reason = reason


class UnknownFormatError(TranscriptError):
    """No reader recognises the content."""


class MalformedTranscriptError(TranscriptError):
    """The format is known, but nothing in the text could be used.

    A line is named where it says more than that the whole file is meant.
    """

    def __init__(self, path: Path, reason: str, *, line: int, hint: str = "") -> None:
        super().__init__(path, f"{reason} (line {line})" if line > 1 else reason, hint=hint)
        self.line = line


class MediaError(ViewerError):
    """A recording is missing, broken, or not a recording."""


class NetworkError(ViewerError):
    """The network is not to be used, or did not give what was asked of it."""


class OutdatedError(NetworkError):
    """What speaks with a site is probably too old for it."""


class PlaybackError(ViewerError):
    """Playing failed."""


class EngineUnavailableError(PlaybackError):
    """A media library is not there or not of a kind that can be used."""


class ExpressionError(ViewerError):
    """A regular expression is wrong, or takes too long."""


class StateError(ViewerError):
    """Something of the user's own could not be loaded or saved."""


class RecordingGoneError(StateError):
    """The recording that was chosen for a transcript is not where it was."""


class ExportError(ViewerError):
    """A copy could not be written."""


class QuoteError(ViewerError):
    """A quote could not be worded as it was asked for; `line` of a template, from 1, or 0."""

    def __init__(self, sentence: str, *, hint: str = "", line: int = 0) -> None:
        super().__init__(sentence, hint=hint)
        self.line = line


class LibraryError(ViewerError):
    """A folder's transcripts could not be taken into the library, or not be searched."""

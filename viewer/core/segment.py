"""The pieces of a transcript: segments and their words."""

from viewer.core.oneline import LONGEST_NAME, name_line, one_line
from viewer.core.value import value


@value
class Word:
    """One word said from `start_ms` up to, not including, `end_ms`.

    `confidence` is between 0 and 1 where the file has it. `interpolated` marks times that the
    file does not give and that were spread between the neighbours'.
    """

    start_ms: int
    end_ms: int
    text: str
    confidence: float | None = None
    interpolated: bool = False


@value
class Segment:
    """Text said from `start_ms` up to, not including, `end_ms`; both None in an untimed file.

    `text` is one paragraph as it is shown: no line breaks, mojibake repaired. `original` is the
    text as the file has it, where the repair changed something. `speaker` is one line, too: both
    are made so where they are not yet.
    """

    start_ms: int | None
    end_ms: int | None
    text: str
    speaker: str | None = None
    end_derived: bool = False
    words: tuple[Word, ...] = ()
    original: str | None = None

    def __post_init__(self) -> None:
        if not self.text.isprintable():
            object.__setattr__(self, "text", one_line(self.text))
        name = self.speaker
        if name is not None and not (name.isprintable() and len(name) <= LONGEST_NAME):
            object.__setattr__(self, "speaker", name_line(name))

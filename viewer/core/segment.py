"""The pieces of a transcript: segments and their words."""

from dataclasses import dataclass, field, fields, make_dataclass
from typing import TYPE_CHECKING

from viewer.core.oneline import LONGEST_NAME, name_line, one_line


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


class BlankWord:
    """A word in the making that has nothing yet: sooner made than an `OpenWord`, and less handy."""

    __slots__ = Word.__slots__


class BlankSegment:
    """The same for a segment."""

    __slots__ = Segment.__slots__


if TYPE_CHECKING:
    OpenWord = Word
    OpenSegment = Segment
else:

    def _open_twin(sealed: type) -> type:
        columns = [(f.name, f.type, field(default=f.default)) for f in fields(sealed)]
        return make_dataclass(f"Open{sealed.__name__}", columns, eq=False, slots=True)

    #: Making a frozen object takes twice as long as making an open one, and a reader makes
    #: hundreds of thousands. So it may make the open twin, which has the same slots, and seal it
    #: at once by `made.__class__ = Segment`; an open one never leaves the line it is made on.
    OpenWord = _open_twin(Word)
    OpenSegment = _open_twin(Segment)

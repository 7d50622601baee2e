"""What a format is: a file's content, how surely a reader takes it, and the reader itself."""

from collections.abc import Callable, Collection
from dataclasses import field
from enum import IntEnum
from typing import Protocol

from viewer.core.transcript import Transcript
from viewer.core.value import value


class NothingUsableError(Exception):
    """Raised by a reader that found nothing at all it could use; the registry adds the path."""

    def __init__(self, reason: str, *, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class Claim(IntEnum):
    """How surely the head of a file is in a format.

    At a SURE claim the search ends. Of several LIKELY ones the suffix decides, then the order of
    the registry. WEAK is for what is text at all: it counts only where nobody else claims.
    """

    NO = 0
    WEAK = 1
    LIKELY = 2
    SURE = 3

    @classmethod
    def sure(cls, yes: object) -> "Claim":
        """Return SURE where `yes` holds, otherwise NO."""
        return cls.SURE if yes else cls.NO

    @classmethod
    def likely(cls, yes: object) -> "Claim":
        """Return LIKELY where `yes` holds, otherwise NO."""
        return cls.LIKELY if yes else cls.NO


@value
class Content:
    """A file's content, or the head of it: its bytes, and its text where it is text."""

    data: bytes
    text: str
    encoding: str = "utf-8"
    #: The names of the parts that are wanted; None leaves the choice to the format.
    parts: Collection[str] | None = None
    #: What was found out about the content once and is asked for by several readers.
    known: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, text: str) -> "Content":
        """Make content out of text."""
        return cls(text.encode("utf-8", "surrogatepass"), text)


class Reader(Protocol):
    """What the module of a format offers.

    `claims` sees the head of a file. `parse` raises `NothingUsableError` where not one piece
    could be used and never another exception.
    """

    def claims(self, sample: Content, /) -> Claim:
        """Return how surely the head of a file is in this format."""

    def parse(self, content: Content, /) -> Transcript:
        """Read the whole file."""


def first_claim(readers: Collection[Reader], sample: Content) -> Reader | None:
    """Return the reader that claims the sample most surely; of equals the first."""
    best, most = None, Claim.NO
    for reader in readers:
        claim = reader.claims(sample)
        if claim > most:
            best, most = reader, claim
        if most is Claim.SURE:
            break
    return best


@value
class Format:
    """One format: a file's content in, a transcript with its problems out; no files, no Qt.

    `claims` and `parse` are those of its `Reader`. `write` is there for formats that we write; it
    raises `ExportError` where the transcript lacks what the format cannot do without.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    claims: Callable[[Content], Claim]
    parse: Callable[[Content], Transcript]
    write: Callable[[Transcript], str] | None = None
    #: Whether each line has a time in it; those that have none are given one where it is written.
    needs_times: bool = False

    def guesses(self, transcript: Transcript) -> int:
        """Return how many lines of a transcript have no time, and are given one in this format."""
        lines = transcript.segments if self.needs_times else ()
        return sum(line.start_ms is None for line in lines)

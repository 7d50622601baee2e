"""What the library knows of a transcript, as its list shows it and as its index keeps it."""

import os
from dataclasses import field
from pathlib import Path
from typing import Final

from viewer.core.value import value


@value
class Stamp:
    """By what a file is taken for the same as before without being read.

    Its number on the disk is no part of it: many disks number their files anew each time.
    """

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """Return the stamp of a file whose status was asked for."""
        return cls(status.st_size, status.st_mtime_ns)


#: What could not be looked at is looked at again the next time: a right, or a disk, may come back.
UNSEEN: Final = Stamp(0, 0)


@value
class Facts:
    """What a transcript tells of itself; what it does not say is empty or None."""

    title: str = ""
    channel: str = ""
    #: The date of ISO 8601.
    published: str = ""
    length_ms: int | None = None
    language: str = ""
    format: str = ""
    url: str = ""
    segments: int = 0
    speakers: tuple[str, ...] = ()


@value
class Read:
    """A file as a reader hands it over: either its facts and its text, or what is wrong with it."""

    path: bytes
    stamp: Stamp
    #: A hash of what the file holds; empty where it could not be read.
    key: str = ""
    problem: str = ""
    facts: Facts = Facts()
    #: What `leaf.Leaf` is made of, compressed.
    folded: bytes = b""
    marks: bytes = b""
    #: What the folded text is looked up by: see `tokens.looked_up`.
    words: frozenset[str] = frozenset()
    #: Whether the problem is that it is no longer there.
    gone: bool = False


@value
class Known:
    """What the index knows of a file, to tell whether it has to be read again."""

    id: int
    stamp: Stamp
    key: str


@value
class Entry:
    """A file of the library: a transcript, or with a problem something that is none."""

    id: int
    folder: Path
    #: Where it is; as text, of which there may be 100,000.
    place: str
    facts: Facts
    problem: str = ""
    recording: Path | None = None
    #: Title, channel and speakers as they are compared while a list is filtered.
    filed_under: str = field(default="", compare=False)
    #: The hash of what it holds, by which its notebook is found; and how many quotes are in that.
    key: str = ""
    quotes: int = 0

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.place)

    @property
    def title(self) -> str:
        """What it is called; without a title by its file's name."""
        return self.facts.title or os.path.splitext(os.path.basename(self.place))[0]

    @property
    def readable(self) -> bool:
        """Whether it could be read as a transcript."""
        return not self.problem

"""What an index of the library is asked for: one small interface, whatever keeps it.

An index only ever proposes: which transcripts *may* hold a phrase. Whether one does is decided by
its folded text, which the index keeps and hands out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

from viewer.library.entry import Entry, Known, Read, Stamp
from viewer.library.leaf import Leaf

#: Words, or joints, of which a transcript has to have one; of several such groups, one of each.
AnyOf: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Batch:
    """What is written at once, all of it or nothing."""

    read: list[Read] = field(default_factory=list)
    #: Files whose content is the same as before, with their new stamps.
    same: list[tuple[int, Stamp]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


class Index(Protocol):
    """Keeps what transcripts say. May be used by several threads and several programs at once.

    Every method may raise `LibraryError`.
    """

    #: What had to be said of the index when it was opened, as a sentence; empty for nothing.
    news: str
    #: Where `opening.index_at` finds it, in another process, too.
    place: str

    def folders(self) -> Mapping[Path, int]:
        """Return the folders and the numbers under which their files are kept."""

    def add_folder(self, folder: Path) -> int:
        """Take in a folder, if it is not there already, and return its number."""

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and all that is known of its files."""

    def known(self, folder: int) -> Mapping[bytes, Known]:
        """Return what is known of a folder's files, by their paths."""

    def write(self, folder: int, batch: Batch) -> None:
        """Take in what was read."""

    def unjoined(self) -> Sequence[int]:
        """Return the transcripts that are found by their words alone, and not by joints yet."""

    def join(self, joints: Mapping[int, Sequence[Iterable[str]]]) -> None:
        """Take in the joints of each part of transcripts that have none yet."""

    def forgotten(self) -> Sequence[int]:
        """Return the transcripts that are forgotten, but take room yet."""

    def let_go(self, ids: Iterable[int]) -> None:
        """Have transcripts that are forgotten take no room."""

    def set_recordings(self, recordings: Mapping[int, Path | None]) -> None:
        """Take in where the recordings of some transcripts are."""

    def entries(self, ids: Collection[int] | None = None) -> Sequence[Entry]:
        """Return everything that is in the library, or some of it."""

    def counts(self) -> Mapping[Path, Mapping[bool, int]]:
        """Return how many files of each folder have no problem, and how many have one."""

    def state(self) -> object:
        """Return what is another one than before after anything was written."""

    def candidates(self, words: Sequence[AnyOf], joints: Sequence[AnyOf] = ()) -> set[int]:
        """Return the transcripts that have a word of each group, and maybe some more.

        Of those whose joints are made it is those with one of each group of these in a part, too.
        """

    def words_like(
        self, part: str, *, begins: bool, ends: bool, most: int
    ) -> tuple[str, ...] | None:
        """Return the words in which a part stands; None where there are more than `most`.

        With `begins` it is at their beginning, with `ends` at their end.
        """

    def leaves(self, ids: Iterable[int]) -> Iterator[tuple[int, Leaf]]:
        """Yield the texts of transcripts in the order asked for; of some there are none."""

    def close(self) -> None:
        """Let go of what is open."""

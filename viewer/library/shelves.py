"""The user's library: which folders are in it, and its index, kept up to what is on disk."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from viewer.disk.lock import turn_at
from viewer.errors import UsageError
from viewer.library import indexing, joining
from viewer.library.errors import LibraryError
from viewer.library.indexing import Control, Outcome
from viewer.library.opening import index_at
from viewer.library.search import Library
from viewer.state.library_folders import LibraryFolder, LibraryFolders
from viewer.state.notebooks import Notebooks
from viewer.state.places import Places
from viewer.state.user_settings import UserSettings

if TYPE_CHECKING:
    from viewer.library.index import Index


#: Whoever is asked by these names is on this machine.
_HERE: Final = frozenset({"", "localhost", "127.0.0.1", "::1"})


class Shelves:
    """The folders, and what their transcripts say; whatever is here may take long.

    Every method may raise `ViewerError`.
    """

    def __init__(self, places: Places) -> None:
        self._file = places.library
        self.list = LibraryFolders(places.library_folders)
        settings = UserSettings(places).settings
        server = settings.library.server
        if server and settings.web.never:
            _must_be_here(server)
        self.index: Index = index_at(server or str(self._file))
        self._shared = bool(server)
        self._notebooks = Notebooks(places.notebooks)
        self.library = Library(self.index, self._quotes)

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def folders(self) -> tuple[LibraryFolder, ...]:
        """Return the folders of the library; those that only others read are paused here."""
        own = self.list.all()
        if not self._shared:
            return own
        mine = {each.folder for each in own}
        others = (folder for folder in self.index.folders() if folder not in mine)
        return (*own, *(LibraryFolder(str(folder), paused=True) for folder in others))

    def written(self) -> tuple[object, object]:
        """Return what is another pair than before after folders came or went, or were read."""
        return self.list.stamp(), self.index.state()

    def add(self, folder: Path, *, captions: bool = False) -> LibraryFolder:
        """Take a folder in, without reading it yet; what is known of those inside it is dropped."""
        folder = Path(os.path.abspath(folder))
        if not folder.is_dir():
            what = "is a file, not a folder" if folder.exists() else "is not there"
            raise UsageError(f"{folder.name or folder} {what}.", hint="Name a folder.")
        added, inside = self.list.add(folder, captions=captions)
        for each in inside:
            self.index.remove_folder(each)
        return added

    def remove(self, folder: Path) -> None:
        """Take a folder out, with what the index knows of it; its files stay.

        While it is being read it is not taken out: what is read would stay without it.
        """
        folder = Path(os.path.abspath(folder))
        with self._reading(folder, "Try again when that is done, or end it there."):
            if not self.list.remove(folder) and folder not in self.index.folders():
                names = ", ".join(each.path for each in self.folders())
                hint = f"There are: {names}." if names else "The library is empty."
                raise UsageError(f"{folder} is not a folder of the library.", hint=hint)
            self.index.remove_folder(folder)

    def refresh(self, folder: LibraryFolder, control: Control) -> Outcome:
        """Bring what is known of a folder up to date; another program's turn at it comes first.

        One that was taken out meanwhile stays so.
        """
        with self._reading(folder.folder):
            if not self._shared and folder.path not in {each.path for each in self.list.all()}:
                return Outcome()
            return indexing.refresh(self.index, folder.folder, control, captions=folder.captions)

    def join(self, control: Control) -> None:
        """Make what has phrases found quickly, unless another program is about it."""
        if self._shared and not self.list.all():
            return  # who reads the folders makes them
        with suppress(TimeoutError), self._turn("library-joining.sqlite"):
            joining.join(self.index, control)

    def _quotes(self) -> Mapping[str, int]:
        """Return how many quotes are kept, by the content and by the path of transcripts."""
        counts: dict[str, int] = {}
        for found in self._notebooks.all():
            book = found.notebook
            number = sum(note.quote is not None for note in book.notes)
            for name in filter(None, (book.key, book.transcript)):
                counts[name] = max(number, counts.get(name, 0))
        return counts

    @contextmanager
    def _reading(
        self, folder: Path, hint: str = "What it has read is found here, too."
    ) -> Iterator[None]:
        try:
            with self._turn("library-reading.sqlite"):
                yield
        except TimeoutError as error:
            sentence = f"Another window or command is reading {folder.name} or another folder."
            raise LibraryError(sentence, hint=hint) from error

    @contextmanager
    def _turn(self, name: str) -> Iterator[None]:
        """Have a turn; raises `TimeoutError` where another program has it."""
        try:
            with turn_at(self._file.with_name(name), limit_s=0.2):
                yield
        except TimeoutError:
            raise
        except OSError as error:
            sentence = f"The library cannot be kept at {self._file.parent}: {error.strerror}."
            raise LibraryError(sentence, hint="Free some space there, or allow writing.") from error


def _must_be_here(url: str) -> None:
    """Raise `LibraryError` where a server is not on this very machine."""
    host = urlsplit(url).hostname or ""
    if host not in _HERE:
        raise LibraryError(
            f"The network is switched off for Cueline, and the library is at {host}.",
            hint="File › Never use the network switches it on again.",
        )

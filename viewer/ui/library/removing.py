"""Folders that are to be taken out, for which what is being read gives way."""

from collections.abc import Callable
from pathlib import Path

from viewer.library.shelves import Shelves
from viewer.state.library_folders import LibraryFolder
from viewer.ui.library.reading_control import ReadingControl


class Removing:
    """The folders that are taken out before anything else is read."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def gives_way(
        self, folder: Path, reading: ReadingControl | None, to_read: list[LibraryFolder]
    ) -> bool:
        """Note a folder; return whether reading ends for it, and another folder is read later."""
        if folder not in self.folders:
            self.folders.append(folder)
        to_read[:] = [each for each in to_read if each.folder != folder]
        if reading is None or reading.folder is None:
            return False
        if reading.folder.folder not in self.folders and reading.folder not in to_read:
            to_read.insert(0, reading.folder)
        reading.stop()
        return True

    def take(self) -> Callable[[Shelves], list[Path]]:
        """Return what takes out those that were noted, and then returns them."""
        folders, self.folders = self.folders, []

        def work(shelves: Shelves) -> list[Path]:
            for each in folders:
                shelves.remove(each)
            return folders

        return work

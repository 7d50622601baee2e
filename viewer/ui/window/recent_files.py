"""The files opened last, in the menu and on the empty card."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot

from viewer.errors import StateError, TranscriptError, ViewerError
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.state.recent_files import RecentFile, RecentFiles
from viewer.ui.commands.menus import Menus
from viewer.ui.theme import plain
from viewer.ui.widgets.empty_card import EmptyCard

log = logging.getLogger(__name__)

#: How long a title is at most beside a folder, in characters, so that the folder is seen, too.
_BESIDE_FOLDER: Final = 36


class Recents(QObject):
    """Remembers what is opened and lists it; a list that cannot be kept stops nobody."""

    def __init__(self, menus: Menus, card: EmptyCard, jobs: Jobs, recent: RecentFiles) -> None:
        super().__init__(menus)
        self._menus, self._card, self._jobs = menus, card, jobs
        self._recent = recent
        menus.recent_cleared.connect(self.clear)
        try:
            self._list(recent.files())
        except StateError as error:
            log.warning("%s", error)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Put another document first; the sample is always at hand anyway."""
        document = opened.document
        if document is not None and opened.other_document and not document.is_sample:
            self._do(lambda _: self._recent.add(document.path, plain.line(document.title)))

    @Slot(object)
    def miss(self, error: ViewerError) -> None:
        """Drop a file that could not be opened because it is gone."""
        if isinstance(error, TranscriptError):
            self._do(lambda _: self._recent.forget_if_gone(error.path))

    @Slot()
    def clear(self) -> None:
        """Forget all of them."""
        self._do(lambda _: self._recent.clear())

    def _do(self, work: Callable[[Job], tuple[RecentFile, ...]]) -> None:
        self._jobs.run(work, self._list, lambda error: log.warning("%s", error))

    def _list(self, files: tuple[RecentFile, ...]) -> None:
        pairs = [(_called(each, files), each.path) for each in files]
        self._menus.set_recent(pairs)
        self._card.set_recent(pairs)


def _called(file: RecentFile, files: tuple[RecentFile, ...]) -> str:
    """Return what a file is called; those called alike are distinguished by what differs."""
    name, path = _name(file), Path(file.path)
    alike = [Path(each.path) for each in files if _name(each) == name and each != file]
    if not alike:
        return name
    return f"{plain.line(name, _BESIDE_FOLDER)} – {_difference(path, alike)}"


def _difference(path: Path, others: list[Path]) -> str:
    """Return the folder nearest to a file that none of the others has there, or else its name."""
    folders = [_folders(other) for other in others]
    for level, folder in enumerate(_folders(path)):
        if all(level >= len(other) or other[level] != folder for other in folders):
            return folder
    return path.name


def _folders(path: Path) -> tuple[str, ...]:
    """Return the folders that a file is in, the innermost first."""
    return tuple(reversed(path.parent.parts))


def _name(file: RecentFile) -> str:
    """Return a file's title; one that has none is called by its whole name."""
    path = Path(file.path)
    return file.title if file.title and file.title != path.stem else path.name

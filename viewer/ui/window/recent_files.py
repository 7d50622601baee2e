"""The files opened last, in the menu and on the empty card."""

import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from viewer.errors import StateError, TranscriptError, ViewerError
from viewer.session.document import Document
from viewer.session.jobs import Job, Jobs
from viewer.state import recent
from viewer.state.recent import RecentFile
from viewer.ui.commands.menus import Menus
from viewer.ui.theme import plain
from viewer.ui.widgets.empty_card import EmptyCard

log = logging.getLogger(__name__)


class Recents(QObject):
    """Remembers what is opened and lists it; a list that cannot be kept stops nobody."""

    def __init__(self, menus: Menus, card: EmptyCard, jobs: Jobs) -> None:
        super().__init__(menus)
        self._menus, self._card, self._jobs = menus, card, jobs
        menus.recent_cleared.connect(self.clear)
        try:
            self._list(recent.files())
        except StateError as error:
            log.warning("%s", error)

    def add(self, document: Document) -> None:
        """Put a document first; the sample is always at hand anyway."""
        if not document.is_sample:
            self._do(lambda _: recent.add(document.path, plain.line(document.title)))

    @Slot(object)
    def miss(self, error: ViewerError) -> None:
        """Drop a file that could not be opened because it is gone."""
        if isinstance(error, TranscriptError):
            self._do(lambda _: recent.forget_if_gone(error.path))

    @Slot()
    def clear(self) -> None:
        """Forget all of them."""
        self._do(lambda _: recent.clear())

    def _do(self, work: Callable[[Job], tuple[RecentFile, ...]]) -> None:
        self._jobs.run(work, self._list, lambda error: log.warning("%s", error))

    def _list(self, files: tuple[RecentFile, ...]) -> None:
        names = [_name(each) for each in files]
        often = Counter(names)
        pairs = [
            (name if often[name] == 1 else _with_folder(name, each), each.path)
            for name, each in zip(names, files, strict=True)
        ]
        self._menus.set_recent(pairs)
        self._card.set_recent(pairs)


def _name(file: RecentFile) -> str:
    """Return a file's title; one that has none is called by its whole name."""
    path = Path(file.path)
    return file.title if file.title and file.title != path.stem else path.name


def _with_folder(name: str, file: RecentFile) -> str:
    path = Path(file.path)
    told = path.parent.name if name == path.name else f"{path.parent.name}/{path.name}"
    return f"{name} – {told}"

"""Writing the open transcript, and what was noted of it, to other files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from viewer.formats import registry
from viewer.formats.format import Format
from viewer.session.job import Job
from viewer.session.news import News
from viewer.session.session import Session
from viewer.session.tasks import Doing, Kind, Tasks


class Saving(QObject):
    """Saves copies, in jobs that opening something else does not give up."""

    def __init__(self, session: Session, tasks: Tasks, news: News) -> None:
        super().__init__(session)
        self._session, self._tasks, self._news = session, tasks, news

    @Slot(object, object)
    def save_copy(self, path: Path, target: Format) -> None:
        """Write the open transcript to another file."""
        document = self._session.document
        if document is None:
            return

        def write(_job: Job) -> Path:
            whole = document.whole or document.transcript
            registry.save(whole, path, target, source=document.path, overwrite=True)
            return path

        self.write(write)

    def write(self, write: Callable[[Job], Path]) -> None:
        """Have a file written, and tell where it is."""
        news = self._news
        self._tasks.run(Kind.SAVING, Doing.SAVING, write, news.saved.emit, news.failed.emit)

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

        whole, news = document.whole or document.transcript, self._news

        def write(_job: Job) -> int:
            registry.save(whole, path, target, source=document.path, overwrite=True)
            return target.guesses(whole)

        def done(guessed: int) -> None:
            if guessed:
                news.saved_guessing.emit(path, guessed)
            else:
                news.saved.emit(path)

        self._tasks.run(Kind.SAVING, Doing.SAVING, write, done, news.failed.emit)

    def write(self, write: Callable[[Job], Path]) -> None:
        """Have a file written, and tell where it is."""
        news = self._news
        self._tasks.run(Kind.SAVING, Doing.SAVING, write, news.saved.emit, news.failed.emit)

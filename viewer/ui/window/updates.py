"""Updating yt-dlp from the message that says it is too old, on the user's word."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from viewer.errors import NetworkError, OutdatedError
from viewer.session.job import Job
from viewer.session.tasks import Doing, Kind
from viewer.session.workspace import Workspace
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.notices import Notices


class Updates(QObject):
    """Offers the newest yt-dlp where an old one has failed, and tries the same again with it."""

    def __init__(self, work: Workspace, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._notices = work, notices

    def offered(self, error: NetworkError, again: Callable[[], object]) -> tuple[Action, ...]:
        """Return the button that updates, where that may help; `again` is done after it."""
        if not isinstance(error, OutdatedError):
            return ()
        return (Action(self.tr("Update yt-dlp"), partial(self._update, again)),)

    def _update(self, again: Callable[[], object]) -> None:
        try:
            self._work.network.check()
        except NetworkError as error:
            self._notices.show_error(error)
            return
        from viewer.web.updating import update

        def work(job: Job) -> str:
            return update(job.is_cancelled)

        done = partial(self._done, again)
        self._work.tasks.run(Kind.DOWNLOADING, Doing.UPDATING, work, done, self._notices.show_error)

    def _done(self, again: Callable[[], object], version: str) -> None:
        if version:
            sentence = self.tr("yt-dlp is at {version} now.").format(version=version)
            self._notices.tell(sentence, "", Action(self.tr("Try again"), again))

"""Downloading the recording that a transcript names, on the user's word, and playing it then."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.core.media_source import MediaSource
from viewer.errors import NetworkError, ViewerError
from viewer.session.document import Document
from viewer.session.job import Job
from viewer.session.tasks import Doing, Kind
from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.notices import Notices
from viewer.ui.window.updates import Updates
from viewer.web.download import Progress, Request, download
from viewer.web.errand import extractor_of
from viewer.web.places import Kind as PlaceKind
from viewer.web.places import WebPlace

_MINUTE_S: Final = 60
#: A rest below this is given in seconds.
_SECONDS_S: Final = 90
_HOUR_S: Final = 5_400


class Downloads(QObject):
    """One at a time: another one takes the place of the one before."""

    #: How much has come, and how long the rest takes, in words; set by the job's thread.
    reported = Signal(str)

    def __init__(
        self,
        window: QWidget,
        work: Workspace,
        notices: Notices,
        user_settings: UserSettings,
        updates: Updates,
        others: Callable[[], Iterable[Action]],
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._notices = window, work, notices
        self._user_settings, self._updates = user_settings, updates
        #: The other ways to the recording of the open transcript.
        self._others = others
        work.network.allowed_changed.connect(self._give_up)

    def ask(self, place: WebPlace) -> None:
        """Ask where to, and how; raises `NetworkError` where nothing may go out."""
        self._work.network.check()
        note = (
            self.tr(
                "YouTube's terms allow no downloads but its own; whether you may is yours to say."
            )
            if place.kind is PlaceKind.YOUTUBE
            else ""
        )
        from viewer.ui.dialogs.download import DownloadDialog

        dialog = DownloadDialog(self._user_settings.settings.web, note, self._window)
        dialog.wanted.connect(partial(self._begin, place))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, place: WebPlace, chosen: dict[str, object]) -> None:
        """Download as was chosen, which is what is proposed the next time."""
        self._user_settings.change("web", **chosen)
        web = self._user_settings.settings.web
        request = Request(
            place.url,
            web.folder,
            web.height,
            web.sound_alone,
            extractor_of(place),
            web.subtitles,
            asked=place.is_local,
        )
        self._run(request, self._work.session.document)

    def _run(self, request: Request, document: Document | None) -> None:
        def work(job: Job) -> Path | None:
            return download(request, partial(self._report, job), job.is_cancelled)

        self._work.tasks.run(
            Kind.DOWNLOADING,
            Doing.DOWNLOADING,
            work,
            partial(self._take, document),
            partial(self._miss, request, document),
        )

    def _report(self, job: Job, progress: Progress) -> None:
        if progress.share is not None:
            job.report(progress.share)
        if not job.cancelled:
            self.reported.emit(self.words(progress))

    def words(self, progress: Progress) -> str:
        """Return how far a download is, in words."""
        size = QLocale().formattedDataSize
        done = size(progress.done, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        if not progress.total:
            return self.tr("Downloading: {done}").format(done=done)
        total = size(progress.total, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        words = self.tr("Downloading: {done} of {total}").format(done=done, total=total)
        return f"{words}, {self._rest(progress.rest_s)}" if progress.rest_s else words

    def _rest(self, seconds: int) -> str:
        if seconds < _SECONDS_S:
            return self.tr("{n} seconds left").format(n=seconds)
        if seconds < _HOUR_S:
            return self.tr("{n} minutes left").format(n=round(seconds / _MINUTE_S))
        hours = QLocale().toString(seconds / _MINUTE_S / _MINUTE_S, "f", 1)
        return self.tr("{n} hours left").format(n=hours)

    def _take(self, document: Document | None, path: Path | None) -> None:
        """Play what has come with its transcript from now on."""
        if path is None:
            return
        if document is not None and self._work.session.document is document:
            self._work.pairing.choose(MediaSource(path))
        else:
            self._notices.show_saved(path)

    def _miss(self, request: Request, document: Document | None, error: ViewerError) -> None:
        retry = partial(self._try_again, request, document)
        update = self._updates.offered(error, retry) if isinstance(error, NetworkError) else ()
        again = Action(self.tr("Try again"), retry)
        others = self._others() if self._work.session.document is document else ()
        self._notices.show_remedy(error, *update, again, *others)

    def _try_again(self, request: Request, document: Document | None) -> None:
        try:
            self._work.network.check()
        except NetworkError as error:
            self._notices.show_error(error)
        else:
            self._run(request, document)

    def _give_up(self, allowed: bool) -> None:
        if not allowed:
            self._work.tasks.cancel(Kind.DOWNLOADING)

"""Downloading the recording that a transcript names, on the user's word, and playing it then."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.core.media_source import MediaSource
from viewer.errors import NetworkError, ViewerError
from viewer.session.document import Document
from viewer.session.tasks import Doing, Kind
from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.notices import Notices
from viewer.web.download import Request, download, extractor_of
from viewer.web.places import Kind as PlaceKind
from viewer.web.places import WebPlace


class Downloads(QObject):
    """One at a time: another one takes the place of the one before."""

    def __init__(
        self, window: QWidget, work: Workspace, notices: Notices, user_settings: UserSettings
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._notices = window, work, notices
        self._user_settings = user_settings
        work.network.allowed_changed.connect(self._give_up)

    def ask(self, place: WebPlace) -> None:
        """Ask where to, and how; raises `NetworkError` where nothing may go out."""
        self._work.network.check()
        web = self._user_settings.settings.web
        note = (
            self.tr(
                "YouTube's terms allow no downloads but its own; whether you may is yours to say."
            )
            if place.kind is PlaceKind.YOUTUBE
            else ""
        )
        from viewer.ui.dialogs.download import DownloadDialog

        dialog = DownloadDialog(
            web.folder, web.height, sound=web.sound_alone, note=note, parent=self._window
        )
        dialog.wanted.connect(partial(self._begin, place))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, place: WebPlace, folder: str, height: int, sound: bool) -> None:
        self._user_settings.change("web", folder=folder, height=height, sound_alone=sound)
        request = Request(place.url, folder, height, sound, extractor_of(place))
        self._run(request, self._work.session.document)

    def _run(self, request: Request, document: Document | None) -> None:
        self._work.tasks.run(
            Kind.DOWNLOADING,
            Doing.DOWNLOADING,
            lambda job: download(request, job.report, job.is_cancelled),
            partial(self._take, document),
            partial(self._miss, request, document),
        )

    def _take(self, document: Document | None, path: Path | None) -> None:
        """Play what has come with its transcript from now on."""
        if path is None:
            return
        if document is not None and self._work.session.document is document:
            self._work.pairing.choose(MediaSource(path))
        else:
            self._notices.show_saved(path)

    def _miss(self, request: Request, document: Document | None, error: ViewerError) -> None:
        again = Action(self.tr("Try again"), partial(self._try_again, request, document))
        self._notices.show_remedy(error, again)

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

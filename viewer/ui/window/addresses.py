"""Opening what is on the web by its address, however that was given: typed, pasted or dropped."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from viewer.core.own_links import file_opened_by, is_own_link
from viewer.errors import NetworkError, ViewerError
from viewer.session.web_recordings import streamed
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.web_desk import WebDesk
from viewer.web.places import NAMES, Kind, WebPlace, recognise

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.session.job import Job
    from viewer.ui.window.podcasts import Podcasts
    from viewer.ui.window.web_videos import WebVideos
    from viewer.web.answers import Podcast
    from viewer.web.fetch import Fetched


class Addresses(QObject):
    """Opens an address that the user gave, which is his word for asking for it."""

    def __init__(self, desk: WebDesk) -> None:
        super().__init__(desk.window)
        self._desk, self._fetched = desk, desk.fetched
        self._window, self._work, self._notices = desk.window, desk.work, desk.notices
        self._failed, self._browser = desk.failed, desk.browser

    @Slot()
    def ask(self) -> None:
        """Ask for the address; one on the clipboard stands there already."""
        from viewer.ui.dialogs.open_address import OpenAddress

        copied = QGuiApplication.clipboard().text().strip()
        known = recognise(copied) or is_own_link(copied)
        dialog = OpenAddress(copied if known else "", self._window)
        dialog.chosen.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def open(self, address: str) -> None:
        """Open what is at an address, or what a link into this program names."""
        if is_own_link(address):
            self._follow(address)
            return
        place = recognise(address)
        if place is None:
            sentence = self.tr("{address} is no address of the web.").format(address=address)
            self._failed(NetworkError(sentence, hint=self.tr("One begins with https://.")))
            return
        try:
            self._work.network.check()
            self._open(place)
        except NetworkError as error:
            self._failed(error)

    def _follow(self, link: str) -> None:
        """Open the transcript that a link names at its moment; the one that is open stays so."""
        try:
            path, ms = file_opened_by(link)
        except ViewerError as error:
            self._notices.show_error(error)
            return
        document = self._work.session.document
        if document is None or not path.samefile(document.path):
            self._work.opening.open(path, at_ms=ms)
        elif ms is not None:
            self._work.player.seek(ms)

    def _open(self, place: WebPlace) -> None:
        if place.kind is Kind.MEDIA:
            self._work.web.open_alone(streamed(place, asked=True))
        elif place.kind in NAMES:
            self._videos.open(place)
        else:
            folder = self._fetched
            self._work.opening.read(
                lambda job: _answer(place, folder, job),
                partial(self._take, place),
            )

    @cached_property
    def _videos(self) -> "WebVideos":
        from viewer.ui.window.web_videos import WebVideos

        return WebVideos(self._desk)

    @cached_property
    def _podcasts(self) -> "Podcasts":
        from viewer.ui.window.podcasts import Podcasts

        return Podcasts(self._desk)

    def _take(self, place: WebPlace, found: "Path | Podcast | Fetched") -> None:
        """Open what an address has turned out to be."""
        from viewer.web.answers import Podcast
        from viewer.web.fetch import Fetched

        if isinstance(found, Podcast):
            self._podcasts.open(place, found)
        elif not isinstance(found, Fetched):
            self._work.opening.open(found)
        elif found.seen.is_media:
            self._work.web.open_alone(streamed(place, asked=True))
        else:
            self._offer_page(place, found)

    def _offer_page(self, place: WebPlace, page: "Fetched") -> None:
        """Offer what can be done with a page: some are transcripts, most are not."""
        sentence = self.tr("{site} has a page there, which may be a transcript or not.")
        browse = Action(self.tr("Open in the browser"), partial(self._browser.open, place.url))
        read = Action(self.tr("Read it here"), partial(self._read_page, page))
        self._notices.ask(sentence.format(site=place.name), "", browse, read)

    def _read_page(self, page: "Fetched") -> None:
        folder = self._fetched
        self._work.opening.read(lambda _: _kept(page, folder), self._work.opening.open)


def _kept(fetched: "Fetched", folder: "Path") -> "Path":
    from viewer.web.fetch import keep  # what speaks to servers takes long to load

    return keep(fetched, folder)


def _answer(place: WebPlace, folder: "Path", job: "Job") -> "Path | Podcast | Fetched":
    """Return where a transcript is now, or what else there is."""
    from viewer.web.answers import Podcast, answer

    found = answer(place, job.is_cancelled)
    if isinstance(found, Podcast) or found.seen.is_page or found.seen.is_media:
        return found
    return _kept(found, folder)

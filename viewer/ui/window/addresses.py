"""Opening what is on the web by its address: a transcript, sound, or a site's video."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.core.own_links import file_opened_by, is_own_link
from viewer.errors import NetworkError, ViewerError
from viewer.playback.choose import describe_site
from viewer.session.web_recordings import streamed, watched
from viewer.session.workspace import Workspace
from viewer.state.places import places
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.browser import Browser
from viewer.ui.window.notices import Notices
from viewer.web.places import NAMES, Kind, WebPlace, recognise

if TYPE_CHECKING:
    from viewer.web.look import Seen


class Addresses(QObject):
    """Opens an address that the user gave, which is his word for asking for it."""

    def __init__(
        self,
        window: QWidget,
        work: Workspace,
        notices: Notices,
        failed: Callable[[NetworkError], None],
        browser: Browser,
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._notices = window, work, notices
        self._failed, self._browser = failed, browser

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
        elif place.kind is Kind.YOUTUBE and describe_site().available:
            self._work.web.open_alone(watched(place))
        elif place.kind in NAMES:
            self._offer_browser(place)
        else:
            from viewer.web.fetch import fetch  # what speaks to servers takes long to load

            folder = places().fetched
            self._work.opening.read(
                lambda job: fetch(place.url, folder, job.is_cancelled),
                partial(self._take, place),
            )

    def _take(self, place: WebPlace, fetched: "Path | Seen") -> None:
        """Open the transcript that was fetched, or what turned out to be something else."""
        if isinstance(fetched, Path):
            self._work.opening.open(fetched)
        elif fetched.is_page:
            self._offer_browser(place)
        else:
            self._work.web.open_alone(streamed(place, asked=True))

    def _offer_browser(self, place: WebPlace) -> None:
        sentence = self.tr("{site} has a page there that Cueline cannot show.")
        browse = Action(self.tr("Open in the browser"), partial(self._browser.open, place.url))
        self._notices.ask(sentence.format(site=place.name), "", browse)

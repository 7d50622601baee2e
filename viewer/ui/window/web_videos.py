"""Opening a site's video by its address: its captions as the transcript, its player beside it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QLocale, QObject

from viewer.errors import NetworkError, ViewerError
from viewer.session.document import Document
from viewer.session.from_web import captioned
from viewer.session.loading import Pair
from viewer.session.web_recordings import watched
from viewer.ui.dialogs.choose_one import ChooseOne
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.web_desk import WebDesk
from viewer.web.captions import Track, Video, best, video_of
from viewer.web.errand import available
from viewer.web.places import WebPlace


class WebVideos(QObject):
    """Asks the site which captions there are, and the user which of them are meant."""

    def __init__(self, desk: WebDesk) -> None:
        super().__init__(desk.window)
        self._window, self._work, self._notices = desk.window, desk.work, desk.notices
        self._browser, self._updates = desk.browser, desk.updates
        self._shown, self._fetched = desk.shown, desk.fetched

    def open(self, place: WebPlace) -> None:
        """Open a video with its captions; raises `NetworkError` where nothing may go out."""
        self._work.network.check()
        if not available():
            self._do_without(place, self.tr("Its captions need yt-dlp, which is not installed."))
            return
        self._work.opening.read(
            lambda job: video_of(place, asked=place.is_local, is_cancelled=job.is_cancelled),
            partial(self._choose, place),
            partial(self._miss, place),
        )

    def _choose(self, place: WebPlace, video: Video | None) -> None:
        """Have one of several captions chosen; take the only ones there are as they are."""
        if video is None:
            return
        if not video.tracks:
            self._do_without(place, self.tr("This video has no captions."))
        elif len(video.tracks) == 1:
            self._fetch(place, video, 0)
        else:
            languages = [language.partition("-")[0] for language in QLocale().uiLanguages()]
            dialog = ChooseOne(
                video.title or place.name,
                self.tr("Which captions are to be the transcript?"),
                [self._row(track) for track in video.tracks],
                best(video, languages),
                self._window,
            )
            dialog.chosen.connect(partial(self._fetch, place, video))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _row(self, track: Track) -> str:
        known = QLocale.languageToString(QLocale(track.language).language())
        name = track.name or (known if known != "C" else "")
        words = f"{name} ({track.language})" if name else track.language
        return self.tr("{language}, automatic").format(language=words) if track.automatic else words

    def _fetch(self, place: WebPlace, video: Video, index: int) -> None:
        folder, track = self._fetched, video.tracks[index]
        self._work.opening.read(
            lambda job: captioned(
                video, track, folder, asked=place.is_local, cancelled=job.is_cancelled
            ),
            partial(self._show, place),
            partial(self._miss, place),
        )

    def _show(self, place: WebPlace, document: Document) -> None:
        """Show the captions, and play the video beside them where that can be."""
        watch = place.kind in self._shown() and self._work.network.allowed
        self._work.opening.show(Pair(document, watched(place) if watch else None))
        if watch:
            self._work.player.play()

    def _do_without(self, place: WebPlace, why: str) -> None:
        """Show the video without captions, where it can be shown, and say why there are none."""
        if place.kind in self._shown():
            self._work.web.open_alone(watched(place))
            self._notices.tell(why, "")
        else:
            self._notices.ask(why, "", *self._ways(place))

    def _miss(self, place: WebPlace, error: ViewerError) -> None:
        if not isinstance(error, NetworkError):
            self._notices.show_remedy(error, *self._ways(place))
            return
        update = self._updates.offered(error, partial(self._again, place))
        again = Action(self.tr("Try again"), partial(self._again, place))
        self._notices.show_remedy(error, *update, again, *self._ways(place))

    def _again(self, place: WebPlace) -> None:
        try:
            self.open(place)
        except NetworkError as error:
            self._notices.show_error(error)

    def _ways(self, place: WebPlace) -> Iterator[Action]:
        if place.kind in self._shown():
            yield Action(self.tr("Watch here"), partial(self._watch, place))
        yield Action(self.tr("Open in the browser"), partial(self._browser.open, place.url))

    def _watch(self, place: WebPlace) -> None:
        try:
            self._work.web.open_alone(watched(place))
        except NetworkError as error:
            self._notices.show_error(error)

"""Opening a podcast by its address: an episode of its feed, with its sound and its transcript."""

from functools import partial

from PySide6.QtCore import QDate, QLocale, QObject

from viewer.errors import NetworkError
from viewer.session.document import Document, Recording
from viewer.session.from_web import episode_of
from viewer.session.loading import Pair
from viewer.session.web_recordings import streamed
from viewer.ui.dialogs.choose_one import ChooseOne
from viewer.ui.window.web_desk import WebDesk
from viewer.web.answers import Podcast
from viewer.web.places import WebPlace, recognise
from viewer.web.podcast import Episode, Text


class Podcasts(QObject):
    """Asks which episode is meant where it may be any, and opens it."""

    def __init__(self, desk: WebDesk) -> None:
        super().__init__(desk.window)
        self._window, self._work, self._notices = desk.window, desk.work, desk.notices
        self._failed, self._fetched = desk.failed, desk.fetched

    def open(self, place: WebPlace, found: Podcast) -> None:
        """Open the episode that is meant."""
        episodes = found.feed.episodes
        if found.episode is not None:
            self._open(place, found, found.episode)
        elif not episodes:
            sentence = self.tr("There is no episode in the feed of {site}.").format(site=place.name)
            self._failed(NetworkError(sentence))
        else:
            dialog = ChooseOne(
                found.feed.title or place.name,
                self.tr("Which episode?"),
                [self._row(episode) for episode in episodes],
                0,
                self._window,
            )
            dialog.chosen.connect(lambda index: self._open(place, found, episodes[index]))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _row(self, episode: Episode) -> str:
        words = episode.title or episode.link or episode.sound
        if (day := episode.published) is not None:
            short = QLocale.FormatType.ShortFormat
            words = f"{QLocale().toString(QDate(day.year, day.month, day.day), short)} · {words}"
        return self.tr("{title} (transcript)").format(title=words) if episode.texts else words

    def _open(self, place: WebPlace, found: Podcast, episode: Episode) -> None:
        """Open an episode; what a feed of the web names in the user's own network is refused."""
        sound = recognise(episode.sound)
        recording = streamed(sound, asked=place.is_local) if sound is not None else None
        languages = [language.partition("-")[0] for language in QLocale().uiLanguages()]
        text = episode.best_text(languages)
        if text is not None:
            self._fetch(place, found, episode, text, recording)
        elif recording is None:
            self._failed(NetworkError(self.tr("This episode has no sound and no transcript.")))
        else:
            self._play(recording)

    def _fetch(
        self,
        place: WebPlace,
        found: Podcast,
        episode: Episode,
        text: Text,
        recording: Recording | None,
    ) -> None:
        folder, asked = self._fetched, place.is_local
        self._work.opening.read(
            lambda job: episode_of(
                found.feed, episode, text, folder, asked=asked, cancelled=job.is_cancelled
            ),
            partial(self._show, recording),
        )

    def _show(self, recording: Recording | None, document: Document) -> None:
        """Show the transcript, and play the sound beside it."""
        plays = recording if self._work.network.allowed else None
        self._work.opening.show(Pair(document, plays))
        if plays is not None:
            self._work.player.play()

    def _play(self, recording: Recording) -> None:
        try:
            self._work.web.open_alone(recording)
        except NetworkError as error:
            self._failed(error)
        else:
            self._notices.tell(
                self.tr("This episode has no transcript on the web."),
                self.tr("Open one, or drop it here."),
            )

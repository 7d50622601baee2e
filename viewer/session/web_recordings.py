"""Playing the recording of the web that a transcript names, when the user asks for it."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, Slot

from viewer.core.media_source import MediaSource
from viewer.media.info import UNKNOWN
from viewer.playback.player import Player
from viewer.session.document import Recording
from viewer.session.network import Network
from viewer.session.playing import Playing
from viewer.session.session import Session
from viewer.web.places import WebPlace

_SOUND: Final = frozenset({".aac", ".flac", ".m4a", ".m4b", ".mp3", ".oga", ".opus", ".wav"})


class WebRecordings(QObject):
    """Has what is at an address in the player; when the network is shut, no longer."""

    def __init__(
        self, session: Session, playing: Playing, player: Player, network: Network
    ) -> None:
        super().__init__(session)
        self._session, self._playing, self._player = session, playing, player
        self._network = network
        network.allowed_changed.connect(self._let_go)

    def stream(self, place: WebPlace) -> None:
        """Play what an address gives, from here; raises `NetworkError` where nothing may go out.

        The user has agreed to the address, also where it lies in his own network.
        """
        self.play(streamed(place, asked=place.is_local))

    def watch(self, place: WebPlace) -> None:
        """Show a site's own player, from here; raises `NetworkError` where nothing may go out."""
        self.play(watched(place))

    def open_alone(self, recording: Recording) -> None:
        """Play a recording of the web with no transcript; raises `NetworkError`."""
        self._network.check()
        self._playing.begin(None)
        self.play(recording)

    def play(self, recording: Recording) -> None:
        """Play a recording of the web from here; raises `NetworkError`."""
        self._network.check()
        self._playing.stay()
        self._playing.pair(recording)
        if self._session.recording is recording:  # and has not failed at once
            self._player.play()

    @Slot(bool)
    def _let_go(self, allowed: bool) -> None:
        recording = self._session.recording
        if not allowed and recording is not None and recording.path is None:
            self._playing.stay()
            self._playing.unpair()
            self._playing.run_silently()


def streamed(place: WebPlace, *, asked: bool) -> Recording:
    """Return what an address gives as a recording; by its name it may be sound alone."""
    sound = PurePosixPath(unquote(urlsplit(place.url).path)).suffix.lower() in _SOUND
    info = replace(UNKNOWN, has_video=not sound)
    return Recording(MediaSource(place.url, asked=asked), info)


def watched(place: WebPlace) -> Recording:
    """Return what a site's own player shows as a recording."""
    return Recording(MediaSource(place.url, site=place.kind.value), UNKNOWN)

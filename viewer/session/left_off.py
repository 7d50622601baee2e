"""Where the open transcript is left, and where another one was."""

import logging
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Slot

from viewer.errors import StateError
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.document import Document
from viewer.session.session import Session
from viewer.state.left_off import LeftOff, LeftOffs

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

#: Who has heard no more than this has hardly begun, and who left so late has heard it.
NEAR_START_MS: Final = 10_000
NEAR_END_MS: Final = 10_000
#: A segment, and a character of its text.
Spot: TypeAlias = tuple[int, int]

_PLACED: Final = {PlayState.PLAYING, PlayState.PAUSED, PlayState.ENDED}


class LeavingOff(QObject):
    """Remembers where transcripts are left, but for the sample; tells where they were."""

    def __init__(self, session: Session, player: Player, known: LeftOffs) -> None:
        super().__init__(session)
        self._session, self._player, self._known = session, player, known
        #: Whether anything is remembered, and gone back to.
        self.on = True
        #: Tells where one reads, where that is not where the recording is.
        self.reading_at: Callable[[], Spot | None] = lambda: None

    @Slot()
    def note(self) -> None:
        """Remember where what is open is left; it is about to be closed."""
        document = self._session.document
        if not self.on or document is None or not document.key or document.is_sample:
            return
        if document.transcript.timed and self._player.state not in _PLACED:
            return  # it has not come to where it was left before
        try:
            self._known.remember(document.key, self._place())
        except StateError as error:
            log.warning("%s", error)

    def find(self, document: Document | None) -> LeftOff | None:
        """Return where a transcript was left."""
        if not self.on or document is None or document.is_sample:
            return None
        try:
            return self._known.find(document.key)
        except StateError as error:
            log.warning("%s", error)
            return None

    def _place(self) -> LeftOff | None:
        """Return where it is left; None where that is the beginning or the end."""
        player = self._player
        ms, length = player.position_ms, player.duration_ms
        if player.state is PlayState.ENDED or (length and ms > length - NEAR_END_MS):
            return None
        spot = self.reading_at()
        if spot is None:
            return LeftOff(ms) if ms >= NEAR_START_MS else None
        return LeftOff(ms, *spot)

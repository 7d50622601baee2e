"""Where the open transcript is left, and where another one was."""

import logging
import time
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Slot

from viewer.errors import StateError, ViewerError
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.document import Document
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.session import Session
from viewer.state.left_off import LeftOff, LeftOffs

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

#: Who has heard no more than this has hardly begun, and who left so late has heard it.
NEAR_START_MS: Final = 10_000
NEAR_END_MS: Final = 10_000
#: What is open is remembered this often while it is played or read, for a program may be killed.
EVERY_S: Final = 10.0
#: A segment, and a character of its text.
Spot: TypeAlias = tuple[int, int]

_PLACED: Final = {PlayState.PLAYING, PlayState.PAUSED, PlayState.ENDED}


class LeavingOff(QObject):
    """Remembers where transcripts are left, but for the sample; tells where they were."""

    def __init__(
        self,
        session: Session,
        player: Player,
        known: LeftOffs,
        jobs: Jobs,
        *,
        now: "Callable[[], float]" = time.monotonic,
    ) -> None:
        super().__init__(session)
        self._session, self._player, self._known, self._jobs = session, player, known, jobs
        self._now, self._noted_at = now, now()
        self._job: Job | None = None
        self._turn = Lock()
        #: Whether anything is remembered, and gone back to.
        self.on = True
        #: Tells where one reads, where that is not where the recording is.
        self.reading_at: Callable[[], Spot | None] = lambda: None
        player.position_changed.connect(self.pass_on)
        session.opened_changed.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._noted_at = self._now()

    @Slot()
    def pass_on(self) -> None:
        """Remember where what is open is now, if that was not done just before."""
        if self._now() - self._noted_at < EVERY_S:
            return
        self._noted_at = self._now()
        if (key := self._key()) is None:
            return
        place = self._place()

        def work(job: Job) -> None:
            with self._turn:
                if not job.cancelled:
                    self._known.remember(key, place)

        self._drop()
        self._job = self._jobs.run(work, lambda _: None, _warn)

    @Slot()
    def note(self) -> None:
        """Remember where what is open is left; it is about to be closed."""
        self._drop()
        if (key := self._key()) is None:
            return
        try:
            with self._turn:  # what is being written is older
                self._known.remember(key, self._place())
        except StateError as error:
            _warn(error)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _key(self) -> str | None:
        """Return by what the open transcript is known; None where it is not to be remembered."""
        document = self._session.document
        if not self.on or document is None or not document.key or document.is_sample:
            return None
        if document.transcript.timed and self._player.state not in _PLACED:
            return None  # it has not come to where it was left before
        return document.key

    def find(self, document: Document | None) -> LeftOff | None:
        """Return where a transcript was left."""
        if not self.on or document is None or document.is_sample:
            return None
        try:
            return self._known.find(document.key)
        except StateError as error:
            _warn(error)
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


def _warn(error: ViewerError) -> None:
    log.warning("%s", error)

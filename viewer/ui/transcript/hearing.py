"""Quoting what was just heard, while playback goes on."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Slot

from viewer.core.heard import heard_before, sentence_before
from viewer.core.quote import Quote
from viewer.playback.player import Player
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.transcript.selecting import Selecting

#: Within so many seconds the same wish means the sentence before, too.
AGAIN_S: Final = 3.0


class Hearing(QObject):
    """Copies the last whole sentence before now; asked again soon, the one before it too."""

    def __init__(
        self,
        player: Player,
        selecting: Selecting,
        quoting: Quoting,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._player, self._selecting, self._quoting = player, selecting, quoting
        self._now = now
        self._asked_at = -AGAIN_S
        #: What was copied last, as a range of the text and as a quote.
        self._range: tuple[int, int] | None = None
        self._quote: Quote | None = None

    @Slot()
    def clip(self) -> None:
        """Copy what was just heard."""
        grower, asked_at = self._selecting.grower, self._now()
        again = self._range is not None and asked_at - self._asked_at <= AGAIN_S
        self._asked_at = asked_at
        if again and self._range is not None:
            before = sentence_before(grower, self._range[0])
            heard = (before[0] if before else self._range[0], self._range[1])
        else:
            self._quote = None
            last = heard_before(grower, self._player.position_ms)
            if last is None:
                self._range = None
                self._quoting.copied.emit(self.tr("No sentence has been said yet."))
                return
            heard = last
        self._range = heard
        self._quoting.quote_range_of(*heard, self._note)

    def _note(self, quote: Quote) -> None:
        """Report the quote, and that it has grown out of the one before."""
        before, self._quote = self._quote, quote
        if before is None:
            self._quoting.quoted.emit(quote)
        else:
            self._quoting.requoted.emit(before, quote)

    @Slot(object)
    def show_opened(self, _opened: object) -> None:
        """Forget what was heard of another transcript."""
        self._range = self._quote = None

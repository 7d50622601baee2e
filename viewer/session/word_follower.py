"""From the position to the word that is being said, where the file times words."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.spoken import SpokenWord, next_word_change, spoken_words, word_said
from viewer.core.transcript import Said
from viewer.core.value import value
from viewer.playback.player import Player
from viewer.session.follower import Follower


@value
class WordSaid:
    """The characters of a segment that are being said."""

    index: int
    begin: int
    end: int


class WordFollower(QObject):
    """Watches the player's position; `word_changed` carries a `WordSaid`, or None between words.

    It is reported at the word's own time. Of lines that overlap, the one that began last counts.
    """

    word_changed = Signal(object)

    def __init__(self, player: Player, follower: Follower, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._follower = player, follower
        self._index = -1
        self._words: tuple[SpokenWord, ...] = ()
        self._shown: WordSaid | None = None
        follower.said_changed.connect(self._take_line)
        player.position_changed.connect(self._look)
        player.boundaries.add(self._next_change)

    @Slot(object, int)
    def _take_line(self, said: Said, ms: int) -> None:
        transcript = self._follower.transcript
        segments = transcript.segments if transcript is not None else ()
        self._index = said.lit[-1] if said.lit and said.lit[-1] < len(segments) else -1
        self._words = spoken_words(segments[self._index]) if self._index >= 0 else ()
        self._look(ms)
        if self._words:
            self._player.boundaries.aim()

    def _next_change(self, ms: int) -> int | None:
        return next_word_change(self._words, ms)

    @Slot(int)
    def _look(self, ms: int) -> None:
        word = word_said(self._words, ms)
        now = None if word is None else WordSaid(self._index, word.begin, word.end)
        if now != self._shown:
            self._shown = now
            self.word_changed.emit(now)

"""Playing a stretch of the recording over and over, until told to stop or taken elsewhere."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.opened import Change, Opened


class Loop(QObject):
    """Goes back to where a stretch begins each time its end is reached, at once or after a pause.

    While it pauses it is playing for all that the reader does: whoever ends it or goes elsewhere
    goes on playing, and Play begins the next round at once.
    """

    #: A `Stretch`, or None when it is over.
    changed = Signal(object)
    #: It is over, and what was open still is.
    ended = Signal()

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._stretch: Stretch | None = None
        self._moving = False
        #: How long it pauses between two rounds; None for as long as a round.
        self.pause_ms: int | None = 0
        self.pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.pause.timeout.connect(self._play_again)
        player.boundaries.add_heard(self._next_end)
        player.boundaries.reached.connect(self._look)
        player.position_changed.connect(self._look)
        player.sought.connect(self._note_seek)
        player.state_changed.connect(self._note_state)

    @property
    def stretch(self) -> Stretch | None:
        """What is played over and over."""
        return self._stretch

    def begin(self, stretch: Stretch) -> None:
        """Play a stretch over and over, from its beginning where playback is elsewhere."""
        self._become(stretch)
        if not stretch.begin_ms <= self._player.position_ms < stretch.end_ms:
            self._go_back()

    @Slot()
    def end(self) -> None:
        """Play on after the stretch."""
        looped = self._stretch is not None
        self._become(None)
        if self.pause.isActive():
            self.pause.stop()
            self._player.play()
        if looped:
            self.ended.emit()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """End with the text that it was about, or with the recording where there is none.

        The text's other recording, the one that was waited for too, and its other language say the
        same there.
        """
        if opened.change is not Change.READING:
            self.pause.stop()
        if opened.change is Change.DOCUMENT or opened.document is None:
            self._become(None)

    def _become(self, stretch: Stretch | None) -> None:
        if stretch != self._stretch:
            self._stretch = stretch
            self._player.boundaries.aim()
            self.changed.emit(stretch)

    def _next_end(self, ms: int) -> int | None:
        return self._stretch.end_ms if self._stretch and ms < self._stretch.end_ms else None

    def _go_back(self) -> None:
        if self._stretch is not None:
            self._move(self._stretch.begin_ms, self._stretch.end_ms)

    def _rest(self) -> None:
        """Begin the next round, or the pause before it, in which the end stays lit."""
        stretch = self._stretch
        if stretch is None or self.pause.isActive():
            return
        length = stretch.end_ms - stretch.begin_ms
        wait_ms = length if self.pause_ms is None else self.pause_ms
        if not wait_ms:
            self._go_back()
            return
        self.pause.start(wait_ms)
        if self._player.state is not PlayState.ENDED:
            self._player.pause()
            self._move(stretch.end_ms - 1)

    def _move(self, ms: int, until_ms: int | None = None) -> None:
        self._moving = True
        self._player.seek(ms, until_ms)
        self._moving = False

    @Slot()
    def _play_again(self) -> None:
        ended = self._player.state is PlayState.ENDED  # then going elsewhere plays
        self._go_back()
        if not ended:
            self._player.play()

    @Slot()
    def _look(self) -> None:
        """Take in where playback is now, which may have been stopped since that was reported."""
        stretch = self._stretch
        if stretch is None or self._moving:
            return
        if self._player.heard_ms >= stretch.end_ms:
            self._rest()

    @Slot(int)
    def _note_seek(self, ms: int) -> None:
        """End where the reader goes elsewhere; in a pause, play from where he goes."""
        stretch = self._stretch
        if stretch is None or self._moving:
            return
        if not stretch.begin_ms <= ms < stretch.end_ms:
            self.end()
        elif self.pause.isActive():
            self.pause.stop()
            self._player.play()

    @Slot(object)
    def _note_state(self, state: PlayState) -> None:
        if state is PlayState.ENDED and not self._moving:
            self._rest()
        elif state is PlayState.PLAYING and self.pause.isActive():
            self.pause.stop()
            self._go_back()

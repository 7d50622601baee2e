"""Which word stands on the picture for what a key did."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.playback.player import Player
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.player.controls import SEEK_STEP_MS
from viewer.ui.player.rates import times


class KeyWords(QObject):
    """Tells in a word what the commands of playback did, also where they could do no more."""

    said = Signal(str)

    def __init__(self, commands: Actions, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        seconds = SEEK_STEP_MS // 1000
        for command, word in (
            (Command.BACK, partial(self.tr("−{n} s").format, n=seconds)),
            (Command.FORWARD, partial(self.tr("+{n} s").format, n=seconds)),
            (Command.PREVIOUS_LINE, partial(self.tr, "Previous line")),
            (Command.NEXT_LINE, partial(self.tr, "Next line")),
            (Command.REPLAY_LINE, partial(self.tr, "Once more")),
            (Command.SLOWER, self._rate),
            (Command.FASTER, self._rate),
            (Command.NORMAL_SPEED, self._rate),
            (Command.LOUDER, self.volume),
            (Command.QUIETER, self.volume),
            (Command.MUTE, self._sound),
        ):
            commands[command].triggered.connect(partial(self._say, word))

    def volume(self) -> str:
        """Return how loud it plays."""
        return self.tr("Volume {n} %").format(n=self._player.volume)

    def _rate(self) -> str:
        return times(self._player.rate)

    def _sound(self) -> str:
        return self.tr("Muted") if self._player.muted else self.tr("Sound on")

    def _say(self, word: Callable[[], str], _checked: bool = False) -> None:
        self.said.emit(word())

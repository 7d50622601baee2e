"""The Quote menu: what it does with the selection, and how the reader wants quotes."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot

from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.transcript.selecting import Selecting, Step

#: Which commands move which end of the selection, by what, and which way.
_MOVES: Final[dict[Command, tuple[Step, bool, bool]]] = {
    Command.BEGIN_WORD_EARLIER: (Step.WORD, False, False),
    Command.BEGIN_WORD_LATER: (Step.WORD, False, True),
    Command.END_WORD_EARLIER: (Step.WORD, True, False),
    Command.END_WORD_LATER: (Step.WORD, True, True),
    Command.BEGIN_SENTENCE_EARLIER: (Step.SENTENCE, False, False),
    Command.BEGIN_SENTENCE_LATER: (Step.SENTENCE, False, True),
    Command.END_SENTENCE_EARLIER: (Step.SENTENCE, True, False),
    Command.END_SENTENCE_LATER: (Step.SENTENCE, True, True),
}


class QuoteMenu(QObject):
    """Binds the commands of the Quote menu, and keeps what the reader chose there."""

    def __init__(
        self,
        quoting: Quoting,
        selecting: Selecting,
        commands: Actions,
        user_settings: UserSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._quoting, self._commands, self._user_settings = quoting, commands, user_settings
        commands.bind(Command.COPY_QUOTE, quoting.copy_quote)
        commands.bind(Command.GROW, selecting.grow)
        commands.bind(Command.GROW_COPIES, self._grow_copies)
        for command, (by, is_end, forward) in _MOVES.items():
            move = partial(selecting.move, by, is_end=is_end, forward=forward)
            commands.bind(command, lambda _=False, move=move: move())

    def apply(self) -> None:
        """Quote as the settings say."""
        quoting = self._user_settings.settings.quoting
        self._quoting.grows = quoting.grow
        self._commands[Command.GROW_COPIES].setChecked(quoting.grow)

    @Slot(bool)
    def _grow_copies(self, on: bool) -> None:
        self._quoting.grows = on
        self._user_settings.change("quoting", grow=on)

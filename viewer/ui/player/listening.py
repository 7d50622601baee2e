"""How one listens again: pauses at lines and between repeats, going back a little on resuming."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.menus import Menus
from viewer.ui.commands.play_commands import PlayCommands
from viewer.ui.theme import plain

#: A number of seconds; None where it is as long as what is repeated.
Seconds: TypeAlias = int | None
_PAUSES: Final[tuple[Seconds, ...]] = (0, 1, 2, 3, 5, 10, None)
_REWINDS: Final[tuple[Seconds, ...]] = (0, 1, 2, 3, 5, 10)


class Listening(QObject):
    """Gives the session what the settings say of listening again, and offers it in the menus."""

    def __init__(
        self, workspace: Workspace, commands: Actions, menus: Menus, user_settings: UserSettings
    ) -> None:
        super().__init__(menus)
        self._workspace, self._commands, self._user_settings = workspace, commands, user_settings
        commands.bind(Command.PLAY_PAUSE, workspace.resuming.toggle)
        commands.bind(Command.LINE_PAUSE, self._pause_at_lines)
        playback = user_settings.settings.playback
        offer(
            menus.submenu(PlayCommands.REPEATS),
            _PAUSES,
            playback.repeat_pause_s,
            self._pause_repeats,
        )
        offer(menus.submenu(PlayCommands.REWIND), _REWINDS, playback.rewind_s, self._rewind)

    def apply(self) -> None:
        """Give the session what the settings remember."""
        playback, work = self._user_settings.settings.playback, self._workspace
        pause_s = playback.repeat_pause_s
        work.loop.pause_ms = None if pause_s is None else pause_s * 1000
        work.resuming.rewind_ms = playback.rewind_s * 1000
        work.line_ends.switch(on=playback.line_pause)
        self._commands[Command.LINE_PAUSE].setChecked(playback.line_pause)

    @Slot(bool)
    def _pause_at_lines(self, on: bool) -> None:
        self._keep(line_pause=on)

    def _pause_repeats(self, seconds: Seconds) -> None:
        self._keep(repeat_pause_s=seconds)

    def _rewind(self, seconds: Seconds) -> None:
        self._keep(rewind_s=seconds)

    def _keep(self, **changes: object) -> None:
        self._user_settings.change("playback", **changes)
        self.apply()


def offer(
    menu: QMenu, usual: tuple[Seconds, ...], now: Seconds, choose: Callable[[Seconds], object]
) -> None:
    """Offer times in a menu, that which is set among them; exactly one is ticked."""
    group = QActionGroup(menu)
    others = set() if now in usual else {now}
    for seconds in sorted({*usual, *others}, key=lambda each: (each is None, each)):
        action = QAction(plain.in_menu(_named(seconds)), menu)
        action.setCheckable(True)
        action.setChecked(seconds == now)
        action.triggered.connect(partial(choose, seconds))
        group.addAction(action)
        menu.addAction(action)


def _named(seconds: Seconds) -> str:
    translate = partial(QCoreApplication.translate, "Listening")
    if seconds is None:
        return translate("As long as what is repeated")
    if not seconds:
        return translate("None")
    if seconds == 1:
        return translate("1 second")
    return translate("{n} seconds").format(n=seconds)

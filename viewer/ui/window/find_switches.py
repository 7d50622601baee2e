"""What was looked for before, and how: the switches of the find bar as commands, remembered."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command

if TYPE_CHECKING:
    from viewer.ui.window.main_window import MainWindow

_NAMES: Final = {
    Command.MATCH_CASE: "match_case",
    Command.WHOLE_WORDS: "whole_words",
    Command.EXPRESSION: "expression",
}


class FindSwitches(QObject):
    """Keeps commands, switches and settings alike."""

    def __init__(self, window: "MainWindow", user_settings: UserSettings) -> None:
        super().__init__(window)
        self._window, self._user_settings = window, user_settings
        remembered = self._user_settings.settings.finding
        window.text.find_bar.set_phrases(remembered.phrases)
        window.finding.want_list(remembered.list_shown)
        self._switches = dict(zip(_NAMES, window.text.find_bar.switches, strict=True))
        for command, switch in self._switches.items():
            switch.setChecked(getattr(remembered, _NAMES[command]))
            window.commands[command].setChecked(switch.isChecked())
            window.commands.bind(command, partial(self._turn, command))
            switch.toggled.connect(self._keep)

    def _turn(self, command: Command) -> None:
        """Turn a switch as its command is ticked, where one sees it."""
        on = self._window.commands[command].isChecked()
        if not self._window.finding.looking:
            self._window.commands[Command.FIND].trigger()
        self._switches[command].setChecked(on)

    @Slot()
    def _keep(self) -> None:
        for command, switch in self._switches.items():
            self._window.commands[command].setChecked(switch.isChecked())
        on = {_NAMES[command]: switch.isChecked() for command, switch in self._switches.items()}
        self._user_settings.change("finding", **on)

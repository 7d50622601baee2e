"""What was looked for before, and how: remembered until the next time."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command, CommandSpec
from viewer.ui.window.parts import Parts

_NAMES: Final = {
    Command.MATCH_CASE: "match_case",
    Command.WHOLE_WORDS: "whole_words",
    Command.EXPRESSION: "expression",
}


class FindSwitches(QObject):
    """Turns on what was on the last time, and keeps what is."""

    def __init__(self, window: Parts, user_settings: UserSettings) -> None:
        super().__init__(window)
        self._window, self._user_settings = window, user_settings
        remembered = self._user_settings.settings.finding
        window.text.find_bar.set_phrases(remembered.phrases)
        window.finding.want_list(remembered.list_shown)
        for command, name in _NAMES.items():
            window.commands[command].setChecked(getattr(remembered, name))
            window.commands.bind(command, partial(self._turn, command))

    def _turn(self, command: CommandSpec) -> None:
        """Keep what was turned on or off; one sees it where something is looked for."""
        on = self._window.commands[command].isChecked()
        self._user_settings.change("finding", **{_NAMES[command]: on})
        if not self._window.finding.looking:
            self._window.commands[Command.FIND].trigger()

"""A button of words that is a command's, wherever it stands."""

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QPushButton

from viewer.ui.commands.actions import Actions, CommandSpec
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import named


class Worded(QObject):
    """Has a button say, offer and do what its command does; the tooltip names the key.

    Of two faces it shows the second one's words while the command is ticked.
    """

    def __init__(self, button: QPushButton, actions: Actions, command: CommandSpec) -> None:
        super().__init__(button)
        self._button, self._actions, self._command = button, actions, command
        button.clicked.connect(actions[command].trigger)
        actions[command].changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look as the command stands."""
        button, action, command = self._button, self._actions[self._command], self._command
        words = command_words(command, on=action.isChecked())
        tip = QCoreApplication.translate("Command", command.tip) or words.removesuffix("…")
        button.setText(plain.in_menu(words))
        button.setToolTip(plain.tip(named(tip, self._actions.hint(command))))
        button.setEnabled(action.isEnabled())


def command_words(command: CommandSpec, *, on: bool = False) -> str:
    """Return what a command is called outside menus, as its face is while it is on or off."""
    return QCoreApplication.translate("Command", command.face(on=on).text).replace("&", "")

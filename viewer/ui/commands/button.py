"""The button of a command, which is another way to call it and nothing of its own."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from viewer.ui.commands.actions import Actions, CommandSpec
from viewer.ui.commands.key_table import plain as without_mnemonic
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton


class CommandButton(IconButton):
    """Has its command's icon, words and key, and can be pressed where that can be called.

    Of two faces it shows the second one while the command is ticked, or is `on` otherwise; with
    one face it is held down while its command is ticked. A short `text` may stand for an icon.
    """

    def __init__(
        self, actions: Actions, command: CommandSpec, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._actions, self._command, self._on = actions, command, False
        self.setText(plain.line(text))
        self.setCheckable(actions[command].isCheckable() and not command.faces)
        self.clicked.connect(actions[command].trigger)
        actions[command].changed.connect(self.refresh)
        self.refresh()

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Take in whether what the command begins is under way."""
        self._on = on
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look as the command stands."""
        action = self._actions[self._command]
        face = self._command.face(on=self._on or action.isChecked())
        words = without_mnemonic(QCoreApplication.translate("Command", face.text))
        self.set_icon(face.icon)
        self.set_words(words, self._actions.hint(self._command))
        self.setEnabled(action.isEnabled())
        self.setChecked(action.isChecked())

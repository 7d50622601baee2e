"""The keys that the user chose: kept in the settings, given to whatever names a key."""

from PySide6.QtCore import QObject, Slot

from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.commands.keymap import Keymap
from viewer.ui.window.parts import Parts


class KeyChoice(QObject):
    """Gives the commands their keys, and opens the dialog that changes them."""

    def __init__(self, window: Parts, user_settings: UserSettings) -> None:
        super().__init__(window)
        self._window, self._user_settings = window, user_settings
        window.commands.keys_changed.connect(self._tell)

    def apply(self) -> None:
        """Give the commands the keys that the settings tell of, which are the usual ones mostly."""
        self._window.commands.set_keys(self._read().keys())
        self._tell()

    @Slot()
    def choose(self) -> None:
        """Open the dialog; what is changed in it holds at once."""
        from viewer.ui.dialogs.change_keys import ChangeKeys

        dialog = ChangeKeys(self._read(), self._window)
        dialog.changed.connect(self._keep)
        dialog.open()

    def _read(self) -> Keymap:
        keys = self._user_settings.settings.keys
        return Keymap.read(keys.scheme, keys.chosen)

    @Slot(object)
    def _keep(self, keymap: Keymap) -> None:
        chosen = {command.name: keys for command, keys in keymap.chosen.items()}
        self._user_settings.change("keys", scheme=keymap.scheme, chosen=chosen)
        self._window.commands.set_keys(keymap.keys())

    @Slot()
    def _tell(self) -> None:
        """Have tooltips and hints name the keys as they are now."""
        window, hint = self._window, self._window.commands.hint
        window.text.back_to_now.set_key(hint(Command.FOLLOW))
        window.text.view.keys.caret_key = hint(Command.CARET_BROWSING)
        window.looping.key = hint(Command.LOOP)
        window.selecting.caret_key = hint(Command.CARET_BROWSING)
        window.text.view.menu.keys = window.commands.keys

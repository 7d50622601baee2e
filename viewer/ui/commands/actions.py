"""The `QAction` of each command; what the commands are stands in `commands`."""

import sys
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

from viewer.ui.commands.caps import caps, in_menu
from viewer.ui.commands.commands import COMMANDS, Command, CommandSpec, Need
from viewer.ui.commands.keymap import Keys, default_keys

__all__ = ["COMMANDS", "Actions", "Command", "CommandSpec", "Need"]

_ROLES: Final = {
    Command.QUIT: QAction.MenuRole.QuitRole,
    Command.ABOUT: QAction.MenuRole.AboutRole,
}


class Actions(QObject):
    """The `QAction` of each command; menus, buttons and tests all take them from here."""

    #: Commands have other keys now.
    keys_changed = Signal()

    def __init__(self, parent: QObject, *, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._groups: dict[str, QActionGroup] = {}
        self._platform = platform
        self._actions = {command: self._build(command) for command in COMMANDS}
        self.keys: Keys = {}
        #: The commands that can be called now, and what there was when they were told.
        self.offered = frozenset(COMMANDS)
        self._have: Need | None = None
        self.set_keys(default_keys(platform))

    def __getitem__(self, command: CommandSpec) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def set_keys(self, keys: Keys) -> None:
        """Have the commands called by these keys, and no others."""
        if keys == self.keys:
            return
        self.keys = keys
        for command, action in self._actions.items():
            known = keys[command]
            text = QCoreApplication.translate("Command", command.text)
            shown = in_menu(known[0], self._platform) if known else ""
            action.setText("\t".join((text, shown)) if shown else text)
            action.setShortcuts([QKeySequence(key) for key in known])
        self.keys_changed.emit()

    def hint(self, *commands: CommandSpec) -> str:
        """Return the first key of each command as tooltips name it; nothing where none has one."""
        firsts = (self.keys[command][:1] for command in commands)
        return " / ".join("+".join(caps(key, self._platform)) for first in firsts for key in first)

    def bind(self, command: CommandSpec, slot: Callable[..., object] | SignalInstance) -> None:
        """Say what a command does; a checkable one may take whether it is on."""
        self._actions[command].triggered.connect(slot)

    def offer(self, have: Need) -> None:
        """Enable the commands whose needs are met, and no others."""
        if have == self._have:
            return
        offered = frozenset(each for each in COMMANDS if each.needs in have)
        for command in offered ^ self.offered:
            self._actions[command].setEnabled(command in offered)
        self._have, self.offered = have, offered

    def decorate(self, make_icon: Callable[[str], QIcon]) -> None:
        """Give each command that has one its icon; call it again when the palette changes."""
        for command, action in self._actions.items():
            if name := command.icon:
                action.setIcon(make_icon(name))

    def _build(self, command: CommandSpec) -> QAction:
        action = QAction("", self)
        action.setObjectName(command.name)
        action.setMenuRole(_ROLES.get(command, QAction.MenuRole.NoRole))
        if command.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(command.checkable)
        action.setIconVisibleInMenu(not command.checkable)  # it would stand where the tick does
        if command.tip:
            tip = QCoreApplication.translate("Command", command.tip)
            action.setStatusTip(tip)
            action.setToolTip(tip)
        if command.group:
            self._groups.setdefault(command.group, QActionGroup(self)).addAction(action)
        return action

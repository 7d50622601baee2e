"""The menus, made of the table of commands."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from viewer.ui.commands.actions import Actions
from viewer.ui.commands.commands import MENUS, CommandSpec, MenuSpec
from viewer.ui.commands.file_commands import FileCommands
from viewer.ui.commands.keymap import Keys
from viewer.ui.theme import plain
from viewer.ui.theme.icons import icon


class Menus(QObject):
    """Fills a menu bar from the table and keeps the list of recent files in it.

    Wishes: `recent_chosen(path)`, `recent_cleared`.
    """

    recent_chosen = Signal(str)
    recent_cleared = Signal()

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._submenus: dict[MenuSpec, QMenu] = {}
        for spec in MENUS:
            self._submenus |= fill(bar.addMenu(translated(spec)), spec, actions)
        self._recent = self._submenus[FileCommands.RECENT]
        self._recent.setToolTipsVisible(True)
        self._recent.triggered.connect(self._choose)
        self.set_recent(())

    def submenu(self, spec: MenuSpec) -> QMenu:
        """Return the menu of a specification that has no entries of its own, to be filled."""
        return self._submenus[spec]

    def set_recent(self, recent: Iterable[tuple[str, str]]) -> None:
        """List (title, path) pairs, the latest first."""
        self._recent.clear()
        for title, path in recent:
            self._recent.addAction(self._recent_action(title, path))
        self._recent.setEnabled(not self._recent.isEmpty())
        if self._recent.isEnabled():
            self._recent.addSeparator()
            self._recent.addAction(self.tr("Clear recent files"))

    def _recent_action(self, title: str, path: str) -> QAction:
        action = QAction(plain.in_menu(title), self._recent)
        action.setData(path)
        action.setToolTip(plain.tip(path))
        return action

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data() is None:
            self.recent_cleared.emit()
        else:
            self.recent_chosen.emit(action.data())


def fill(menu: QMenu, spec: MenuSpec, actions: Actions) -> dict[MenuSpec, QMenu]:
    """Put a table's entries into a menu, and return the menus in it."""
    made: dict[MenuSpec, QMenu] = {}
    for entry in spec.entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, MenuSpec):
            made[entry] = menu.addMenu(translated(entry))
            made |= fill(made[entry], entry, actions)
        else:
            menu.addAction(actions[entry])
    return made


def add_wish(
    menu: QMenu, command: CommandSpec, wish: Callable[[], object], *, enabled: bool, keys: Keys
) -> None:
    """Put a command into the menu of what is pointed at, with its key where `keys` have one."""
    action = menu.addAction(QCoreApplication.translate("Command", command.text), wish)
    action.setEnabled(enabled)
    if command.icon:
        action.setIcon(icon(command.icon, menu.palette()))
    if known := keys.get(command, ()):
        action.setShortcut(QKeySequence(known[0]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown, not listened to
        action.setShortcutVisibleInContextMenu(True)


def translated(spec: MenuSpec) -> str:
    """Return a menu's title in the user's language, with its mnemonic."""
    return QCoreApplication.translate("Menu", spec.title)

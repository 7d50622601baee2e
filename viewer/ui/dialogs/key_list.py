"""The list of all commands with their keys, menu by menu."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from viewer.ui.commands.commands import COMMANDS, MENUS, CommandSpec, MenuSpec
from viewer.ui.commands.key_rules import shown
from viewer.ui.commands.key_table import plain as without_mark
from viewer.ui.commands.key_table import text_of
from viewer.ui.commands.keymap import Keymap
from viewer.ui.commands.menus import translated
from viewer.ui.theme import plain

_COMMAND: Final = Qt.ItemDataRole.UserRole


class KeyList(QTreeWidget):
    """Shows the commands whose name or keys have certain letters; those changed stand out."""

    #: Another command is chosen.
    chosen = Signal(CommandSpec)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Changed")])
        self.setAccessibleName(self.tr("Commands and their keys"))
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._groups = [self._group(menu) for menu in MENUS]
        self.currentItemChanged.connect(self._tell)

    def _group(self, menu: MenuSpec) -> tuple[QTreeWidgetItem, list[QTreeWidgetItem]]:
        """Add the commands of a menu; return its item and theirs."""
        group = QTreeWidgetItem([plain.line(without_mark(translated(menu)))])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addTopLevelItem(group)
        items = []
        for command in menu.commands():
            item = QTreeWidgetItem(group, [plain.line(text_of(command))])
            item.setData(0, _COMMAND, command)
            items.append(item)
        group.setExpanded(True)
        return group, items

    @property
    def command(self) -> CommandSpec:
        """The command that is chosen."""
        item = self.currentItem()
        chosen = item.data(0, _COMMAND) if item is not None else None
        return chosen or COMMANDS[0]

    def choose_first(self) -> None:
        """Choose the first command that is shown, where the chosen one is not."""
        now = self.currentItem()
        if now is None or now.isHidden() or now.data(0, _COMMAND) is None:
            seen = (item for item in self._items() if not item.isHidden())
            if (first := next(seen, None)) is not None:
                self.setCurrentItem(first)

    def show_keys(self, keymap: Keymap) -> None:
        """Show which keys the commands have now."""
        keys = keymap.keys()
        for item in self._items():
            command = item.data(0, _COMMAND)
            named = ", ".join(shown(key, keymap.platform) for key in keys[command])
            item.setText(1, plain.line(named))
            item.setText(2, self.tr("yes") if command in keymap.chosen else "")

    @Slot(str)
    def sift(self, letters: str) -> None:
        """Show only what has these letters in its name or in its keys."""
        wanted = letters.casefold().split()
        for item in self._items():
            words = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(each in words for each in wanted))
        for group, items in self._groups:
            group.setHidden(all(item.isHidden() for item in items))
        self.choose_first()

    def sizeHint(self) -> QSize:
        """Return room for the longest commands and their keys."""
        line = self.fontMetrics().height()
        return QSize(line * 34, line * 20)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for _, items in self._groups:
            yield from items

    @Slot()
    def _tell(self) -> None:
        item = self.currentItem()
        if item is not None and item.data(0, _COMMAND):
            self.chosen.emit(self.command)

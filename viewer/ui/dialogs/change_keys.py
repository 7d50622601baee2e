"""Having other keys for the commands: by a scheme, and one by one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.commands.commands import CommandSpec
from viewer.ui.commands.key_rules import clash, refusal
from viewer.ui.commands.key_table import text_of
from viewer.ui.commands.keymap import MOST_KEYS, SCHEMES, Keymap
from viewer.ui.dialogs.buttons import close_buttons
from viewer.ui.dialogs.key_field import KeyField
from viewer.ui.dialogs.key_list import KeyList
from viewer.ui.theme import plain
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

#: The note has room for so many lines from the start, so that nothing moves when it speaks.
_NOTE_LINES: Final = 2


class ChangeKeys(QDialog):
    """Lists the commands with their keys; each change is emitted at once as a `Keymap`.

    A key that another command has is taken from it only by a button that says so.
    """

    changed = Signal(object)

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.setWindowTitle(self.tr("Change keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scheme, self._search = self._make_scheme(), QLineEdit()
        self._search.setPlaceholderText(self.tr("A command or a key"))
        self._search.setClearButtonEnabled(True)
        self.list, self.field, self.note = KeyList(), KeyField(), PlainLabel()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(_NOTE_LINES * self.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.only = self._button(self.tr("&Use it alone"), self._use_alone)
        self.too = self._button(self.tr("&Add it"), self._use_too)
        self.none = self._button(self.tr("&No key"), self._use_none)
        self.usual = self._button(self.tr("&Back to default"), self._go_back)
        self.all_usual = self._button(self.tr("All back to &default"), self._go_all_back)
        self._lay_out()
        self.list.show_keys(keymap)
        self._connect()
        self.list.choose_first()
        self._search.setFocus()

    def _connect(self) -> None:
        self._search.textChanged.connect(self.list.sift)
        self.field.pressed.connect(self._weigh)
        self.list.chosen.connect(self._begin)
        self.list.itemActivated.connect(lambda *_: self.field.setFocus())

    def _make_scheme(self) -> ChoiceBox:
        box = ChoiceBox()
        for name, scheme in SCHEMES.items():
            title = QCoreApplication.translate("Scheme", scheme.title)
            box.addItem(plain.line(title), name)
        box.setCurrentIndex(box.findData(self._keymap.scheme))
        box.currentIndexChanged.connect(self._take_scheme)
        return box

    def _button(self, text: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setText(plain.line(text))
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        form, row, column = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.addRow(self.tr("&Keys as in"), self._scheme)
        form.addRow(self.tr("&Find"), self._search)
        for widget in (self.field, self.only, self.too, self.none, self.usual):
            row.addWidget(widget)
        buttons = close_buttons(self)
        buttons.addButton(self.all_usual, QDialogButtonBox.ButtonRole.ResetRole)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(buttons)

    @Slot()
    def _begin(self) -> None:
        """Take in that another command is chosen."""
        self.field.clear()
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        """Say what speaks against the key that was pressed, and offer what can be done."""
        key, command = self.field.key, self.list.command
        mine = self._keymap.keys()[command]
        against = refusal(key, command, self._keymap) if key else ""
        taken = clash(key, command, self._keymap) if key else ""
        possible = bool(key) and not against
        self.only.setEnabled(possible and mine != (key,))
        self.too.setEnabled(possible and key not in mine and len(mine) < MOST_KEYS)
        self.only.setText(self.tr("&Take it, alone") if taken else self.tr("&Use it alone"))
        self.too.setText(self.tr("T&ake it, too") if taken else self.tr("&Add it"))
        self.none.setEnabled(bool(mine))
        self.usual.setEnabled(command in self._keymap.chosen)
        self.all_usual.setEnabled(bool(self._keymap.chosen))
        self.note.setText(plain.line(against or taken or self._invitation(command)))

    def _invitation(self, command: CommandSpec) -> str:
        words = self.tr("Press a key in the field to have it for “{command}”.")
        return words.format(command=text_of(command))

    @Slot()
    def _use_alone(self) -> None:
        self._give((self.field.key,))

    @Slot()
    def _use_too(self) -> None:
        self._give((*self._keymap.keys()[self.list.command], self.field.key))

    @Slot()
    def _use_none(self) -> None:
        self._give(())

    @Slot()
    def _go_back(self) -> None:
        """Have the usual keys again; say so where another command was given one of them."""
        command = self.list.command
        back = self._keymap.without(command)
        wanted = Keymap(back.scheme, platform=back.platform).keys()[command]
        lost = [key for key in wanted if key not in back.keys()[command]]
        self._become(back)
        if lost:
            self.note.setText(plain.line(clash(lost[0], command, back)))

    @Slot()
    def _go_all_back(self) -> None:
        self._become(replace(self._keymap, chosen={}))

    @Slot(int)
    def _take_scheme(self, index: int) -> None:
        self._become(replace(self._keymap, scheme=self._scheme.itemData(index)))

    def _give(self, keys: tuple[str, ...]) -> None:
        command, key = self.list.command, self.field.key
        owner = self._keymap.owner(key) if key in keys else None
        self._become(self._keymap.with_keys(command, keys))
        if owner is not None and owner is not command and not self._keymap.keys()[owner]:
            words = self.tr("“{other}” has no key any more.")
            self.note.setText(plain.line(words.format(other=text_of(owner))))

    def _become(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self.list.show_keys(keymap)
        self.list.sift(self._search.text())
        self._begin()
        self.changed.emit(keymap)

"""Changing keys in the dialog, by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages import NO_KEYS
from viewer.ui.commands.commands import Command
from viewer.ui.commands.keymap import Keymap
from viewer.ui.dialogs.change_keys import ChangeKeys

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot):
    dialog = ChangeKeys(Keymap(platform="linux"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


@pytest.fixture
def told(dialog):
    told = []
    dialog.changed.connect(told.append)
    return told


def choose(dialog, command):
    items = [i for i in dialog.list._items() if i.data(0, Qt.ItemDataRole.UserRole) == command]
    dialog.list.setCurrentItem(items[0])


def press(dialog, key, modifiers=NO_KEYS):
    dialog.field.setFocus()
    QTest.keyClick(QApplication.focusWidget() or dialog.field, key, modifiers)


def test_a_free_key_is_used_alone_or_added(dialog, told):
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_U)
    dialog.too.click()
    assert told[-1].keys()[Command.MUTE] == ("M", "U")
    press(dialog, Qt.Key.Key_F9, CONTROL)
    dialog.only.click()
    assert told[-1].keys()[Command.MUTE] == ("Ctrl+F9",)
    assert dialog.list.currentItem().text(1) == "Ctrl+F9"
    assert dialog.list.currentItem().text(2) == "yes"
    dialog.usual.click()
    assert told[-1] == Keymap(platform="linux")
    assert not dialog.usual.isEnabled()


def test_a_key_of_another_command_is_told_and_taken_by_its_own_button(dialog, told):
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_L)
    assert dialog.note.text() == "L calls “Loop” so far."
    assert dialog.only.text() == "&Take it, alone"
    assert told == []
    dialog.only.click()
    assert told[-1].keys()[Command.MUTE] == ("L",)
    assert told[-1].keys()[Command.LOOP] == ()
    assert dialog.note.text() == "“Loop” has no key any more."
    choose(dialog, Command.LOOP)
    assert not dialog.none.isEnabled()


def test_a_key_that_has_another_use_cannot_be_used(dialog, told):
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_Down)
    assert dialog.note.text().startswith("↓ moves in the text")
    assert not dialog.only.isEnabled()
    assert not dialog.too.isEnabled()


def test_tab_and_escape_do_what_they_always_do(dialog, told):
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_U)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.only
    assert dialog.field.key == "U"
    dialog.field.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert told == []


def test_a_command_can_have_no_key(dialog, told):
    choose(dialog, Command.MUTE)
    dialog.none.click()
    assert told[-1].keys()[Command.MUTE] == ()
    dialog.all_usual.click()
    assert told[-1] == Keymap(platform="linux")


def test_a_scheme_keeps_what_was_chosen(dialog, told):
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_U)
    dialog.only.click()
    dialog._scheme.setCurrentIndex(dialog._scheme.findData("editor"))
    keys = told[-1].keys()
    assert (keys[Command.MUTE], keys[Command.BACK]) == (("U",), ("J", "Left"))


@pytest.mark.parametrize(
    ("letters", "found"), [("ctrl+shift+s", "Save a copy as"), ("mut", "Mute")]
)
def test_commands_are_found_by_name_and_by_key(dialog, letters, found):
    dialog._search.setText(letters)
    seen = [item.text(0) for item in dialog.list._items() if not item.isHidden()]
    assert found in seen
    assert len(seen) < 4
    assert dialog.list.currentItem().text(0) in seen


def test_back_to_default_tells_which_command_keeps_the_key(dialog, told):
    choose(dialog, Command.LOOP)
    press(dialog, Qt.Key.Key_U)
    dialog.only.click()
    choose(dialog, Command.MUTE)
    press(dialog, Qt.Key.Key_L)
    dialog.only.click()
    choose(dialog, Command.LOOP)
    dialog.usual.click()
    assert told[-1].keys()[Command.LOOP] == ()
    assert dialog.note.text() == "L calls “Mute” so far."

"""What the user chose of keys: at once everywhere, and again at the next start."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence

from viewer.ui.commands.actions import Command
from viewer.ui.commands.key_table import key_groups
from viewer.ui.commands.keymap import Keymap
from viewer.ui.dialogs.change_keys import ChangeKeys


@pytest.fixture
def chosen(window):
    keymap = Keymap("editor").with_keys(Command.FOLLOW, ("Ctrl+Shift+F9",))
    window.key_choice._keep(keymap.with_keys(Command.CARET_BROWSING, ()))
    return window


def keys_of(window, command):
    return [key.toString() for key in window.commands[command].shortcuts()]


def test_they_call_their_commands_at_once(chosen):
    assert keys_of(chosen, Command.BACK) == ["J", "Left"]
    assert keys_of(chosen, Command.LOOP) == ["Shift+L"]
    assert keys_of(chosen, Command.FOLLOW) == ["Ctrl+Shift+F9"]
    assert keys_of(chosen, Command.CARET_BROWSING) == []


def test_menus_tooltips_and_hints_follow(chosen):
    assert "(K)" in chosen.play_bar.transport.play_button.toolTip()
    assert "Ctrl+Shift+F9" in chosen.text.back_to_now.toolTip()
    assert chosen.commands[Command.BACK].text() == "&Back 5 seconds"
    hinted = []
    chosen.text.view.hinted.connect(hinted.append)
    chosen.text.view.keys.play_here()
    assert hinted == ["Select the words to play from."]
    rows = {row.text: row.keys for g in key_groups(keys=chosen.commands.keys) for row in g.rows}
    assert rows["Back 5 seconds"] == (("J",), ("←",))
    assert "Caret browsing" not in rows


def test_they_are_kept(chosen, user_settings):
    keys = user_settings.settings.keys
    assert keys.scheme == "editor"
    assert keys.chosen == {"follow": ("Ctrl+Shift+F9",), "caret-browsing": ()}
    user_settings.save()
    chosen.commands.set_keys(Keymap().keys())
    chosen.key_choice.apply()
    assert keys_of(chosen, Command.FOLLOW) == ["Ctrl+Shift+F9"]


def test_the_dialog_shows_them_and_changes_them(chosen):
    chosen.commands[Command.CHANGE_KEYS].trigger()
    (dialog,) = chosen.findChildren(ChangeKeys)
    assert dialog._scheme.currentData() == "editor"
    dialog.all_usual.click()
    assert keys_of(chosen, Command.FOLLOW) == ["Ctrl+L"]
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_keys_sheet_that_is_open_does_not_go_on_showing_old_keys(window):
    window.show()
    window.commands[Command.KEYS].trigger()
    assert window.help._keys is not None
    window.key_choice._keep(Keymap("editor"))
    assert window.help._keys is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_key_is_one_that_qt_knows(chosen):
    for action in chosen.commands:
        assert all(isinstance(key, QKeySequence) and key.toString() for key in action.shortcuts())

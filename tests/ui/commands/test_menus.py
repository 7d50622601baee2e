from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.commands import COMMANDS, MENUS, MenuSpec
from viewer.ui.commands.menus import Menus


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.commands = Actions(window)
    window.menus = Menus(window.menuBar(), window.commands)
    return window


def all_menus(specs):
    for spec in specs:
        yield spec
        yield from all_menus(entry for entry in spec.entries if isinstance(entry, MenuSpec))


def test_each_command_has_a_name_of_its_own_by_which_it_is_found():
    named = [getattr(Command, each.name.upper().replace("-", "_")) for each in COMMANDS]
    assert named == list(COMMANDS)
    assert len(named) == len(set(named)) == len({each.name for each in COMMANDS})


@pytest.mark.parametrize("spec", list(all_menus(MENUS)), ids=lambda spec: spec.title)
def test_no_mnemonic_is_used_twice_in_a_menu(spec):
    texts = [
        entry.title if isinstance(entry, MenuSpec) else entry.text
        for entry in spec.entries
        if entry is not None
    ]
    marked = Counter(text[text.index("&") + 1].lower() for text in texts)
    assert [letter for letter, times in marked.items() if times > 1] == []


def test_the_bar_has_the_six_menus_in_order(window):
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Play", "Quote", "Help"]


def test_the_menus_show_the_commands_own_actions(window):
    play = window.menuBar().actions()[3].menu()
    assert play.actions()[0] is window.commands[Command.PLAY_PAUSE]
    assert play.actions()[2].isSeparator()


def test_recent_files_are_listed_and_chosen(window, qtbot):
    recent = window.menuBar().actions()[0].menu().actions()[1].menu()
    assert not recent.isEnabled()
    window.menus.set_recent([("Salt & pepper", "/tmp/a.md"), ("T" * 300, "/tmp/b.md")])
    assert recent.isEnabled()
    first, second, gap, clear = recent.actions()
    assert gap.isSeparator()
    assert first.text() == "Salt && pepper"
    assert len(second.text()) < 120
    with qtbot.waitSignal(window.menus.recent_chosen) as chosen:
        second.trigger()
    assert chosen.args == ["/tmp/b.md"]
    with qtbot.waitSignal(window.menus.recent_cleared):
        clear.trigger()
    window.menus.set_recent([])
    assert recent.actions() == []


@pytest.mark.parametrize(
    ("command", "platform", "shown"),
    [
        (Command.BACK, "linux", "&Back 5 seconds\t←"),
        (Command.NEXT_LINE, "win32", "&Next line\tAlt+↓"),
        (Command.LOUDER, "linux", "&Louder\tCtrl+Shift+↑"),
        (Command.NEXT_LINE, "darwin", "&Next line"),
        (Command.OPEN, "linux", "&Open…"),
    ],
)
def test_menus_write_arrows_as_the_key_sheet_does(qapp, command, platform, shown):
    owner = QObject()
    assert Actions(owner, platform=platform)[command].text() == shown

"""The menu of the library's folders."""

from pathlib import Path

import pytest

from viewer.state.library_folders import LibraryFolder
from viewer.ui.library.folder_menu import FolderMenu

TALKS = LibraryFolder("/talks")


@pytest.fixture
def button(qtbot):
    made = FolderMenu()
    qtbot.addWidget(made)
    made.show_folders((TALKS,))
    return made


def opened(button):
    button.menu().aboutToShow.emit()
    return button.menu().actions()


def of_folder(actions):
    [menu] = [action.menu() for action in actions if action.menu()]
    return menu


def test_a_folder_that_is_told_anew_while_the_menu_is_open_is_still_chosen(button, qtbot):
    menu = of_folder(opened(button))
    button.show_folders((LibraryFolder("/talks"), LibraryFolder("/more")))
    assert [each.menu() for each in button.menu().actions() if each.menu()] == [menu]
    with qtbot.waitSignal(button.remove_requested) as removed:
        menu.actions()[-1].trigger()
    assert removed.args == [Path("/talks")]
    names = [each.text() for each in opened(button)]
    assert names == ["Open folder…", "", "talks", "more"]


def test_menus_of_folders_that_were_told_before_go(button, qtbot):
    gone = of_folder(opened(button))
    with qtbot.waitSignal(gone.destroyed):
        opened(button)


def test_a_paused_folder_is_not_read(button):
    button.show_folders((LibraryFolder("/talks", paused=True),))
    refresh, pause, *_ = of_folder(opened(button)).actions()
    assert (refresh.isEnabled(), pause.isChecked()) == (False, True)

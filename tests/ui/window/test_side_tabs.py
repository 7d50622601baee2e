"""The tabs beside the text: what brings them, what puts them away, and what is remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from viewer.ui.commands.actions import Command
from viewer.ui.window.side_tabs import FOUND, TABS


@pytest.fixture
def side(window, qtbot, desk, talk):
    """The side panel of a window that shows three lines."""
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    return window.text.side


def ticked(window):
    return [spec.name for spec in TABS if window.commands[spec.command].isChecked()]


def test_nothing_is_made_before_it_is_shown(window, side):
    assert side.isHidden()
    assert [side.widget(spec.name) for spec in TABS] == [None] * len(TABS)


@pytest.mark.parametrize("spec", TABS, ids=lambda spec: spec.name)
def test_every_tab_comes_and_goes_by_its_command(window, side, spec):
    window.commands[spec.command].setEnabled(True)
    window.commands[spec.command].trigger()
    assert side.isVisible()
    assert side.widget(spec.name).isVisible()
    assert side.findChild(QTabBar).tabText(TABS.index(spec)) == spec.title
    assert ticked(window) == [spec.name]
    window.commands[spec.command].trigger()
    assert side.isHidden()
    assert ticked(window) == []


def test_places_found_are_listed_gone_to_and_played(window, side):
    window.commands[Command.FOUND_SHOWN].trigger()
    window.text.find_bar.field.setText("e")
    places, finding = side.widget(FOUND), window.finding
    assert places.model().rowCount() == len(finding._found) > 3
    assert places.currentIndex().row() == finding._here == 0
    finding.next()
    assert places.currentIndex().row() == 1
    QTest.keyClick(places, Qt.Key.Key_Down)
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert finding._here == 2
    window.text.find_bar.field.setText("words")
    assert places.model().rowCount() == 1
    QTest.keyClick(places, Qt.Key.Key_Escape)
    assert side.isHidden()
    assert window.text.find_bar.isHidden()
    window.commands[Command.FIND].trigger()
    assert places.isVisible()


def test_a_list_that_is_made_late_knows_what_was_found(window, side):
    window.commands[Command.FIND].trigger()
    window.text.find_bar.field.setText("three")
    window.commands[Command.FOUND_SHOWN].trigger()
    assert side.widget(FOUND).model().rowCount() == 1
    assert side.widget(FOUND).currentIndex().row() == 0


def test_the_button_hides_the_list_and_leaves_the_bar(window, side):
    window.commands[Command.FOUND_SHOWN].trigger()
    side._close.click()
    assert side.isHidden()
    assert not window.text.find_bar.isHidden()
    assert not window.finding.list_wanted


def test_the_panel_goes_with_the_transcript(window, side, desk):
    side.open(FOUND)
    desk.workspace.opening.close()
    assert side.isHidden()
    assert ticked(window) == []

"""The side panel by itself: which tab is in view, and what comes after it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QTextEdit

from tests.ui.pages import heard
from viewer.ui.side.panel import SidePanel, Tab


@pytest.fixture
def panel(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.made = []

    def maker(name):
        def make():
            panel.made.append(name)
            return QTextEdit()

        return make

    for name in ("one", "two", "three"):
        panel.add(Tab(name, name.title(), maker(name)))
    panel.reported = heard(panel.shown_changed)
    panel.set_of_use(True)
    return panel


def test_each_tab_is_made_once_and_when_it_is_first_shown(panel):
    assert panel.made == []
    panel.open("two")
    panel.open("one")
    panel.open("two")
    assert panel.made == ["two", "one"]
    assert panel.reported == ["two", "one", "two"]
    assert panel.widget("two").isVisible()


def test_leaving_a_tab_shows_what_was_there_before(panel):
    panel.open("one")
    panel.open("two")
    panel.leave("one")  # which is not in view
    assert panel.shown == "two"
    panel.leave("two")
    assert panel.shown == "one"
    panel.leave("one")
    assert panel.isHidden()


def test_a_tab_is_turned_to_by_its_handle(panel):
    panel.open("one")
    panel.findChild(QTabBar).setCurrentIndex(2)
    assert panel.shown == "three"


def test_where_it_is_of_no_use_it_is_hidden_and_comes_back(panel):
    panel.open("one")
    panel.set_of_use(False)
    assert panel.isHidden()
    panel.open("two")
    assert panel.isHidden()
    assert panel.made == ["one"]
    panel.set_of_use(True)
    assert panel.shown == "two"
    assert panel.reported == ["one", "", "two"]


def test_a_tab_that_there_is_none_of_is_not_opened(panel):
    panel.open("four")
    assert panel.isHidden()


def test_escape_and_the_button_are_wishes(panel):
    left, closed = heard(panel.left), heard(panel.close_requested)
    panel.open("one")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    panel._close.click()
    assert (left, closed) == (["one"], ["one"])
    panel.shut()
    assert panel.reported[-1] == ""

"""Channels, years, speakers and languages beside the list, and the bars over time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from viewer.library.entry import Entry, Facts
from viewer.library.facets import Kind, count
from viewer.ui.library.facet_panel import FacetPanel

NONE = frozenset()


def entry(number, channel, published):
    facts = Facts(str(number), channel, published)
    return Entry(number, Path("/talks"), f"/talks/{number}.md", facts)


ROWS = [(entry(1, "Farm", "2019-11-03"), 4), (entry(2, "Sky", "2020-02-01"), 1)]


@pytest.fixture
def panel(qtbot):
    made = FacetPanel()
    qtbot.addWidget(made)
    made.resize(220, 500)
    made.show()
    qtbot.waitExposed(made)
    made.changed.connect(lambda chosen: made.show_facets(count(ROWS, chosen)))
    made.show_facets(count(ROWS, NONE))
    return made


def item(panel, text):
    [found] = panel.tree.findItems(text, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    return found


def press_on(panel, text):
    place = panel.tree.visualItemRect(item(panel, text)).center()
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.tree.viewport(), button, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_chooses_and_another_no_longer(panel):
    press_on(panel, "Farm")
    assert panel.chosen == {(Kind.CHANNEL, "Farm")}
    assert item(panel, "Farm").checkState(0) == Qt.CheckState.Checked
    assert item(panel, "2019").text(1) == "1"
    assert panel.clear_button.isVisible()
    press_on(panel, "Farm")
    assert panel.chosen == NONE
    assert not panel.clear_button.isVisible()


def test_enter_chooses_and_stays_at_its_row(panel):
    panel.tree.setCurrentItem(item(panel, "Sky"))
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert panel.chosen == {(Kind.CHANNEL, "Sky")}
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert panel.chosen == NONE


def test_a_heading_chooses_nothing_and_stays_closed(panel):
    press_on(panel, "Channels")
    assert panel.chosen == NONE
    item(panel, "Channels").setExpanded(False)
    press_on(panel, "2019")
    assert not item(panel, "Channels").isExpanded()
    assert panel.chosen == {(Kind.YEAR, "2019")}


def test_a_bar_is_chosen_by_a_click_and_by_keys(panel):
    bars = panel.histogram
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    fourth = next(x for x in range(bars.width()) if bars.bar_at(x) == 3)
    QTest.mouseClick(bars, button, plain, QPoint(fourth + 1, bars.height() // 2))
    assert panel.chosen == {(Kind.MONTH, "2020-02")}
    assert item(panel, "Months").childCount() == 1
    panel.clear_button.click()
    for _ in range(3):
        QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.accessibleDescription() == "2019-11: 4 places, 1 transcript"
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert panel.chosen == {(Kind.MONTH, "2019-11")}


def test_one_time_alone_makes_no_bars(panel):
    panel.show_facets(count(ROWS[:1], NONE))
    assert not panel.histogram.isVisible()

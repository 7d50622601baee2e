import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QToolButton

from viewer.core.transcript import Problem
from viewer.ui.transcript.problems_panel import ProblemsPanel


@pytest.fixture
def panel(qtbot):
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 200)
    panel.set_problems([Problem(12, "<b>Left</b> out."), Problem(40, "It ends too early.")])
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def test_each_problem_has_its_line_and_sentence(panel):
    rows = panel.findChild(QListWidget)
    shown = [rows.item(row).text() for row in range(rows.count())]
    assert shown == ["Line 12: <b>Left</b> out.", "Line 40: It ends too early."]
    assert panel.findChild(QLabel).text() == "Problems in the file: 2"
    panel.set_problems([Problem(3, "It was left out.", "<i>What\nwas said</i>")])
    assert rows.item(0).text() == "Line 3: It was left out.\n<i>What was said</i>"
    panel.set_problems([])
    assert rows.count() == 0


def test_a_click_and_enter_choose(panel):
    rows, chosen = panel.findChild(QListWidget), []
    panel.problem_chosen.connect(chosen.append)
    place = rows.visualItemRect(rows.item(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [40]
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen == [40, 12]


def test_it_asks_to_be_hidden(panel, qtbot):
    with qtbot.waitSignal(panel.close_requested):
        qtbot.mouseClick(panel.findChild(QToolButton), Qt.MouseButton.LeftButton)


def test_where_the_file_has_no_lines_the_place_is_asked_for(panel):
    rows, chosen, lines = panel.findChild(QListWidget), [], []
    panel.place_chosen.connect(chosen.append)
    panel.problem_chosen.connect(lines.append)
    panel.set_problems([Problem(1, "Paragraph 7: It was left out.", segment=5)], has_lines=False)
    assert rows.item(0).text() == "Paragraph 7: It was left out."
    panel.take_keys()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert (chosen, lines) == ([5], [])


def test_it_takes_the_keys_and_escape_leaves_it(panel, qtbot):
    rows = panel.findChild(QListWidget)
    panel.take_keys()
    assert panel.has_keys()
    assert rows.currentRow() == 0
    with qtbot.waitSignal(panel.close_requested):
        QTest.keyClick(rows, Qt.Key.Key_Escape)

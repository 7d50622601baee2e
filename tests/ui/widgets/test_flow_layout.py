import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot):
    """Four buttons of 100 by 20, the second of them hidden."""
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(10, row)
    for name in "abcd":
        button = QPushButton(name)
        button.setFixedSize(100, 20)
        layout.addWidget(button)
    row.findChildren(QPushButton)[1].hide()
    return row


def places(row, width, height=20):
    row.resize(width, height)
    row.layout().setGeometry(row.rect())
    shown = [each for each in row.findChildren(QPushButton) if not each.isHidden()]
    return [(each.text(), each.x(), each.y()) for each in shown]


def test_what_has_no_room_goes_to_the_next_row(row):
    assert places(row, 320) == [("a", 0, 0), ("c", 110, 0), ("d", 220, 0)]
    assert places(row, 230, 50) == [("a", 0, 0), ("c", 110, 0), ("d", 0, 30)]
    assert row.layout().heightForWidth(230) == 50
    assert row.layout().sizeHint().width() == 320


def test_it_stands_in_the_middle_and_reads_from_the_other_side(row):
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(row, 320, 40) == [("a", 220, 10), ("c", 110, 10), ("d", 0, 10)]


def test_what_is_lower_stands_in_the_middle_of_its_row(row):
    row.findChildren(QPushButton)[2].setFixedSize(100, 40)
    assert places(row, 320, 40) == [("a", 0, 10), ("c", 110, 0), ("d", 220, 10)]

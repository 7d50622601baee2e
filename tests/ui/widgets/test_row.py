"""Widgets beside each other."""

from PySide6.QtWidgets import QLineEdit

from viewer.ui.widgets.icon_button import IconButton
from viewer.ui.widgets.row import row_of


def test_all_but_buttons_share_the_width(qtbot):
    one, other, button = QLineEdit(), QLineEdit(), IconButton("close")
    row = row_of((8, 4, 8, 2), one, other, button)
    qtbot.addWidget(row)
    row.resize(400, 60)
    row.show()
    assert abs(one.width() - other.width()) <= 1
    assert button.width() == button.sizeHint().width()
    assert (one.x(), row.width() - button.geometry().right() - 1) == (8, 8)

"""The ring about what Tab has given the keys to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from viewer.ui.widgets.message_bar import MessageBar
from viewer.ui.widgets.tab_ring import TabRing


@pytest.fixture
def row(qtbot):
    """A button, and a text with its ring."""
    row = QWidget()
    qtbot.addWidget(row)
    column = QVBoxLayout(row)
    row.button, row.text = QPushButton(), QPlainTextEdit()
    row.text.setTabChangesFocus(True)
    column.addWidget(row.button)
    column.addWidget(row.text)
    row.ring = TabRing(row.text)
    row.show()
    qtbot.waitExposed(row)
    row.activateWindow()
    row.button.setFocus()
    return row


def test_it_comes_with_tab_and_goes_with_the_keys(row):
    before = row.text.grab().toImage()
    QTest.keyClick(row.button, Qt.Key.Key_Tab)
    assert row.text.hasFocus()
    assert row.ring.isVisible()
    assert row.ring.geometry() == row.text.rect()
    assert row.text.grab().toImage() != before
    row.resize(row.width() + 50, row.height())
    assert row.ring.geometry() == row.text.rect()
    QTest.keyClick(row.text, Qt.Key.Key_Tab)
    assert row.button.hasFocus()
    assert row.ring.isHidden()


def test_who_clicks_sees_none(row):
    QTest.mouseClick(row.text.viewport(), Qt.MouseButton.LeftButton)
    assert row.text.hasFocus()
    assert row.ring.isHidden()


def test_who_clicks_a_message_away_sees_none_and_keeps_the_keys(row):
    row.text.setFocus(Qt.FocusReason.OtherFocusReason)
    bar = MessageBar(row)
    row.layout().insertWidget(0, bar)
    bar.show_message("Another recording.", action_text="Undo", action=lambda: None)
    QTest.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert row.text.hasFocus()
    assert row.ring.isHidden()

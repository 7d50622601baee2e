"""Ctrl+Shift+V in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, press


def test_a_passage_a_time_and_a_choice_by_keys(unheard, qtbot):
    window, player = unheard.window, unheard.player
    QApplication.clipboard().setText("raqa was once the symbol of this group's strength")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: 35_000 < player.position_ms < 43_000, timeout=PATIENCE_MS)
    assert window.text.view.caret.selected_text().startswith("Raqqa was once")
    QApplication.clipboard().setText("2:04")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: player.position_ms >= 124_000, timeout=PATIENCE_MS)
    QApplication.clipboard().setText("Islamic State")
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    menu = window.pasting.menu
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE_MS)
    assert len(menu.actions()) == 3  # what is asked, and both places
    assert QApplication.activePopupWidget() is menu  # which has the keys
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: player.position_ms < 35_000, timeout=PATIENCE_MS)

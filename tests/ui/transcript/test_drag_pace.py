"""How fast the text scrolls for a drag beyond its edge."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from tests.ui.pages import move, prose, shown
from viewer.ui.transcript.drag_pace import lines_a_second

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SECONDS = 0.6


def test_it_grows_with_the_distance_to_a_bound():
    assert lines_a_second(0) == lines_a_second(-5) == 8
    assert 8 < lines_a_second(17) < lines_a_second(50) < 40
    assert lines_a_second(400) == lines_a_second(4_000) == 120


@pytest.mark.parametrize("beyond_px", [5, 50])
@pytest.mark.parametrize("down", [True, False])
def test_a_drag_beyond_the_edge_goes_by_at_a_pace_to_stop_at(qtbot, beyond_px, down):
    view = shown(qtbot, prose(400))
    bar, viewport = view.verticalScrollBar(), view.viewport()
    view.show_place(200)
    begin = bar.value()
    point = QPoint(200, viewport.height() + beyond_px if down else -beyond_px)
    QTest.mousePress(viewport, LEFT, NO_KEYS, QPoint(200, viewport.height() // 2))
    QCursor.setPos(viewport.mapToGlobal(point))
    move(view, point, LEFT)
    since = time.monotonic()
    qtbot.waitUntil(lambda: time.monotonic() - since > SECONDS)
    lines = (bar.value() - begin) * (1 if down else -1)
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, point)
    assert 2 <= lines <= (time.monotonic() - since) * lines_a_second(beyond_px) + 2
    assert view.caret.selects

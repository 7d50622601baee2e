import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScroller

from tests.ui.pages import heard, prose, shown
from viewer.core.transcript import Said


@pytest.fixture(scope="module")
def screen(qapp):
    return QTest.createTouchDevice()


@pytest.fixture
def view(qtbot):
    return shown(qtbot, prose(200))


def touch(screen, view, act, *point):
    sequence = QTest.touchEvent(view.viewport(), screen)
    getattr(sequence, act)(0, *(QPoint(*xy) for xy in point), view.viewport())
    sequence.commit()


def test_a_finger_scrolls_and_neither_selects_nor_chooses(qtbot, screen, view):
    view.light(Said((0,), 0))
    scrolled, chosen = heard(view.reader_scrolled), heard(view.segment_chosen)
    touch(screen, view, "press", (200, 400))
    for y in range(390, 90, -10):
        touch(screen, view, "move", (200, y))
    touch(screen, view, "release", (200, 100))
    qtbot.waitUntil(lambda: len(scrolled) > 0 and not moving(view))
    assert view.place().block > 0
    assert scrolled[-1] is False
    assert chosen == []
    assert view.caret.selected_range() is None


def moving(view):
    return QScroller.scroller(view.viewport()).state() != QScroller.State.Inactive


def test_a_tap_chooses(qtbot, screen, view):
    scrolled, chosen = heard(view.reader_scrolled), heard(view.segment_chosen)
    point = view.segment_rect(1).center().toTuple()
    touch(screen, view, "press", point)
    touch(screen, view, "release", point)
    qtbot.waitUntil(lambda: not moving(view))
    assert (chosen, scrolled) == ([1], [])

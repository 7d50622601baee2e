"""What a person does: the wheel, the mouse, keys; and reading the clipboard."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.ui.pages import NO_KEYS, click, drag, on_time

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
#: How long a hand holds a button of the mouse.
HELD_MS = 80


def turn_wheel(widget, notches):
    """Turn the wheel over the middle of a widget; downwards is negative."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def bring_into_view(view, index):
    """Scroll with the wheel until a line is well inside the view."""
    inside = view.viewport().rect()
    for _ in range(500):
        rect = view.segment_rect(index)
        if inside.contains(rect):
            return
        above = rect.top() < 0 if not rect.isEmpty() else index < view.sheet.first_in_view()
        turn_wheel(view.viewport(), 1 if above else -1)
    raise AssertionError(f"line {index} never came into view")


def click_line(view, index):
    """Click in the words of a line."""
    bring_into_view(view, index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.segment_rect(index).center()
    )


def click_time(view, index):
    """Click on the time of a line."""
    bring_into_view(view, index)
    click(view, on_time(view, index))


def press(key, modifiers=NO_KEYS):
    """Press a key where the focus is, which is what a keyboard does."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def click_slowly(widget, at=None, button=Qt.MouseButton.LeftButton):
    """Click as a hand does, which holds the button down for a moment."""
    spot = widget.rect().center() if at is None else at
    QTest.mousePress(widget, button, NO_KEYS, spot)
    QTest.qWait(HELD_MS)
    if isValid(widget):  # a popup may have gone already
        QTest.mouseRelease(widget, button, NO_KEYS, spot)
    QTest.qWait(HELD_MS)


def select(view, begin, end):
    """Drag from the start of one phrase to the end of another."""
    text = view.toPlainText()
    bring_into_view(view, view.text_map.segment_at(text.index(begin)))
    places = []
    for offset in (text.index(begin), text.index(end) + len(end)):
        cursor = view.textCursor()
        cursor.setPosition(offset)
        places.append(view.cursorRect(cursor).center())
    drag(view, *places)


def clipboard():
    """Return the clipboard's plain text, Markdown and HTML."""
    data = QApplication.clipboard().mimeData()
    return data.text(), bytes(data.data("text/markdown").data()).decode(), data.html()


#: How far apart the two presses of a double click are.
APART_MS = 150


def hold_and_let_go(view, point, modifiers=NO_KEYS):
    """Press the left button, keep it down as people do, and let it go."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, modifiers, point)
    QTest.qWait(HELD_MS)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, modifiers, point)


def double_click_slowly(view, point, apart_ms=APART_MS):
    """Double-click at one spot with a person's timing, whatever stands there by then."""
    hold_and_let_go(view, point)
    QTest.qWait(apart_ms - HELD_MS)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, point)
    QTest.qWait(HELD_MS)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, point)


def spot_of(view, word, index):
    """The middle of a word in a line, where a pointer would go for it."""
    cursor, text = view.textCursor(), view.transcript.segments[index].text
    ends = []
    for offset in (text.index(word), text.index(word) + len(word)):
        cursor.setPosition(view.sheet.shown.position_of(index, offset))
        ends.append(view.cursorRect(cursor).center())
    assert ends[0].y() == ends[1].y()
    return (ends[0] + ends[1]) / 2


#: Into how many steps a hand's way is cut, and how long each takes.
STEPS, STEP_MS = 12, 25


def drag_slowly(view, begin, end, midway=lambda: None):
    """Drag with a person's timing; half of the way `midway` is called, with the button down."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, begin)
    QTest.qWait(HELD_MS)
    for step in range(1, STEPS + 1):
        QTest.mouseMove(view.viewport(), begin + (end - begin) * (step / STEPS))
        QTest.qWait(STEP_MS)
        if step == STEPS // 2:
            midway()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, end)

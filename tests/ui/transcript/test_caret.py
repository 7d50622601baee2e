"""What a double click selects, and presses that end without a release."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages import (
    LEFT,
    NO_KEYS,
    click,
    double_click,
    heard,
    move,
    on_words,
    prose,
    shown,
    timed,
)

LINE = "😀 The group's self-declared “caliphate”, 3.5 of 川の歴史 here."


def spot(view, offset, index=0, share=0.5):
    """A point on a character, given in UTF-16 units, this share of its width from its left."""
    cursor = view.textCursor()
    block = view.document().findBlockByNumber(index)
    cursor.setPosition(block.position() + offset)
    left = view.cursorRect(cursor)
    cursor.setPosition(block.position() + offset + 1)
    right = view.cursorRect(cursor)
    return QPoint(round(left.left() + (right.left() - left.left()) * share), left.center().y())


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("The", "The"),
        ("s self", "group's"),
        ("'s", "group's"),
        ("declared", "self-declared"),
        ("e”", "caliphate"),
        (".5", "3.5"),
        ("史", "歴史"),
        ("re.", "here"),
    ],
)
@pytest.mark.parametrize("share", [0.2, 0.8])
def test_a_double_click_selects_the_word_of_the_character_under_the_pointer(
    qtbot, part, word, share
):
    view = shown(qtbot, timed(LINE, LINE))
    units = LINE.index(part) + 1  # the face takes two
    double_click(view, spot(view, units, 1, share))
    assert view.caret.selected_text() == word


def test_on_a_space_it_is_the_word_before_and_in_an_empty_line_nothing(qtbot):
    view = shown(qtbot, timed("One two", ""))
    double_click(view, spot(view, 3))
    assert view.caret.selected_text() == "One"
    double_click(view, on_words(view, 1))
    assert view.caret.selected_range() is None


def test_a_double_click_in_a_line_half_in_view_does_not_scroll(qtbot):
    view = shown(qtbot, prose(50))
    view.scrolling.by(31)
    place = view.place()
    for y in (2, view.viewport().height() - 2):
        double_click(view, QPoint(200, y))
        assert view.caret.selected_text()
        assert view.place() == place


def test_a_press_whose_release_never_came_is_forgotten(monkeypatch, qtbot):
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    view = shown(qtbot, timed(LINE, LINE))
    chosen, settled = heard(view.segment_chosen), heard(view.settled)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, 0))
    qtbot.waitUntil(lambda: not view.mouse.doubling.isActive())
    assert (view.mouse.held, settled) == (True, [])
    move(view, on_words(view, 1))
    assert (view.mouse.held, settled, chosen) == (False, [()], [])


def test_a_selection_that_was_dragged_away_holds_nothing(monkeypatch, qtbot):
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    view = shown(qtbot, timed(LINE, LINE))
    view.select(0, len(LINE))
    settled = heard(view.settled)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, 0))
    qtbot.waitUntil(lambda: not view.mouse.doubling.isActive())
    moved, kind = QPointF(on_words(view, 0)) + QPointF(60, 0), QMouseEvent.Type.MouseMove
    glob = view.viewport().mapToGlobal(moved)
    event = QMouseEvent(kind, moved, glob, Qt.MouseButton.NoButton, LEFT, NO_KEYS)
    QApplication.sendEvent(view.viewport(), event)  # offscreen a drag is over at once
    assert (view.mouse.held, settled) == (False, [()])
    assert view.caret.selected_text() == LINE


def second_press(view, point):
    """The second press of a double click alone, without the release that QTest sends along."""
    local, kind = QPointF(point), QMouseEvent.Type.MouseButtonDblClick
    glob = view.viewport().mapToGlobal(local)
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, local, glob, LEFT, LEFT, NO_KEYS))


def test_a_drag_by_words_holds_the_text_until_its_release(monkeypatch, qtbot):
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    view = shown(qtbot, timed(LINE, LINE))
    click(view, on_words(view, 0))
    grasped = heard(view.grasped)
    second_press(view, on_words(view, 0))
    qtbot.waitUntil(lambda: not view.mouse.doubling.isActive())
    settled = heard(view.settled)
    assert (view.mouse.held, grasped, settled) == (True, [()], [])
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, on_words(view, 1))
    assert (view.mouse.held, settled) == (False, [()])


def test_a_text_that_is_hidden_is_held_no_longer(qtbot):
    view = shown(qtbot, timed(LINE, LINE))
    chosen, settled = heard(view.segment_chosen), heard(view.settled)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, on_words(view, 0))
    view.hide()
    assert (view.mouse.held, settled, chosen) == (False, [()], [])

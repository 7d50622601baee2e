"""Words, and what is selected of them, as they are drawn."""

import pytest
from PySide6.QtGui import QTextCursor

from tests.ui.pages import HEBREW, LONG, alike, heard, on_words, shown, timed
from viewer.core.transcript import Said
from viewer.ui.theme.palette import mix

WRAPPED = (HEBREW + " ") * 3


def select(view, begin, end):
    cursor = QTextCursor(view.document())
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def selected_at(view, y):
    """How far to the left and to the right the selection reaches at a height."""
    image = view.viewport().grab().toImage()
    ground = mix(
        view.painting.colours.page,
        view.painting.colours.selected,
        view.painting.colours.selected.alphaF(),
    )
    inside = [x for x in range(image.width()) if alike(image.pixelColor(x, y), ground)]
    return min(inside), max(inside)


@pytest.mark.parametrize("text", [WRAPPED, LONG * 3], ids=["from the right", "from the left"])
def test_a_selection_over_lines_ends_with_their_words_on_either_side(qtbot, text):
    view = shown(qtbot, timed(text, text))
    select(view, 10, len(text) + 30)
    layout, top = view.document().firstBlock().layout(), next(view.sheet.rows()).top
    for row in range(1, layout.lineCount()):
        words = layout.lineAt(row).naturalTextRect()
        left, right = selected_at(view, round(top + words.top()) + 2)
        assert left >= words.left() - 1
        assert right <= words.right() + 1
        assert right - left > words.width() * 0.6


def test_a_lit_line_is_seen_through_a_selection(qtbot):
    view = shown(qtbot, timed("One line.", "Another line."))
    view.light(Said((1,), 1))
    view.selectAll()
    image, colours = view.viewport().grab().toImage(), view.painting.colours
    line = view.document().lastBlock().layout().lineAt(0)
    spot = on_words(view, 1)
    spot.setX(round(line.x()))
    spot.setY(view.segment_rect(1).top() + round(line.y()) + 2)
    assert alike(
        image.pixelColor(spot), mix(colours.band, colours.selected, colours.selected.alphaF())
    )


def test_the_caret_is_drawn_where_it_stands(qtbot):
    view = shown(qtbot, timed("One line.", HEBREW))
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    reported = heard(view.caret_browsing_changed)
    for index in (0, 1):
        view.caret.place(index)
        view.caret.set_browsing(False)
        without = view.viewport().grab().toImage()
        view.caret.set_browsing(True)
        image, rect = view.viewport().grab().toImage(), view.cursorRect()
        changed = [
            x
            for x in range(image.width())
            if image.pixel(x, rect.center().y()) != without.pixel(x, rect.center().y())
        ]
        assert changed
        assert all(abs(x - rect.center().x()) <= 2 for x in changed)
    assert reported == [True, False, True]

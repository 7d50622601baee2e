"""The room between two lines belongs half to each, for whatever the mouse does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.pages import MIXED, prose, shown, timed
from viewer.core.value import value
from viewer.ui.transcript.between_lines import on_a_line

FROM, TO = 60, 190
BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture(params=[prose(4), timed(*MIXED * 3)])
def view(request, qtbot):
    """A text that is wrapped."""
    return shown(qtbot, request.param, width=420)


@pytest.mark.parametrize("scrolled", [0, 17])
def test_a_drag_at_any_height_selects_of_the_line_that_is_nearest(view, scrolled):
    view.scrolling.by(scrolled)
    bands = list(lines(view))
    heights = range(round(bands[0].top) + 1, round(bands[-1].bottom) - 1)
    for y in heights:
        nearest = min(each.distance(y) for each in bands)
        # Where two are as near, the line is that of the row, which ends between two baselines.
        near = [each for each in bands if each.distance(y) <= nearest + 3]
        if all(each.wide for each in near):
            begin, end = dragged(view, y)
            assert any(each.first <= begin < end <= each.last for each in near), y


def test_a_double_click_between_lines_takes_the_word_at_that_place(view):
    for each in (each for each in lines(view) if each.wide):
        on, below = (word_at(view, y) for y in (round(each.middle), round(each.bottom) + 1))
        assert on == below


def test_what_is_outside_the_rows_stays_where_it_is(view):
    above, below = QPointF(FROM, -40), QPointF(FROM, view.viewport().height() + 40)
    assert on_a_line(view.sheet, above) == above
    assert on_a_line(view.sheet, below) == below


@value
class Band:
    """Between what heights a line's letters stand, and which they are."""

    top: float
    bottom: float
    first: int
    last: int
    wide: bool

    @property
    def middle(self):
        return (self.top + self.bottom) / 2

    def distance(self, y):
        return max(self.top - y, y - self.bottom, 0)


def lines(view):
    """Yield the lines that are wholly in view."""
    for row in view.sheet.rows():
        layout, begin = row.block.layout(), row.block.position()
        for line in map(layout.lineAt, range(layout.lineCount())):
            top, first = row.top + line.y(), begin + line.textStart()
            bottom, last = top + line.height(), first + line.textLength()
            if top >= 2 and bottom + 2 <= view.viewport().height():
                yield Band(top, bottom, first, last, line.naturalTextWidth() > TO)


def dragged(view, y):
    """Drag along a height, and return from where to where is selected then."""
    left, port = view.sheet.column.text_left, view.viewport()
    view.caret.clear_selection()
    QTest.mousePress(port, BUTTON, pos=QPoint(left + FROM, y))
    for x in range(FROM, TO + 1, 26):
        QTest.mouseMove(port, QPoint(left + x, y))
    QTest.mouseRelease(port, BUTTON, pos=QPoint(left + TO, y))
    cursor = view.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def word_at(view, y):
    spot = QPoint(view.sheet.column.text_left + 100, y)
    QTest.mouseClick(view.viewport(), BUTTON, pos=spot)
    QTest.mouseDClick(view.viewport(), BUTTON, pos=spot)
    cursor = view.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()

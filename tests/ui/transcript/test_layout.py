from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF, QTextCursor

from tests.ui.pages import EMOJI, HEBREW, LONG, MIXED, alike, prose, shown, timed
from viewer.ui.theme.palette import mix


def visual_lines(view):
    """Each line in view: its block, the line, and the top of it in the viewport."""
    for row in view.sheet.rows():
        layout = row.block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = row.top + line.y()
            if top >= 0 and top + line.height() <= view.viewport().height():
                yield row.block, line, top


def rows_of_colour(view, colour):
    """The rows of pixels in which a colour is seen in the column of words."""
    image = view.viewport().grab().toImage()
    left, width = view.sheet.column.text_left, view.sheet.column.text_width
    return [
        y
        for y in range(image.height())
        if any(alike(image.pixelColor(x, y), colour) for x in range(left, left + width))
    ]


@pytest.mark.parametrize("scrolled", [0, 1, 17, 40, 95])
def test_every_line_in_view_is_hit_where_it_is_painted(qtbot, scrolled):
    view = shown(qtbot, timed(*MIXED * 3), width=420)
    view.scrolling.by(scrolled)
    found = list(visual_lines(view))
    assert len(found) > 8
    for block, line, top in found:
        begin = block.position() + line.textStart()
        for y in (top + 1, top + line.height() / 2, top + line.height() - 1):
            hit = view.cursorForPosition(
                QPoint(view.sheet.column.text_left + 30, round(y))
            ).position()
            assert begin <= hit <= begin + line.textLength()
        assert abs(view.cursorRect(cursor_at(view, begin)).top() - top) <= 1


@pytest.mark.parametrize("scrolled", [0, 23])
def test_a_selected_line_is_painted_where_it_is_hit(qtbot, scrolled):
    view = shown(qtbot, timed(*MIXED), width=420)
    view.scrolling.by(scrolled)
    view.grab()  # the colours are the palette's from the first painting on
    colours = view.painting.colours
    colour = mix(colours.page, colours.selected, colours.selected.alphaF())
    for block, line, top in list(visual_lines(view)):
        if line.textLength() == 0:
            continue
        begin = block.position() + line.textStart()
        view.setTextCursor(cursor_at(view, begin, begin + line.textLength()))
        painted = rows_of_colour(view, colour)
        assert abs(painted[0] - top) <= 1
        assert abs(painted[-1] + 1 - top - line.height()) <= 1


def cursor_at(view, anchor, position=None):
    cursor = QTextCursor(view.document())
    cursor.setPosition(anchor)
    if position is not None:
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def baselines(view):
    return [round(top + line.ascent()) for _, line, top in visual_lines(view)]


def test_lines_of_all_scripts_stand_on_the_same_grid(qtbot):
    view = shown(qtbot, timed(LONG, EMOJI, HEBREW, LONG), width=420)
    leading = view.sheet.layout.leading
    gaps = {b - a for a, b in pairwise(baselines(view))}
    assert gaps == {leading.step, leading.step + leading.gap}


def test_lines_are_one_and_a_half_letters_apart_and_segments_half_a_line_more(qtbot):
    view = shown(qtbot, prose(5))
    leading = view.sheet.layout.leading
    assert leading.step == pytest.approx(1.5 * view.fontInfo().pixelSize(), abs=1)
    assert leading.gap == pytest.approx(leading.step / 2, abs=1)
    assert leading.step >= QFontMetricsF(view.font()).height()


def test_a_segment_without_text_is_a_line_of_its_own(qtbot):
    view = shown(qtbot, timed("One.", "", "Two."))
    assert [view.segment_rect(i).height() for i in range(3)] == [view.segment_rect(0).height()] * 3


def test_right_to_left_lines_begin_at_the_right_edge(qtbot):
    view = shown(qtbot, timed(HEBREW, "שלום.", LONG))
    column = view.sheet.column
    for index in (0, 1):
        line = view.document().findBlockByNumber(index).layout().lineAt(0)
        assert line.naturalTextRect().right() == pytest.approx(
            column.text_left + column.text_width, abs=2
        )
    line = view.document().findBlockByNumber(2).layout().lineAt(0)
    assert line.naturalTextRect().left() == column.text_left


def test_chinese_and_japanese_wrap_within_the_column(qtbot):
    view = shown(qtbot, timed("川は雨から始まり、山を下ります。" * 9), width=420)
    layout = view.document().firstBlock().layout()
    assert layout.lineCount() > 3
    widths = [layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())]
    assert max(widths) <= view.sheet.column.text_width


def test_only_what_is_shown_is_laid_out(qtbot):
    view = shown(qtbot, prose(20_000))

    def laid_out():
        block, count = view.document().firstBlock(), 0
        while block.isValid():
            count += bool(block.layout().lineCount())
            block = block.next()
        return count

    assert 0 < laid_out() < 200
    view.resize(500, 480)
    assert laid_out() < 200


def test_only_beside_a_word_that_nobody_reads_lines_break_anywhere(qtbot):
    view = shown(qtbot, timed("short " + "x" * 2_000, "short " + "y" * 300, LONG * 20))
    block = view.document().firstBlock()
    firsts = []
    while block.isValid():
        view.sheet.layout.blockBoundingRect(block)
        line = block.layout().lineAt(0)
        firsts.append(block.text()[: line.textLength()])
        block = block.next()
    assert "x" in firsts[0]
    assert firsts[1] == "short "
    assert firsts[2].endswith(" ")

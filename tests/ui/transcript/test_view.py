from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QPalette, QRegion, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.pages import EMOJI, HEBREW, LONG, MIXED, prose, shown, timed, untimed
from viewer.core.segment import Segment
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said, Transcript
from viewer.ui.theme.palette import own_palette
from viewer.ui.transcript.colours import TranscriptColours
from viewer.ui.transcript.scrolling import Place


def select(view, begin, end):
    cursor = QTextCursor(view.document())
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def colour_in(view, index, x):
    """The name of the colour at a distance from the left end of a segment's band."""
    rect = view.segment_rect(index)
    image = view.viewport().grab().toImage()
    return image.pixelColor(rect.left() + x, rect.center().y()).name()


def test_each_segment_is_a_block_and_its_number_is_the_index(qtbot):
    view = shown(qtbot, timed(*MIXED))
    blocks = [view.document().findBlockByNumber(i).text() for i in range(len(MIXED))]
    assert blocks == list(MIXED)
    assert view.document().blockCount() == len(MIXED)
    assert view.text_map.text == "\n".join(MIXED)


def test_characters_that_qt_takes_for_breaks_do_not_shift_the_lines(qtbot):
    texts = ("a\rb", "c\u2029d", "e\nf", "g\ufdd0h", "last")
    view = shown(qtbot, timed(*texts))
    assert view.document().blockCount() == len(texts)
    select(view, *view.text_map.range_of(4))
    assert view.caret.selected_text() == "last"


def test_ranges_count_characters_although_qt_counts_units(qtbot):
    view = shown(qtbot, timed(EMOJI, EMOJI, "plain"))
    begin = view.document().findBlockByNumber(2).position()
    select(view, begin, begin + 5)
    assert view.caret.selected_range() == view.text_map.range_of(2)
    assert view.caret.selected_text() == "plain"
    view.caret.place(1)
    assert view.caret.segment() == 1


def test_without_a_selection_there_is_no_range_and_no_prose(qtbot):
    view = shown(qtbot, timed(*MIXED))
    assert (view.caret.selected_range(), view.caret.selected_text()) == (None, "")


def test_copying_and_dragging_give_turns_without_times(qtbot):
    view = shown(qtbot, timed("One,", "", "two.", "Three", speakers=["A", "B", "B", "A"]))
    view.selectAll()
    view.copy()
    assert (
        QApplication.clipboard().text()
        == view.caret.selected_text()
        == "A: One,\nB: two.\nA: Three"
    )
    assert not view.createMimeDataFromSelection().hasHtml()


def test_placing_the_caret_does_not_scroll(qtbot):
    view = shown(qtbot, prose(100))
    view.scrolling.by(33)
    place = view.place()
    view.caret.place(90)
    assert view.place() == place
    assert view.caret.segment() == 90


def test_another_transcript_starts_at_its_top_with_nothing_lit(qtbot):
    view = shown(qtbot, prose(100))
    view.light(Said((50,), 50))
    view.lit.scroll_to(animate=True)
    view.show_transcript(timed(*MIXED))
    assert not view.scrolling.gliding
    assert view.segment_rect(0).top() == view.document().documentMargin()
    assert not view.lit.visible()


def test_another_reading_keeps_the_time_at_the_top_and_at_the_caret(qtbot):
    view = shown(qtbot, prose(100))
    view.caret.place(60)
    view.scrolling.go(Place(40, 7))
    halves = prose(200).segments
    halves = tuple(
        replace(s, start_ms=i * 2500, end_ms=i * 2500 + 2500) for i, s in enumerate(halves)
    )
    other = Transcript(halves)
    view.exchange_transcript(other, TextMap.lines(halves))
    assert view.place() == Place(80, 7)
    assert view.caret.segment() == 120
    view.scrolling.go(Place(0, 0))
    top = view.place()
    view.exchange_transcript(prose(100), TextMap.lines(prose(100).segments))
    assert view.place() == top


def test_nothing_is_shown_after_clearing(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.light(Said((1,), 1))
    view.clear()
    assert view.caret.segment() is None
    assert view.segment_rect(0).isEmpty() or view.toPlainText() == ""
    view.lit.scroll_to(animate=True)
    view.grab()


@pytest.mark.parametrize("dark", [False, True])
def test_the_lit_line_has_a_bar_and_a_band_and_the_gap_a_dim_bar_only(qtbot, dark):
    view = shown(qtbot, timed(*MIXED), dark=dark)
    colours = TranscriptColours.of(own_palette(dark=dark))
    view.light(Said((1,), 1))
    assert colour_in(view, 1, 1) == colours.bar.name()
    assert colour_in(view, 1, 8) == colours.band.name()
    view.light(Said((), 1))
    assert colour_in(view, 1, 1) == colours.dim_bar.name()
    assert colour_in(view, 1, 8) == colours.page.name()
    view.light(Said((2,), 2))
    assert colour_in(view, 1, 1) == colours.page.name()
    assert colour_in(view, 2, 8) == colours.band.name()


def test_of_overlapping_lines_all_have_the_band_and_the_followed_one_the_bar(qtbot):
    view = shown(qtbot, timed(*MIXED))
    colours = TranscriptColours.of(own_palette(dark=False))
    view.light(Said((0, 1), 1))
    assert colour_in(view, 0, 8) == colour_in(view, 1, 8) == colours.band.name()
    assert colour_in(view, 0, 1) == colours.band.name()
    assert colour_in(view, 1, 1) == colours.bar.name()


def test_the_band_follows_another_palette(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.light(Said((1,), 1))
    view.setPalette(own_palette(dark=True))
    assert colour_in(view, 1, 8) == TranscriptColours.of(own_palette(dark=True)).band.name()


class Painted(QObject):
    """Collects what a widget is asked to paint."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_lighting_repaints_the_lines_that_change_and_no_more(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.light(Said((0,), 0))
    painted = Painted(view.viewport())
    view.viewport().update()
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    painted.region = QRegion()
    view.light(Said((0,), 0))
    view.light(Said((3,), 3))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    first, second = view.segment_rect(0), view.segment_rect(3)
    assert painted.region.contains(first.center())
    assert painted.region.contains(second.center())
    assert (painted.region - QRegion(first) - QRegion(second)).isEmpty()


def test_lit_lines_are_in_view_or_not(qtbot):
    view = shown(qtbot, prose(100))
    view.light(Said((40,), 40))
    assert not view.lit.visible()
    view.lit.scroll_to(animate=False)
    assert view.lit.visible()
    assert view.lit.in_middle_half()
    view.scrolling.by(view.segment_rect(40).top() - 5)
    assert view.lit.visible()
    assert not view.lit.in_middle_half()
    view.scrolling.by(view.segment_rect(40).bottom() - 5)
    assert not view.lit.visible()


def test_a_line_that_is_not_there_cannot_be_lit(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.light(Said((99,), 99))
    view.lit.scroll_to(animate=True)
    view.grab()
    assert not view.lit.visible()
    assert not view.lit.in_middle_half()


def test_a_segment_taller_than_the_view_shows_its_beginning(qtbot):
    view = shown(qtbot, timed("a", "b", LONG * 40, "c"))
    view.light(Said((2,), 2))
    view.lit.scroll_to(animate=False)
    assert view.segment_rect(2).top() == 0
    assert view.lit.visible()


def test_a_speaker_stands_above_each_turn_in_room_of_its_own(qtbot):
    view = shown(qtbot, timed("1", "2", "3", "4", speakers=["Ann", "Ann", "Bob", "Ann"]))
    rects = [view.segment_rect(i) for i in range(4)]
    room = [b.top() - a.bottom() - 1 for a, b in pairwise(rects)]
    head = view.sheet.layout.leading.head
    assert room == [0, head, head]
    colours = TranscriptColours.of(view.palette())
    image = view.viewport().grab().toImage()
    left = view.sheet.column.text_left
    ink = [
        image.pixelColor(x, y) != colours.page
        for y in range(rects[1].bottom() + 1, rects[2].top())
        for x in range(left, left + 60)
    ]
    assert any(ink)


def test_what_nobody_is_known_to_say_stands_not_below_the_name_before(qtbot):
    names = ["Ann", None, None, "Ann", None]
    view = shown(qtbot, timed("A", "river.", "Hm.", "Yes.", "No.", speakers=names))
    headed = [index for index in range(5) if view.sheet.layout.head_of(index)]
    assert headed == [0, 2, 3, 4]
    assert view.sheet.gutter.spoken(1) == "Ann, 0:05"
    assert view.sheet.gutter.spoken(2) == "0:10"


def test_a_name_stands_nearer_to_its_own_text_than_to_the_text_before(qtbot):
    view = shown(qtbot, timed("1", "2", speakers=["Ann", "Bob"]))
    above, below = view.segment_rect(0), view.segment_rect(1)
    image, left = view.viewport().grab().toImage(), view.sheet.column.text_left
    inked = [
        y
        for y in range(above.bottom() + 1, below.top() + 2)
        if any(image.pixelColor(x, y) != view.painting.colours.page for x in range(left, left + 40))
    ]
    assert below.top() - inked[-1] < (inked[0] - above.bottom()) / 2


def test_there_is_no_gutter_without_times_or_when_they_are_hidden(qtbot):
    with_times = shown(qtbot, timed(*MIXED))
    without = shown(qtbot, untimed(*MIXED))
    assert with_times.sheet.gutter.width > 0
    assert without.sheet.gutter.width == 0
    with_times.set_times_visible(False)
    assert with_times.sheet.gutter.width == 0
    assert with_times.sheet.column == without.sheet.column
    with_times.set_times_visible(True)
    assert with_times.sheet.gutter.width > 0


def test_times_end_in_one_line_on_the_baseline_of_their_words(qtbot):
    view = shown(qtbot, Transcript((Segment(0, 1, "x"), Segment(3_723_000, 3_724_000, "x"))))
    image = view.viewport().grab().toImage()
    page = TranscriptColours.of(view.palette()).page
    ends = []
    for index in (0, 1):
        rect = view.segment_rect(index)
        rows, columns = range(rect.top(), rect.bottom()), range(rect.left(), rect.right())
        ink = [(x, y) for y in rows for x in columns if image.pixelColor(x, y) != page]
        times = [point for point in ink if point[0] <= view.sheet.column.time_right]
        words = [point for point in ink if point[0] >= view.sheet.column.text_left]
        ends.append(max(x for x, _ in times))
        assert abs(max(y for _, y in times) - max(y for _, y in words)) <= 1
    assert abs(ends[0] - ends[1]) <= 2
    assert max(ends) <= view.sheet.column.time_right


def test_twenty_thousand_lines_are_asked_for_a_page_at_a_time(qtbot):
    view = shown(qtbot, prose(20_000))
    asked = []
    original = view.sheet.layout._break
    view.sheet.layout._break = lambda block, layout: asked.append(block) or original(block, layout)
    for index in (15_000, 200, 19_999, 0):
        view.light(Said((index,), index))
        view.lit.scroll_to(animate=True)
        view.grab()
    assert len(asked) < 400


def test_the_page_has_a_name_for_screen_readers(qtbot):
    view = shown(qtbot, timed(HEBREW))
    assert view.accessibleName() == "Transcript"
    assert view.isReadOnly()


def test_screen_readers_hear_time_and_speaker_as_the_caret_moves(qtbot, monkeypatch):
    reported = []
    tell = QAccessible.updateAccessibility
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (reported.append(event.message()), tell(event)),
    )
    view = shown(qtbot, timed("One.", "Two.", "Three.", speakers=["Ann", None, "Ben"]))
    assert view.accessibleDescription() == "Ann, 0:00"
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert reported == ["0:05", "Ben, 0:10"]
    assert (
        QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
        == reported[-1]
    )
    view.show_transcript(untimed("One."))
    assert view.accessibleDescription() == ""


def test_the_systems_own_palettes_do_as_well(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.setPalette(QPalette(Qt.GlobalColor.darkGray))
    view.light(Said((1,), 1))
    colours = TranscriptColours.of(view.palette())
    assert colour_in(view, 1, 8) == colours.band.name()

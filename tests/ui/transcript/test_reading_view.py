"""The transcript in paragraphs: everything works on the segment, wherever it stands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.ui.pages import HEBREW, click, drag, heard, move, pointed, shown, timed
from viewer.core.find import Hit
from viewer.core.reading import paragraphs
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said
from viewer.session.document import Document, Version
from viewer.session.jobs import Jobs
from viewer.ui.transcript import reading_view
from viewer.ui.transcript.ink import extents
from viewer.ui.transcript.reading_view import ReadingView
from viewer.ui.transcript.scrolling import Place

TALK = timed(
    "Did you see the river",
    "when it rose over the old",
    "bridge? It was the highest",
    "anybody can remember.",
    "No, I was away",
    "in Haifa that week.",
    speakers=["Ann"] * 4 + ["Ben"] * 2,
)
LONG = timed(*(f"Line {i} goes on and on until it ends." for i in range(300)))


def in_paragraphs(qtbot, transcript, **size):
    view = shown(qtbot, transcript, **size)
    view.exchange_transcript(transcript, paragraphs(transcript))
    return view


def spot_of(view, index, offset=2):
    """A point on a letter of a segment."""
    cursor = view.textCursor()
    cursor.setPosition(view.sheet.shown.position_of(index, offset))
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def document(transcript, name="talk.srt"):
    return Document(Version(Path(name)), transcript)


def test_a_turn_is_a_paragraph_with_its_time(qtbot):
    view = in_paragraphs(qtbot, TALK)
    assert view.toPlainText().split("\n") == [
        "Did you see the river when it rose over the old bridge? "
        "It was the highest anybody can remember.",
        "No, I was away in Haifa that week.",
    ]
    assert [row.segments for row in view.sheet.rows()] == [range(4), range(4, 6)]
    assert all(view.sheet.layout.head_of(number) for number in range(2))


def test_a_click_plays_from_the_segment_under_the_pointer(qtbot):
    view = in_paragraphs(qtbot, TALK)
    chosen = heard(view.segment_chosen)
    for index in (1, 2, 5, 0):
        qtbot.waitUntil(lambda: not view.mouse.held)
        click(view, spot_of(view, index))
    assert chosen == [1, 2, 5, 0]


def test_a_click_on_the_time_plays_from_the_beginning_of_the_paragraph(qtbot):
    view = in_paragraphs(qtbot, TALK)
    chosen = heard(view.segment_chosen)
    time = QPoint(view.sheet.column.time_left + 4, spot_of(view, 5).y())
    click(view, time)
    assert chosen == [4]


def test_the_pointer_shows_the_segment_that_a_click_plays(qtbot):
    view = in_paragraphs(qtbot, TALK)
    move(view, spot_of(view, 2))
    assert pointed(view) == 2
    move(view, spot_of(view, 1))
    assert pointed(view) == 1


def test_the_lit_segment_is_lit_inside_its_paragraph_alone(qtbot):
    view = in_paragraphs(qtbot, TALK)
    before = view.grab().toImage()
    view.light(Said((1,), 1))
    after = view.grab().toImage()
    inside, outside = spot_of(view, 1, 0), spot_of(view, 0, 0)
    inside.setY(inside.y() - 9)
    outside.setY(outside.y() - 9)
    assert before.pixelColor(inside) != after.pixelColor(inside)
    assert before.pixelColor(outside) == after.pixelColor(outside)
    assert view.lit.visible()
    assert QRect(view.segment_rect(1)).contains(spot_of(view, 1))


def test_what_is_lit_is_one_stretch_also_where_two_directions_meet(qtbot):
    view = in_paragraphs(qtbot, timed(HEBREW, HEBREW), width=1200)
    part = view.sheet.shown.part_of(0)
    stretches = list(extents(view.document().firstBlock().layout(), *part))
    lines = {line.lineNumber() for line, _, _ in stretches}
    assert len(stretches) == len(lines)


def test_what_is_said_is_brought_to_where_the_eye_rests(qtbot):
    view = in_paragraphs(qtbot, LONG)
    for index in (40, 41, 160, 12):
        view.light(Said((index,), index))
        view.lit.scroll_to(animate=False)
        assert view.lit.in_middle_half()
        assert view.lit.whole()


def test_nothing_but_its_own_lines_is_painted_anew_for_a_segment(qtbot):
    view = in_paragraphs(qtbot, LONG)
    view.light(Said((4,), 4))
    step = view.sheet.layout.leading.step
    assert view.segment_rect(4).height() <= 2 * step + 1


def test_a_selection_over_segments_is_copied_and_reported_as_one(qtbot):
    view = in_paragraphs(qtbot, TALK)
    drag(view, spot_of(view, 1, 0) - QPoint(3, 0), spot_of(view, 2, 7) - QPoint(3, 0))
    assert view.caret.selected_text() == "when it rose over the old bridge?"
    begin, end = view.caret.selected_range()
    assert [piece.index for piece in view.text_map.pieces(begin, end)] == [1, 2]


def test_what_is_found_over_a_break_is_selected(qtbot):
    view = in_paragraphs(qtbot, TALK)
    view.show_hit(Hit(1, 2, 18, 6))
    assert view.caret.selected_text() == "the old bridge"


@pytest.mark.parametrize("lit", [None, 150])
def test_turning_lines_into_paragraphs_and_back_keeps_the_place(qtbot, lit):
    view = shown(qtbot, LONG)
    if lit:
        view.light(Said((lit,), lit))
        view.lit.scroll_to(animate=False)
    else:
        view.scrolling.go(view.sheet.place_of(150))
        view.scrolling.by(9)
    place = view.place()
    y = view.segment_rect(150).top()
    view.exchange_transcript(LONG, paragraphs(LONG))
    assert abs(view.segment_rect(150).top() - y) <= view.sheet.layout.leading.step
    assert (view.lit.said.followed, bool(lit)) == (lit, view.lit.visible())
    view.exchange_transcript(LONG, view.text_map.lines(LONG.segments))
    assert view.place() == place


def test_selection_and_caret_stay_at_their_letters(qtbot):
    view = shown(qtbot, TALK)
    view.show_hit(Hit(2, 3, 8, 4))
    words = view.caret.selected_text()
    view.exchange_transcript(TALK, paragraphs(TALK))
    assert view.caret.selected_text() == words
    view.caret.clear_selection()
    assert view.caret.segment() == 3


def test_the_caret_moves_by_paragraphs_and_tells_its_segment(qtbot):
    view = in_paragraphs(qtbot, TALK)
    view.caret.set_browsing(True)
    view.caret.place(1)
    assert view.caret.segment() == 1
    assert view.accessibleDescription() == "Ann, 0:05"


def test_a_transcript_says_how_it_is_read_until_the_reader_does(qtbot):
    view = shown(qtbot, timed())
    reading = ReadingView(view)
    reported = heard(reading.prose_changed)
    chopped = document(timed("One and", "two and", "three."))
    whole = document(timed("One.", "Two.", "Three."))
    reading.show(chopped)
    reading.show(whole)
    assert view.toPlainText() == "One.\nTwo.\nThree."
    reading.switch(prose=True)
    assert view.toPlainText() == "One. Two. Three."
    reading.switch(prose=False)
    reading.show(chopped)
    assert view.toPlainText() == "One and\ntwo and\nthree."
    reading.show(None)
    assert reported == [True, False, True, False, False]


def test_many_paragraphs_are_made_elsewhere(qtbot, monkeypatch):
    monkeypatch.setattr(reading_view, "LARGE", 2)
    view = shown(qtbot, timed())
    waiting = []
    reading = ReadingView(view, Jobs(view, start=waiting.append))
    reading.wanted = True
    reading.show(document(TALK))
    assert view.text_map.block_count == 6
    waiting.pop()()
    qtbot.waitUntil(lambda: view.text_map.block_count == 2)
    reading.switch(prose=False)
    reading.switch(prose=True)
    assert view.text_map.block_count == 2
    assert view.transcript is TALK


def test_nobody_is_told_of_a_text_that_is_half_exchanged(qtbot):
    view = shown(qtbot, LONG)
    whole = []
    view.shown_changed.connect(lambda: whole.append(view.blockCount() == view.text_map.block_count))
    for _ in range(2):
        view.scrolling.go(Place(view.blockCount() - 1, 0))
        view.exchange_transcript(LONG, paragraphs(LONG))
        view.scrolling.go(Place(view.blockCount() - 1, 0))
        view.exchange_transcript(LONG, TextMap.lines(LONG.segments))
    assert whole
    assert all(whole)

"""The lines of some speakers alone: what is shown, what stays in the text, what is told."""

import pytest
from PySide6.QtCore import QPoint

from tests.ui.pages import LONG, click, heard, prose, shown, timed
from viewer.core.find import Hit
from viewer.core.quote import quote_range
from viewer.core.reading import paragraphs
from viewer.core.transcript import Said
from viewer.ui.transcript.hidden_bar import HiddenBar
from viewer.ui.transcript.hiding import Hiding
from viewer.ui.transcript.scrolling import TOP, Place

NAMES = ["Ann", "Ann", "Bob", "Cleo"] * 10
TALK = timed(*(f"{i}. {LONG}now." for i in range(40)), speakers=NAMES)
ANN = frozenset({"Ann"})


@pytest.fixture(params=["lines", "paragraphs"])
def view(qtbot, request):
    view = shown(qtbot, TALK)
    view.scrolling.set_reduced_motion(True)
    view.hiding = Hiding(view)
    if request.param == "paragraphs":
        view.exchange_transcript(TALK, paragraphs(TALK))
    return view


def seen(view):
    """The speakers in view from the top of the text to its end."""
    names = []
    view.scrolling.go(TOP)
    while True:
        for row in view.sheet.rows():
            names += [TALK.voices[index] for index in row.segments]
        if not view.scrolling.by(view.viewport().height()):
            return set(names)


def test_only_they_are_in_view_and_all_again(view):
    assert seen(view) == {"Ann", "Bob", "Cleo"}
    view.hiding.show_only(ANN)
    assert seen(view) == {"Ann"}
    assert view.hiding.count == 20
    view.hiding.show_only(frozenset({"Bob", "Cleo"}))
    assert seen(view) == {"Bob", "Cleo"}
    view.hiding.show_only(None)
    assert seen(view) == {"Ann", "Bob", "Cleo"}
    assert view.hiding.count == 0


def test_the_text_is_shorter_by_them(view):
    whole = view.verticalScrollBar().maximum()
    view.hiding.show_only(ANN)
    assert view.verticalScrollBar().maximum() < whole * 0.75


def test_what_stands_uppermost_stays_there(view):
    view.show_place(20)
    top = view.segment_rect(20).top()
    view.hiding.show_only(ANN)
    assert view.segment_rect(20).top() == top
    view.hiding.show_only(None)
    assert view.segment_rect(20).top() == top


def test_a_click_plays_the_line_that_is_seen(view):
    view.hiding.show_only(frozenset({"Cleo"}))
    view.scrolling.go(TOP)
    chosen = heard(view.segment_chosen)
    rect = view.segment_rect(7)
    click(view, QPoint(view.sheet.column.text_left + 20, rect.center().y()))
    assert chosen == [7]


def test_a_hit_in_a_hidden_line_is_shown_all_the_same(view):
    view.hiding.show_only(ANN)
    view.show_hit(Hit(22, 22, 0, 3))
    assert not view.segment_rect(22).isEmpty()
    assert view.segment_rect(23).isEmpty()
    assert view.caret.selected_text() == "22."
    view.show_hit(Hit(34, 34, 0, 3))
    assert not view.segment_rect(34).isEmpty()
    view.show_hit(Hit(20, 21, 0, 3))  # which nothing hides
    assert view.hiding.only == ANN


def test_what_is_copied_over_hidden_lines_is_what_is_seen(view):
    view.select_all()
    assert "Bob" in view.caret.selected_text()
    view.hiding.show_only(ANN)
    copied = view.caret.selected_text().split("\n")
    assert len(copied) == 10
    assert copied[1].startswith("4. ")
    assert not {"Bob", "Cleo"} & {line.partition(":")[0] for line in copied}
    view.hiding.show_only(frozenset({"Ann", "Bob"}))
    assert view.caret.selected_text().count("Bob: ") == 10
    assert "Cleo" not in view.caret.selected_text()


def test_what_is_quoted_over_hidden_lines_says_that_they_are_left_out(view):
    view.hiding.show_only(ANN)
    begin, end = view.text_map.range_of(0)[0], view.text_map.range_of(4)[1]
    quote = quote_range(TALK, view.text_map, begin, end, view.sheet.left_out)
    assert [line.index for line in quote.lines] == [0, 1, 4]
    assert quote.speaker == "Ann"
    assert quote.text == f"0. {LONG}now. 1. {LONG}now. […] 4. {LONG}now."
    assert quote.word_count == 3 * len(f"0. {LONG}now.".split())
    view.hiding.show_only(frozenset({"Ann", "Cleo"}))
    quote = quote_range(TALK, view.text_map, begin, end, view.sheet.left_out)
    assert [turn.text[:7] for turn in quote.turns] == ["0. It i", "[…] 3. ", "4. It i"]


def test_a_hidden_line_that_is_said_lights_nothing_and_leads_to_its_place(view):
    view.hiding.show_only(ANN)
    view.light(Said((26,), 26))
    view.lit.scroll_to(animate=False)
    assert view.lit.rect().isEmpty()
    assert not view.lit.visible()
    shown_rows = [index for row in view.sheet.rows() for index in row.segments]
    assert 25 in shown_rows
    assert 28 in shown_rows
    assert not view.grab().isNull()


def test_turned_into_paragraphs_and_back_the_same_are_hidden(view):
    view.hiding.show_only(ANN)
    view.exchange_transcript(TALK, paragraphs(TALK))
    assert seen(view) == {"Ann"}
    view.exchange_transcript(TALK, view.text_map.lines(TALK.segments))
    assert seen(view) == {"Ann"}
    assert view.blockCount() == 40


def test_another_reading_without_these_names_is_shown_whole(view):
    view.hiding.show_only(ANN)
    other = prose(10)
    view.exchange_transcript(other, view.text_map.lines(other.segments))
    assert view.hiding.count == 0
    assert not view.segment_rect(0).isEmpty()


def test_the_ends_of_what_is_shown_are_reached(view):
    view.hiding.show_only(frozenset({"Bob"}))
    view.scrolling.go(Place(view.blockCount() - 1, 10_000))
    assert not view.segment_rect(38).isEmpty()
    last = list(view.sheet.rows())[-1]
    assert 38 in last.segments
    assert view.viewport().height() - 40 < last.bottom <= view.viewport().height() + 1
    view.scrolling.go(TOP)
    assert not view.segment_rect(2).isEmpty()


def test_the_row_says_who_is_shown_and_how_many_lines_are_not(qtbot):
    bar = HiddenBar()
    qtbot.addWidget(bar)
    bar.tell(["Ann", "Bob"], 1_200)
    assert bar.words.text() == "Only Ann, Bob: 1,200 lines are hidden."
    bar.tell(["Ann"], 1)
    assert bar.words.text() == "Only Ann: 1 line is hidden."
    bar.tell(["Ann", "Bob", "Cleo", "Dora"], 2)
    assert bar.words.text() == "Only Ann, Bob, 2 others: 2 lines are hidden."
    bar.tell([], 0)
    assert bar.isHidden()


SAME = timed("One line.", *["Thank you."] * 5, "Another line.", "And a last one.")


@pytest.fixture(params=["lines", "paragraphs"])
def folded(qtbot, request):
    view = shown(qtbot, timed("Nothing yet."))
    view.scrolling.set_reduced_motion(True)
    view.hiding = Hiding(view)
    text_map = paragraphs(SAME) if request.param == "paragraphs" else None
    view.show_transcript(SAME, text_map)
    return view


def in_view(view):
    return [index for row in view.sheet.rows() for index in row.segments]


def click_foot(view, index):
    band = view.sheet.band(view.sheet.row_of(index))
    click(view, QPoint(view.sheet.column.text_left + 10, int(band.bottom()) + 6))


def test_equal_lines_fold_to_one_that_says_how_many_a_click_unfolds_them(folded):
    chosen = heard(folded.segment_chosen)
    assert in_view(folded)[:3] == [0, 1, 6]
    assert folded.sheet.layout.foot(folded.text_map.block_of(1)) == "▸ 4 more like this"
    click_foot(folded, 1)
    assert in_view(folded)[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert folded.sheet.layout.foot(folded.text_map.block_of(5)) == "▾ Fold these 5 lines"
    click_foot(folded, 5)
    assert in_view(folded)[:3] == [0, 1, 6]
    assert chosen == []


def test_the_count_is_seen(folded):
    row = folded.sheet.row_of(1)
    image = folded.viewport().grab().toImage()
    foot = range(int(folded.sheet.band(row).bottom()), int(row.bottom))
    colours = {image.pixelColor(x, y).name() for x in range(image.width() - 20) for y in foot}
    assert folded.painting.colours.time.name() in colours


def test_a_folded_line_that_is_said_lights_the_one_that_is_shown(folded):
    folded.light(Said((3,), 3))
    assert folded.lit.followed == 1
    assert folded.lit.visible()
    folded.light(Said((6,), 6))
    assert folded.lit.followed == 6


def test_finding_goes_into_what_is_folded_and_copying_knows_it(folded):
    folded.show_hit(Hit(2, 3, 0, 5))
    assert {2, 3} <= set(in_view(folded))
    folded.select_all()
    assert folded.caret.selected_text().count("Thank you.") == 5


def test_another_transcript_is_folded_anew(folded):
    click_foot(folded, 1)
    folded.hiding.forget()
    folded.show_transcript(SAME)
    assert in_view(folded)[:3] == [0, 1, 6]

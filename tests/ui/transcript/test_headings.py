"""Chapters as headings in the text: seen, but no words of it, in lines and in paragraphs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from tests.ui.pages import LONG, click, heard, shown, timed
from viewer.core.reading import paragraphs
from viewer.core.transcript import Chapter
from viewer.ui.transcript.layout import Head

TEXTS = [f"{i}. {LONG}now." for i in range(12)]
SPEAKERS = ["Ann"] * 6 + ["Bob"] * 6
CHAPTERS = (Chapter(0, "The river"), Chapter(29_000, "The sea"), Chapter(40_000, "The rain"))
TRANSCRIPT = replace(timed(*TEXTS, speakers=SPEAKERS), chapters=CHAPTERS)


@pytest.fixture(params=["lines", "paragraphs"])
def view(qtbot, request):
    view = shown(qtbot, TRANSCRIPT)
    view.scrolling.set_reduced_motion(True)
    if request.param == "paragraphs":
        view.exchange_transcript(TRANSCRIPT, paragraphs(TRANSCRIPT))
    return view


def head(view, index):
    return view.sheet.layout.head(view.text_map.block_of(index))


def test_the_chapter_stands_above_the_speaker_where_both_begin(view):
    assert head(view, 0) == Head(("The river",), speaker=True)
    assert head(view, 6) == Head(("The sea",), speaker=True)
    assert head(view, 8) == Head(("The rain",))
    assert sum(bool(view.sheet.layout.head_of(n)) for n in range(view.blockCount())) == 3


def test_headings_are_no_words_of_the_text(view):
    view.select_all()
    assert "The sea" not in view.caret.selected_text()
    assert "The sea" not in view.toPlainText()
    assert "The sea" not in view.createMimeDataFromSelection().text()


def test_a_heading_is_painted_in_the_room_above_its_line(view):
    view.show_place(8)
    row = view.sheet.row_of(8)
    painted = view.viewport().grab().toImage()
    left, right = view.sheet.column.text_left, view.sheet.column.text_right
    colours = {
        painted.pixelColor(x, y).name()
        for x in range(left, right)
        for y in range(max(int(row.top), 0), int(row.text_top))
    }
    assert view.painting.colours.text.name() in colours


def test_a_click_on_a_heading_plays_from_where_the_chapter_begins(view):
    view.show_place(8)
    chosen = heard(view.segment_chosen)
    row = view.sheet.row_of(8)
    click(view, QPoint(view.sheet.column.text_left + 5, int(row.top) + 8))
    assert chosen == [8]


def test_a_screen_reader_hears_the_chapter_with_its_first_line(view):
    view.caret.place(6)
    assert view.accessibleDescription() == "The sea, Bob, 0:30"

"""The list of hits: its rows, made when they are seen, and how it looks."""

import pytest

from tests.ui.pages import HEBREW, timed, untimed
from viewer.core.find import Finder
from viewer.ui.side.found_list import FoundList, fitted
from viewer.ui.side.found_rows import ROW, FoundRow


@pytest.fixture
def listed(qtbot):
    def show(transcript, phrase):
        shown = FoundList()
        qtbot.addWidget(shown)
        shown.resize(300, 300)
        shown.show()
        qtbot.waitExposed(shown)
        shown.show_found(transcript, Finder(s.text for s in transcript.segments).find(phrase))
        return shown

    return show


def test_a_row_has_time_speaker_and_words(listed):
    transcript = timed("He was linked to", "more than a dozen", speakers=["Ann", None])
    row = listed(transcript, "linked to more").model().index(0, 0)
    shown = row.data(ROW)
    assert (shown.place, shown.speaker, shown.found) == ("0:00", "Ann", "linked to more")
    assert row.data() == "0:00 · Ann: He was linked to more than a dozen"


def test_without_times_a_row_has_the_line(listed):
    assert listed(untimed("a", "b here"), "here").model().index(0, 0).data(ROW).place == "2"


def test_rows_are_made_for_what_is_in_view_alone(listed):
    shown = listed(timed(*(["here and here"] * 5000)), "here")
    shown.grab()
    assert shown.model().rowCount() == 10_000
    assert shown._rows.row.cache_info().currsize < 50
    shown.mark(9_999)
    assert shown.model().index(9_999, 0).data(ROW).place == "6:56:35"


def test_what_is_listed_is_drawn_with_the_words_marked(listed):
    shown = listed(timed(HEBREW, "one", "two words"), "two")
    before = shown.grab().toImage()
    shown.mark(0)
    assert shown.grab().toImage() != before


@pytest.mark.parametrize("width", [100, 150, 200, 300])
def test_words_are_cut_between_words_and_show_that_they_are(listed, width):
    before, after = "So what does the fall of these ", " mean for everybody there and here"
    row = FoundRow("0:53", "", before, "cities", after)
    metrics = listed(timed("a"), "a").fontMetrics()
    text, kept = fitted(row, metrics, width)
    assert metrics.horizontalAdvance(text) <= width
    assert text.startswith(kept + "cit")
    assert kept.startswith("…")
    assert kept.strip("… ") in before
    assert before.endswith(" " + kept.strip("… ") + " ") or not kept.strip("… ")


def test_words_that_have_room_are_whole(listed):
    row = FoundRow("0:53", "", "these ", "cities", " mean")
    metrics = listed(timed("a"), "a").fontMetrics()
    assert fitted(row, metrics, 400) == ("these cities mean", "these ")


@pytest.mark.parametrize(("text", "rightwards"), [("a word", True), ("מילה אחת", False)])
def test_a_short_row_stands_where_its_script_begins(listed, text, rightwards):
    shown = listed(timed(text), text.split()[0])
    shown.setCurrentIndex(shown.model().index(-1, 0))
    row = shown.visualRect(shown.model().index(0, 0))
    image = shown.viewport().grab(row.adjusted(0, row.height() // 2, 0, 0)).toImage()
    ground = image.pixel(image.width() // 2, image.height() - 1)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    middle = image.width() / 2
    assert all(x < middle for x in inked) if rightwards else all(x > middle for x in inked)
    assert inked


def test_an_empty_list_says_whether_anything_is_looked_for(listed):
    shown = listed(timed("One line."), "another")
    assert shown.empty == "It is nowhere in this transcript."
    shown.show_found(timed("One line."), None)
    assert shown.empty == "What is looked for is listed here."

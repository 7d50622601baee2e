"""The list of transcripts, sorted and filtered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from viewer.core.folding import fold
from viewer.library.entry import Entry, Facts
from viewer.library.search import FileHits
from viewer.ui.library.entry_rows import Column, Counts, EntryRows, Show

DOWN = Qt.SortOrder.DescendingOrder


def entry(number, title, channel="", published="", problem="", recording=None, speakers=()):
    facts = Facts(title, channel, published, 1000 * number, speakers=speakers)
    filed = fold(" ".join((title, channel, *speakers)))
    path = f"/talks/{number}.md"
    return Entry(number, Path("/talks"), path, facts, problem, recording, filed)


@pytest.fixture
def rows(qapp):
    made = EntryRows()
    made.set_entries(
        [
            entry(1, "Wheat", "Farm", "2019", recording=Path("/talks/1.mp4")),
            entry(2, "Corn", "Farm", "2021", speakers=("Ann", "Bob")),
            entry(3, "Barley", "Sky", "2020"),
            entry(4, "", problem="Cannot read 4.md: it is empty."),
        ]
    )
    return made


def titles(rows):
    return [rows.index(row, Column.TITLE).data() for row in range(rows.rowCount())]


def test_by_title_at_first_and_what_is_no_transcript_apart(rows):
    assert titles(rows) == ["Barley", "Corn", "Wheat"]
    rows.set_show(Show.PROBLEMS)
    assert titles(rows) == ["4.md: Cannot read 4.md: it is empty."]
    rows.set_show(Show.NO_RECORDING)
    assert titles(rows) == ["Barley", "Corn"]
    rows.set_show(Show.WITH_RECORDING)
    assert titles(rows) == ["Wheat"]


def test_numbers_in_titles_count_as_numbers(rows):
    names = ("Part 10", "part 2, 2019", "Part 2, 1998", " Part 1")
    rows.set_entries([entry(number, name) for number, name in enumerate(names)])
    assert titles(rows) == ["Part 1", "Part 2, 1998", "part 2, 2019", "Part 10"]


def test_by_title_while_there_are_no_places_to_sort_by(rows):
    rows.set_entries([entry(1, "Wheat"), entry(2, "Corn"), entry(3, "Barley")])
    rows.sort(Column.PLACES, DOWN)
    assert titles(rows) == ["Barley", "Corn", "Wheat"]
    rows.set_entries([entry(2, "Corn"), entry(1, "Wheat"), entry(3, "Barley")])
    assert titles(rows) == ["Barley", "Corn", "Wheat"]


def test_it_sorts_by_any_column(rows):
    for column, first in (
        (Column.DATE, "Corn"),
        (Column.LENGTH, "Barley"),
        (Column.TITLE, "Wheat"),
    ):
        rows.sort(column, DOWN)
        assert titles(rows)[0] == first


def test_a_filter_of_words_narrows_and_widens(rows):
    rows.set_filter("farm")
    assert titles(rows) == ["Corn", "Wheat"]
    rows.set_filter("farm ann")
    assert titles(rows) == ["Corn"]
    rows.set_filter("far")
    assert titles(rows) == ["Corn", "Wheat"]
    rows.set_filter("")
    assert len(titles(rows)) == 3


def test_what_is_found_stands_in_the_order_it_fits(rows):
    known = {title: rows.entry(row) for row, title in enumerate(titles(rows))}
    rows.begin_hits(True)
    assert titles(rows) == []
    rows.add_hits([FileHits(known["Wheat"], 3, 2)])
    rows.add_hits([FileHits(known["Corn"], 2, 0), FileHits(known["Barley"], 9, 2)])
    assert titles(rows) == ["Corn", "Wheat", "Barley"]
    assert [rows.index(row, Column.PLACES).data() for row in range(3)] == ["2", "3", "9"]
    assert rows.counts == Counts(14, 3)
    rows.sort(Column.PLACES, DOWN)
    assert titles(rows) == ["Barley", "Wheat", "Corn"]
    rows.begin_hits(False)
    assert len(titles(rows)) == 3


def test_words_that_stand_apart_come_last_and_count_nothing(rows):
    known = {title: rows.entry(row) for row, title in enumerate(titles(rows))}
    rows.begin_hits(True)
    rows.add_hits([FileHits(known["Barley"], 0, 1, apart=True), FileHits(known["Corn"], 2, 2)])
    assert titles(rows) == ["Corn", "Barley"]
    assert [rows.index(row, Column.PLACES).data() for row in range(2)] == ["2", "apart"]
    assert rows.counts == Counts(2, 1, apart=1)
    assert rows.with_places == (known["Corn"],)


def test_what_was_found_in_what_is_gone_is_gone(rows):
    known = {title: rows.entry(row) for row, title in enumerate(titles(rows))}
    rows.begin_hits(True)
    rows.add_hits([FileHits(known["Wheat"], 3, 0), FileHits(known["Corn"], 2, 0)])
    rows.set_entries([known["Corn"]])
    assert (titles(rows), rows.counts) == (["Corn"], Counts(2, 1))
    rows.set_entries([])
    assert (titles(rows), rows.counts) == ([], Counts(0, 0))


def test_a_chosen_row_stays_chosen(rows):
    chosen = QPersistentModelIndex(rows.index(2, 0))
    rows.sort(Column.TITLE, DOWN)
    assert chosen.row() == 0
    rows.set_filter("barley")
    assert not chosen.isValid()


def test_it_knows_when_the_filter_alone_leaves_nothing(rows):
    rows.set_filter("rye")
    assert rows.narrowed_to_none
    rows.begin_hits(True)
    assert not rows.narrowed_to_none
    rows.begin_hits(False)
    rows.set_filter("corn")
    assert not rows.narrowed_to_none

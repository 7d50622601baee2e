"""Our CSV: exact but for formulas, and read back as it was."""

import csv
import io

import pytest
from hypothesis import given

from tests.formats.tables.round_trip import SEGMENTS, comes_back, talk_of
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.tables import csv as timed_csv
from viewer.formats.tables.formulas import guarded

HEAD = "start,end,speaker,text\r\n"


def read(text):
    return timed_csv.parse(Content.of(text))


def spans(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


def test_rows_are_written_for_people_and_spreadsheets():
    talk = talk_of([((1500, 500), 'He said, "no"', "Anna"), (None, "=1+1", None)])
    assert timed_csv.write(talk) == (
        HEAD + '00:00:01.500,00:00:02.000,Anna,"He said, ""no"""\r\n' + ",,,'=1+1\r\n"
    )


def test_a_mark_tells_spreadsheets_the_encoding():
    assert timed_csv.write(talk_of([((0, 1), "é", None)])).startswith("\ufeffstart")


@given(SEGMENTS)
def test_writing_then_reading_gives_the_same_segments(parts):
    talk = talk_of(parts)
    written = timed_csv.write(talk)
    assert timed_csv.claims(Content.of(written))
    comes_back(talk, read(written))


@given(SEGMENTS)
def test_other_programs_read_the_same_cells(parts):
    talk = talk_of(parts)
    rows = list(csv.reader(io.StringIO(timed_csv.write(talk).removeprefix("\ufeff"), newline="")))
    assert [row[3] for row in rows[1:]] == [guarded(segment.text) for segment in talk.segments]


def test_a_line_break_in_a_cell_is_a_space():
    made = read(HEAD + '0:01,0:02,Anna,"one\r\ntwo"\r\n0:03,0:04,,three\r\n')
    assert spans(made) == [(1000, 2000, "Anna", "one two"), (3000, 4000, None, "three")]


def test_a_quotation_mark_that_is_not_closed_costs_one_row():
    made = read(HEAD + '0:01,0:02,,"one\r\n0:03,0:04,,two\r\n0:05,0:06,,th"ree\r\n')
    assert [s.text for s in made.segments] == ['"one', "two", 'th"ree']
    assert [problem.line for problem in made.problems] == [2, 4]


def test_problems_name_their_line():
    made = read(HEAD + "0:01\r\nsoon,0:02,,lost\r\n0:05,0:04,,early\r\n")
    assert [problem.line for problem in made.problems] == [2, 3, 4]
    assert [s.text for s in made.segments] == ["lost", "early"]


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n1,2\n", "start,end,text\n1,2,a\n", "start,end\n0:01,0:02\n", "words\n" + HEAD],
)
def test_other_text_is_not_claimed(text):
    assert not timed_csv.claims(Content.of(text))


@pytest.mark.parametrize("text", ["", HEAD, "a,b\n1,2\n"])
def test_nothing_usable_is_one_reason(text):
    with pytest.raises(NothingUsableError):
        read(text)


def test_rows_without_anything_are_left_out_where_others_have_times():
    rows = "start,end,text\n0:01,0:02,Hi\n,,\n0:03,0:04,Ho\n,,\n,,\n"
    assert [segment.text for segment in read(rows).segments] == ["Hi", "Ho"]

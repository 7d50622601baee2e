"""Tables of any tool: columns told by header or by shape, times in every form."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.tables import any_table as timed_rows
from viewer.formats.tables import csv as timed_csv
from viewer.formats.tables.layout import below_header


def read(text):
    content = Content.of(text)
    assert timed_rows.claims(content)
    return timed_rows.parse(content)


def rows(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


ANNA = (1500, 3000, "Anna", "Good day, all.")
BEN = (3000, 4500, "Ben", 'He said "no".')


@pytest.mark.parametrize(
    "text",
    [
        'Start Time;End Time;Speaker;Transcript\n0:00:01,5;0:00:03;Anna;"Good day, all."\n'
        '0:00:03;0:00:04,5;Ben;"He said ""no""."\n',
        'start,end,speaker,text\r\n1.5,3.0,Anna,"Good day, all."\r\n3.0,4.5,Ben,"He said ""no""."',
        "text|who|start_ms|end_ms\nGood day, all.|Anna|1500|3000\nHe said \"no\".|Ben|3000|4500",
        "Tier\tBegin Time - msec\tDuration - msec\tAnnotation\nAnna\t1500\t1500\tGood day, all.\n"
        'Ben\t3000\t1500\tHe said "no".',
        'speaker,startTime (s),endTime (s),content\nAnna,1.5,3,"Good day, all."\n'
        'Ben,3,4.5,"He said ""no""."',
        "Number;Start time in milliseconds;End time in milliseconds;Actor;Text;Speaker\n"
        '1;1500;3000;x;Good day, all.;Anna\n2;3000;4500;x;"He said ""no""." ;Ben\n',
        '#,Show,Hide,Speaker,Text\n1,00:00:01.5,00:00:03,Anna,"Good day, all."\n'
        '2,00:00:03,00:00:04.5,Ben,"He said ""no""."\n',
        "\ufeffin\tout\tname\ttext\n00:00:01:12\t00:00:03:00\tAnna\tGood day, all.\n"
        '00:00:03:00\t00:00:04:12\tBen\tHe said "no".',
    ],
)  # fmt: skip
def test_columns_by_header(text):
    assert rows(read(text)) == [ANNA, BEN]


@pytest.mark.parametrize(
    "text",
    [
        '1.5,3.0,Anna,"Good day, all."\n3.0,4.5,Ben,"He said ""no""."\n',
        '0:01.5\t0:03\tAnna\tGood day, all.\n0:03\t0:04.5\tBen\tHe said "no".\n',
        'Anna;00:00:01.500;00:00:03;Good day, all.\nBen;00:00:03;00:00:04.500;"He said ""no""."\n',
        '1500|3000|Anna|Good day, all.\n3000|4500|Ben|He said "no".\n',
        "7;00:00:01,500;00:00:03,000;Anna;Good day, all.\n"
        '8;00:00:03;00:00:04,500;Ben;He said "no".\n',
        '0007\t0:01.5\t0:03\tAnna\tGood day, all.\n0008\t0:03\t0:04.5\tBen\tHe said "no".\n',
        '1,1500,3000,Anna,"Good day, all."\n2,3000,4500,Ben,"He said ""no""."\n',
    ],
)
def test_columns_by_shape(text):
    assert rows(read(text)) == [ANNA, BEN]


def test_no_ends_and_a_delimiter_in_the_text():
    assert rows(read("0:01,One\n0:02,two, three\n0:05,four, five, six\n")) == [
        (1000, 2000, None, "One"),
        (2000, 5000, None, "two, three"),
        (5000, 15_000, None, "four, five, six"),
    ]


def test_whole_numbers_close_together_are_seconds():
    text = "start;end;text\n1;3;One\n3;9;Two\n"
    assert [s.end_ms for s in read(text).segments] == [3000, 9000]


def test_a_line_break_in_quotes():
    transcript = read('start,end,text\n1.0,2.0,"One\ntwo"\n2.0,3.0,three\n')
    assert [s.text for s in transcript.segments] == ["One two", "three"]


def test_damage_is_reported_with_its_line():
    text = 'start,end,text\n1.0,2.0,"One\n2.0,1.5,two\nsoon,3.0,three\n4.0\n5.0,6.0,six\n'
    transcript = read(text)
    assert [(p.line, p.message[:12]) for p in transcript.problems] == [
        (2, "A quotation "),
        (3, "This row end"),
        (4, "This row has"),
        (5, "This row has"),
    ]
    assert len(transcript.segments) == 4


@pytest.mark.parametrize(
    "text",
    [
        "name,age\nAnna,12\nBen,13\n",
        "Well, yes, I said.\nNo, not now, he said.\n",
        "2021,12,A\n2022,9,B\n",
        "1. One; two\n2. Three; four\n",
        "start,end,text\n",
        "a;b\n1;2\n",
        "",
    ],
)
def test_other_text_is_not_claimed(text):
    assert not timed_rows.claims(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        timed_rows.parse(Content.of("start,end,text\n,,\n"))


TEXTS = st.text("abcé…,;|=+\"'#", min_size=1, max_size=9)
SEGMENTS = st.lists(
    st.tuples(st.integers(0, 9**9), st.integers(1, 9**6), TEXTS), min_size=1, max_size=9
)


@given(SEGMENTS)
def test_what_we_write_is_read_the_same(segments):
    segments = sorted((start, start + length, text) for start, length, text in segments)
    transcript = Transcript(tuple(Segment(a, b, text, "Anna") for a, b, text in segments))
    again = timed_rows.parse(Content.of(timed_csv.write(transcript)))
    assert rows(again) == [(start, end, "Anna", text) for start, end, text in segments]


def test_the_events_of_substation_are_not_taken_for_a_table():
    event = "Dialogue: 0,0:00:{:02}.00,0:00:{:02}.90,Default,Anna,0,0,0,,Good morning, all.\n"
    events = "".join(event.format(i, i) for i in range(59))
    content = Content.of("[Events]\nFormat: Layer, Start, End, Style, Name, Text\n" + events)
    assert registry.claimants(content, Path("talk.txt"))[0].format.name == "substation"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("said", ["good morning", "guten Morgen", "доброе утро"])
def test_a_second_time_equal_to_the_first_is_no_end(said, end):
    rows = [
        f"Ann\t00:00:0{i}.000\t{i}.000\t00:00:0{i + 1}.500\t{i + 1}.500\t{said}"
        for i in range(1, 4)
    ]
    transcript = timed_rows.parse(Content.of(end.join(rows)))
    assert [(s.start_ms, s.end_ms) for s in transcript.segments] == [
        (1_000, 2_500),
        (2_000, 3_500),
        (3_000, 4_500),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    "texts",
    [
        ["Good morning to all.", "And thank you for it.", "Shall we begin?"],
        ["Guten Morgen allerseits.", "Und danke – dafür!", "Fangen wir an?"],
        ["大家早上好。", "谢谢你们来到这里。", "我们开始吧？"],
    ],
    ids=["en", "de", "zh"],
)
@pytest.mark.parametrize(("a_second", "guesses"), [(1000, 1), (100, 1), (16_000, 1), (1, 0)])
@pytest.mark.parametrize("length", [True, False], ids=["length", "end"])
def test_numbers_count_what_their_lines_imply(a_second, guesses, texts, end, length):
    header = "start,duration,text" if length else "start,stop,text"
    rows = [
        f"{s * a_second:g},{(2 if length else s + 2) * a_second:g},{text}"
        for s, text in zip((1, 3, 5.5), texts, strict=True)
    ]
    made = read(end.join([header, *rows]))
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [
        (1000, 3000), (3000, 5000), (5500, 7500)
    ]  # fmt: skip
    assert len(made.problems) == guesses


def test_a_header_that_tells_the_unit_is_believed():
    made = read("start_ms,end_ms,text\n1,2,Good morning to all of you.\n3,4,Yes.\n")
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(1, 2), (3, 4)]


def test_first_rows_that_are_narrower_than_most_are_no_header():
    below = [[f"{n}.5", f"{n}.9", f"Good day number {n}."] for n in range(1, 6)]
    assert below_header([["Notes"], ["of a talk"], *below]) is None


@pytest.mark.parametrize("rule", ["|---|:--|---|---|", "| :---: | --- | --- | --- |"])
def test_tables_in_markdown(rule):
    lines = [
        "# A talk", "", "| Start | End | Speaker | Text |", rule,
        "| 0:01.5 | 0:03 | Anna | Good day, all. |",
        '|0:03|0:04.5|Ben|He said "no".|', "", "The end",
    ]  # fmt: skip
    assert rows(registry.parse("\n".join(lines).encode(), Path("talk.md"))) == [ANNA, BEN]


@pytest.mark.parametrize(
    "table",
    [
        "#,Name,Start,End,Length,Color\nR1,Hi,0:01.500,0:03.000,0:01.500,\nR2,So,0:04,0:05,0:01,\n",
        "Marker Name\tDescription\tIn\tOut\nx\tHi\t0:00:01.5\t0:00:03.0\nx\tSo\t0:00:04\t0:00:05\n",
        "Start,End,Title\n0:01.500,0:03.000,Hi\n0:04,0:05,So\n",
    ],
)
def test_markers_and_regions_say_it_in_their_notes_or_names(table):
    assert rows(read(table)) == [(1_500, 3_000, None, "Hi"), (4_000, 5_000, None, "So")]


def test_starts_that_rise_by_one_are_no_numbers_of_rows_before_an_end_and_a_measure():
    text = "1,2,95,One word.\n2,3,97,Two words.\n3,4,12,Three.\n"
    assert [(start, end) for start, end, *_ in rows(read(text))] == [
        (1000, 2000), (2000, 3000), (3000, 4000),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["{},320 Anna: Good, all of you.", "[{},320] Anna: Good, all."])
def test_a_comma_before_a_fraction_parts_no_columns(line):
    text = "".join(f"{line.format(clock)}\n" for clock in ("00:00:01", "00:00:05", "00:00:09"))
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert [(s.start_ms, s.speaker) for s in made.segments] == [
        (1320, "Anna"), (5320, "Anna"), (9320, "Anna"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["", "time,text\n"])
def test_texts_that_begin_with_numbers_are_no_fractions_of_the_times(head):
    rows = "00:01,2 people came\n00:05,3 pigs went\n00:09,Then nothing\n00:12,4 more\n"
    made = registry.parse(f"{head}{rows}".encode(), Path("talk.csv"))
    assert made.format == "table"
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (1000, "2 people came"),
        (5000, "3 pigs went"),
        (9000, "Then nothing"),
        (12000, "4 more"),
    ]


def test_a_column_of_shows_is_none_of_times():
    text = "Show,Time,Text\nLost,0:10,They crash.\nLost,0:20,They walk.\n"
    made = registry.parse(text.encode(), Path("shows.csv"))
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (10000, "They crash."),
        (20000, "They walk."),
    ]

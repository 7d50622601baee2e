"""Whisper's TSV, and ours with speakers."""

import pytest
from hypothesis import given

from tests.formats.tables.round_trip import SEGMENTS, comes_back, talk_of
from viewer.formats.draft import Draft
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.tables import whisper_tsv

FILE = "start\tend\ttext\n0\t2000\tGood morning.\n3640\t6640\tIt's “cold”, isn't it?\n"


def read(text):
    return whisper_tsv.parse(Content.of(text))


def spans(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


@pytest.mark.parametrize(
    "text", [FILE, "\ufeff" + FILE, FILE.replace("\n", "\r\n"), "\n" + FILE, FILE[:-1]]
)
def test_rows_are_segments(text):
    assert whisper_tsv.claims(Content.of(text))
    assert spans(read(text)) == [
        (0, 2000, None, "Good morning."),
        (3640, 6640, None, "It's “cold”, isn't it?"),
    ]


def test_columns_are_known_by_their_names():
    text = "Speaker\tText\tStart\tEnd\nAnna\tHi.\t100\t2000\n"
    assert spans(read(text)) == [(100, 2000, "Anna", "Hi.")]


@pytest.mark.parametrize("text", ["Good day.", "Guten Tag – ja!", "早上好。"])
def test_broken_numbers_count_seconds_also_where_one_is_whole(text):
    made = read(f"start\tend\ttext\n0\t2\t{text}\n2\t3.5\t{text}\n")
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(0, 2000), (2000, 3500)]


@pytest.mark.parametrize("text", ["Good day to you.", "Guten Tag – ja, Sie da!", "大家早上好。"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whole_seconds_are_told_by_how_long_lines_would_last(text, end):
    rows = ("start\tend\ttext", f"0\t2\t{text}", f"2\t5\t{text}", f"3600\t3602\t{text}")
    made = read(end.join(rows))
    assert [s.start_ms for s in made.segments] == [0, 2000, 3_600_000]
    assert "1 s was assumed" in made.problems[0].message


def test_milliseconds_that_would_be_taken_for_seconds_are_written_as_clocks():
    draft = Draft("test")
    draft.segment(5, 10, "Good morning to all of you.")
    assert "00:00:00.005\t00:00:00.010" in whisper_tsv.write(draft.finish())


def test_tabs_in_the_last_column_are_text():
    assert read("start\tend\ttext\n1\t2\ta\tb\n").segments[0].text == "a b"


def test_problems_name_their_line():
    made = read("start\tend\ttext\n1\t2\n\nx\t2\tlost\n5\t4\tearly\n\t\tuntimed\n")
    assert [problem.line for problem in made.problems] == [2, 4, 5]
    assert [(s.start_ms, s.end_derived, s.text) for s in made.segments] == [
        (None, False, "lost"), (5, True, "early"), (None, False, "untimed"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "start end text\n1 2 a", "a\tb\n1\t2\n", "words\n" + FILE])
def test_other_text_is_not_claimed(text):
    assert not whisper_tsv.claims(Content.of(text))
    with pytest.raises(NothingUsableError):
        read(text)


def test_a_header_alone_is_nothing():
    with pytest.raises(NothingUsableError):
        read("start\tend\ttext\n")


@given(SEGMENTS)
def test_writing_then_reading_gives_the_same_segments(parts):
    talk = talk_of(parts)
    comes_back(talk, read(whisper_tsv.write(talk)))


def test_what_a_spreadsheet_quoted_is_unquoted():
    text = 'Start\tEnd\tSpeaker\tText\n1.0\t2.0\t"Sund, Ida"\t"One, ""two"""\n2.5\t3.0\tBo\tThree\n'
    assert [span[2:] for span in spans(read(text))] == [
        ("Sund, Ida", 'One, "two"'), ("Bo", "Three")
    ]  # fmt: skip


@pytest.mark.parametrize("other", ["Well, so.", '"No," she said.', '"Yes" or "no"'])
def test_what_is_said_in_quotes_keeps_them(other):
    text = f'start\tend\ttext\n0\t2000\t"Go, now."\n2000\t4000\t{other}\n'
    assert [span[3] for span in spans(read(text))] == ['"Go, now."', other]


@pytest.mark.parametrize("said", ['"Go, now."', '"a ""b"" c"', '""""', '","'])
def test_quotes_that_look_like_a_spreadsheets_come_back(said):
    made = Draft("test")
    made.segment(0, 1000, said)
    assert spans(read(whisper_tsv.write(made.finish()))) == [(0, 1000, None, said)]


def test_rows_without_anything_are_left_out_where_others_have_times():
    text = "start\tend\ttext\n1000\t2000\tHi\n\t\t\n3000\t4000\tHo\n\t\t\n"
    assert [s.text for s in whisper_tsv.parse(Content.of(text)).segments] == ["Hi", "Ho"]

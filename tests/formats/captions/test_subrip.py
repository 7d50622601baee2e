"""SubRip as people write it: damaged in every way and still read."""

import pytest

from viewer.formats.captions import subrip
from viewer.formats.format import Content, NothingUsableError

CUE = "00:00:01,000 --> 00:00:02,000"


def read(text):
    return subrip.parse(Content.of(text))


def texts(text):
    return [segment.text for segment in read(text).segments]


def spoken(*payloads):
    text = "".join(f"{i}\n{CUE}\n{payload}\n\n" for i, payload in enumerate(payloads, 1))
    return [(segment.speaker, segment.text) for segment in read(text).segments]


def problems(text):
    return [(problem.line, problem.message) for problem in read(text).problems]


def test_a_file_as_it_should_be():
    transcript = read(f"1\n{CUE}\nGood\nmorning.\n\n2\n00:00:02,500 --> 01:02:03,004\nYes.\n")
    first, second = transcript.segments
    assert (first.start_ms, first.end_ms, first.text) == (1000, 2000, "Good morning.")
    assert (second.start_ms, second.end_ms, second.text) == (2500, 3_723_004, "Yes.")
    assert not transcript.problems


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_kind_of_line_end(end):
    lines = ["\ufeff1", CUE, "one", "more", "", "2", CUE, "two", ""]
    assert texts(end.join(lines)) == ["one more", "two"]
    assert not problems(end.join(lines))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("00:00:01.000 --> 00:00:02.000", 1000, 2000),
        ("0:0:1,5 --> 0:0:2,25", 1500, 2250),
        ("00:00:01,0005 --> 00:00:02", 1001, 2000),
        ("123:00:01,000 --> 523:00:02,000", 442_801_000, 1_882_802_000),
        ("00:01 --> 02:12", 1000, 132_000),
        ("  00:00:01,000-->00:00:02,000  ", 1000, 2000),
        ("\t00:00:01,000 -> 00:00:02,000", 1000, 2000),
        ("00:00:01,000 --> 00:00:02,000  X1:100 X2:200 Y1:010 Y2:020", 1000, 2000),
        ("00:00:01.000 --> 00:00:02.000 align:start position:0%", 1000, 2000),
    ],
)
def test_time_lines(line, start, end):
    transcript = read(f"1\n{line}\nword\n")
    (segment,) = transcript.segments
    assert (segment.start_ms, segment.end_ms, segment.text) == (start, end, "word")
    assert not transcript.problems


def test_text_behind_the_times_is_text():
    assert texts(f"1\n{CUE} Good morning\n\n2\n{CUE}\nYes") == ["Good morning", "Yes"]


def test_missing_numbers_and_missing_blank_lines():
    assert texts(f"{CUE}\none\n\n{CUE}\ntwo\n{CUE}\nthree") == ["one", "two", "three"]
    assert texts(f"1\n{CUE}\none\n2\n{CUE}\ntwo\n") == ["one", "two"]


def test_a_number_can_be_text():
    assert texts(f"1\n{CUE}\n42\n\n2\n{CUE}\n7\n\n") == ["42", "7"]
    assert texts(f"1\n{CUE}\nWhat is it?\n\n42\n\n2\n{CUE}\ntwo") == ["What is it? 42", "two"]


def test_blank_lines_inside_a_text():
    assert texts(f"1\n{CUE}\n\none\n\n\nmore\n\n\n2\n{CUE}\ntwo\n\nmore") == [
        "one more",
        "two more",
    ]
    assert texts(f"1\n{CUE}\none\n \n2\n{CUE}\ntwo") == ["one", "two"]


def test_a_blank_line_after_every_line():
    assert texts("\n\n".join(["1", CUE, "one", "more", "2", CUE, "two"])) == ["one more", "two"]


def test_a_cue_without_text_stays():
    assert texts(f"1\n{CUE}\n\n2\n{CUE}\n\n\n3\n{CUE}") == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<i>one</i> two", "one two"),
        ("<I>one</I>", "one"),
        ('<font color="#ffffff">one</font>', "one"),
        ("<FONT COLOR=red>one</FONT>", "one"),
        ("{\\an8}one", "one"),
        ("{\\an8}{\\i1}one{\\i0} two", "one two"),
        ("one<br>two<br />three", "one two three"),
        ("<i>one\ntwo</i>", "one two"),
        ("a < b and c > d", "a < b and c > d"),
        ("<Silence>", "<Silence>"),
        ("<i one", "<i one"),
        ("{one}", "{one}"),
        ("R&amp;D &lt;b&gt; it&#39;s&nbsp;so", "R&D <b> it's\xa0so"),
        ("AT&T &copy; &amp", "AT&T &copy; &amp"),
        ("see --> there", "see --> there"),
    ],
)
def test_tags_and_entities(text, shown):
    assert texts(f"1\n{CUE}\n{text}\n\n2\n{CUE}\ntwo") == [shown, "two"]


def test_speakers():
    assert spoken("Anna: Good morning.", "Ben: Yes.", "and more", "Anna:\nNo.") == [
        ("Anna", "Good morning."),
        ("Ben", "Yes."),
        (None, "and more"),
        ("Anna", "No."),
    ]


def test_two_speakers_in_a_cue_are_two_segments_with_its_times():
    assert spoken("ANNA: Ready?\nBEN: Ready.\nGo!") == [("ANNA", "Ready?"), ("BEN", "Ready. Go!")]


def test_what_only_looks_like_a_speaker_is_text():
    payloads = [
        "Note: this is text.",
        "Chapter 3: The end",
        "at 10:30: we left",
        "https://x.org: so",
    ]
    assert spoken(*payloads) == [(None, payload) for payload in payloads]


def test_a_name_that_comes_once_among_many_lines_is_text():
    payloads = ["one", "two", "Result: it fell.", "three", "four", "five"]
    assert spoken(*payloads) == [(None, payload) for payload in payloads]
    assert spoken(*payloads, "[Result]: so")[-1] == ("Result", "so")


def test_an_end_before_its_start_is_derived():
    text = "1\n00:00:05,000 --> 00:00:02,000\none\n\n2\n00:00:07,000 --> 00:00:08,000\ntwo"
    first = read(text).segments[0]
    assert (first.start_ms, first.end_ms, first.end_derived) == (5000, 7000, True)
    assert problems(text) == [(2, "This cue ends before it starts; its end was estimated.")]


def test_a_broken_time_line_takes_its_cue_along_and_is_reported():
    text = f"1\n{CUE}\none\n\n2\n00:00:0x,000 --> 00:00:04,000\nlost\n\n3\n{CUE}\nthree"
    assert texts(text) == ["one", "three"]
    assert problems(text) == [
        (6, "The times on this line could not be read; the cue was left out.")
    ]


def test_an_end_that_is_missing_or_unfinished_is_derived():
    text = f"1\n00:00:01,000 -->\none\n\n2\n00:00:03,000 --> 00:00:\ntwo\n\n3\n{CUE}\nthree"
    segments = read(text).segments
    assert [(s.start_ms, s.end_ms, s.end_derived) for s in segments] == [
        (1000, 3000, True),
        (1000, 2000, False),
        (3000, 13_000, True),
    ]
    message = "The end of this cue cannot be read; it was estimated."
    back = "This cue begins before the one above it."
    assert problems(text) == [(2, message), (6, message), (10, back)]


def test_a_line_that_only_begins_with_a_time_and_an_arrow_is_text():
    assert texts(f"1\n{CUE}\nfrom 1:30,5 on\n1:30 -> noon\n\n2\n{CUE}\ntwo") == [
        "from 1:30,5 on 1:30 -> noon",
        "two",
    ]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_arrow_below_a_number_without_any_time_is_reported(at):
    cues = [f"{i}\n{CUE}\nword\n\n" for i in (1, 2, 3)]
    cues[at] = f"{at + 1}\nfoo --> bar\nlost\n\n"
    assert texts("".join(cues)) == ["word", "word"]
    assert problems("".join(cues))[0] == (
        at * 4 + 2,
        "The times on this line could not be read; the cue was left out.",
    )


def test_what_stands_before_the_first_cue_is_reported():
    text = f"Made by somebody\n\n0\n00:0x --> 1\nlost\n\n1\n{CUE}\none"
    assert texts(text) == ["one"]
    assert [line for line, _ in problems(text)] == [4, 1]


def test_problems_have_the_numbers_of_their_lines_in_any_file():
    cues = "".join(f"{i}\r\n{CUE}\r\nline\r\n\r\n" for i in range(1, 6))
    text = f"{cues}6\r\nbad --> 1\r\nlost\r\n\r\n{cues}7\r\n00:00:03,000 --> 00:00:02,000\r\nlate"
    assert [line for line, _ in problems(text)] == [22, 46]


def test_nothing_to_use_is_said():
    for text in ("", "just text", "1\n00:00 -> \nword", "-->"):
        with pytest.raises(NothingUsableError):
            read(text)


@pytest.mark.parametrize(
    "text",
    [
        f"1\n{CUE}\nword",
        f"\ufeff\r\n\r\n1\r\n{CUE}\r\nword",
        f"{CUE}",
        f"Subtitles by me\n\n1\n{CUE}\n",
        "1\r00:00:01.5 --> 00:00:02\rword",
    ],
)
def test_it_is_claimed_by_its_content(text):
    assert subrip.claims(Content.of(text))


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT\n\n{CUE}\nword",
        "00:00\n(doorbell rings)\n00:02\nWELL, I MADE IT",
        "{1}{25}word",
        "see --> there",
        "0:00:01.00,0:00:02.00\nword",
        "",
    ],
)
def test_it_is_not_claimed(text):
    assert not subrip.claims(Content.of(text))


def test_a_number_at_the_end_of_a_text_is_text_where_cues_have_no_numbers():
    text = (
        f"{CUE}\nThe year was\n1984\n00:00:03,000 --> 00:00:04,000\nand\n\n"
        "00:00:05,000 --> 00:00:06,000\n1\n00:00:07,000 --> 00:00:08,000\ndone\n\n"
        "00:00:09,000 --> 00:00:09,500\nso\n"
    )
    assert texts(text) == ["The year was 1984", "and", "1", "done", "so"]


def test_a_number_right_below_a_text_is_the_next_cues_where_cues_have_numbers():
    text = f"1\n{CUE}\none\n2\n00:00:03,0 --> 00:00:04,000\ntwo\n3\n00:00:05,0 --> 00:00:06,0\nx"
    assert texts(text) == ["one", "two", "x"]


def test_times_in_brackets_above_the_words():
    text = "[00:00:01.000 --> 00:00:02.000]\nGood day\nall\n\n[00:00:03.000 --> 00:00:04.5]\nYes\n"
    assert subrip.claims(Content.of(text))
    assert [(s.start_ms, s.end_ms, s.text) for s in read(text).segments] == [
        (1_000, 2_000, "Good day all"), (3_000, 4_500, "Yes")
    ]  # fmt: skip
    assert not subrip.claims(Content.of("[00:00:01.000 --> 00:00:02.000] Good day\n"))


def test_a_text_with_a_bracket_and_no_colon_is_nobodys_name():
    said = ["Anna: Hi.", "Anna (laughs)", "[Ben]: Yes.", "Anna: So.", "Anna: No."]
    talk = read("".join(f"{i}\n{CUE}\n{text}\n\n" for i, text in enumerate(said, 1)))
    assert [(s.speaker, s.text) for s in talk.segments][1] == (None, "Anna (laughs)")

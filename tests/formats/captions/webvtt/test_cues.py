"""The cases of the W3C's tests of file parsing, told again: which lines are cues and which not."""

import pytest

from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content, NothingUsableError

HEAD = "WEBVTT\n\n"
TIMES = "00:00:00.000 --> 00:00:01.000"


def read(text):
    return webvtt.parse(Content.of(text))


def texts(text):
    return [segment.text for segment in read(text).segments]


def spans(text):
    return [(s.start_ms, s.end_ms) for s in read(text).segments if not s.end_derived]


def problem_lines(text):
    return [problem.line for problem in read(text).problems]


@pytest.mark.parametrize(
    "signature",
    [
        "WEBVTT\n\n",
        "\ufeffWEBVTT\n\n",
        "WEBVTT \n\n",
        "WEBVTT\t\n\n",
        "WEBVTT - a title\n\n",
        "WEBVTT\tanything at all\n\n",
        "WEBVTT\nKind: captions\nmore\n\n",
        "WEBVTT\nRegion: id=fred width=40%\n\n",
        "WEBVTT\r\n\r\n",
        "WEBVTT\r\r",
    ],
)
def test_a_signature_may_be_followed_by_much(signature):
    transcript = read(f"{signature}{TIMES}\nword\n")
    assert [segment.text for segment in transcript.segments] == ["word"]
    assert not transcript.problems


def test_a_time_line_may_follow_the_header_at_once():
    assert texts(f"WEBVTT\n{TIMES}\nword\n") == ["word"]
    assert texts(f"WEBVTT\ngarbage\n{TIMES}\nword\n") == ["word"]


def test_times_in_the_signature_are_none():
    with pytest.raises(NothingUsableError):
        read(f"WEBVTT {TIMES}\nword\n")


@pytest.mark.parametrize("text", ["WEBVTT", "WEBVTT ", "WEBVTT\t", "WEBVTT\n", ""])
def test_a_signature_alone_is_nothing_to_use(text):
    with pytest.raises(NothingUsableError):
        read(text)


@pytest.mark.parametrize("signature", ["WEBVTTjunk", "WEBVT", "webvtt", "WEBVTT\v", " WEBVTT", ""])
def test_without_a_right_signature_the_cues_are_read_and_it_is_reported(signature):
    transcript = read(f"{signature}\n\n{TIMES}\nword\n")
    assert [segment.text for segment in transcript.segments] == ["word"]
    assert transcript.problems[0].line == 1


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_kind_of_line_end(end):
    lines = ["WEBVTT", "", "id", TIMES, "one", "", "id", TIMES, "two", "more", ""]
    assert texts(end.join(lines)) == ["one", "two more"]


def test_a_line_feed_before_a_return_is_two_line_ends():
    assert texts(f"WEBVTT\n\n{TIMES}\ntext\n\rid\n{TIMES}\nmore") == ["text", "more"]


@pytest.mark.parametrize(
    "name", [" led by a space", "ended by one ", "-- >", "->", " ", "1", "a:b"]
)
def test_an_identifier_is_no_text(name):
    transcript = read(f"{HEAD}{name}\n{TIMES}\none\n\n{name}\n{TIMES}\ntwo")
    assert [segment.text for segment in transcript.segments] == ["one", "two"]
    assert not transcript.problems


@pytest.mark.parametrize(
    "line",
    [
        "   00:00:00.000    -->  00:00:01.000 ",
        "\t00:00:00.000\t-->\t\t00:00:01.000\t",
        "\f00:00:00.000\f-->\f00:00:01.000\f",
        "00:00:00.000-->00:00:01.000",
        "00:00.000 --> 00:00:01.000",
        "00:00:00.000 --> 00:01.000",
        "00:00.000 --> 00:01.000",
        "0:00:00.000 --> 0:00:01.000",
        "000:00:00.000 --> 000:00:01.000",
        "00:00:00.000 --> 00:00:01.000 align:start line:1% vertical:lr size:50% position:25%",
        "00:00:00.000 --> 00:00:01.000 align:nonsense line:-1.5.5 foo : bar",
        "00:00:00.000 --> 00:00:01.000align:end",
        "00:00:00.000 --> 00:00:01.000 region:fred",
        "00:00:00.000 --> 00:00:01.000\0align:end",
    ],
)
def test_time_lines_that_hold(line):
    assert spans(f"{HEAD}{line}\nword\n") == [(0, 1000)]
    assert texts(f"{HEAD}{line}\nword\n") == ["word"]


@pytest.mark.parametrize(
    "line",
    [
        "00::00:00.000 --> 00:00:01.000",
        "00:000:00.000 --> 00:00:01.000",
        "00:00:000.000 --> 00:00:01.000",
        "00:00:00..000 --> 00:00:01.000",
        "00:00:00.0000 --> 00:00:01.000",
        "00:00:00.000 --> 00:00:01.0000",
        "000:00.000 --> 00:01.000",
        "00:00.000 --> 000:01.000",
        "0:00.000 --> 00:01.000",
        "00:00.000 --> 0:01.000",
        "00:0:00.000 --> 00:00:01.000",
        "00:00:0.000 --> 00:00:01.000",
        "00:00:00000 --> 00:00:01.000",
        "00:00:00.00 --> 00:00:01.000",
        "00:00:00. --> 00:00:01.000",
        "00:00:00 --> 00:00:01.000",
        "00:00 --> 00:00:01.000",
        "00 --> 00:00:01.000",
        " --> 00:00:01.000",
        "00:00:00.000 -->",
        "00:60:00.000 --> 01:00:01.000",
        "00:00:60.000 --> 00:01:01.000",
        "60:00.000 --> 60:01.000",
        "00:00:00,000 --> 00:00:01,000",
        "00:00:00.000 -- > 00:00:01.000 -->",
        "00:00:00.000 - -->",
        "x00:00:00.000 --> 00:00:01.000",
        "00:00:00.000x --> 00:00:01.000",
        "00:00:00.000 -->x 00:00:01.000",
        "\v00:00:00.000 --> 00:00:01.000",
        "00:00:00.000\0 --> 00:00:01.000",
        "\u0660\u0660:00:00.000 --> 00:00:01.000",
    ],
)
def test_time_lines_that_do_not_hold(line):
    text = f"{HEAD}{line}\nlost\n\n{TIMES}\nword\n"
    assert texts(text) == ["word"]
    assert problem_lines(text) == [3]


def test_sixty_and_more_hours_are_fine():
    assert spans(f"{HEAD}60:00:00.000 --> 60:00:01.000\nword") == [(216_000_000, 216_001_000)]


def test_a_cue_may_end_with_its_start_and_its_end_is_derived_if_it_is_before():
    text = f"{HEAD}00:00:01.000 --> 00:00:01.000\none\n\n00:01:00.000 --> 00:00:59.999\ntwo\n"
    first, second = read(text).segments
    assert (first.start_ms, first.end_ms, first.end_derived) == (1000, 1000, False)
    assert (second.start_ms, second.end_ms, second.end_derived) == (60_000, 70_000, True)
    assert problem_lines(text) == [6]


def test_a_line_with_an_arrow_ends_a_cue():
    arrows = ["-->", "foo-->", "-->foo", "--->", "-->-->"]
    text = HEAD + "".join(f"{arrow}\n{TIMES}\ntext{i}\n" for i, arrow in enumerate(arrows))
    assert texts(text) == [f"text{i}" for i in range(5)]
    assert texts(f"{HEAD}{TIMES}\none\n{TIMES}\ntwo") == ["one", "two"]


def test_a_broken_time_line_takes_its_text_along():
    text = f"{HEAD}{TIMES}\none\n00:00:02.000 --> later\nlost\n\n{TIMES}\ntwo"
    assert texts(text) == ["one", "two"]
    assert problem_lines(text) == [5]


def test_nul_becomes_a_replacement_character():
    assert texts(f"WEBVTT\n\0\n{TIMES}\none\n\n{TIMES}\n\ufffdtwo\0") == ["one", "\ufffdtwo\ufffd"]


@pytest.mark.parametrize(
    "block",
    [
        "NOTE",
        "NOTE a comment",
        "NOTE\na comment\nof lines",
        "STYLE\n::cue(b) { color: red }",
        "STYLE \n::cue {\n}",
        "REGION\nid:fred\nlines:3",
        "REGION: id=foo width=40%",
        "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000",
    ],
)
def test_comments_styles_and_regions_are_skipped_in_silence(block):
    text = f"{HEAD}{block}\n\n{TIMES}\none\n\n{block}\n\nid\n{TIMES}\ntwo\n\n{block}\n"
    assert texts(text) == ["one", "two"]
    assert not problem_lines(text)


def test_a_time_line_inside_another_block_is_a_cue_all_the_same():
    assert texts(f"{HEAD}NOTE\n{TIMES}\none\n\nSTYLE\nb {{}}\n{TIMES}\ntwo") == ["one", "two"]


def test_text_that_belongs_to_no_cue_is_reported():
    text = f"{HEAD}stray\n\n{TIMES}\none\n\nstray\nstray\n\n2\n{TIMES}\ntwo\n\nstray"
    assert texts(text) == ["one", "two"]
    assert problem_lines(text) == [3, 8, 15]


def test_a_line_of_spaces_ends_no_cue():
    assert texts(f"{HEAD}{TIMES}\n \none\n \ntwo\n\n") == ["one two"]


def test_text_parted_from_its_times_is_joined_and_reported():
    text = f"{HEAD}{TIMES}\n\nlate text\n\n2\n{TIMES}\ntwo\n\n{TIMES}\n\n"
    assert texts(text) == ["late text", "two", ""]
    assert problem_lines(text) == [3]


def test_an_empty_cue_before_an_identifier_stays_empty():
    assert texts(f"{HEAD}{TIMES}\n\nid\n{TIMES}\ntwo\n") == ["", "two"]


def test_cues_may_end_with_the_file():
    assert texts(f"{HEAD}{TIMES}") == [""]
    assert texts(f"{HEAD}{TIMES}\n") == [""]
    assert texts(f"{HEAD}{TIMES}\nlast words") == ["last words"]


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("00:01 --> 02:12", (1_000, 132_000)),
        ("1:02:03 --> 1:02:04.5", (3_723_000, 3_724_500)),
        ("00:00:01,500 --> 00:00:02,000", (1_500, 2_000)),
    ],
)
def test_where_no_line_holds_what_was_meant_is_read_and_reported(line, span):
    text = f"{HEAD}{line}\nA chapter\n"
    assert spans(text) == [span]
    assert problem_lines(text) == [3]


def test_cues_whose_text_is_json_say_what_it_says():
    cues = [
        '{"startDateTime":"2026-01-05T09:00:01Z","speakerName":"Ida Sund","spokenText":'
        r'"One <2 --> 3,\n \"so\".","spokenLanguage":"da-dk"}',
        '{"speakerName":null,"spokenText":"Two & a half."}',
        '{"speakerName":"Bo","spokenText":"broken off',
    ]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:00:0{at}.000 --> 00:00:0{at}.900\n{cue}" for at, cue in enumerate(cues, 1)
    )
    talk = read(text)
    assert [(s.start_ms, s.speaker, s.text) for s in talk.segments] == [
        (1_000, "Ida Sund", 'One <2 --> 3, "so".'),
        (2_000, None, "Two & a half."),
        (3_000, None, cues[2]),
    ]


def test_who_has_no_name_at_webex_is_not_the_one_before():
    names = ['"Ida" (11)', '"" (0)', '"" (0)', '"Bo" (12)']
    text = "WEBVTT\n\n" + "\n\n".join(
        f"{at} {name}\n00:00:0{at}.000 --> 00:00:0{at}.900\nWell." for at, name in enumerate(names)
    )
    talk = read(text)
    assert [s.speaker for s in talk.segments] == ["Ida", None, None, "Bo"]

"""TTML: times in all their forms, words, speakers, damage, and files made to do harm."""

from pathlib import Path

import pytest

from viewer.errors import MalformedTranscriptError
from viewer.formats import registry
from viewer.formats.captions.ttml import reader as ttml
from viewer.formats.captions.ttml.times import read_time_base
from viewer.formats.format import Content, NothingUsableError

HEAD = (
    '<?xml version="1.0" encoding="UTF-16"?>\n<tt xmlns="http://www.w3.org/ns/ttml" '
    'xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">'
)


def read(body, head=HEAD):
    content = Content.of(f"{head}\n<body>{body}</body></tt>")
    assert ttml.claims(content)
    return ttml.parse(content)


def rows(talk):
    return [(s.start_ms, s.end_ms, s.text) for s in talk.segments]


@pytest.mark.parametrize("name", ["x.ttml", "x.xml", "x.dfxp", "x"])
def test_paragraphs(name):
    text = f'{HEAD}<body><div><p begin="1s" end="00:00:04.5">Good<br/>morn<b>ing</b> &amp; all.</p>'
    talk = registry.parse(f"{text}</div></body></tt>".encode(), Path(name))
    assert talk.format == "ttml"
    assert rows(talk) == [(1_000, 4_500, "Good morning & all.")]
    assert talk.language == "en"


def test_a_prefix_that_nobody_declares():
    assert rows(read('<x:p begin="1s" dur="2s">a</x:p>')) == [(1_000, 3_000, "a")]


def test_words_in_spans():
    talk = read(
        '<p begin="1s" end="5s"><span begin="1s" end="2s">One</span>\n'
        '<span begin="2.5" end="3">two</span><span begin="3" end="4">some</span> '
        '<span begin="4">end</span></p>'
    )
    segment = talk.segments[0]
    assert segment.text == "One twosome end"
    assert [(w.start_ms, w.end_ms, w.text) for w in segment.words] == [
        (1_000, 2_000, "One"), (2_500, 3_000, "two"), (3_000, 4_000, "some"), (4_000, 5_000, "end")
    ]  # fmt: skip


def test_a_name_in_pieces_keeps_its_spaces():
    agent = '<ttm:agent xml:id="a"><ttm:name>Anna &amp; Ben</ttm:name></ttm:agent>'
    body = '<body><p begin="1s" ttm:agent="a">x</p></body></tt>'
    talk = ttml.parse(Content.of(f"{HEAD}<head>{agent}</head>{body}"))
    assert talk.segments[0].speaker == "Anna & Ben"


def test_times_of_spans_serve_a_paragraph_without():
    talk = read('<p><span begin="1s" end="2s">a</span> <span begin="3s" end="4s">b</span></p>')
    assert rows(talk) == [(1_000, 4_000, "a b")]


def test_a_paragraph_without_times_has_those_around_it():
    talk = read('<div begin="1s" end="2s"><p>a</p><p begin="2s" end="3s">b</p></div>')
    assert rows(talk) == [(1_000, 2_000, "a"), (2_000, 3_000, "b")]


def test_times_count_from_the_element_around_where_they_start_again():
    talk = read(
        '<div begin="10s" end="20s"><p begin="0s" end="2s">a</p><p begin="12s" dur="1s">b</p></div>'
        '<div begin="60s"><p begin="5s"><span begin="1s">c</span></p></div>'
    )
    assert rows(talk) == [(10_000, 12_000, "a"), (22_000, 23_000, "b"), (65_000, 75_000, "c")]
    assert talk.segments[2].words[0].start_ms == 66_000


def test_a_sequence():
    talk = read('<div timeContainer="seq"><p dur="2s">a</p><p begin="1s" dur="2s">b</p></div>')
    assert rows(talk)[1:] == [(3_000, 5_000, "b")]


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("00:01:02.5", 62_500), ("00:01:02:15", 62_500), ("1.5s", 1_500),
        ("250ms", 250), ("2m", 120_000),
        ("1h", 3_600_000), ("45f", 1_500), ("15t", 15_000), ("19.764", 19_764),
        ("3:58.640", 238_640),
        ("soon", None), ("", None), ("-1s", None), ("1:2:3:4:5", None),
    ],
)  # fmt: skip
def test_time_expressions(text, ms):
    assert read_time_base({}).parse(text) == ms


@pytest.mark.parametrize(
    ("attributes", "text", "ms"),
    [
        ({"tickRate": "10000000"}, "15000000t", 1_500), ({"frameRate": "25"}, "50f", 2_000),
        ({"frameRate": "24", "frameRateMultiplier": "1000 1001"}, "00:00:10:12", 10_501),
        ({"frameRate": "24", "frameRateMultiplier": "999 1000"}, "24f", 1_001),
        ({"frameRate": "25"}, "50t", 2_000), ({"frameRate": "0"}, "30f", 1_000),
        ({"timeBase": "smpte", "frameRateMultiplier": "1000 1001"}, "00:01:00:00", 60_060),
        (
            {"timeBase": "smpte", "frameRateMultiplier": "1000 1001", "dropMode": "dropNTSC"},
            "00:10:00:00", 599_999,
        ),
        ({"frameRateMultiplier": "1000 0"}, "30f", 1_000), ({"tickRate": "x"}, "2t", 2_000),
    ],
)  # fmt: skip
def test_frames_and_ticks(attributes, text, ms):
    assert read_time_base(attributes).parse(text) == ms


def test_speakers_title_and_length():
    head = f"""{HEAD}<head><metadata><ttm:title>A talk</ttm:title>
<ttm:agent type="person" xml:id="a"><ttm:name type="full">Anna</ttm:name></ttm:agent>
<ttm:agent xml:id="b"/></metadata></head>"""
    body = '<div ttm:agent="a"><p begin="1s" end="2s"><ttm:desc>no</ttm:desc>x</p></div>'
    content = f'{head}<body dur="9s">{body}<p begin="3s" ttm:agent="b">y</p></body></tt>'
    talk = ttml.parse(Content.of(content))
    assert [(s.speaker, s.text) for s in talk.segments] == [("Anna", "x"), ("b", "y")]
    assert (talk.source.title, talk.duration_ms) == ("A talk", 9_000)


def test_damage_ends_the_reading_and_is_reported():
    content = Content.of(f'{HEAD}\n<body><p begin="1s">a</p>\n<p begin="2s">b</p\n<p begin="3s">c')
    talk = ttml.parse(content)
    assert [s.text for s in talk.segments] == ["a", "b"]
    assert [p.line for p in talk.problems] == [5]


def test_html_entities_and_lone_ampersands():
    assert read('<p begin="1s">a&nbsp;b & c &eacute; &foo;</p>').segments[0].text == (
        "a b & c é &foo;"
    )


def test_a_paragraph_without_any_time_is_reported():
    talk = read('<p begin="1s">a</p>\n<p>b</p><p begin="9s" end="8s">c</p>')
    assert [s.text for s in talk.segments] == ["a", "c"]
    assert [p.line for p in talk.problems] == [4, 4]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared", [f'<!ENTITY l0 "ha">{LAUGHS}', '<!ENTITY l9 SYSTEM "file:///etc/passwd">']
)
def test_entities_are_refused_in_a_sentence(declared):
    text = f'<!DOCTYPE tt [{declared}]><tt><body><p begin="1s">&l9;</p></body></tt>'
    with pytest.raises(MalformedTranscriptError, match="entities of its own"):
        registry.parse(text.encode(), Path("x.ttml"))


def test_depth_costs_nothing():
    deep = "<div>" * 10_000 + '<p begin="1s">a</p>' + "</div>" * 10_000
    assert rows(read(deep)) == [(1_000, 11_000, "a")]
    timed = '<div begin="0s">' * 10_000 + '<p begin="1s">a</p>' + "</div>" * 10_000
    assert read(timed).segments[0].start_ms == 1_000
    spans = '<p begin="1s">' + "<span begin='1s'>a" * 10_000
    assert ttml.parse(Content.of(f"<tt><body>{spans}")).problems


@pytest.mark.parametrize("text", ["<html><tt>x</tt></html>", "<ttx>", "tt", "<tts begin='1'/>"])
def test_what_is_not_claimed(text):
    assert not ttml.claims(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        ttml.parse(Content.of(f"{HEAD}<body/></tt>"))


def test_a_programmes_clock_counts_from_its_hour():
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="urn:p" p:timeBase="{}" p:frameRate="25">'
        '<body><div><p begin="10:00:01:05" end="10:00:02:10">One</p></div></body></tt>'
    )
    one = ttml.parse(Content.of(text.format("smpte"))).segments[0]
    assert (one.start_ms, one.end_ms) == (1_200, 2_400)
    made = ttml.parse(Content.of(text.format("media")))
    assert (made.segments[0].start_ms, made.segments[0].end_ms) == (1_200, 2_400)
    assert [problem.line for problem in made.problems] == [1]


@pytest.mark.parametrize("hour", ["01", "09", "11"])
def test_times_of_a_recording_may_lie_behind_another_hour(hour):
    text = (
        f'<tt><body><div><p begin="{hour}:00:01.0" end="{hour}:00:02.0">One</p></div></body></tt>'
    )
    made = ttml.parse(Content.of(text))
    assert made.segments[0].start_ms == int(hour) * 3_600_000 + 1_000
    assert not made.problems


@pytest.mark.parametrize(("begins", "first"), [("09:50:00:00", 600_000), ("11:00:00:00", 0)])
def test_a_programme_begins_where_the_file_says(begins, first):
    text = (
        '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:p="urn:p" p:timeBase="smpte" '
        'p:frameRate="25"><tt:head><tt:metadata><ebuttm:documentMetadata>'
        "<ebuttm:documentStartOfProgramme>{}</ebuttm:documentStartOfProgramme>"
        "</ebuttm:documentMetadata></tt:metadata></tt:head><tt:body><tt:div>"
        '<tt:p begin="10:00:00:00" end="10:00:02:00">One</tt:p></tt:div></tt:body></tt:tt>'
    )
    assert ttml.parse(Content.of(text.format(begins))).segments[0].start_ms == first

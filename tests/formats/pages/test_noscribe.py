"""noScribe's HTML: anchors with times, speakers and those who speak at the same time."""

import pytest

from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.pages import noscribe as noscribe_html

HEAD = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN">
<html><head><style>p { margin: 0 }</style><meta name="audio_source" content="./talk.mp3" /></head>
<body><p>A talk</p><p><span>Transcribed with noScribe<br />Audio file: ./talk.mp3<br />
(Language: German (de) | Timestamps: 1)</span></p>
"""
TALK = """<p><a name="ts_0_900_" >(pause)</a></p>
<p><a name="ts_1200_2400_S01" >S01: <span style="x">[00:00:01]</span> Guten &amp; Tag.</a><a
name="ts_2400_2900_S01" > Ja.</a><a name="ts_2500_2800_//S02" > //S02: Hm.</a><a
name="ts_2900_3300_S01" >// Also [00:00:02] gut.</a></p>"""


def read(text):
    content = Content.of(text)
    assert noscribe_html.claims(content)
    return noscribe_html.parse(content)


def test_pieces_speakers_and_overlaps():
    segments = read(HEAD + TALK).segments
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in segments] == [
        (0, 900, None, "(pause)"),
        (1200, 2400, "S01", "Guten & Tag."),
        (2400, 2900, "S01", "Ja."),
        (2500, 2800, "S02", "Hm."),
        (2900, 3300, "S01", "Also [00:00:02] gut."),
    ]


def test_what_stands_above():
    transcript = read(HEAD + TALK)
    assert transcript.source.title == "A talk"
    assert transcript.media == ("./talk.mp3",)
    assert transcript.language == "de"
    assert transcript.description.startswith("Transcribed with noScribe")


def test_a_name_given_in_the_text_counts_for_all_of_that_speaker():
    text = TALK.replace("S01:", "Anna:").replace("//S02:", "//Ben Wu:")
    assert [s.speaker for s in read(text).segments] == [None, "Anna", "Anna", "Ben Wu", "Anna"]


def test_anchors_before_their_text_as_editors_write_them():
    text = (
        '<p><a name="ts_0_900_S01"></a><span>S01: One</span><a name="ts_0_900_S01"></a>'
        '<b> two.</b></p><p><a name="ts_900_1000_S02"></a>S02: Three.</p>'
    )
    assert [(s.speaker, s.text) for s in read(text).segments] == [
        ("S01", "One two."),
        ("S02", "Three."),
    ]


def test_damage_is_reported_with_its_line():
    text = TALK.replace("ts_2400_2900", "ts_2400_29") + '\n<a name="ts_x_y_S01">More</a>'
    transcript = read(text)
    assert [problem.line for problem in transcript.problems] == [2, 5]
    assert transcript.segments[2].end_derived
    assert transcript.segments[-1].text.endswith("gut. More")


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        read('<a name="ts_0_900_S01"> </a>')


def test_other_pages_are_not_claimed():
    assert not noscribe_html.claims(Content.of('<p><a name="top">Hello</a> ts_0_1_</p>'))


def test_the_real_file(corpus):
    transcript = registry.load(next((corpus / "noscribe").glob("*.html")))
    assert transcript.format == "noscribe-html"
    assert len(transcript.segments) == 249
    assert transcript.speakers == ("S01", "S02", "S00")
    assert transcript.media[0].endswith(".mp3")
    assert not any("//" in s.text or "[00:" in s.text for s in transcript.segments)
    assert transcript.segments[0].start_ms == 0
    assert [s.end_derived for s in transcript.segments].count(True) == 1  # the last ends too early
    assert max(s.end_ms for s in transcript.segments if not s.end_derived) == 737_141

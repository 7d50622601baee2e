"""Captions told by moments: what is shown from each on, in the ways of five formats."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import dvd_subtitle, quicktime_text, realtext, subviewer
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError

QUICKTIME = "{QTtext}{timeScale:30}{timeStamps:absolute}\n"
SUBVIEWER = "[TITLE]\nA talk\n[AUTHOR]\n\n[DELAY]\n0\n[BEGIN]\n******** START SCRIPT ********\n"
WINDOW = '<window type="generic" duration="30.0">\n'
#: The format, the text, and what is read of it: start, end, speaker, text.
READ = [
    ("quicktime-text",
     QUICKTIME + "[00:00:01.15]\n{bold}Good{plain}\nday.\n[00:00:03.00]\n\n"
                 "[00:00:04.00]{size:9}Yes.\n",
     [(1500, 3000, None, "Good day."), (4000, 14_000, None, "Yes.")]),
    ("quicktime-text",
     "{QTtext} {timeScale:1000} {timeStamps:relative}\n[00:00:01.500]\nA.\n[00:00:01.500]\n\n"
     "[00:00:01.000]\n{laughs} B.\n[00:00:02.000]\n\n",
     [(1500, 3000, None, "A."), (4000, 6000, None, "{laughs} B.")]),
    ("quicktime-text", "{QTtext}\n[00:00:01.300]\nA.\n", [(1500, 11_500, None, "A.")]),
    ("subviewer",
     SUBVIEWER + "[00:00:01]\nGood day.|All of you.\n[00:00:03]\n\n[00:00:04]\nYes.\n"
                 "[00:00:06]\n\n[end]\n"
     "******** END SCRIPT ********\n",
     [(1000, 3000, None, "Good day. All of you."), (4000, 6000, None, "Yes.")]),
    ("subviewer", "[BEGIN]\n[0:0:1]\nAnna: A.\n[0:0:3]\nBen: B.\n[0:0:5]\nAnna: C.\n",
     [(1000, 3000, "Anna", "A."), (3000, 5000, "Ben", "B."), (5000, 15_000, "Anna", "C.")]),
    ("dvd-subtitle",
     "{HEAD\nDVDTITLE=A talk\nLANG=EN\n}\n{T 00:00:01:50\nGood day.\nAll.\n}\n{T 00:00:03:00\n\n}\n"
     "{T 00:00:04:05\nYes.\n}\n",
     [(1500, 3000, None, "Good day. All."), (4050, 14_050, None, "Yes.")]),
    ("realtext",
     WINDOW + '<time begin="1.5"/><clear/>Good <b>day</b>.<br/>All.\n<time begin="3"/><clear/>\n'
     '<time begin="00:00:04.0" end="6"/><clear/>Yes &amp; no.\n</window>',
     [(1500, 3000, None, "Good day. All."), (4000, 6000, None, "Yes & no.")]),
    ("realtext",
     '<?xml version="1.0"?>\n<WINDOW WIDTH=320>\n<TIME BEGIN="1:00:01.5" END="1:00:03">A.\n'
     '<TIME BEGIN="1:0:0:0">B.\n</WINDOW>',
     [(3_601_500, 3_603_000, None, "A."), (86_400_000, 86_410_000, None, "B.")]),
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("name", "text", "spans"), READ)
def test_each_is_told_and_read(name, text, spans, end):
    made = registry.parse(f"\ufeff{text}".replace("\n", end).encode(), Path("talk.txt"))
    assert made.format == name
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments] == spans
    assert not made.problems


def test_titles_and_lengths_are_kept():
    assert subviewer.parse(Content.of(SUBVIEWER + "[00:00:01]\nA.\n")).source.title == "A talk"
    disc = dvd_subtitle.parse(
        Content.of("{HEAD\nDVDTITLE=A talk\nLANG=EN\n}\n{T 00:00:01:50\nA.\n}\n")
    )
    assert (disc.source.title, disc.language) == ("A talk", "en")
    assert realtext.parse(Content.of(WINDOW + '<time begin="1">A.')).duration_ms == 30_000


@pytest.mark.parametrize(
    ("reader", "text", "lines"),
    [
        (quicktime_text, "{QTtext}\nstray\n[00:00:01.0]\nA.\n", [2]),
        (subviewer, "[DELAY]\n5\n[BEGIN]\n[00:00:01]\nA.\n", [1]),
        (dvd_subtitle, "{HEAD\n}\nstray\n{T 00:00:01:50\nA.\n}\n", [3]),
        (realtext, '<window>\n<time begin="1"/>A.\n<time begin="soon"/>B.\n</window>', [3]),
    ],
)
def test_what_is_left_out_is_told_with_its_line(reader, text, lines):
    made = reader.parse(Content.of(text))
    assert [segment.text for segment in made.segments] == ["A."]
    assert [problem.line for problem in made.problems] == lines


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (quicktime_text, "[00:00:01.0]\nA.\n"),
        (subviewer, "[00:00:01]\nA.\n"),
        (subviewer, "[BEGIN]\nA.\n"),
        (dvd_subtitle, "{T 1}\nA.\n"),
        (realtext, "<window>A.</window>"),
    ],
)
def test_other_text_is_none_of_them(reader, text):
    assert reader.claims(Content.of(text)) is Claim.NO
    with pytest.raises(NothingUsableError):
        reader.parse(Content.of(text.replace("A.", "")))


def test_an_end_before_its_start_is_derived_and_told():
    draft = Draft("x")
    shown = [Moment(3, 5000, "A.", 4000), Moment(4, 6000, "B."), Moment(5, 5500, "")]
    made = finished(draft, shown)
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(5000, 6000), (6000, 16_000)]
    assert [problem.line for problem in made.problems] == [3]


@pytest.mark.parametrize("above", ["", "Talk with Carl\nFor the archive\n\n[BEGIN]\n"])
def test_a_script_does_not_begin_among_times_or_below_other_words(above):
    text = (
        above
        + "[00:00:01] Anna: A.\n[00:00:02]\n[begin]\n[00:00:04] Ben: B.\n[00:00:07] Anna: C.\n"
    )
    assert subviewer.claims(Content.of(text)) is Claim.NO

"""The cases of the W3C's tests of cue text, told again: entities, tags, nesting, times, voices."""

import pytest

from viewer.formats.captions.webvtt.text import read_cue_text


def said(payload):
    return read_cue_text(payload).text


def by_voice(payload):
    return [(run.speaker, run.text) for run in read_cue_text(payload).runs]


def timed(payload):
    return [(ms, text) for run in read_cue_text(payload).runs for ms, text, _ in run.pieces]


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("&", "&"),
        ("&amp", "&"),
        ("&amp;", "&"),
        ("&AMP;", "&"),
        ("&lt;&gt;", "<>"),
        ("a&lrm;b&rlm;c", "a\u200eb\u200fc"),
        ("&quot;", '"'),
        ("&nbsp;", "\xa0"),
        ("&copy;", "©"),
        ("&ClockwiseContourIntegral;", "∲"),
        ("&nsubE;", "⫅̸"),
        ("&notin;&not;&not&notit;", "∉¬¬¬it;"),
        ("&&", "&&"),
        ("&1", "&1"),
        ("&1;", "&1;"),
        ("&<", "&"),
        ("&<c", "&"),
        ("&#32;&#x20;.", "  ."),
        ("&;", "&;"),
        ("&amp;amp;", "&amp;"),
        ("&lt;i&gt;", "<i>"),
    ],
)
def test_entities(payload, text):
    assert said(payload) == text


@pytest.mark.parametrize(
    "payload",
    [
        "<i>word</i>",
        "<b>word",
        "word</b>",
        "<u>word</u>",
        "<c.red>word</c>",
        "<c.a.b.c>word</c>",
        "<.red>word",
        "<c. >word</c>",
        "<lang en-GB>word</lang>",
        "<lang.x en>word",
        "<>word",
        "< >word",
        "<\t>word",
        "</>word",
        "</ i>word",
        "<x>word</x>",
        "<video src=a>word",
        "<i>w<b>or</i>d</b>",
        "<b><b><b>word",
        "<<c>word",
        "<b><i>word</b></i>",
        "word<",
        "word<b",
        "word</b",
        "word<00:00:01.000",
        "word<v",
        "<rt>word</rt>",
        "<i\nx>word",
    ],
)
def test_tags_leave_only_the_word(payload):
    assert said(payload) == "word"


def test_what_looks_like_a_tag_ends_at_the_first_bracket():
    assert said("<b <i>>word") == ">word"
    assert said("a <5 b> c") == "a  c"
    assert said("<i>1 < 2</i>") == "1 "
    assert said("a > b") == "a > b"


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("<ruby>base<rt>top", "base(top)"),
        ("<ruby>base<rt>top</rt>more", "base(top)more"),
        ("<ruby>base<rt>top</rt></ruby>more", "base(top)more"),
        ("<ruby>base<rt>top</ruby>more", "base(top)more"),
        ("<ruby>base<rt><b>top</rt></ruby>more", "base(topmore)"),
        ("<ruby>base<rt><b>top</ruby>more", "base(topmore)"),
        ("<ruby>base<rt><b>top</rt></ruby></b>more", "base(topmore)"),
        ("<ruby>base<rt><b>top</rt></b></ruby>more", "base(top)more"),
        ("<ruby>base<rt><b>top</rt></b>more</ruby>rest", "base(topmore)rest"),
        ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", "漢(かん)字(じ)"),
    ],
)
def test_nesting_decides_where_a_reading_ends(payload, text):
    assert said(payload) == text


@pytest.mark.parametrize(
    ("payload", "voices"),
    [
        ("<v Anna>Hello", [("Anna", "Hello")]),
        ("<v Anna>Hello</v>", [("Anna", "Hello")]),
        ("<v.loud.far Anna  Lee >Hello", [("Anna Lee", "Hello")]),
        ("<v\tAnna>Hello", [("Anna", "Hello")]),
        ("<v\nAnna>Hello", [("Anna", "Hello")]),
        ("<v Anna>\nHello\nyou", [("Anna", "\nHello\nyou")]),
        ("<v R&amp;D &lt;x&gt;>Hello", [("R&D <x>", "Hello")]),
        ("<v>Hello", [(None, "Hello")]),
        ("<v Anna><i>Hello</i> you", [("Anna", "Hello you")]),
        ("<i><v Anna>Hello</v></i>", [("Anna", "Hello")]),
        ("<v Anna>Hello <b>you</v> there", [("Anna", "Hello you there")]),
        ("<v Anna>Hi.</v>\n<v Ben>Ho.</v>", [("Anna", "Hi.\n"), ("Ben", "Ho.")]),
        ("<v Anna>Hi.\n<v Ben>Ho.", [("Anna", "Hi.\n"), ("Ben", "Ho.")]),
        ("<v Anna>Hi, <v Ben>ho,</v> hey.", [("Anna", "Hi, "), ("Ben", "ho,"), ("Anna", " hey.")]),
        (
            "(door) <v Anna>Hi.</v> (steps)",
            [(None, "(door) "), ("Anna", "Hi."), (None, " (steps)")],
        ),
        ("<v Anna>Hi, </v><v Anna>you.</v>", [("Anna", "Hi, you.")]),
        ("<v Anna></v>", [("Anna", "")]),
    ],
)
def test_voices(payload, voices):
    assert by_voice(payload) == voices


def test_a_voice_is_carried_only_where_no_other_is_named():
    assert read_cue_text("Hello", "Anna").runs[0].speaker == "Anna"
    assert read_cue_text("(door) <v Ben>Hi.", "Anna").runs[0].speaker is None
    assert read_cue_text("<v Ben>Hi.", "Anna").open_voice == "Ben"
    assert read_cue_text("<v Ben>Hi.</v>", "Anna").open_voice is None
    assert read_cue_text("<v Ben><i>Hi.</i>", "Anna").open_voice == "Ben"


def test_times_stand_before_what_is_said_from_then_on():
    assert timed("a <00:00:01.500>b <00:02.000><i>c</i> d") == [
        (None, "a "),
        (1500, "b "),
        (2000, "c d"),
    ]
    assert timed("a<00:00:01.000>") == [(None, "a"), (1000, "")]


@pytest.mark.parametrize(
    "tag",
    [
        "00:00:01",
        "0:01.000",
        "00:00:01.00",
        "00:00:01.0000",
        "00:61.000",
        "1",
        "00:00:01.000 ",
        "1.5",
    ],
)
def test_what_is_not_quite_a_time_is_none(tag):
    assert timed(f"a<{tag}>b") == [(None, "a"), (None, "b")]


@pytest.mark.parametrize("nobody", ["-", "–", " - "])
@pytest.mark.parametrize("said", ["Yes.", "Да.", "<i>Ja</i>"])
def test_a_dash_for_a_voice_is_nobody(nobody, said):
    assert [run.speaker for run in read_cue_text(f"<v {nobody}>{said}</v>").runs] == [None]

"""XML told tag by tag: entities, damage, lines, and what is refused."""

import pytest

from viewer.formats.draft import Draft
from viewer.formats.format import NothingUsableError
from viewer.formats.kit.xml_stream import Tags


class Reported(Tags):
    def __init__(self):
        self.reported = []

    def opened(self, name, attributes):
        self.reported.append((name, attributes, self.line))

    def closed(self, name):
        self.reported.append(f"/{name}")

    def said(self, text):
        self.reported.append(text)


def read(text):
    reader, draft = Reported(), Draft("x")
    draft.segment(0, 1, "a")
    reader.read(text, draft)
    return reader.reported, [problem.line for problem in draft.finish().problems]


def test_tags_text_and_lines():
    reported, problems = read('\n<?xml version="1.0"?>\n<a>\n<x:b c="d &amp; e"/>f&nbsp;g & h</a>')
    assert reported == [
        ("a", {}, 3), "\n", ("x:b", {"c": "d & e"}, 4), "/x:b", "f\xa0g & h", "/a"
    ]  # fmt: skip
    assert not problems


def test_text_comes_whole():
    assert read("<a>one\ntwo &lt; three<!-- no -->four</a>")[0][1:-1] == ["one\ntwo < threefour"]


@pytest.mark.parametrize("end", ["</b>", "<", "<b c>", "", "</a"])
def test_text_up_to_the_damage_is_reported(end):
    reported, problems = read(f"<a>\nsaid{end}")
    assert reported == [("a", {}, 1), "\nsaid"]
    assert problems == [2]


@pytest.mark.parametrize(
    "declared",
    [
        '[<!ENTITY b "c">]', '[<!ENTITY % b "c">]', '[<!ENTITY b SYSTEM "file:///etc/passwd">]',
        'SYSTEM "http://x.org/a.dtd"', 'PUBLIC "-//X" "a.dtd"',
        '[<!NOTATION n SYSTEM "n"><!ENTITY b SYSTEM "c" NDATA n>]',
    ],
)  # fmt: skip
def test_what_is_declared_is_refused(declared):
    with pytest.raises(NothingUsableError, match="entities of its own"):
        read(f"<!DOCTYPE a {declared}><a>b</a>")


def test_a_document_type_by_itself_is_none_of_our_business():
    assert read("<!DOCTYPE a><a>b</a>")[0][1:] == ["b", "/a"]


def test_there_is_a_line_before_anything_is_read():
    assert Tags().line == 1


def test_controls_are_left_out():
    assert read("<a>b\0\x01\ufffec\ud800é</a>")[0][1] == "bcé"


def test_depth_is_bounded():
    reported, problems = read("<a>" * 300_000)
    assert len(reported) < 200_000
    assert problems


def test_parts_may_be_cut_anywhere():
    text = '<?xml version="1.0"?><a b="&nbsp;&amp;">one &amp; two & three</a>'
    reader, draft = Reported(), Draft("x")
    draft.segment(0, 1, "a")
    reader.read_parts(list(text), draft)
    assert reader.reported[0][:2] == ("a", {"b": "\xa0&"})
    assert "".join(reader.reported[1:-1]) == "one & two & three"
    assert not draft.finish().problems

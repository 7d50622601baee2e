"""What pages of strangers come to: tags and text, and nothing that takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.kit.html_stream import Page, tamed


class Reported(Page):
    """Keeps what it was told."""

    def __init__(self):
        super().__init__()
        self.reported = []
        self.attributes = []

    def opened(self, tag, attributes):
        self.reported.append(f"<{tag} {self.line}>")
        self.attributes.append(attributes)

    def closed(self, tag):
        self.reported.append(f"</{tag}>")

    def said(self, text):
        self.reported.append(text)


def read(text):
    page = Reported()
    page.read(text)
    return page


def reported(text):
    return "".join(read(text).reported)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<br/>b</p>", "<p 1>a<br 1></br>b</p>"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("a < b <3 <", "a < b <3 <"),
        ("a<!-- b\n<i> --><p>c", "a\n<p 2>c"),
        ("a<!-- never closed <p>", "a"),
        ("<!DOCTYPE html>\n<p>a", "\n<p 2>a"),
        ("<?xml version='1'?>a<![CDATA[b]]>", "a"),
        ("a<p class='never closed", "a"),
        ("<style>p {}</style><script>x < y</script>a", "<style 1></style><script 1></script>a"),
        ("&#99999999999999999999;&#x110000;", "\ufffd\ufffd"),
        ("<title>A talk</title>b", "<title 1></title>b"),
    ],
)
def test_what_is_reported(text, expected):
    assert reported(text) == expected


def test_what_follows_a_title_with_tags_in_it_is_reported():
    # They are tags to older releases of the library, and to newer ones text, as they should be.
    assert reported("<title>A <b>talk</title>b").endswith("</title>b")


def test_what_a_page_says_of_itself():
    page = Page()
    page.read(
        '<html lang="de"><head><title>Talk</title><meta name="audio_source" content="a.mp3">'
        '<meta name="audio_source" content="b.mp3"></head><video><source src="talk.mp4"></video>'
    )
    assert (page.language, page.title) == ("de", "Talk")
    assert page.meta == {"audio_source": "a.mp3"}
    assert page.recordings == ["talk.mp4"]


def test_no_line_is_lost():
    text = "<!-- \n\n -->\n<! \n >\n<a \n b>"
    assert tamed(text).count("\n") == text.count("\n")


TAGS = st.sampled_from([
    "<p>", "</p>", "<br />", "<BR/>", '<span class="a" data-m="1">', "</span>", "</SPAN >",
    "<a b=c>", '<a b="c>d">', '<i e="&amp;"/>', '<p a="1" a="2">', '<b a="1"c>', "<script>",
    "</script>", "<li ", "<title>", "</title>", "<textarea>", "</textarea>",
    "text", "&lt;", "\n", '"', "<", ">", "\0",
])  # fmt: skip


@given(st.lists(TAGS, max_size=15).map("".join))
def test_plain_tags_are_reported_as_the_library_tells_them(text):
    quick = read(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.delattr(Page, "parse_starttag")
        patched.delattr(Page, "parse_endtag")
        slow = read(text)
    assert (quick.reported, quick.attributes) == (slow.reported, slow.attributes)

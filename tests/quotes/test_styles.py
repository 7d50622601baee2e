"""How quotes are worded."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.quote import Quote, quote_segments
from viewer.core.transcript import Source
from viewer.core.turns import Turn
from viewer.formats import registry
from viewer.quotes.styles import STYLES, Style, escape_markdown, render

URL = "https://www.youtube.com/watch?v=AbC"
FULL = Source("A talk", "Channel", date(2017, 5, 4), URL)


def quote(text="Words.", start=35_600, speaker=None, source=FULL):
    return Quote(text, start, None if start is None else start + 1_000, speaker, source)


def test_the_eighth_line_of_the_seed(seed):
    rendered = render(quote_segments(registry.load(seed), range(7, 8)))
    words = (
        "Raqqa was once a symbol of the group's strength and a crucial part of its "
        "self-declared caliphate."
    )
    title = "What Does the Fall of Mosul and Raqqa Mean For ISIS?"
    link = "https://www.youtube.com/watch?v=YCxNiKcoljE&t=35.6s"
    around = "The Wall Street Journal - World News, 24 May 2017"
    assert rendered.plain == f"“{words}”\n— {title}, {around}, 0:35 {link}"
    assert rendered.markdown == f"> {words}\n>\n> — *{title}*, {around}, [0:35]({link})"
    escaped = link.replace("&", "&amp;")
    assert rendered.html == (
        f'<blockquote cite="{escaped}"><p>{words}</p>'
        f'<p>— <cite>{title}</cite>, {around}, <a href="{escaped}">0:35</a></p></blockquote>'
    )


def test_turns_of_several_are_distinguished():
    turns = (Turn("Anna", "How *so*?"), Turn("Ben", "1. That <way>."), Turn(None, "- Hm."))
    rendered = render(replace(quote(source=Source("A talk")), turns=turns))
    assert rendered.plain == "“Anna: How *so*?\nBen: 1. That <way>.\n—: - Hm.”\n— A talk, 0:35"
    assert rendered.markdown == (
        "> Anna: How \\*so\\*?\n>\n> Ben: 1. That \\<way\\>.\n>\n> —: - Hm.\n>\n> — *A talk*, 0:35"
    )
    assert rendered.html == (
        "<blockquote><p>Anna: How *so*?</p><p>Ben: 1. That &lt;way&gt;.</p><p>—: - Hm.</p>"
        "<p>— <cite>A talk</cite>, 0:35</p></blockquote>"
    )


def test_a_verse_keeps_its_lines():
    rendered = render(quote("One *line*\n- and <another>", None, source=Source()))
    assert rendered.plain == "“One *line*\n- and <another>”"
    assert rendered.markdown == "> One \\*line\\*  \n> \\- and \\<another\\>"
    assert rendered.html == ("<blockquote><p>One *line*<br>- and &lt;another&gt;</p></blockquote>")


HEBREW = "בשנת 1948 הגיעו 3 אוניות"


def test_what_reads_from_right_to_left_says_so_in_html():
    html = render(quote(HEBREW, source=Source("A talk"))).html
    assert html.startswith(f'<blockquote><p dir="rtl">{HEBREW}</p><p>— <cite>A talk</cite>')
    assert '<p dir="rtl">— <cite>' in render(quote("Words.", source=Source(HEBREW))).html
    turns = (Turn("Anna", HEBREW), Turn("דנה", "In English."))
    html = render(replace(quote(source=Source()), turns=turns)).html
    assert f'<p dir="rtl">Anna: {HEBREW}</p><p>דנה: In English.</p>' in html


def test_a_speaker_comes_first():
    rendered = render(quote(speaker="Anna"))
    assert "\n— Anna, A talk, Channel, 4 May 2017, 0:35 https" in rendered.plain
    assert "> — Anna, *A talk*, Channel" in rendered.markdown
    assert "<p>— Anna, <cite>A talk</cite>" in rendered.html


@pytest.mark.parametrize(
    ("source", "start", "plain", "markdown"),
    [
        (Source(), None, "", ""),
        (Source(), 35_600, "0:35", "0:35"),
        (Source("A talk"), None, "A talk", "*A talk*"),
        (Source("A talk", published=date(2017, 5, 4)), 0, "A talk, 4 May 2017, 0:00", None),
        (Source("A talk", url=URL), None, f"A talk {URL}", f"[*A talk*]({URL})"),
        (Source(url=URL), None, URL, f"[{URL}]({URL})"),
        (Source(url=URL), 28_000, f"0:28 {URL}&t=28s", f"[0:28]({URL}&t=28s)"),
        (Source("T", url="file:///x"), 28_000, "T, 0:28", "*T*, 0:28"),
        (Source("T", url="javascript:x"), None, "T", "*T*"),
        (Source("T", url="https://x.org/a"), 1, "T, 0:00 https://x.org/a#t=0.001", None),
        (Source(url="https://x.org/a_(b)"), 0, None, "[0:00](https://x.org/a_%28b%29#t=0)"),
    ],
)
def test_what_is_lacking_leaves_no_trace(source, start, plain, markdown):
    rendered = render(quote(start=start, source=source))
    if plain is not None:
        assert rendered.plain == ("“Words.”\n— " + plain if plain else "“Words.”")
    if markdown is not None:
        assert rendered.markdown == ("> Words.\n>\n> — " + markdown if markdown else "> Words.")


def test_html_of_a_bare_quote():
    bare = render(quote(start=None, source=Source()))
    assert bare.html == "<blockquote><p>Words.</p></blockquote>"


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[a](b) <i> | ~x~ \\", r"\[a\](b) \<i\> \| \~x\~ " + "\\\\"),
        ("# not a heading #1", r"\# not a heading #1"),
        ("- no list - no", r"\- no list - no"),
        ("+1", r"\+1"),
        ("1. no list 2. no", r"1\. no list 2. no"),
        ("12) no", r"12\) no"),
        ("3.5 percent", "3.5 percent"),
        ("> no quote", r"\> no quote"),
        ("AT&T &amp; &#38;", r"AT&T \&amp; \&#38;"),
        ("It's fine (really), 50% - yes.", "It's fine (really), 50% - yes."),
    ],
)
def test_markdown_of_the_words_own_is_escaped(words, escaped):
    assert render(quote(words, None, source=Source())).markdown == f"> {escaped}"


def test_markdown_and_html_of_titles_and_names_are_escaped():
    rendered = render(quote(speaker="<A>", source=Source("*T* & <b>", "C_D_")))
    assert r"— \<A\>, *\*T\* & \<b\>*, C\_D\_, 0:35" in rendered.markdown
    assert "— &lt;A&gt;, <cite>*T* &amp; &lt;b&gt;</cite>, C_D_, 0:35" in rendered.html


def test_every_style_has_its_text_in_three_flavours():
    assert list(STYLES) == list(Style)
    for style in Style:
        rendered = render(quote(), style) if style is not Style.SRT else None
        if rendered is not None:
            assert all((rendered.plain, rendered.markdown, rendered.html))


@given(st.text())
def test_escaping_takes_nothing_away(text):
    assert escape_markdown(text).replace("\\", "") == text.replace("\\", "")


@given(st.text(min_size=1), st.text(), st.text(), st.text())
def test_html_has_no_markup_but_ours(words, title, speaker, url):
    html = render(quote(words, 0, speaker, Source(title, url="https://x.org/" + url))).html
    tags = html.replace("</", "<").split("<")[1:]
    assert {tag.partition(">")[0].split(" ")[0] for tag in tags} <= {
        "blockquote",
        "p",
        "br",
        "cite",
        "a",
    }

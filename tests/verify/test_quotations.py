"""What is found to be quoted in a note."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from viewer.verify.quotations import Reference, read_note

URL = "https://youtu.be/YCxNiKcoljE?t=35"
AT_35 = Reference(URL, 35_000)


def found(text, *, html=False):
    return [(q.line, q.text, q.reference) for q in read_note(text, html=html).quotations]


@pytest.mark.parametrize(
    ("text", "line", "quoted", "reference"),
    [
        (f"> The words\n> said.\n>\n> — Title, [0:35]({URL})", 1, "The words\nsaid.", AT_35),
        (f"> The words.\n> — Title, [0:35]({URL})", 1, "The words.", AT_35),
        (f"> The words.\n> [0:35]({URL})", 1, "The words.", AT_35),
        (f"\n\n> The words.\n\n— Title, 0:35 {URL}", 3, "The words.", AT_35),
        (f"He says ([0:35]({URL})):\n\n> The words.", 3, "The words.", AT_35),
        (f"> [!quote] Title\n> The words.\n> — [0:35]({URL})", 1, "The words.", AT_35),
        (f"> [!quote]- [Title]({URL})\n> The words.", 1, "The words.", AT_35),
        ("> The words.\n>\n> — Title, 0:35", 1, "The words.", Reference("", 35_000)),
        (f"Said “the words” ([0:35]({URL})).", 1, "the words", AT_35),
        (f'One.\n\nTwo\nsaid "the words" ({URL}).', 4, "the words", AT_35),
        ("Said «the words» (0:35).", 1, "the words", Reference("", 35_000)),
        ("Said „die Worte“ [0:35].", 1, "die Worte", Reference("", 35_000)),
        (f"At [0:35]({URL}) he said “the words”.", 1, "the words", AT_35),
        (f"[“The words”]({URL}) are here.", 1, "The words", AT_35),
        (f"“The words”\n— Title, Channel, 0:35 {URL}", 1, "The words", AT_35),
        (f"“The words”\n\n— Title, 0:35 {URL}", 1, "The words", AT_35),
        (
            "“The words” ([[talk.srt#t=35|0:35]])",
            1,
            "The words",
            Reference("talk.srt#t=35", 35_000),
        ),
        ("“The words” ([0:35](<my talk.srt>))", 1, "The words", Reference("my%20talk.srt", 35_000)),
        (
            f"#+begin_quote\nThe words.\n#+end_quote\n— [[{URL}][0:35]]",
            2,
            "The words.",
            AT_35,
        ),
        (f'<blockquote cite="{URL}"><p>The words.</p></blockquote>', 1, "The words.", AT_35),
        ("“The words” (They, 2017, 0:35).", 1, "The words", Reference("", 35_000)),
        ("“The words” (They 00:00:35–00:00:40).", 1, "The words", Reference("", 35_000)),
        (f"“The words.”\n\nThey, *Title*, 2017, {URL}.", 1, "The words.", AT_35),
        ("[0:35] Here are the words.", 1, "Here are the words.", Reference("", 35_000)),
        (f"[0:35]({URL}) Here are the words.", 1, "Here are the words.", AT_35),
        (f"* Item: “the words” ([0:35]({URL}))", 1, "the words", AT_35),
    ],
)
def test_a_quotation_with_its_reference(text, line, quoted, reference):
    assert found(text) == [(line, quoted, reference)]


@pytest.mark.parametrize(
    "text",
    [
        "Said “the words”.",
        "> Only a block quote.",
        f"“The words” are these. He also spoke [later]({URL}).",
        "A verse, 3:16, and “the words”.",
        "",
        '“” (0:35) "" (0:36)',
    ],
)
def test_what_tells_no_place_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "line", "quoted"),
    [
        (f'<p>Said\n<q cite="{URL}">the words</q>.</p>', 1, "the words"),
        (f'<p>\n“the <b>words</b>” (<a href="{URL}">0:35</a>)</p>', 2, "the words"),
        (
            f'<!DOCTYPE html><title>“x” (0:10)</title>\n<blockquote cite="{URL}"><p>the words</p>'
            f'<p>— <cite>Title</cite>, <a href="{URL}">0:35</a></p></blockquote>',
            2,
            "the words",
        ),
    ],
)
def test_notes_in_html(text, line, quoted):
    assert found(text, html=True) == [(line, quoted, AT_35)]


def test_the_front_matter_names_the_source_and_the_last_link_is_known():
    note = read_note(f"---\nsource: {URL}\n---\nSee [talk](x.srt).\n\n> The words.\n> — 0:35\n")
    [quotation] = note.quotations
    assert note.sources == (URL,)
    assert (quotation.line, quotation.before) == (6, "x.srt")


@given(st.text(alphabet='“”"«»>-—[]()0:35 \nabc#+_*<q/a', max_size=120), st.booleans())
def test_any_note_at_all_is_read(text, html):
    for quotation in read_note(text, html=html).quotations:
        assert 1 <= quotation.line <= text.count("\n") + 1
        assert quotation.text.strip()


@pytest.mark.parametrize(
    "note",
    [
        "> They have accepted it, more or less. (A Channel, 2017, 0:47)",
        "They have accepted it, more or less. (A Channel, 2017, 0:47)\n\nA Channel. (2017).",
        "They have accepted it, more or less. (A Channel 00:00:47–51)",
        "They have accepted it, more or less.\n\nA Channel, 2017, 0:47, https://youtu.be/abcdefghijk?t=47.",
    ],
)
def test_a_block_quotation_needs_no_marks_where_a_citation_follows(note):
    (quotation,) = read_note(note).quotations
    assert quotation.text == "They have accepted it, more or less."
    assert quotation.reference.ms == 47_000

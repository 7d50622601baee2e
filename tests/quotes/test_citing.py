"""Quotations with citations: in quotation marks or as blocks, as the published rules have it."""

from dataclasses import replace
from datetime import date

import pytest

from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.core.turns import Turn
from viewer.quotes.styles import Style, render

SOURCE = Source("A talk", "A Channel", date(2026, 3, 5), "https://example.org/talk.mp4")
APA = "(A Channel, 2026, 3:16)"
MLA = "(A Channel 00:03:16–17)"
CHICAGO = "(A Channel 2026, 3:16)"


def quoted(text, style):
    quote = Quote(text, 196_000, 197_500, None, SOURCE, turns=(Turn(None, text),))
    return render(quote, style)


def words(count, each="word"):
    return " ".join([each] * (count - 1) + ["end."])


@pytest.mark.parametrize(
    ("style", "short", "long", "mark"),
    [
        (Style.APA_QUOTE, words(39), words(40), APA),
        (Style.CHICAGO_AUTHOR_DATE_QUOTE, words(99), words(100), CHICAGO),
        (Style.MLA_QUOTE, words(90, "one"), words(91, "one"), MLA),  # four lines of a page
    ],
)
def test_what_is_long_is_a_block_without_quotation_marks(style, short, long, mark):
    assert quoted(short, style).plain.startswith(f"“{short[:-1]}” {mark}.\n\nA Channel. ")
    block = quoted(long, style)
    assert block.plain.startswith(f"{long} {mark}\n\nA Channel. ")
    assert block.markdown.startswith(f"> {long} {mark}\n\nA Channel. ")
    assert block.html.startswith(f"<blockquote><p>{long} {mark}</p></blockquote><p>A Channel. ")


def test_what_is_short_is_no_block_in_any_flavour():
    rendered = quoted("So & so.", Style.APA_QUOTE)
    assert rendered.html.startswith(f"<p>“So &amp; so” {APA}.</p><p>A Channel. ")
    assert rendered.markdown.startswith(f"“So & so” {APA}.\n\nA Channel. ")


def test_a_note_follows_a_block_of_a_hundred_words():
    assert quoted(words(99), Style.CHICAGO_NOTES_QUOTE).plain.startswith("“word ")
    assert quoted(words(100), Style.CHICAGO_NOTES_QUOTE).plain.startswith("word ")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Is it so?", f"“Is it so?” {APA}."),
        ("It is,", f"“It is” {APA}."),
        ("It is", f"“It is” {APA}."),
        ("It was...", f"“It was...” {APA}."),
        ("It was…", f"“It was…” {APA}."),
    ],
)
def test_the_stop_follows_the_mark_and_no_other_is_lost(said, written):
    assert quoted(said, Style.APA_QUOTE).plain.startswith(written + "\n\n")


def test_several_turns_are_a_block_that_ends_with_the_mark():
    quote = Quote("How so? That way.", 196_000, 197_500, None, SOURCE)
    turns = (Turn("Anna", "How so?"), Turn("Ben", "That way."))
    rendered = render(replace(quote, turns=turns), Style.APA_QUOTE)
    assert rendered.plain.startswith(f"Anna: How so?\nBen: That way. {APA}\n\n")
    assert rendered.markdown.startswith(f"> Anna: How so?\n>\n> Ben: That way. {APA}\n\n")
    assert rendered.html.startswith(
        f"<blockquote><p>Anna: How so?</p><p>Ben: That way. {APA}</p></blockquote>"
    )


@pytest.mark.parametrize(
    ("style", "title"),
    [
        (Style.APA, "“Yes” and “no”"),
        (Style.CHICAGO_NOTES, "“‘Yes’ and ‘no,’”"),
        (Style.CHICAGO_AUTHOR_DATE, "“‘Yes’ and ‘no.’”"),
        (Style.MLA, "“‘Yes’ and ‘no.’”"),
    ],
)
def test_quotation_marks_within_a_title_are_single_within_others(style, title):
    source = replace(SOURCE, title="“Yes” and “no”")
    assert title in render(Quote("So.", 1_000, 2_000, None, source), style).plain


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (Style.APA, "An episode [Audio podcast episode]. Apple Podcasts."),
        (Style.CHICAGO_NOTES, "“An episode,” March 5, 2026, podcast, audio, 0:01, https://"),
        (Style.CHICAGO_AUTHOR_DATE, "“An episode.” March 5, 2026. Podcast, audio. https://"),
        (Style.MLA, "“An episode.” Apple Podcasts, 5 Mar. 2026, https://"),
        (Style.BIBTEX, "howpublished = {Audio podcast episode}"),
        (Style.RIS, "M3  - Audio podcast episode"),
        (Style.CSL_JSON, '"type": "broadcast"'),
    ],
)
def test_an_episode_of_a_podcast_is_called_one(style, words):
    address = "https://podcasts.apple.com/us/podcast/one/id1?i=2"
    source = Source("An episode", "A Channel", date(2026, 3, 5), address)
    assert words in render(Quote("So.", 1_000, 2_000, None, source), style).plain

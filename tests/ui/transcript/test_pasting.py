"""Going to what lies on the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.desk import write_srt
from tests.ui.pages import heard
from tests.ui.window.test_notices import sentence
from viewer.core.own_links import own_link
from viewer.core.quote import quote_segments
from viewer.quotes.styles import Style, render

LINES = (
    "The river rose in May that year.",
    "Nobody had seen the like of it before.",
    "The river rose in June that year.",
    "They moved to higher ground, all of them.",
)


@pytest.fixture
def paste(window, desk, tmp_path, qtbot):
    """A window with the lines open; `paste(text)` returns what it said and where it went."""
    window.show()
    desk.open(write_srt(tmp_path / "talk.srt", *LINES))
    said, went = heard(window.pasting.said), heard(window.pasting.time_requested)

    def act(text):
        said.clear()
        went.clear()
        QGuiApplication.clipboard().setText(text)
        window.pasting.paste()
        desk.work()
        return said, went

    return act


def test_a_passage_is_selected_and_gone_to(window, paste):
    said, went = paste("nobody HAD seen... the like of it")
    assert (said, went) == ([], [4_000])
    assert window.text.view.caret.selected_text() == "Nobody had seen the like of it"
    assert window.workspace.player.position_ms == 4_000


def test_what_is_not_said_word_for_word_is_found_and_told_from_what_is(window, paste):
    said, went = paste("nobody had ever seen the like of it")
    assert went == [4_000]
    assert said == ["Something like it is said here, but not word for word."]
    assert window.text.view.caret.selected_text() == "Nobody had seen the like of it"


def test_one_place_alone_is_asked_about_with_whole_words(window, paste):
    assert paste("the like of it, before noon, nobody moved") == ([], [])
    question, *rows = [action.text() for action in window.pasting.menu.actions()]
    assert question == "Is this place meant?"
    (row,) = rows
    assert row.split(maxsplit=1)[1].startswith("…had seen the like of it before.")
    window.pasting.menu.close()


def test_when_not_sure_the_places_can_be_chosen_by_keys(window, paste):
    said, went = paste("the river rose, that year")
    assert (said, went) == ([], [])
    menu = window.pasting.menu
    assert menu.isVisible()
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Which place is meant?"
    assert {text.split(" ")[0] for text in texts[1:]} == {"0:01", "0:07"}
    assert menu.activeAction() is menu.actions()[1]
    menu.actions()[2].trigger()
    assert went in ([1_000], [7_000])
    menu.close()


@pytest.mark.parametrize(
    ("text", "ms"),
    [("0:05", 5_000), ("7s", 7_000), ("https://youtu.be/abcdefghijk?t=4", 4_000), ("2", 4_000)],
)
def test_times_links_and_numbers_of_lines(paste, text, ms):
    assert paste(text) == ([], [ms])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "There are no words on the clipboard, no time and no link."),
        ("the quick brown fox", "Nothing like “the quick brown fox” is said here."),
        ("https://example.org/page", "There is no time in this link."),
    ],
)
def test_what_leads_nowhere_is_said(paste, text, words):
    assert paste(text) == ([words], [])


@pytest.mark.parametrize("style", ["source", "time", "markdown", "org", "obsidian", "apa-quote"])
def test_a_quote_of_ones_own_is_found_with_its_source(window, desk, seed, paste, style):
    desk.open(seed)
    transcript = desk.session.document.quotable
    quote = quote_segments(transcript, range(3, 4))
    assert paste(render(quote, Style(style)).plain) == ([], [quote.start_ms])
    assert window.text.view.caret.selected_text() == quote.text.rstrip(".")


def test_of_words_said_twice_those_are_meant_that_are_nearest_to_the_time(paste):
    assert paste("“The river rose in” — A talk, 0:01")[1] == [1_000]
    assert paste("“The river rose in”\n— A talk, 0:08")[1] == [7_000]


def test_a_link_into_cueline_leads_to_the_moment_and_to_other_transcripts(
    window, desk, tmp_path, paste
):
    here = desk.session.document.path
    paste(own_link(here, 5_000))
    assert window.workspace.player.position_ms == 5_000
    assert desk.session.document.path == here
    other = write_srt(tmp_path / "other talk.srt", *LINES)
    paste(own_link(other, 4_500))
    assert desk.session.document.path == other
    assert window.workspace.player.position_ms == 4_500


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("cueline://shut?path=/a.srt", "This link cannot be followed: a link can only “open”."),
        ("cueline://open?path=/none.srt", "The link leads to no transcript: there is no file"),
    ],
)
def test_a_link_into_cueline_that_leads_nowhere_is_said(window, paste, link, words):
    paste(link)
    assert sentence(window).startswith(words)


def test_a_link_of_another_recording_is_not_followed(window, desk, seed, paste):
    desk.open(seed)
    other = "https://www.youtube.com/watch?v=abcdefghijk&t=30s"
    assert paste(other) == (["This link is of another recording."], [])
    assert paste("https://youtu.be/YCxNiKcoljE?t=36") == ([], [36_000])


def test_another_transcript_is_looked_through_afresh(window, desk, tmp_path, paste):
    paste(LINES[1])
    desk.open(write_srt(tmp_path / "other.srt", "Something else."))
    assert paste(LINES[1])[1] == []
    assert paste("something else") == ([], [1_000])

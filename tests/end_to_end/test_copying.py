"""What Ctrl+C and Ctrl+Shift+C put on the clipboard."""

import pytest
from PySide6.QtCore import Qt

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, clipboard, press, select, turn_wheel
from viewer.options import Options

TITLE = "What Does the Fall of Mosul and Raqqa Mean For ISIS?"
CHANNEL = "The Wall Street Journal - World News"
URL = "https://www.youtube.com/watch?v=YCxNiKcoljE&t={}s"
EIGHTH = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared"
    " caliphate."
)
OVER_TWO = "its de facto capital, Raqqa, is crumbling. Raqqa was once a symbol"

INTERVIEW = """WEBVTT

00:00.000 --> 00:02.000
<v Anna>When did the river

00:02.000 --> 00:04.000
<v Anna>rise that year?

00:04.000 --> 00:06.000
<v Ben>In May, I think.</v>

00:06.000 --> 00:08.000
♪ Down by the river ♪

00:08.000 --> 00:10.000
♪ where willows grow ♪
"""


@pytest.fixture
def interview(start, qtbot, tmp_path):
    """Two speakers and a song, without a recording."""
    path = tmp_path / "interview.vtt"
    path.write_text(INTERVIEW, encoding="utf-8")
    program = start(Options(file=path))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


def test_turns_are_copied_with_their_names_and_songs_in_lines(interview):
    select(interview.window.text.view, "river", "willows")
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard()[0] == (
        "Anna: river rise that year?\n"
        "Ben: In May, I think.\n"
        "—: ♪ Down by the river ♪\n"
        "♪ where willows"
    )
    assert (
        interview.window.statusBar().currentMessage() == "Copied: 14 words"
    )  # notes of music are none


def test_a_quote_from_inside_a_word_to_inside_another_holds_both_whole(interview):
    select(interview.window.text.view, "ver", "rise t")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard()[0].startswith("“river rise that”\n— Anna, interview, ≈0:01")


def test_a_copy_is_prose_without_times(unheard):
    select(unheard.window.text.view, "its de facto", "once a symbol")
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == (OVER_TWO, "", "")
    assert unheard.window.statusBar().currentMessage() == "Copied: 12 words"


def test_nothing_selected_is_nothing_copied(unheard):
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard()[0] == ""
    assert unheard.window.statusBar().currentMessage().startswith("Nothing is selected")


def test_a_quote_over_two_lines_has_the_time_of_its_first_word(unheard):
    select(unheard.window.text.view, "its de facto", "once a symbol")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    plain, markdown, html = clipboard()
    link = URL.format("32.053")
    assert plain == f"“{OVER_TWO}”\n— {TITLE}, {CHANNEL}, 24 May 2017, ≈0:32 {link}"
    assert markdown == (f"> {OVER_TWO}\n>\n> — *{TITLE}*, {CHANNEL}, 24 May 2017, [≈0:32]({link})")
    escaped = link.replace("&", "&amp;")
    assert f'<blockquote cite="{escaped}">' in html
    assert OVER_TWO in html
    assert f'<a href="{escaped}">≈0:32</a>' in html
    assert unheard.window.statusBar().currentMessage() == "Copied: 12 words, ≈0:32–0:37"


def test_without_a_selection_the_lit_line_is_quoted(unheard):
    unheard.player.seek(36_000)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    plain, markdown, _ = clipboard()
    link = URL.format(35.6)
    assert plain == f"“{EIGHTH}”\n— {TITLE}, {CHANNEL}, 24 May 2017, 0:35 {link}"
    assert markdown == f"> {EIGHTH}\n>\n> — *{TITLE}*, {CHANNEL}, 24 May 2017, [0:35]({link})"


def test_with_a_caret_that_the_reader_has_put_somewhere_its_line_is_quoted(unheard):
    view = unheard.window.text.view
    unheard.player.seek(10_000)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    lit = view.transcript.segments[unheard.follower.said.followed]
    assert clipboard()[0].startswith(f"“{lit.text}”")
    while view.caret.segment() != 7:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard()[0].startswith(f"“{EIGHTH}”")
    while not view.segment_rect(7).isEmpty():
        turn_wheel(view.viewport(), -1)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard()[0].startswith(f"“{lit.text}”")


def test_the_link_to_this_moment(unheard):
    unheard.player.seek(36_000)
    press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert clipboard()[0] == URL.format(36)


def test_select_all_and_copy_reads_as_one_prose(unheard):
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    text = clipboard()[0]
    assert "\n" not in text
    assert text.startswith("Islamic State once controlled an area")
    assert "Illinois to Virginia. But this is changing rapidly." in text

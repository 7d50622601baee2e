"""What Ctrl+C and Ctrl+Shift+C put on the clipboard."""

from PySide6.QtCore import Qt

from tests.end_to_end.hands import CONTROL, SHIFT, clipboard, press, select

TITLE = "What Does the Fall of Mosul and Raqqa Mean For ISIS?"
CHANNEL = "The Wall Street Journal - World News"
URL = "https://www.youtube.com/watch?v=YCxNiKcoljE&t={}s"
EIGHTH = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared"
    " caliphate."
)
OVER_TWO = "its de facto capital, Raqqa, is crumbling. Raqqa was once a symbol"


def test_a_copy_is_prose_without_times(unheard):
    select(unheard.window.text.view, "its de facto", "once a symbol")
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == (OVER_TWO, "", "")
    assert unheard.window.statusBar().currentMessage() == "Copied: 12 words"


def test_nothing_selected_is_nothing_copied(unheard):
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard()[0] == ""
    assert unheard.window.statusBar().currentMessage().startswith("Nothing is selected")


def test_a_quote_over_two_lines_has_the_time_of_the_first(unheard):
    select(unheard.window.text.view, "its de facto", "once a symbol")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    plain, markdown, html = clipboard()
    link = URL.format(28)
    assert plain == f"“{OVER_TWO}”\n— {TITLE}, {CHANNEL}, 24 May 2017, 0:28 {link}"
    assert markdown == (f"> {OVER_TWO}\n>\n> — *{TITLE}*, {CHANNEL}, 24 May 2017, [0:28]({link})")
    escaped = link.replace("&", "&amp;")
    assert f'<blockquote cite="{escaped}">' in html
    assert OVER_TWO in html
    assert f'<a href="{escaped}">0:28</a>' in html
    assert unheard.window.statusBar().currentMessage() == "Copied: 12 words, 0:28–0:42"


def test_without_a_selection_the_lit_line_is_quoted(unheard):
    unheard.player.seek(36_000)
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    plain, markdown, _ = clipboard()
    link = URL.format(35.6)
    assert plain == f"“{EIGHTH}”\n— {TITLE}, {CHANNEL}, 24 May 2017, 0:35 {link}"
    assert markdown == f"> {EIGHTH}\n>\n> — *{TITLE}*, {CHANNEL}, 24 May 2017, [0:35]({link})"


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

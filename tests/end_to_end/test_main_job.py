"""Watch with the transcript: open, click, play, see the line lit, quote."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, click_line, clipboard
from viewer.playback.engine import PlayState

TITLE = "What Does the Fall of Mosul and Raqqa Mean For ISIS?"
URL = "https://www.youtube.com/watch?v=YCxNiKcoljE&t={}s"
TWENTIETH = (
    "Islamic State's income from oil has actually reduced significantly by about 73% from the"
    " height back in 2015"
)


def test_click_the_twentieth_line_let_it_play_and_quote_it(opened, qtbot):
    click_line(opened.window.text.view, 19)
    assert opened.follower.said.lit == (19,)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: opened.player.position_ms > 102_500, timeout=PATIENCE_MS)
    assert opened.follower.said.lit == (19,)
    QTest.keyClick(opened.window.text.view, Qt.Key.Key_C, CONTROL | SHIFT)
    plain, markdown, html = clipboard()
    assert plain == (
        f"“{TWENTIETH}”\n— {TITLE}, The Wall Street Journal - World News, 24 May 2017,"
        f" 1:41 {URL.format(101)}"
    )
    assert markdown == (
        f"> {TWENTIETH}\n>\n> — *{TITLE}*, The Wall Street Journal - World News, 24 May 2017,"
        f" [1:41]({URL.format(101)})"
    )
    assert TWENTIETH in html
    assert f'<blockquote cite="{URL.format(101).replace("&", "&amp;")}">' in html
    assert opened.window.statusBar().currentMessage() == "Copied: 18 words, 1:41–1:50"


def test_the_next_line_is_lit_when_it_begins(opened, qtbot):
    click_line(opened.window.text.view, 0)
    qtbot.waitUntil(lambda: opened.follower.said.lit == (1,), timeout=PATIENCE_MS)
    assert 5600 <= opened.player.position_ms < 6600

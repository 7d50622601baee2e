from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QToolButton

from viewer.core.transcript import Source, Transcript
from viewer.ui.commands.actions import Command
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.theme.palette import own_palette

TALK = Transcript(
    (),
    source=Source("A <b>talk</b>", "Some & Co", date(2017, 5, 24), "https://example.org/w?v=1&t=2"),
    description="0:35 Raqqa\nSee http://bit.ly/14Q81Xy\u200b\n<img src='file:///etc/passwd'>",
    keywords=("one", "two"),
    metadata={"Model": "large <i>", "Length": "4:58"},
    duration_ms=298_000,
)


@pytest.fixture
def panel(qtbot, actions):
    panel = DetailsPanel(actions)
    qtbot.addWidget(panel)
    panel.resize(420, 400)
    panel.show_transcript(TALK)
    return panel


def text(panel):
    return panel.findChild(QTextBrowser)


def click_on(panel, words):
    browser = text(panel)
    found = browser.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionStart() + 1)
    place = browser.cursorRect(found).center() + QPoint(1, 0)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_everything_is_there_and_nothing_is_taken_for_mark_up(panel):
    shown = text(panel).toPlainText()
    for words in ("A <b>talk</b>", "Some & Co · 24 May 2017", "one, two", "large <i>", "4:58"):
        assert words in shown
    assert "<img src='file:///etc/passwd'>" in shown
    assert "\ufffc" not in shown  # what a picture would leave


def test_links_go_out_as_wishes(panel, qtbot):
    with qtbot.waitExposed(panel):
        panel.show()
    with qtbot.waitSignal(panel.link_requested) as asked:
        click_on(panel, "example.org/w")
    assert asked.args == ["https://example.org/w?v=1&t=2"]
    with qtbot.waitSignal(panel.link_requested) as asked:
        click_on(panel, "bit.ly")
    assert asked.args == ["http://bit.ly/14Q81Xy"]
    with qtbot.waitSignal(panel.time_chosen) as asked:
        click_on(panel, "0:35")
    assert asked.args == [35_000]


def test_links_work_from_the_keyboard(panel, qtbot):
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    text(panel).setFocus()
    QTest.keyClick(text(panel), Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.link_requested) as asked:
        QTest.keyClick(text(panel), Qt.Key.Key_Return)
    assert asked.args == ["https://example.org/w?v=1&t=2"]


def test_only_the_web_is_opened(panel, qtbot):
    asked = []
    panel.link_requested.connect(asked.append)
    bad = Source("x", url="file:///etc/passwd")
    panel.show_transcript(Transcript((), source=bad, description="javascript:alert(1)"))
    assert "<a href" not in text(panel).toHtml()
    for url in ("file:///etc/passwd", "javascript:alert(1)", "https:"):
        text(panel).anchorClicked.emit(url)
    assert asked == []


def test_a_time_beyond_the_recording_is_no_link(panel):
    panel.show_transcript(Transcript((), description="at 18:30"), duration_ms=60_000)
    assert "time:" not in text(panel).toHtml()


def test_a_time_that_no_recording_reaches_is_no_link(panel):
    panel.show_transcript(Transcript((), description="at 999:59:59 and 12:00"))
    assert "time:720000" in text(panel).toHtml()
    assert "time:3599999000" not in text(panel).toHtml()


def test_it_can_be_selected_and_scrolls(panel, qtbot):
    long = Transcript((), description="A line of text.\n" * 500)
    panel.show_transcript(long)
    with qtbot.waitExposed(panel):
        panel.show()
    assert text(panel).verticalScrollBar().maximum() > 1000
    text(panel).moveCursor(QTextCursor.MoveOperation.End)
    text(panel).selectAll()
    text(panel).copy()
    assert QApplication.clipboard().text().count("A line of text.") == 500
    panel.show_transcript(TALK)
    assert text(panel).verticalScrollBar().value() == 0


def test_it_folds_by_its_command(panel, actions, qtbot):
    header = panel.findChild(QToolButton)
    actions[Command.DETAILS_SHOWN].setChecked(True)
    actions.bind(Command.DETAILS_SHOWN, lambda shown: panel.set_folded(not shown))
    with qtbot.waitSignal(panel.folded_changed) as changed:
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert changed.args == [True]
    assert text(panel).isHidden()
    assert panel.folded
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert not text(panel).isHidden()


def test_its_header_names_its_key_or_why_there_is_nothing_below_it(panel):
    header = panel.findChild(QToolButton)
    assert header.toolTip() == "About this recording (Ctrl+3)"
    panel.set_room(50)
    assert text(panel).isHidden()
    assert not header.isEnabled()
    assert header.toolTip() == "The window is too short to show this"
    panel.set_room(500)
    assert not text(panel).isHidden()
    assert header.toolTip() == "About this recording (Ctrl+3)"


def test_without_a_transcript_or_with_a_silent_one_it_is_calm(panel):
    panel.show_transcript(None)
    assert text(panel).toPlainText() == ""
    panel.show_transcript(Transcript(()))
    assert text(panel).toPlainText() == "This file says nothing about its recording."


def test_its_colours_follow_the_palette(panel):
    panel.setPalette(own_palette(dark=False))
    light = text(panel).toHtml()
    panel.setPalette(own_palette(dark=True))
    assert text(panel).toHtml() != light


def test_lines_are_no_longer_than_can_be_read_in_a_wide_panel(panel, qtbot):
    panel.show_transcript(Transcript((), description="word " * 400))
    with qtbot.waitExposed(panel):
        panel.show()
    for width in (420, 1600):
        panel.resize(width, 400)
        qtbot.waitUntil(lambda w=width: panel.width() == w)
        longest = text(panel).document().textWidth() / text(panel).fontMetrics().averageCharWidth()
        assert longest <= 90


def test_a_link_says_where_it_leads(panel):
    url = "https://bank.com@evil.example/\u202eelmth.moc.knab"
    panel.show_transcript(
        Transcript((), source=Source("x", url=url), description=f"See {url} or https://ok.org/a")
    )
    shown = text(panel).toPlainText()
    assert shown.count("(evil.example)") == 2
    assert "(ok.org)" not in shown
    assert "\u202e" not in shown.splitlines()[1]


def test_a_language_is_called_as_it_calls_itself(panel):
    for tag, name in (
        ("de", "Deutsch"),
        ("fr", "français"),
        ("ja", "日本語"),
        ("en-orig", "English"),
    ):
        panel.show_transcript(Transcript((), language=tag))
        assert name in text(panel).toPlainText()


@pytest.mark.parametrize(
    ("name", "reported", "shown"),
    [
        ("Language", "en", "English"),
        ("language", "English", "English"),
        ("Language", "en-GB", "English · British English"),
        ("LANGUAGE", "Klingon", "English · Klingon"),
    ],
)
def test_a_language_that_the_file_tells_is_reported_once(panel, name, reported, shown):
    panel.show_transcript(Transcript((), language="en", metadata={name: reported, "Kind": "x"}))
    lines = text(panel).toPlainText().splitlines()
    assert [line for line in lines if line.casefold() == "language"] == ["Language"]
    assert shown in lines
    assert "Kind" in lines

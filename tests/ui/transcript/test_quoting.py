import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk import opened
from tests.ui.pages import heard, move, shown, timed, untimed
from viewer.core.own_links import own_link
from viewer.core.stretch import Stretch
from viewer.core.transcript import Said, Source, Transcript
from viewer.quotes.styles import STYLES, Rendered, Style, StyleSpec, Wording
from viewer.session.jobs import Jobs
from viewer.ui.transcript.quoting import LARGE, Quoting
from viewer.ui.transcript.selecting import Selecting

URL = "https://www.youtube.com/watch?v=abcdefghijk"
NONE = Transcript(untimed("Words.", "More words.").segments)
LINES = Transcript(
    timed("A river rose.", "It *fell* again.", "").segments, source=Source(title="Rivers", url=URL)
)


@pytest.fixture
def quoting(qtbot):
    view = shown(qtbot, LINES)
    waiting = []
    quoting = Quoting(view, Selecting(view), Jobs(view, start=waiting.append), view)
    quoting.waiting = waiting
    quoting.show_opened(opened(LINES, "talk.srt"))
    quoting.view, quoting.reported = view, heard(quoting.copied)
    yield quoting
    QGuiApplication.clipboard().clear()


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def select(view, begin, end):
    cursor = QTextCursor(view.document())
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_a_copy_is_plain_prose(quoting):
    select(quoting.view, 2, 21)
    quoting.copy()
    assert clipboard().text() == "river rose. It *fel"
    assert not clipboard().hasHtml()
    assert quoting.reported == ["Copied: 4 words"]


def test_what_is_looped_goes_from_the_first_to_the_last_word(quoting):
    quoting.light(Said((1,), 1), 6_000)
    assert quoting.exact() == Stretch(5_000, 10_000)  # the line that is said
    select(quoting.view, 2, 7)  # "river" of "A river rose."
    looped = quoting.exact()
    assert looped == quoting.passage()
    assert 0 < looped.begin_ms < looped.end_ms < 5_000
    select(quoting.view, 0, 13)
    assert quoting.exact() == Stretch(0, 5_000)


def test_a_copy_over_several_speakers_has_their_names(quoting):
    talk = timed("A river", "rose.", "When?", speakers=("Ann", "Ann", "Bob"))
    quoting.view.show_transcript(talk)
    quoting.view.select_all()
    quoting.copy()
    assert clipboard().text() == "Ann: A river rose.\nBob: When?"
    assert quoting.reported == ["Copied: 4 words"]


def test_nothing_to_copy_leaves_the_clipboard(quoting):
    QGuiApplication.clipboard().setText("kept")
    quoting.copy()
    quoting.copy_quote()
    assert clipboard().text() == "kept"
    assert [text.split(".")[0] for text in quoting.reported] == [
        "Nothing is selected",
        "Select the words to quote, or play the line first",
    ]


def test_a_copy_may_grow_to_sentences(quoting):
    quoting.grows = True
    select(quoting.view, 2, 18)
    quoting.copy()
    assert clipboard().text() == "A river rose. It *fell* again."
    assert quoting.view.caret.selected_range() == (0, 30)
    quoting.view.caret.clear_selection()
    quoting.copy_quote_of(1)
    assert clipboard().text().startswith("“It *fell* again.”")
    assert not quoting.view.caret.selects


def test_a_quote_has_three_flavours(quoting):
    quoted = heard(quoting.quoted)
    select(quoting.view, 2, 21)
    quoting.copy_quote()
    assert [quote.exact for quote in quoted] == ["river rose.\nIt *fell"]
    assert clipboard().text().startswith("“river rose. It *fell”\n— Rivers, ≈0:00 ")
    assert b"It \\*fel" in bytes(clipboard().data("text/markdown").data())
    assert "<blockquote" in clipboard().html()
    assert quoting.reported == ["Copied: 4 words, ≈0:00–0:07"]


def test_without_a_selection_the_line_last_said_is_quoted(quoting):
    quoting.light(Said((), 1), 9000)
    quoting.copy_quote()
    assert clipboard().text().startswith("“It *fell* again.”")
    assert f"{URL}&t=5s" in clipboard().text()


def test_the_carets_line_goes_before_the_lit_one(quoting):
    quoting.light(Said((1,), 1), 6000)
    quoting.view.caret.set_browsing(True)
    quoting.copy_quote()
    assert clipboard().text().startswith("“It *fell* again.”")
    QTest.keyClick(quoting.view, Qt.Key.Key_Right)
    quoting.copy_quote()
    assert clipboard().text().startswith("“A river rose.”")
    quoting.view.caret.set_browsing(False)
    quoting.copy_quote()
    assert clipboard().text().startswith("“It *fell* again.”")


def test_the_line_that_was_pointed_at_is_quoted(quoting):
    quoting.light(Said((1,), 1), 6000)
    quoting.copy_quote_of(0)
    assert clipboard().text().startswith("“A river rose.”")
    select(quoting.view, 14, 16)
    quoting.copy_quote_of(None)
    assert clipboard().text().startswith("“It”")


def test_an_empty_line_is_nothing_to_quote(quoting):
    quoting.copy_quote_of(2)
    assert quoting.reported == ["Select the words to quote, or play the line first."]


def test_what_was_said_in_another_transcript_is_not_quoted(quoting):
    quoting.light(Said((1,), 1), 6000)
    quoting.show_opened(opened(LINES, "other.srt"))
    quoting.copy_quote()
    assert quoting.reported == ["Select the words to quote, or play the line first."]


def test_without_title_and_times_the_files_name_is_the_source(quoting):
    quoting.show_opened(opened(NONE, "a talk.md"))
    quoting.copy_quote_of(0)
    assert clipboard().text() == "“Words.”\n— a talk"
    assert quoting.reported == ["Copied: 1 word"]


def test_a_link_carries_its_second_or_is_the_time_alone(quoting):
    quoting.copy_link(72_500)
    assert clipboard().text() == f"{URL}&t=72.5s"
    quoting.show_opened(opened(NONE, "a talk.md"))
    quoting.copy_link(72_500)
    assert clipboard().text() == "1:12"


@pytest.mark.parametrize("how", ["copy", "copy_quote"])
def test_what_is_much_is_worded_in_a_job_and_a_later_wish_outruns_it(quoting, how):
    lines = Transcript(timed("word " * LARGE, "One word.").segments, source=LINES.source)
    quoting.view.show_transcript(lines)
    quoting.show_opened(opened(lines, "talk.srt"))
    QGuiApplication.clipboard().setText("kept")
    quoting.view.select_all()
    getattr(quoting, how)()
    assert (clipboard().text(), quoting.reported, len(quoting.waiting)) == ("kept", [], 1)
    quoting.waiting.pop()()
    QCoreApplication.sendPostedEvents()
    assert clipboard().text().count("word ") >= LARGE
    assert quoting.reported[0].startswith(f"Copied: {LARGE + 2} words")
    getattr(quoting, how)()
    select(quoting.view, 5 * LARGE + 1, 5 * LARGE + 4)
    quoting.copy()
    quoting.waiting.pop()()
    QCoreApplication.sendPostedEvents()
    assert (clipboard().text(), quoting.reported[1:]) == ("One", ["Copied: 1 word"])


def test_what_is_dragged_away_has_the_flavours_of_a_quote_and_middle_clicks_the_text(quoting):
    view, dragged = quoting.view, []
    select(view, 2, 21)
    assert view.createMimeDataFromSelection().text() == "river rose. It *fel"
    QGuiApplication.clipboard().setText("kept")

    def noted():
        data = quoting.selection_data()
        dragged.append((data.text(), data.hasHtml(), data.hasFormat("text/markdown")))
        return data

    view.selection_data = noted
    begin = view.cursorRect().center() - QPoint(15, 0)  # within what is selected
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    away = begin + QPoint(4 * QApplication.startDragDistance(), 0)
    move(view, away, Qt.MouseButton.LeftButton)
    ((text, has_html, has_markdown),) = dragged
    assert text.startswith("“river rose. It *fell”\n— Rivers")
    assert has_html
    assert has_markdown
    assert (view.caret.selected_text(), clipboard().text()) == ("river rose. It *fel", "kept")


def test_a_quote_is_worded_in_the_style_that_was_chosen(quoting):
    quoting.style, quoting.wording = STYLES[Style.TIME], Wording(whole_seconds=True)
    select(quoting.view, 14, 30)
    quoting.copy_quote()
    assert clipboard().text() == "[0:05] It *fell* again."
    assert bytes(clipboard().data("text/markdown").data()) == (
        f"[\\[0:05\\]]({URL}&t=5s) It \\*fell\\* again.".encode()
    )


def test_a_style_of_ones_own_can_link_back_to_the_transcript_that_is_open(quoting):
    file = quoting._document.path
    quoting.style = StyleSpec("Mine", lambda parts: Rendered(parts.own_link, "", ""))
    select(quoting.view, 14, 30)
    quoting.copy_quote()
    assert clipboard().text() == own_link(file, 5_000)


def test_a_citation_is_made_elsewhere_for_its_engine_takes_long_to_load(quoting):
    quoting.style = STYLES[Style.APA]
    QGuiApplication.clipboard().setText("kept")
    select(quoting.view, 14, 30)
    quoting.copy_quote()
    assert clipboard().text() == "kept"
    quoting.waiting.pop()()
    QCoreApplication.sendPostedEvents()
    assert clipboard().text().startswith("Rivers [Video]. (n.d.). YouTube. https")


def test_what_cannot_be_worded_says_why_and_leaves_the_clipboard(quoting):
    QGuiApplication.clipboard().setText("kept")
    quoting.style = STYLES[Style.SRT]
    quoting.show_opened(opened(NONE, "talk.srt"))
    quoting.view.show_transcript(NONE)
    quoting.view.select_all()
    quoting.copy_quote()
    assert clipboard().text() == "kept"
    assert quoting.reported == [
        "This passage has no times to make subtitles with. Choose another style in the Quote menu."
    ]


def test_sounds_are_left_out_of_every_copy(quoting):
    talk = timed("[Music] A river", "rose. [Applause]")
    quoting.show_opened(opened(talk, "talk.srt"))
    quoting.view.show_transcript(talk)
    quoting.wording = Wording(sounds=False)
    quoting.view.select_all()
    quoting.copy()
    assert clipboard().text() == "A river rose."
    quoting.copy_quote()
    assert clipboard().text().startswith("“A river rose.”\n— ")
    assert quoting.reported == ["Copied: 3 words", "Copied: 3 words, 0:00–0:10"]

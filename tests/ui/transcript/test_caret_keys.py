"""Keys in the transcript with a caret and without one."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.ui.pages import HEBREW, NO_KEYS, click, drag, heard, on_words, prose, shown, timed
from viewer.core.follow import FollowEvent
from viewer.core.transcript import Said
from viewer.ui.transcript.hiding import Hiding

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
#: What moves by words.
WORDS = ALT if sys.platform == "darwin" else CTRL


@pytest.fixture
def view(qtbot):
    """A view without a caret, as it is until somebody asks for one."""
    view = shown(qtbot, prose(100))
    view.setFocus()
    return view


def test_without_a_caret_keys_scroll_and_the_ends_are_the_texts(view):
    acted = heard(view.reader_acted)
    view.light(Said((0,), 0))
    scrolled = heard(view.reader_scrolled)
    assert not view.caret.browsing
    for there, back in (
        (KEY.Key_Down, KEY.Key_Up),
        (KEY.Key_PageDown, KEY.Key_PageUp),
        (KEY.Key_End, KEY.Key_Home),
    ):
        place = view.place()
        QTest.keyClick(view, there)
        assert view.place() != place
        QTest.keyClick(view, back)
        assert view.place() == place
    QTest.keyClick(view, KEY.Key_End, CTRL)
    assert not view.segment_rect(99).isEmpty()
    assert len(scrolled) == 7
    assert (view.textCursor().position(), acted) == (0, [])


def test_without_a_caret_none_is_seen_and_a_click_leaves_none(qtbot, view):
    view.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    click(view, on_words(view, 1))
    view.caret.place(1)
    without = view.viewport().grab().toImage()
    view.caret.place(2)
    assert view.viewport().grab().toImage() == without
    view.caret.set_browsing(True)
    assert view.viewport().grab().toImage() != without


def test_without_a_caret_shift_changes_only_a_selection_that_is_there(view):
    QTest.keyClick(view, KEY.Key_Right, SHIFT)
    assert view.caret.selected_range() is None
    drag(view, on_words(view, 1), on_words(view, 2))
    begin, end = view.caret.selected_range()
    QTest.keyClick(view, KEY.Key_Right, SHIFT)
    assert view.caret.selected_range() == (begin, end + 1)
    assert not view.caret.browsing


def test_enter_plays_from_the_selection_or_says_what_it_needs(view):
    chosen, hinted = heard(view.segment_chosen), heard(view.hinted)
    QTest.keyClick(view, KEY.Key_Return)
    assert (chosen, len(hinted)) == ([], 1)
    drag(view, on_words(view, 1), on_words(view, 2))
    QTest.keyClick(view, KEY.Key_Return)
    assert (chosen, len(hinted)) == ([1], 1)


@pytest.mark.parametrize("caret", [False, True])
def test_escape_clears_a_selection(view, caret):
    view.caret.set_browsing(caret)
    drag(view, on_words(view, 1), on_words(view, 2))
    place, acted = view.place(), heard(view.reader_acted)
    QTest.keyClick(view, KEY.Key_Escape)
    assert (view.caret.selected_range(), view.place()) == (None, place)
    assert acted == [FollowEvent.UNSELECTED]


def test_the_caret_comes_where_the_reader_is_and_is_reported(view):
    reported = heard(view.caret_browsing_changed)
    view.scrolling.by(3000)
    place = view.place()
    view.caret.set_browsing(True)
    view.caret.set_browsing(True)
    assert view.caret.segment() == next(
        row.number for row in view.sheet.rows() if row.text_top >= 0
    )
    assert (view.place(), view.caret.line(), reported) == (place, None, [True])
    QTest.keyClick(view, KEY.Key_Down)
    assert view.caret.line() == view.caret.segment()
    view.scrolling.by(5000)
    assert view.caret.line() is None


def test_a_screen_reader_brings_the_caret_unless_nobody_wants_it(monkeypatch, view):
    view.caret.set_browsing(None)
    assert not view.caret.browsing
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view.clearFocus()
    view.setFocus()
    assert view.caret.browsing
    view.caret.set_browsing(False)
    assert not view.caret.browsing


SENTENCES = ("It rose. Then", "it fell. And", "again it rose.")


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt and arrows move by words there")
def test_alt_and_arrows_move_by_sentence_over_the_ends_of_lines(qtbot):
    view = shown(qtbot, timed(*SENTENCES))
    view.caret.set_browsing(True)
    acted = heard(view.reader_acted)
    text, places = view.text_map.text, []
    for _ in range(3):
        QTest.keyClick(view, KEY.Key_Right, ALT)
        places.append(view.textCursor().position())
    assert places == [text.index("Then"), text.index("And"), len(text)]
    QTest.keyClick(view, KEY.Key_Left, ALT)
    assert view.textCursor().position() == text.index("And")
    assert acted == [FollowEvent.CARET_MOVED] * 4


def test_alt_with_up_and_down_move_by_paragraph(qtbot):
    view = shown(qtbot, timed("One 😀.", "Two.", "Three."))
    view.caret.set_browsing(True)
    for key, begins in (
        (KEY.Key_Down, "Two"),
        (KEY.Key_Down, "Three"),
        (KEY.Key_Right, "hree"),
        (KEY.Key_Up, "Three"),
        (KEY.Key_Up, "Two"),
    ):
        QTest.keyClick(view, key, NO_KEYS if key == KEY.Key_Right else ALT)
        assert view.toPlainText()[view.textCursor().position() - 1 :].startswith(begins)


def places(view, key, count, keys=WORDS):
    """Where the caret stands after each of so many presses, in characters."""
    found = []
    for _ in range(count):
        QTest.keyClick(view, key, keys)
        found.append(view.sheet.shown.units.to_offset(view.textCursor().position()))
    return found


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("She e-mails 😀 3.5 km.", ["e-mails", "😀", "3.5", "km", ".\n"]),
        ("川は雨から始まる。", ["は", "雨", "から", "始まる", "。\n"]),
    ],
)
def test_by_words_the_caret_moves_as_a_double_click_chooses_them(qtbot, text, begins):
    view = shown(qtbot, timed(text, "And on."))
    view.caret.set_browsing(True)
    begins = [f"{text}\n".index(begin) for begin in begins]
    there = places(view, KEY.Key_Right, len(begins) + 2)
    assert there == [*begins, len(text), len(text) + 1]
    assert places(view, KEY.Key_Left, len(there)) == [*reversed(there[:-1]), 0]


@pytest.mark.parametrize("caret", [False, True])
def test_with_shift_a_selection_grows_by_words(qtbot, caret):
    view = shown(qtbot, timed("川は雨から始まる。"))
    view.caret.set_browsing(caret)
    view.select(0, 1)
    QTest.keyClick(view, KEY.Key_Right, WORDS | SHIFT)
    QTest.keyClick(view, KEY.Key_Right, WORDS | SHIFT)
    assert view.caret.selected_text() == "川は雨"
    QTest.keyClick(view, KEY.Key_Left, WORDS | SHIFT)
    assert view.caret.selected_text() == "川は"


def test_in_a_line_that_reads_from_right_to_left_left_goes_on(qtbot):
    view = shown(qtbot, timed(HEBREW))
    view.caret.set_browsing(True)
    assert places(view, KEY.Key_Left, 1, NO_KEYS) == [1]
    begins = [HEBREW.index(word) for word in ("1948", "הגיעו", "3")]
    assert places(view, KEY.Key_Left, 3) == begins
    assert places(view, KEY.Key_Right, 3) == [begins[1], begins[0], 0]


@pytest.mark.parametrize("keys", [WORDS, ALT])
def test_the_caret_leaps_over_lines_that_are_hidden(qtbot, keys):
    if sys.platform == "darwin" and keys is ALT:
        pytest.skip("Alt and arrows move by words there")
    texts = ("One.", "Two.", "Three.", "Four.")
    view = shown(qtbot, timed(*texts, speakers=["A", "B", "B", "A"]))
    view.caret.set_browsing(True)
    view.hiding = Hiding(view)
    view.hiding.show_only(frozenset({"A"}))
    last = view.text_map.range_of(3)[0]
    seen = {0, *range(5), *range(last, last + 6)}
    assert set(places(view, KEY.Key_Right, 6, keys)) < seen
    assert view.caret.segment() == 3
    assert set(places(view, KEY.Key_Left, 6, keys)) < seen
    assert view.caret.segment() == 0
    view.hiding.show_only(frozenset({"B"}))
    view.caret.place(2)
    places(view, KEY.Key_Right, 6, keys)
    assert view.caret.segment() == 2

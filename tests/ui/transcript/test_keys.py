import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from tests.ui.pages import MIXED, NO_KEYS, heard, on_time, prose, shown, timed, untimed
from viewer.core.follow import FollowEvent
from viewer.core.transcript import Said

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot):
    """A view in which keys move a caret."""
    view = shown(qtbot, prose(100))
    view.caret.set_browsing(True)
    view.setFocus()
    return view


def test_enter_plays_from_the_carets_segment_and_does_no_more(view):
    view.caret.place(2)
    chosen, acted = heard(view.segment_chosen), heard(view.reader_acted)
    QTest.keyClick(view, KEY.Key_Return)
    QTest.keyClick(view, KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert (chosen, acted) == ([2, 2], [])


def test_enter_plays_nothing_where_there_are_no_times_or_no_lines(qtbot):
    view = shown(qtbot, untimed(*MIXED))
    view.caret.set_browsing(True)
    chosen = heard(view.segment_chosen)
    QTest.keyClick(view, KEY.Key_Return)
    view.clear()
    QTest.keyClick(view, KEY.Key_Return)
    assert chosen == []


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Down, KEY.Key_End])
def test_caret_keys_move_the_caret_and_tell(view, key):
    acted = heard(view.reader_acted)
    QTest.keyClick(view, key)
    assert view.textCursor().position() > 0
    assert acted == [FollowEvent.CARET_MOVED]
    assert view.caret.selected_range() is None


def test_a_key_puts_the_caret_also_where_it_cannot_move_it(view):
    assert view.caret.line() is None
    QTest.keyClick(view, KEY.Key_Left)
    assert view.caret.line() == 0


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Down, KEY.Key_End, KEY.Key_PageDown])
def test_with_shift_they_select_and_tell(view, key):
    acted = heard(view.reader_acted)
    QTest.keyClick(view, key, SHIFT)
    assert view.caret.selected_range() is not None
    assert acted == [FollowEvent.SELECTED]


def test_a_key_that_moves_nothing_tells_nothing(view):
    acted, scrolled = heard(view.reader_acted), heard(view.reader_scrolled)
    QTest.keyClick(view, KEY.Key_Left)
    QTest.keyClick(view, KEY.Key_PageUp)
    assert (acted, scrolled) == ([], [])


def test_page_keys_scroll_by_a_page_and_tell_whether_the_lit_line_is_in_view(view):
    view.light(Said((0,), 0))
    scrolled = heard(view.reader_scrolled)
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageUp):
        QTest.keyClick(view, key)
    assert scrolled == [False, False, False, True]


def test_ctrl_and_end_go_to_the_end_and_scroll(view):
    scrolled, acted = heard(view.reader_scrolled), heard(view.reader_acted)
    QTest.keyClick(view, KEY.Key_End, CTRL)
    assert view.caret.segment() == 99
    assert not view.segment_rect(99).isEmpty()
    assert len(scrolled) >= 1
    assert acted == [FollowEvent.CARET_MOVED]


def test_a_caret_out_of_view_starts_from_what_is_read(view):
    view.scrolling.by(3000)
    top = next(row.number for row in view.sheet.rows() if row.text_top >= 0)
    place = view.place()
    QTest.keyClick(view, KEY.Key_Right)
    assert view.caret.segment() == top
    assert view.place() == place


def test_or_from_the_lit_line_where_that_is_in_view(view):
    view.light(Said((50,), 50))
    view.lit.scroll_to(animate=False)
    QTest.keyClick(view, KEY.Key_Right)
    assert view.caret.segment() == 50


def test_page_keys_take_the_caret_along_unless_something_is_selected(view):
    QTest.keyClick(view, KEY.Key_PageDown)
    first = next(row.number for row in view.sheet.rows() if row.text_top >= 0)
    assert view.caret.segment() == first > 0
    QTest.keyClick(view, KEY.Key_Right, SHIFT)
    selected = view.caret.selected_range()
    QTest.keyClick(view, KEY.Key_PageDown)
    assert view.caret.selected_range() == selected


def test_selecting_all_is_the_readers_wish(view):
    acted = heard(view.reader_acted)
    view.select_all()
    assert acted == [FollowEvent.SELECTED]


def test_select_all_and_copy_work_without_a_window_around(view):
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.SelectAll))
    begin, end = view.caret.selected_range()
    assert (begin, end) == (0, len(view.text_map.text))


@pytest.fixture
def window(qtbot):
    """A window with the view in it, and what its shortcuts were told."""
    window = QWidget()
    qtbot.addWidget(window)
    view = shown(qtbot, timed(*MIXED))
    QVBoxLayout(window).addWidget(view)
    window.view = view
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.setFocus()
    return window


@pytest.mark.parametrize(
    "keys",
    [
        *("Space", "Shift+Space", "R", "F", "[", "]", "Esc", "F1", "Backspace", "Del"),
        *("Ctrl+Up", "Ctrl+Down", "Alt+Up", "Alt+Down", "Ctrl+Return", "Ctrl++", "Ctrl+-"),
        *("Ctrl+C", "Ctrl+Shift+C", "Ctrl+A", "Ctrl+L", "Ctrl+O", "Ctrl+K"),
        *("Ctrl+Z", "Ctrl+V", "Ctrl+X"),
    ],
)
def test_the_windows_shortcuts_are_left_to_it(window, keys):
    shortcut = QShortcut(QKeySequence(keys), window)
    used = heard(shortcut.activated)
    before = window.view.place(), window.view.textCursor().position()
    QTest.keySequence(window.view, QKeySequence(keys))
    assert used == [()]
    assert (window.view.place(), window.view.textCursor().position()) == before


@pytest.mark.parametrize("keys", ["Left", "Right", "Alt+Up", "Alt+Down", "Alt+Left"])
def test_without_a_caret_its_keys_are_the_windows(window, keys):
    used = heard(QShortcut(QKeySequence(keys), window).activated)
    QTest.keySequence(window.view, QKeySequence(keys))
    assert used == [()]


@pytest.mark.parametrize("keys", ["Up", "Down", "Home", "End", "PgUp", "PgDown", "Return"])
def test_keys_that_scroll_are_kept_from_the_window(window, keys):
    used = heard(QShortcut(QKeySequence(keys), window).activated)
    QTest.keySequence(window.view, QKeySequence(keys))
    assert used == []


@pytest.mark.parametrize(
    "keys",
    ["Left", "Right", "Up", "Down", "Home", "End", "Return", "PgDown", "Alt+Up", "Shift+Right"],
)
def test_the_carets_keys_are_kept_from_the_window(window, keys):
    window.view.caret.set_browsing(True)
    shortcut = QShortcut(QKeySequence(keys), window)
    used = heard(shortcut.activated)
    QTest.keySequence(window.view, QKeySequence(keys))
    assert used == []


def test_space_without_a_shortcut_reaches_the_window_and_scrolls_nothing(view):
    place = view.place()
    scrolled = heard(view.reader_scrolled)
    QTest.keyClick(view, KEY.Key_Space)
    assert (view.place(), scrolled) == (place, [])


@pytest.mark.parametrize(
    "action",
    [
        QAbstractSlider.SliderAction.SliderSingleStepAdd,
        QAbstractSlider.SliderAction.SliderPageStepAdd,
        QAbstractSlider.SliderAction.SliderToMaximum,
    ],
)
def test_the_scroll_bar_is_the_readers(view, action):
    view.light(Said((0,), 0))
    scrolled = heard(view.reader_scrolled)
    view.verticalScrollBar().triggerAction(action)
    assert len(scrolled) == 1
    assert view.place().block > 0 or view.place().y > 0


def test_dragging_the_scroll_bar_is_the_readers(view):
    view.light(Said((0,), 0))
    scrolled = heard(view.reader_scrolled)
    bar = view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum())
    bar.setSliderPosition(bar.minimum())
    bar.setSliderDown(False)
    assert scrolled == [False, True]


def test_what_we_do_ourselves_is_not_the_readers(qtbot, view):
    scrolled, acted = heard(view.reader_scrolled), heard(view.reader_acted)
    view.light(Said((9,), 9))
    view.lit.scroll_to(animate=True)
    qtbot.waitUntil(lambda: not view.scrolling.gliding)
    view.light(Said((70,), 70))
    view.lit.scroll_to(animate=False)
    view.resize(450, 300)
    view.zoom.by(3)
    view.set_times_visible(False)
    view.caret.place(3)
    view.show_transcript(timed(*MIXED))
    assert (scrolled, acted) == ([], [])


def entries(menu):
    return {a.text().replace("&", ""): a for a in menu.actions() if not a.isSeparator()}


def test_the_menu_offers_what_makes_sense_for_a_line(qtbot):
    view = shown(qtbot, timed(*MIXED))
    emitted = []
    for signal in (view.segment_chosen, view.copy_quote_requested, view.copy_link_requested):
        signal.connect(emitted.append)
    menu = entries(view.menu.menu_for(1))
    assert not [words for words, action in menu.items() if action.icon().isNull()]
    assert list(menu) == ["Copy", "Copy quote", "Play from here", "Copy link to this moment"]
    assert [a.isEnabled() for a in menu.values()] == [False, True, True, True]
    for name in ("Copy quote", "Play from here", "Copy link to this moment"):
        menu[name].trigger()
    assert emitted == [1, 1, 5000]


def test_with_a_selection_it_is_what_is_copied(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.selectAll()
    quoted, copied = heard(view.copy_quote_requested), heard(view.copy_requested)
    menu = entries(view.menu.menu_for(None))
    assert [a.isEnabled() for a in menu.values()] == [True, True, False, False]
    menu["Copy"].trigger()
    menu["Copy quote"].trigger()
    assert (quoted, copied) == ([None], [()])


def test_the_menu_shows_the_keys_that_would_do_the_same(qtbot):
    view = shown(qtbot, timed(*MIXED))
    view.caret.set_browsing(True)
    view.caret.place(1)

    def keys(index):
        menu = entries(view.menu.menu_for(index))
        shown = all(a.isShortcutVisibleInContextMenu() for a in menu.values() if a.shortcuts())
        assert shown
        return [action.shortcut().toString() for action in menu.values()]

    assert keys(1) == ["Ctrl+C", "", "Return", ""]
    assert keys(2) == ["Ctrl+C", "", "", ""]
    view.selectAll()
    assert keys(2)[:2] == ["Ctrl+C", "Ctrl+Shift+C"]
    view.caret.clear_selection()
    view.caret.place(1)
    view.caret.set_browsing(False)
    assert keys(1) == ["Ctrl+C", "", "", ""]


def test_without_times_there_is_nothing_to_play_or_to_link_to(qtbot):
    view = shown(qtbot, untimed(*MIXED))
    menu = entries(view.menu.menu_for(1))
    assert [a.isEnabled() for a in menu.values()] == [False, True, False, False]


def test_a_right_click_opens_the_menu_and_does_nothing_by_itself(qtbot):
    view = shown(qtbot, timed(*MIXED))
    emitted = heard(view.segment_chosen) + heard(view.reader_acted)
    caret = view.textCursor().position()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NO_KEYS, on_time(view, 1))
    assert (emitted, view.textCursor().position()) == ([], caret)

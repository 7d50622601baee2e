"""The side panel beside the text, or in the picture's place, and the picture that gives way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from tests.media.films import film
from viewer.ui.commands.actions import Command
from viewer.ui.side.note_list import NoteList
from viewer.ui.transcript.view import TranscriptView
from viewer.ui.widgets.tab_ring import TabRing
from viewer.ui.window.panes import PICTURE_SHARE, PICTURE_WIDTH_PX, Arrangement


@pytest.fixture
def seen(window, desk, talk, qtbot):
    """A window with a picture beside its text."""
    film(talk.with_suffix(".mp4"), seconds=8)
    window.resize(1200, 760)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    return window


def is_over_picture(window):
    return window.panes.isAncestorOf(window.text.side) and not window.text.isAncestorOf(
        window.text.side
    )


def test_the_picture_gives_way_to_text_and_panel_and_comes_back(seen):
    before, text, side = seen.video.width(), seen.text.view, seen.text.side
    assert before == pytest.approx(1200 * PICTURE_SHARE, abs=5)
    seen.commands[Command.NOTES_SHOWN].trigger()
    assert PICTURE_WIDTH_PX <= seen.video.width() < before
    assert side.width() >= side.comfortable_px
    assert text.width() >= 26 * text.window().fontMetrics().height()
    seen.commands[Command.NOTES_SHOWN].trigger()
    assert seen.video.width() == before


def test_a_hand_that_moves_the_border_has_precedence(seen):
    seen.commands[Command.NOTES_SHOWN].trigger()
    seen.panes._splitter.moveSplitter(600, 1)
    seen.resize(1205, 760)
    assert seen.video.width() == pytest.approx(600, abs=6)


def test_where_room_is_short_the_panel_lies_in_the_pictures_place(seen):
    notes, side = seen.commands[Command.NOTES_SHOWN], seen.text.side
    seen.resize(1000, 700)
    notes.trigger()
    assert is_over_picture(seen)
    assert side.isVisible()
    assert side.has_keys()
    assert seen.video.isHidden()
    assert seen.play_bar.isVisible()
    seen.resize(1200, 760)
    assert not is_over_picture(seen)
    assert side.isVisible()
    assert side.has_keys()
    assert seen.video.isVisible()
    seen.resize(420, 800)
    assert seen.panes.arrangement is Arrangement.ABOVE
    assert is_over_picture(seen)
    notes.trigger()
    assert side.isHidden()
    assert seen.video.isVisible()


def test_the_picture_alone_is_shown_without_the_panel(seen):
    seen.resize(1000, 700)
    seen.commands[Command.NOTES_SHOWN].trigger()
    seen.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert seen.panes.arrangement is Arrangement.PICTURE_ALONE
    assert seen.video.isVisible()
    assert not seen.text.side.isVisible()
    seen.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert seen.text.side.isVisible()
    assert is_over_picture(seen)


def test_tabs_without_room_are_shortened_and_none_is_hidden(seen, qtbot):
    seen.commands[Command.NOTES_SHOWN].trigger()
    seen.resize(420, 800)
    bar = seen.text.side.findChild(QTabBar)
    font = QFont(bar.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    bar.setFont(font)
    qtbot.waitUntil(lambda: bar.tabRect(0).width() < bar.tabSizeHint(0).width())
    assert bar.tabRect(bar.count() - 1).right() <= bar.width()
    assert bar.tabToolTip(0) == "Found"


def test_tab_reaches_all_of_the_notebook_and_shows_where_it_is(seen, qtbot):
    seen.activateWindow()
    seen.commands[Command.NOTES_SHOWN].trigger()
    notes = seen.text.side.widget("notes")
    assert notes.list.hasFocus()
    reached = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused)
        if isinstance(focused, TranscriptView | NoteList):
            assert focused.findChild(TabRing).isVisible()
    assert {notes.filter, notes.tags, notes.order, notes.list, seen.text.view} <= set(reached)


@pytest.mark.parametrize("points", [9, 18, 27])
def test_finding_in_large_letters_needs_no_wider_window(seen, points):
    font = QFont(seen.font())
    font.setPointSizeF(points)
    seen.setFont(font)
    seen.commands[Command.NOTES_SHOWN].trigger()
    seen.commands[Command.FIND].trigger()
    seen.text.find_bar.field.setText("words")
    assert seen.minimumSizeHint().width() <= 720

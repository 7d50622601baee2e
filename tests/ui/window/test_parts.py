"""What the window does for its helpers: say what was done, bring the text back, show the source."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.media.films import film
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.source_view import SourceView
from viewer.ui.theme.palette import is_dark
from viewer.ui.window.main_window import MainWindow
from viewer.ui.window.panes import Arrangement


@pytest.fixture
def seen(shown, desk, talk):
    """A window on the screen, with a picture beside its text."""
    film(talk.with_suffix(".mp4"), seconds=8)
    desk.open(talk)
    yield shown
    for source in sources():
        source.close()


def sources():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, SourceView)]


def test_what_was_done_is_said_on_one_line(seen):
    seen.say("Copied:\none line.")
    assert seen.statusBar().currentMessage() == "Copied: one line."


def test_a_hidden_text_is_brought_back(seen):
    seen.commands[Command.TRANSCRIPT_SHOWN].trigger()
    assert not seen.text.isVisible()
    seen.show_text()
    assert seen.text.isVisible()
    assert seen.commands[Command.TRANSCRIPT_SHOWN].isChecked()


def test_a_text_that_is_shown_stays(seen):
    before = seen.panes.arrangement
    seen.show_text()
    assert seen.panes.arrangement is before
    assert seen.text.isVisible()


def test_the_text_is_brought_back_from_full_screen(seen):
    seen.commands[Command.FULL_SCREEN].trigger()
    assert seen.panes.arrangement is Arrangement.PICTURE_ALONE
    seen.show_text()
    assert not seen.full_screen.on
    assert seen.text.isVisible()


def test_the_source_is_shown_at_the_line(seen, desk, talk):
    seen.show_source(6)
    desk.work()
    (source,) = sources()
    text = source.findChild(QPlainTextEdit)
    assert text.toPlainText() == talk.read_text()
    assert text.textCursor().blockNumber() == 5


def test_where_nothing_is_open_there_is_no_source(seen, desk):
    desk.opening.close()
    desk.work()
    seen.show_source(1)
    desk.work()
    assert sources() == []


def test_the_command_tells_what_is_being_said(seen, desk):
    desk.player.seek(4500)
    seen.commands[Command.WHERE].trigger()
    assert seen.statusBar().currentMessage() == "0:04, Two words more."


def test_the_look_that_was_chosen_is_there_from_the_start(restored, qtbot, desk, user_settings):
    user_settings.change("reading", theme="dark")
    qtbot.addWidget(MainWindow(desk.workspace, user_settings, RecentFiles(places().recent)))
    qtbot.waitUntil(lambda: is_dark(restored.palette()))

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette

from tests.desk import Desk, write_srt
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions
from viewer.ui.theme.palette import apply_theme
from viewer.ui.window.wiring import make_window


@pytest.fixture
def desk(qapp):
    desk = Desk()
    yield desk
    desk.shut_down()


@pytest.fixture
def user_settings():
    return UserSettings(places())


@pytest.fixture
def actions(qapp):
    """The actions of the commands, without a window."""
    owner = QObject()
    yield Actions(owner)
    owner.deleteLater()


@pytest.fixture
def window(qtbot, desk, user_settings):
    """The main window on a fake engine, not shown yet."""
    window = make_window(desk.workspace, user_settings, RecentFiles(places().recent))
    qtbot.addWidget(window)
    desk.playing.show_in(window.video.sink)
    return window


@pytest.fixture
def talk(tmp_path):
    """A transcript of three lines, alone in its folder."""
    return write_srt(tmp_path / "talk.srt", "One line.", "Two words more.", "Three.")


@pytest.fixture
def restored(qapp):
    """The application, whose own look comes back after the test."""
    before = QPalette(qapp.palette())
    yield qapp
    apply_theme(qapp, "system")
    qapp.setPalette(before)

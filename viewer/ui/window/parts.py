"""The window's parts: its panels, and what works on them; each does one thing for the window.

Helpers of the window, panels and tabs are given it as these parts, and know nothing of one another.
"""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMainWindow

from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.menus import Menus
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.player.controls import Controls
from viewer.ui.player.key_words import KeyWords
from viewer.ui.player.listening import Listening
from viewer.ui.player.looping import Looping
from viewer.ui.player.picture_menu import PictureMenu
from viewer.ui.player.play_bar import PlayBar
from viewer.ui.player.video_panel import VideoPanel
from viewer.ui.theme import plain
from viewer.ui.theme.palette import apply_theme
from viewer.ui.transcript.finding import Finding
from viewer.ui.transcript.following import Following
from viewer.ui.transcript.pasting import Pasting
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.transcript.selecting import Selecting
from viewer.ui.transcript.where import Where
from viewer.ui.window.availability import Availability
from viewer.ui.window.clips import Clips
from viewer.ui.window.drop_sign import DropSign
from viewer.ui.window.dropping import Dropping
from viewer.ui.window.file_dialogs import Files
from viewer.ui.window.full_screen import FullScreen
from viewer.ui.window.help import Help
from viewer.ui.window.notices import Notices
from viewer.ui.window.noting import Noting
from viewer.ui.window.panes import Panes
from viewer.ui.window.quote_menu import QuoteMenu
from viewer.ui.window.recording_choice import RecordingChoice
from viewer.ui.window.text_side import TranscriptPane
from viewer.ui.window.view_options import ViewOptions, application
from viewer.ui.window.web_ways import WebWays

#: How long the status bar keeps what was copied.
STATUS_MS: Final = 8_000


class Parts(QMainWindow):
    """Has the parts, and connects none of them."""

    def __init__(self, workspace: Workspace, user_settings: UserSettings) -> None:
        super().__init__()
        self.workspace, self.user_settings = workspace, user_settings
        apply_theme(application(), user_settings.settings.reading.theme)
        self._make_panels()
        self._make_text_helpers()
        self._make_helpers()
        self._make_choices()

    def _make_panels(self) -> None:
        """Make what is seen, which knows nothing of anything else."""
        self.commands = Actions(self)
        self.video = VideoPanel()
        self.play_bar = PlayBar(self.commands)
        shown = self.user_settings.settings.window.details_shown
        self.details = DetailsPanel(self.commands, folded=not shown)
        self.text = TranscriptPane(self.commands, self.workspace.jobs)
        self.panes = Panes(self.video, self.play_bar, self.details, self.text)
        self.menus = Menus(self.menuBar(), self.commands)

    def _make_text_helpers(self) -> None:
        """Make what works on the text."""
        work, text, user_settings = self.workspace, self.text, self.user_settings
        self.following = Following(text.view, self)
        self.selecting = Selecting(text.view, self)
        self.quoting = Quoting(text.view, self.selecting, work.jobs, self)
        self.quote_menu = QuoteMenu(
            work, self.quoting, self.selecting, self.menus, self.commands, user_settings, self
        )
        self.finding = Finding(text.find_bar, text.view, work.jobs, self)
        self.pasting = Pasting(text.view, work.jobs, self)

    def _make_helpers(self) -> None:
        """Make what works on the panels: each does one thing for the window."""
        work, user_settings = self.workspace, self.user_settings
        commands, text = self.commands, self.text
        self.dropping = Dropping(self)
        self.drop_sign = DropSign(self, work.session)
        self.files = Files(self, user_settings.settings.window.last_folder, work.jobs)
        self.full_screen = FullScreen(self, self.panes)
        self.controls = Controls(work.player, commands, self.play_bar, user_settings)
        self.options = ViewOptions(self.panes, text, self.details, commands, user_settings)
        self.clips = Clips(self, work, commands, self.quoting.stretch, user_settings)
        self.help = Help(self, work.jobs, commands, user_settings.places)
        self.recordings = RecordingChoice(self, work.session, work.pairing, self.files)
        self.notices = Notices(
            text.message,
            commands,
            self.recordings,
            self.help.doctor,
            self.files.open_as,
        )
        self.availability = Availability(
            work.session, work.player, self.full_screen, commands, self.panes
        )
        self.web = WebWays(self, work, self.notices, commands, user_settings)
        self.noting = Noting(work, commands, self)
        words = KeyWords(commands, work.player, self)
        self.picture_menu = PictureMenu(self.video, commands, self.controls, words)

    def _make_choices(self) -> None:
        """Make what the reader sets as he likes it, beyond how things look."""
        work, user_settings, commands = self.workspace, self.user_settings, self.commands
        self.looping = Looping(work.loop, work.player, commands, self.play_bar, self.quoting.exact)
        self.listening = Listening(work, commands, self.menus, user_settings)
        self.where = Where(self.text.view, self)
        commands.bind(Command.WHERE, self.where.tell)

    @Slot(str)
    def say(self, text: str) -> None:
        """Tell for a while in the status bar what was done."""
        self.statusBar().showMessage(plain.line(text), STATUS_MS)

    def show_text(self) -> None:
        """Bring the text back where the picture alone is shown."""
        self.full_screen.leave()
        if not self.commands[Command.TRANSCRIPT_SHOWN].isChecked():
            self.commands[Command.TRANSCRIPT_SHOWN].trigger()

    @Slot(int)
    def show_source(self, line: int) -> None:
        """Show the open file as it is, at a line."""
        if self.workspace.session.document is not None:
            self.help.source(self.workspace.session.document, line)

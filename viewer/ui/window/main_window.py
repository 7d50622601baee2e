"""The window: its panels, what works on them, and the commands they answer."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from viewer.core.transcript import Said
from viewer.errors import StateError
from viewer.session.opened import Change, Opened
from viewer.session.workspace import Workspace
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import SOON_S, UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.key_focus import KeyFocus
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
from viewer.ui.transcript.finding import Finding
from viewer.ui.transcript.following import Following
from viewer.ui.transcript.pasting import Pasting
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.transcript.selecting import Selecting
from viewer.ui.transcript.where import Where
from viewer.ui.window import memory as window_memory
from viewer.ui.window import wiring
from viewer.ui.window.availability import Availability
from viewer.ui.window.clips import Clips
from viewer.ui.window.drop_sign import DropSign
from viewer.ui.window.dropping import Dropping
from viewer.ui.window.early_keys import EarlyKeys
from viewer.ui.window.evidence import Evidence
from viewer.ui.window.file_dialogs import Files
from viewer.ui.window.find_switches import FindSwitches
from viewer.ui.window.focus_return import FocusReturn
from viewer.ui.window.folding import Folding
from viewer.ui.window.full_screen import FullScreen
from viewer.ui.window.help import Help
from viewer.ui.window.key_choice import KeyChoice
from viewer.ui.window.library_room import LibraryRoom
from viewer.ui.window.notices import Notices
from viewer.ui.window.noting import Noting
from viewer.ui.window.only_speaker import OnlySpeaker
from viewer.ui.window.opening_copied import OpeningCopied
from viewer.ui.window.panes import Arrangement, Panes
from viewer.ui.window.quote_menu import QuoteMenu
from viewer.ui.window.recent_files import Recents
from viewer.ui.window.recording_choice import RecordingChoice
from viewer.ui.window.returning import Returning
from viewer.ui.window.side_place import SidePlace
from viewer.ui.window.side_tabs import SideTabs
from viewer.ui.window.status_line import StatusLine
from viewer.ui.window.text_side import TranscriptPane
from viewer.ui.window.view_options import ViewOptions
from viewer.ui.window.web_ways import WebWays

log = logging.getLogger(__name__)

_LOCAL: Final = Qt.ShortcutContext.WidgetShortcut
#: How long the status bar keeps what was copied.
STATUS_MS: Final = 8_000


class MainWindow(QMainWindow):
    """Shows what the session has open; holds no state of its own but its widgets'."""

    demo_requested = Signal()

    #: Whether somebody is there to be asked; at a signal's wish the program just ends.
    asks = True

    def __init__(
        self, workspace: Workspace, user_settings: UserSettings, recent: RecentFiles
    ) -> None:
        super().__init__()
        self.workspace, self.user_settings = workspace, user_settings
        self._make_panels()
        self._make_text_helpers()
        self._make_helpers()
        self._make_choices()
        self.recents = Recents(self.menus, self.text.card, workspace.jobs, recent)
        self.library = LibraryRoom(self, self.panes, user_settings)
        self._lay_out()
        self._bind()
        self.find_switches = FindSwitches(self, user_settings)
        self.only_speaker, self.folding = OnlySpeaker(self), Folding(self)
        SidePlace(self.panes, self.text.beside, self.text.side)
        self.side_tabs = SideTabs(self, self.user_settings.settings.window.side_tab)
        wiring.connect(self)
        self.suit(self.panes.arrangement)
        self._apply_settings()
        for each in self.shows_opened():
            each(workspace.session.opened)
        if user_settings.trouble is not None:
            self.notices.show_error(user_settings.trouble)

    def _make_panels(self) -> None:
        """Make what is seen, which knows nothing of anything else."""
        self.commands = Actions(self)
        self.video = VideoPanel()
        self.play_bar = PlayBar(self.commands)
        shown = self.user_settings.settings.window.details_shown
        self.details = DetailsPanel(folded=not shown)
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
        self.evidence = Evidence(self)
        self.help = Help(self, work.jobs, commands, user_settings.places)
        self.recordings = RecordingChoice(self, work.session, work.pairing, self.files)
        self.notices = Notices(
            text.message,
            self.recordings,
            self.help.doctor,
            self.files.open_as,
            self.options.show_problems,
        )
        self.availability = Availability(
            work.session, work.player, self.full_screen, commands, self.panes
        )
        self.web = WebWays(self, work, self.notices, commands, user_settings)
        self.copied = OpeningCopied(self)
        self.noting = Noting(self)
        words = KeyWords(commands, work.player, self)
        self.picture_menu = PictureMenu(self.video, commands, self.controls, words)

    def _make_choices(self) -> None:
        """Make what the reader sets as he likes it, beyond how things look."""
        work, user_settings, commands = self.workspace, self.user_settings, self.commands
        self.looping = Looping(work.loop, work.player, commands, self.play_bar, self.quoting.exact)
        self.listening = Listening(work, commands, self.menus, user_settings)
        self.returning = Returning(self, user_settings)
        self.key_choice = KeyChoice(self, user_settings)
        self.where = Where(self.text.view, self)
        commands.bind(Command.WHERE, self.where.tell)

    def _apply_settings(self) -> None:
        self.options.apply()
        self.controls.apply()
        self.quote_menu.apply()
        self.listening.apply()
        self.returning.apply()
        self.key_choice.apply()

    def _lay_out(self) -> None:
        self.setCentralWidget(self.library.stack)
        self.setMinimumSize(420, 320)
        self.status = StatusLine(self.availability.facts, self.returning.note)
        self.setStatusBar(self.status)
        self.addActions([a for a in self.commands if a.shortcutContext() is not _LOCAL])
        self.text.view.addAction(self.commands[Command.PLAY_HERE])
        KeyFocus(self, self.text.view)
        FocusReturn(self, self.text.view)
        EarlyKeys(self)
        window_memory.restore(self, self.panes, self.text, self.user_settings.settings.window)

    def shows_opened(self) -> tuple[Callable[[Opened], None], ...]:
        """Return who shows what is open, or works on it; each takes what it needs."""
        return (
            self.notices.show_opened,
            self.text.show_opened,
            self.options.show_opened,
            self.details.show_opened,
            self.play_bar.show_opened,
            self.video.show_opened,
            self.panes.show_opened,
            self.quoting.show_opened,
            self.pasting.show_opened,
            self.finding.show_opened,
            self.files.show_opened,
            self.show_opened,
            self.returning.show_opened,
            self.where.show_opened,
            self.availability.show_opened,
            self.recents.show_opened,
            self.web.show_opened,
            self.noting.show_opened,
            self.library.show_opened,  # which goes to a place in what the others show
        )

    def _bind(self) -> None:
        for command, slot in (
            (Command.OPEN, self.files.open),
            (Command.OPEN_RECORDING, self.recordings.choose),
            (Command.FORGET_RECORDING, self.workspace.pairing.forget),
            (Command.REOPEN_WITH_ENCODING, self.files.reopen),
            (Command.SAVE_COPY, self.files.save_copy),
            (Command.CLOSE, self.workspace.opening.close),
            (Command.QUIT, self.close),
            (Command.COPY, self.quoting.copy),
            (Command.SELECT_ALL, self.text.view.select_all),
            (Command.FIND, self._find),
            (Command.FIND_NEXT, self.finding.next),
            (Command.FIND_PREVIOUS, self.finding.previous),
            (Command.GO_TO, self._go_to),
            (Command.PASTE_TO_FIND, self.pasting.paste),
            (Command.COPY_LINK, self._copy_link_now),
            (Command.FOLLOW, self.following.switch),
            (Command.FULL_SCREEN, self.full_screen.toggle),
            (Command.LEAVE_FULL_SCREEN, self.full_screen.leave),
            (Command.PLAY_HERE, self.text.view.keys.play_here),
            (Command.PREVIOUS_LINE, self.workspace.lines.previous),
            (Command.NEXT_LINE, self.workspace.lines.next),
            (Command.REPLAY_LINE, self.workspace.lines.replay),
            (Command.PREVIOUS_CHAPTER, self.workspace.lines.previous_chapter),
            (Command.NEXT_CHAPTER, self.workspace.lines.next_chapter),
            (Command.PREVIOUS_TURN, self.workspace.lines.previous_turn),
            (Command.NEXT_TURN, self.workspace.lines.next_turn),
            (Command.KEYS, self.help.keys),
            (Command.CHANGE_KEYS, self.key_choice.choose),
            (Command.DEMO, self.demo_requested),
            (Command.DOCTOR, self.help.doctor),
            (Command.ABOUT, self.help.about),
        ):
            self.commands.bind(command, slot)

    # What is shown

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Follow playback in another transcript as the settings say."""
        if opened.change is Change.DOCUMENT:
            self.following.begin(following=self.user_settings.settings.reading.follow)
            self.controls.begin()
        elif opened.change is Change.READING:
            self.following.go_on()

    @Slot(object, int)
    def light(self, said: Said, _ms: int) -> None:
        """Have the line that is said ready for the picture."""
        document = self.workspace.session.document
        followed = document is not None and bool(said.lit)
        words = document.transcript.segments[said.lit[-1]].text if followed and document else ""
        self.video.set_line(words)

    @Slot(object)
    def suit(self, arrangement: Arrangement) -> None:
        """Show the line and the notices at the picture where the text is not beside it."""
        hidden = arrangement is Arrangement.PICTURE_ALONE
        self.video.set_line_shown(hidden)
        if hidden:
            self.panes.head.addWidget(self.text.notices)
        else:
            self.text.take_notices()
        self.text.notices.show()  # what goes to another layout would be shown a moment later

    @Slot(str)
    def say(self, text: str) -> None:
        """Tell for a while in the status bar what was done."""
        self.statusBar().showMessage(plain.line(text), STATUS_MS)

    # Small wishes

    @Slot(str)
    def open_path(self, path: str) -> None:
        """Open a file that was chosen from a list."""
        self.workspace.opening.open(Path(path))

    @Slot()
    def _find(self) -> None:
        self.show_text()
        self.finding.begin()

    @Slot()
    def _go_to(self) -> None:
        self.show_text()
        self.finding.give_way()
        self.text.go_to_bar.begin()

    def show_text(self) -> None:
        """Bring the text back where the picture alone is shown."""
        self.full_screen.leave()
        if not self.commands[Command.TRANSCRIPT_SHOWN].isChecked():
            self.commands[Command.TRANSCRIPT_SHOWN].trigger()

    @Slot()
    def _copy_link_now(self) -> None:
        self.quoting.copy_link(self.workspace.player.position_ms)

    @Slot(int)
    def switch_language(self, index: int) -> None:
        """Show another transcript of the recording."""
        document = self.workspace.session.document
        if document is not None and document.siblings[index] != document.version:
            self.workspace.opening.switch_to(document.siblings[index])

    @Slot(int)
    def show_source(self, line: int) -> None:
        """Show the open file as it is, at a line."""
        if self.workspace.session.document is not None:
            self.help.source(self.workspace.session.document, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a loop by Escape, where nothing else took it."""
        if event.key() != Qt.Key.Key_Escape or not self.looping.leave():
            super().keyPressEvent(event)

    # What is remembered

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the notes, and how the window was left."""
        if not self.noting.may_close(ask=self.asks):
            event.ignore()
            return
        self.full_screen.leave()
        self.user_settings.change("window", **window_memory.left(self, self.panes, self.text))
        self.user_settings.change("window", last_folder=self.files.folder)
        bar, wanted = self.text.find_bar, self.finding.list_wanted
        self.user_settings.change("finding", phrases=bar.phrases, list_shown=wanted)
        self.library.note()
        try:
            self.user_settings.save(SOON_S)  # once the window is gone, there is time to wait
        except StateError as error:
            log.warning("%s", error)
        self.workspace.opening.close()
        self.library.close()
        super().closeEvent(event)

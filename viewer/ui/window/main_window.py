"""The window: its widgets, what it shows of the session, and the one block that wires them."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QMainWindow

from viewer.core.links import is_web_link
from viewer.core.transcript import Said
from viewer.errors import StateError
from viewer.playback.player import Player
from viewer.session.follower import Follower
from viewer.session.jobs import Jobs
from viewer.session.lines import Lines
from viewer.session.opened import Change, Opened
from viewer.session.session import Session
from viewer.state.keeper import Keeper
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.key_focus import KeyFocus
from viewer.ui.commands.key_table import key_hints
from viewer.ui.commands.menus import Menus
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.player.controls import Controls
from viewer.ui.player.key_words import KeyWords
from viewer.ui.player.picture_menu import PictureMenu
from viewer.ui.player.play_bar import PlayBar
from viewer.ui.player.video_panel import VideoPanel
from viewer.ui.theme import plain
from viewer.ui.transcript.finding import Finding
from viewer.ui.transcript.following import Following
from viewer.ui.transcript.quoting import Quoting
from viewer.ui.window import memory as window_memory
from viewer.ui.window.availability import Availability
from viewer.ui.window.drop_sign import DropSign
from viewer.ui.window.dropping import Dropping
from viewer.ui.window.file_dialogs import Files
from viewer.ui.window.focus_return import FocusReturn
from viewer.ui.window.full_screen import FullScreen
from viewer.ui.window.help import Help
from viewer.ui.window.notices import Notices
from viewer.ui.window.panes import Arrangement, Panes
from viewer.ui.window.recent_files import Recents
from viewer.ui.window.recording_choice import RecordingChoice
from viewer.ui.window.status_line import StatusLine
from viewer.ui.window.text_side import TranscriptPane
from viewer.ui.window.view_options import ViewOptions

log = logging.getLogger(__name__)

_LOCAL: Final = Qt.ShortcutContext.WidgetShortcut
#: How long the status bar keeps what was copied.
STATUS_MS: Final = 8_000


class MainWindow(QMainWindow):
    """Shows what the session has open; holds no state of its own but its widgets'."""

    demo_requested = Signal()

    def __init__(
        self,
        session: Session,
        lines: Lines,
        follower: Follower,
        player: Player,
        jobs: Jobs,
        keeper: Keeper,
    ) -> None:
        super().__init__()
        self._session, self._lines, self._follower = session, lines, follower
        self._player, self._keeper = player, keeper
        self.commands = Actions(self)
        self.video = VideoPanel()
        self.play_bar = PlayBar()
        self.details = DetailsPanel()
        self.text = TranscriptPane()
        self.panes = Panes(self.video, self.play_bar, self.details, self.text)
        self.following = Following(self.text.view, self)
        self.quoting = Quoting(self.text.view, jobs, self)
        self.finding = Finding(self.text.find_bar, self.text.view, jobs, self)
        self.dropping = Dropping(self)
        self.drop_sign = DropSign(self, session)
        self.files = Files(self, keeper.settings.window.last_folder, jobs)
        self.full_screen = FullScreen(self, self.panes)
        self.menus = Menus(self.menuBar(), self.commands)
        self.controls = Controls(player, self.commands, self.play_bar, keeper)
        self.options = ViewOptions(self.panes, self.text, self.details, self.commands, keeper)
        self.help = Help(self, jobs, self.commands)
        self.recordings = RecordingChoice(self, session, self.files)
        self.notices = Notices(
            self.text.message,
            self.recordings,
            self.help.doctor,
            self.files.open_as,
            self.options.show_problems,
        )
        self.recents = Recents(self.menus, self.text.card, jobs)
        self.availability = Availability(
            session, player, self.full_screen, self.commands, self.panes, self.play_bar
        )
        self._lay_out()
        self._bind()
        self._connect()
        self._suit(self.panes.arrangement)
        self.options.apply()
        self.controls.apply()
        for each in self._shows_opened():
            each(session.opened)
        if keeper.trouble is not None:
            self.notices.show_error(keeper.trouble)

    def _lay_out(self) -> None:
        self.setCentralWidget(self.panes)
        self.setMinimumSize(420, 320)
        self.setStatusBar(StatusLine(self.availability.facts))
        self.addActions([a for a in self.commands if a.shortcutContext() is not _LOCAL])
        self.text.view.addAction(self.commands[Command.PLAY_HERE])
        KeyFocus(self, self.text.view)
        FocusReturn(self, self.text.view)
        window_memory.restore(self, self.panes, self._keeper.settings.window)

    def _shows_opened(self) -> tuple[Callable[[Opened], None], ...]:
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
            self.finding.show_opened,
            self.files.show_opened,
            self.show_opened,
            self.availability.show_opened,
            self.recents.show_opened,
        )

    def _connect(self) -> None:
        session, player, view = self._session, self._player, self.text.view
        session.opened_changed.connect(self._lines.show_opened)
        for each in self._shows_opened():
            session.opened_changed.connect(each)
        session.no_recording.connect(self.notices.show_no_recording)
        session.failed.connect(self.notices.show_error)
        session.recording_failed.connect(self.notices.show_recording_error)
        session.failed.connect(self.recents.miss)
        self.dropping.dropped.connect(session.open_together)
        self.dropping.held.connect(self.text.card.hold)
        self.dropping.held.connect(self.drop_sign.hold)
        session.no_transcript.connect(self.notices.show_no_transcript)
        session.recording_chosen.connect(self.notices.show_choice)
        session.moved_along.connect(self.notices.offer_relinking)
        session.saved.connect(self.notices.show_saved)
        session.busy_changed.connect(self.text.busy.show_work)
        session.progressed.connect(self.text.busy.progress)
        self.text.busy.cancel_requested.connect(session.cancel)
        player.state_changed.connect(self.availability.refresh)
        player.engine_changed.connect(self.availability.refresh)
        self._follower.said_changed.connect(self.following.light)
        self._follower.said_changed.connect(self.quoting.light)
        self._follower.said_changed.connect(self._light)
        view.segment_chosen.connect(self.following.line_chosen)  # before anything is lit
        view.segment_chosen.connect(self._lines.play_from)
        view.choice_withdrawn.connect(self._lines.take_back)
        view.reader_acted.connect(self.following.reader_acted)
        view.reader_scrolled.connect(self.following.reader_scrolled)
        view.settled.connect(self.following.settled)
        view.shown_changed.connect(self.following.look_again)
        view.hinted.connect(self._say)
        view.copy_requested.connect(self.quoting.copy)
        view.copy_quote_requested.connect(self.quoting.copy_quote_of)
        view.copy_link_requested.connect(self.quoting.copy_link)
        self._lines.jumped.connect(self.following.jumped)
        self._connect_finding()
        self.controls.sought.connect(self.following.sought)
        self.following.following_changed.connect(self.commands[Command.FOLLOW].setChecked)
        self.following.way_back_changed.connect(self.text.show_way_back)
        self.text.back_to_now.clicked.connect(self.following.back_to_now)
        self.quoting.copied.connect(self._say)
        self.text.header.parts_chosen.connect(session.show_parts)
        self.text.header.language_chosen.connect(self._switch_language)
        self.text.card.open_requested.connect(self.files.open)
        self.text.card.path_chosen.connect(self._open)
        self.text.card.sample_requested.connect(self.demo_requested)
        self.menus.recent_chosen.connect(self._open)
        self.text.problems.problem_chosen.connect(self._show_source)
        self.text.problems.place_chosen.connect(view.show_place)
        self.details.link_requested.connect(self._browse)
        self.details.source_requested.connect(partial(self._show_source, 1))
        self.details.time_chosen.connect(self.controls.seek)
        self.video.toggle_requested.connect(player.toggle)
        self.video.full_screen_requested.connect(self.full_screen.toggle)
        self.play_bar.transport.full_screen_requested.connect(self.full_screen.toggle)
        self.play_bar.transport.previous_requested.connect(self._lines.previous)
        self.play_bar.transport.next_requested.connect(self._lines.next)
        self.play_bar.transport.replay_requested.connect(self._lines.replay)
        self.full_screen.changed.connect(self.play_bar.transport.set_full_screen)
        self.full_screen.changed.connect(self.commands[Command.FULL_SCREEN].setChecked)
        self.full_screen.changed.connect(self.availability.refresh)
        self.full_screen.changed.connect(self.video.set_alone)
        words = KeyWords(self.commands, player, self)
        self.picture_menu = PictureMenu(self.video, self.commands, self.controls, words)
        self.play_bar.seek_bar.link_requested.connect(self.quoting.copy_link)
        self.panes.arranged.connect(self._suit)
        self.files.open_requested.connect(session.open)
        self.files.recording_chosen.connect(session.choose_recording)
        self.files.copy_requested.connect(session.save_copy)
        self.files.encoding_chosen.connect(session.reopen)
        self.files.open_as_requested.connect(session.open_as)

    def _connect_finding(self) -> None:
        finding = self.finding
        finding.reader_acted.connect(self.following.reader_acted)
        finding.found_changed.connect(self.play_bar.seek_bar.set_found)
        finding.play_requested.connect(self.following.line_chosen)
        finding.play_requested.connect(self._lines.play_from)
        self.following.following_changed.connect(finding.note_following)
        self.text.find_bar.set_phrases(self._keeper.settings.finding.phrases)
        keys = key_hints()
        self.text.find_bar.set_keys(keys[Command.FIND_NEXT], keys[Command.FIND_PREVIOUS])

    def _bind(self) -> None:
        for command, slot in (
            (Command.OPEN, self.files.open),
            (Command.OPEN_RECORDING, self.recordings.choose),
            (Command.FORGET_RECORDING, self._session.forget_recording),
            (Command.REOPEN_WITH_ENCODING, self.files.reopen),
            (Command.SAVE_COPY, self.files.save_copy),
            (Command.CLOSE, self._session.close),
            (Command.QUIT, self.close),
            (Command.COPY, self.quoting.copy),
            (Command.SELECT_ALL, self.text.view.select_all),
            (Command.FIND, self._find),
            (Command.FIND_NEXT, self.finding.next),
            (Command.FIND_PREVIOUS, self.finding.previous),
            (Command.COPY_QUOTE, self.quoting.copy_quote),
            (Command.COPY_LINK, self._copy_link_now),
            (Command.FOLLOW, self.following.switch),
            (Command.FULL_SCREEN, self.full_screen.toggle),
            (Command.LEAVE_FULL_SCREEN, self.full_screen.leave),
            (Command.PLAY_HERE, self.text.view.play_here),
            (Command.PREVIOUS_LINE, self._lines.previous),
            (Command.NEXT_LINE, self._lines.next),
            (Command.REPLAY_LINE, self._lines.replay),
            (Command.KEYS, self.help.keys),
            (Command.DEMO, self.demo_requested),
            (Command.DOCTOR, self.help.doctor),
            (Command.ABOUT, self.help.about),
        ):
            self.commands.bind(command, slot)

    # What is shown

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Follow playback in another transcript as the settings say; name the window."""
        if opened.change is Change.DOCUMENT:
            self.following.begin(following=self._keeper.settings.reading.follow)
        elif opened.change is Change.READING:
            self.following.go_on()
        document, recording = opened.document, opened.recording
        name = recording.path.stem if recording is not None else ""
        self.setWindowTitle(plain.in_title(document.title if document else name))

    @Slot(object, int)
    def _light(self, said: Said, _ms: int) -> None:
        document = self._session.document
        followed = document is not None and bool(said.lit)
        words = document.transcript.segments[said.lit[-1]].text if followed and document else ""
        self.video.set_line(words)

    @Slot(object)
    def _suit(self, arrangement: Arrangement) -> None:
        """Show the line and the notices at the picture where the text is not beside it."""
        hidden = arrangement is Arrangement.PICTURE_ALONE
        self.video.set_line_shown(hidden)
        if hidden:
            self.panes.head.addWidget(self.text.notices)
        else:
            self.text.take_notices()
        self.text.notices.show()  # what goes to another layout would be shown a moment later

    @Slot(str)
    def _say(self, text: str) -> None:
        self.statusBar().showMessage(plain.line(text), STATUS_MS)

    # Small wishes

    @Slot(str)
    def _open(self, path: str) -> None:
        self._session.open(Path(path))

    @Slot(str)
    def _browse(self, url: str) -> None:
        if is_web_link(url):
            QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def _find(self) -> None:
        self.full_screen.leave()
        if not self.commands[Command.TRANSCRIPT_SHOWN].isChecked():
            self.commands[Command.TRANSCRIPT_SHOWN].trigger()
        self.finding.begin()

    @Slot()
    def _copy_link_now(self) -> None:
        self.quoting.copy_link(self._player.position_ms)

    @Slot(int)
    def _switch_language(self, index: int) -> None:
        document = self._session.document
        if document is not None and document.siblings[index] != document.version:
            self._session.switch_to(document.siblings[index])

    @Slot(int)
    def _show_source(self, line: int) -> None:
        if self._session.document is not None:
            self.help.source(self._session.document, line)

    # What is remembered

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window was left."""
        self.full_screen.leave()
        self._keeper.change("window", **window_memory.left(self, self.panes))
        self._keeper.change("window", last_folder=self.files.folder)
        self._keeper.change("finding", phrases=self.text.find_bar.phrases)
        try:
            self._keeper.save()
        except StateError as error:
            log.warning("%s", error)
        self._session.close()
        super().closeEvent(event)

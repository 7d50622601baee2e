"""The window: its panels, what works on them, and the commands they answer."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent

from viewer.core.transcript import Said
from viewer.errors import StateError
from viewer.session.opened import Change, Opened
from viewer.session.tasks import MAKING
from viewer.session.workspace import Workspace
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import SOON_S, UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.commands.key_focus import KeyFocus
from viewer.ui.window import memory as window_memory
from viewer.ui.window.early_keys import EarlyKeys
from viewer.ui.window.evidence import Evidence
from viewer.ui.window.find_switches import FindSwitches
from viewer.ui.window.focus_return import FocusReturn
from viewer.ui.window.folding import Folding
from viewer.ui.window.key_choice import KeyChoice
from viewer.ui.window.library_room import LibraryRoom
from viewer.ui.window.notes_shown import NotesShown
from viewer.ui.window.only_speaker import OnlySpeaker
from viewer.ui.window.opening_copied import OpeningCopied
from viewer.ui.window.panes import Arrangement
from viewer.ui.window.parts import Parts
from viewer.ui.window.recent_files import Recents
from viewer.ui.window.returning import Returning
from viewer.ui.window.side_place import SidePlace
from viewer.ui.window.status_line import StatusLine
from viewer.ui.window.view_options import application

if TYPE_CHECKING:
    from viewer.ui.window.reloading import Reloading

log = logging.getLogger(__name__)

#: How long after the first transcript was opened there is nothing better to do.
SETTLED_MS: Final = 2_000
_LOCAL: Final = Qt.ShortcutContext.WidgetShortcut


class MainWindow(Parts):
    """Shows what the session has open; holds no state of its own but its widgets'."""

    demo_requested = Signal()

    #: Whether somebody is there to be asked; at a signal's wish the program just ends.
    asks = True

    def __init__(
        self, workspace: Workspace, user_settings: UserSettings, recent: RecentFiles
    ) -> None:
        super().__init__(workspace, user_settings)
        self.reloading: Reloading | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.watch_file)
        self.evidence, self.notes_shown = Evidence(self), NotesShown(self)
        self.returning = Returning(self, user_settings)
        self.key_choice = KeyChoice(self, user_settings)
        self.recents = Recents(self.menus, self.text.card, workspace.jobs, recent)
        self.library = LibraryRoom(self, self.panes, user_settings)
        OpeningCopied(self, self.library)
        self._lay_out()
        self._bind()
        self.find_switches = FindSwitches(self, user_settings)
        self.only_speaker, self.folding = OnlySpeaker(self), Folding(self)
        SidePlace(self.panes, self.text.beside, self.text.side)

    def begin(self) -> None:
        """Show what is open, as the settings say; everything is wired by now."""
        self.suit(self.panes.arrangement)
        self._apply_settings()
        for each in self.shows_opened():
            each(self.workspace.session.opened)
        # Last, as a window is told each change of its actions.
        self.addActions([a for a in self.commands if a.shortcutContext() is not _LOCAL])
        if self.user_settings.trouble is not None:
            self.notices.show_error(self.user_settings.trouble)

    @Slot()
    def watch_file(self) -> None:
        """Notice from now on what becomes of files on disk; what came before is noticed too."""
        from viewer.ui.window.reloading import Reloading

        self._settled.stop()
        self.reloading = Reloading(self)

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
        self.text.view.addAction(self.commands[Command.PLAY_HERE])
        KeyFocus(self, self.text.view)
        FocusReturn(self, self.text.view)
        EarlyKeys(self)
        window_memory.restore(self, self.panes, self.text, self.user_settings.settings.window)

    def shows_opened(self) -> tuple[Callable[[Opened], None], ...]:
        """Return who shows what is open, or works on it; each takes what it needs."""
        return (
            self.status.show_opened,  # before anybody says something of what is open now
            self.notices.show_opened,
            self.panes.show_opened,
            self.availability.show_opened,  # before the text, which it gives its room
            self.text.show_opened,
            self.details.show_opened,
            self.play_bar.show_opened,
            self.video.show_opened,
            self.quoting.show_opened,
            self.pasting.show_opened,
            self.finding.show_opened,
            self.files.show_opened,
            self.show_opened,
            self.returning.show_opened,
            self.where.show_opened,
            self.recents.show_opened,
            self.web.show_opened,
            self.notes_shown.show_opened,
            self.library.show_opened,  # which goes to a place in what the others show
        )

    def _bind(self) -> None:
        for command, slot in (
            (Command.OPEN, self.files.open),
            (Command.OPEN_RECORDING, self.recordings.choose),
            (Command.FORGET_RECORDING, self.workspace.pairing.forget),
            (Command.RELOAD, self.workspace.opening.reload),
            (Command.REOPEN_WITH_ENCODING, self.files.reopen),
            (Command.SAVE_COPY, self.files.save_copy),
            (Command.CLOSE, self.workspace.opening.close),
            (Command.QUIT, self.close),
            (Command.COPY, self.quoting.copy),
            (Command.FIND, self._find),
            (Command.FIND_NEXT, self.finding.next),
            (Command.FIND_PREVIOUS, self.finding.previous),
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
        if self.reloading is None and opened.document is not None:
            self._settled.start()
        else:
            self._settled.stop()
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
    def _copy_link_now(self) -> None:
        self.quoting.copy_link(self.workspace.player.position_ms)

    @Slot(int)
    def switch_language(self, index: int) -> None:
        """Show another transcript of the recording."""
        document = self.workspace.session.document
        if document is not None and document.siblings[index] != document.version:
            self.workspace.opening.switch_to(document.siblings[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a loop by Escape, where nothing else took it."""
        if event.key() != Qt.Key.Key_Escape or not self.looping.leave():
            super().keyPressEvent(event)

    # What is remembered

    def _may_close(self) -> bool:
        ask = self.asks and not application().isSavingSession()
        if ask and (self.workspace.tasks.making or self.library.saves):
            from viewer.ui.window.unfinished import may_go

            if not may_go(self, self.library) and self.asks:  # a signal may have come meanwhile
                return False
        return self.notes_shown.may_close(ask=ask and self.asks)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the notes, and how the window was left; ask where anything would be lost."""
        if not self._may_close():
            event.ignore()
            return
        self.workspace.tasks.cancel(*MAKING)  # which takes away what is not whole
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

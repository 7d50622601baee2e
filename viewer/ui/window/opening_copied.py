"""Opening what lies on the clipboard: files, or a link; anything else is looked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.pasting import is_of_another
from viewer.ui.window.dropping import local_files, names_file, perhaps_file, web_address
from viewer.ui.window.library_room import LibraryRoom
from viewer.ui.window.parts import Parts


class OpeningCopied(QObject):
    """Takes the clipboard as if what is on it had been dropped on the window."""

    def __init__(self, window: Parts, library: LibraryRoom) -> None:
        super().__init__(window)
        self._window, self._library = window, library
        window.commands.bind(Command.PASTE, self.open)
        window.dropping.perhaps_dropped.connect(self.open_if_file)

    @Slot()
    def open(self) -> None:
        """Open files and links; a link of what is open leads to its moment there."""
        window, data = self._window, QGuiApplication.clipboard().mimeData()
        files, address = local_files(data), web_address(data)
        if files:
            self._library.take_dropped(files)
        elif address and not self._is_of_what_is_open(address):
            window.web.addresses.open(address)
        elif (path := perhaps_file(data)) is not None and not address:
            self.open_if_file(path, self._look_for_words)
        else:
            self._look_for_words()

    @Slot(object)
    def open_if_file(self, path: Path, otherwise: Callable[[], None] | None = None) -> None:
        """Open what words may be the path of; the disk is asked in a job, for it may be slow."""

        def take(is_file: bool) -> None:
            if is_file:
                self._library.take_dropped([path])
            else:
                (otherwise or self._say_nothing_there)()

        show_error = self._window.notices.show_error
        self._window.workspace.jobs.run(lambda _: names_file(path), take, show_error)

    def _look_for_words(self) -> None:
        if self._window.workspace.session.document is not None:
            self._window.pasting.paste()
        else:
            self._window.say(self.tr("There is no link on the clipboard, and no file."))

    def _say_nothing_there(self) -> None:
        self._window.say(self.tr("What was dropped is no link, and no file."))

    def _is_of_what_is_open(self, address: str) -> bool:
        transcript = self._window.workspace.session.opened.transcript
        known = transcript is not None and bool(transcript.source.url)
        return known and transcript is not None and not is_of_another(address, transcript)

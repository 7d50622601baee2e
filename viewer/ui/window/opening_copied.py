"""Opening what lies on the clipboard: files, or a link; anything else is looked for."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.pasting import is_of_another
from viewer.ui.window.dropping import local_files, web_address
from viewer.ui.window.library_room import LibraryRoom
from viewer.ui.window.parts import Parts


class OpeningCopied(QObject):
    """Takes the clipboard as if what is on it had been dropped on the window."""

    def __init__(self, window: Parts, library: LibraryRoom) -> None:
        super().__init__(window)
        self._window, self._library = window, library
        window.commands.bind(Command.PASTE, self.open)

    @Slot()
    def open(self) -> None:
        """Open files and links; a link of what is open leads to its moment there."""
        window, data = self._window, QGuiApplication.clipboard().mimeData()
        files, address = local_files(data), web_address(data)
        if files:
            self._library.take_dropped(files)
        elif address and not self._is_of_what_is_open(address):
            window.web.addresses.open(address)
        elif window.workspace.session.document is not None:
            window.pasting.paste()
        else:
            window.say(self.tr("There is no link on the clipboard, and no file."))

    def _is_of_what_is_open(self, address: str) -> bool:
        transcript = self._window.workspace.session.opened.transcript
        known = transcript is not None and bool(transcript.source.url)
        return known and transcript is not None and not is_of_another(address, transcript)

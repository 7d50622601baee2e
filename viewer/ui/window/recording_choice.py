"""Asking for a transcript's recording: first what lies around it, then any file."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from viewer.session.choices import Choice
from viewer.session.loading import Guess
from viewer.session.pairing import Pairing
from viewer.session.session import Session
from viewer.ui.window.file_dialogs import Files


class RecordingChoice(QObject):
    """Shows the guesses where there are any, else the file dialog at once."""

    def __init__(self, window: QWidget, session: Session, pairing: Pairing, files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._session, self._pairing = session, pairing
        self._asking = False

    @Slot()
    def choose(self) -> None:
        """Look for recordings near the open transcript, and ask which it is."""
        if not self._asking:
            self._pairing.guess(self._ask)

    def relink(self, moved: dict[str, Path]) -> None:
        """Remember where other recordings lie now."""
        self._pairing.relink(moved)

    def take_back(self, choice: Choice) -> None:
        """Play again what was played before a choice."""
        self._pairing.take_back(choice)

    def _ask(self, guesses: tuple[Guess, ...]) -> None:
        document = self._session.document
        if document is None or self._asking:
            return
        if not guesses:
            self._files.choose_recording()
            return
        from viewer.ui.dialogs.choose_recording import ChooseRecording

        dialog = ChooseRecording(document.title, document.transcript.length_ms, self._window)
        dialog.set_guesses(guesses)
        dialog.chosen.connect(self._pairing.choose)
        dialog.browse_requested.connect(self._files.choose_recording)
        dialog.finished.connect(self._rest)
        self._asking = True
        dialog.open()

    @Slot()
    def _rest(self) -> None:
        self._asking = False

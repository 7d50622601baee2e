"""The list of what was skipped or guessed in the file, below the text."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.transcript import Transcript
from viewer.session.opened import Opened
from viewer.ui.commands.actions import Command
from viewer.ui.transcript.problems_panel import ProblemsPanel
from viewer.ui.window.parts import Parts


def make(window: Parts) -> QWidget:
    """Make the list, hidden until it is asked for."""
    return Problems(window).panel


class Problems(QObject):
    """Fills the list, shows it and hides it."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self.panel = ProblemsPanel()
        self.panel.hide()
        self._window, self._view = window, window.text.view
        self._action = window.commands[Command.PROBLEMS_SHOWN]
        window.commands.bind(Command.PROBLEMS_SHOWN, self._switch)
        window.notices.problems_wanted.connect(self._show)
        window.workspace.session.opened_changed.connect(self._show_opened)
        self.panel.problem_chosen.connect(window.show_source)
        self.panel.place_chosen.connect(self._view.show_place)
        self.panel.close_requested.connect(self._close)
        self._show_opened(window.workspace.session.opened)

    @Slot(object)
    def _show_opened(self, opened: Opened) -> None:
        """List what another transcript has; the list is hidden where that is nothing."""
        if opened.other_document:
            transcript = opened.transcript or Transcript(())
            has_lines = transcript.encoding != "binary"
            self.panel.set_problems(transcript.problems, has_lines=has_lines)
            if not transcript.problems:
                self._close()

    @Slot(bool)
    def _switch(self, shown: bool) -> None:
        (self._show if shown else self._close)()

    @Slot()
    def _show(self) -> None:
        """Show the list, and give it the keys."""
        self._window.show_text()
        self.panel.show()
        self.panel.take_keys()
        self._action.setChecked(True)

    @Slot()
    def _close(self) -> None:
        """Hide the list; the text has its keys then."""
        had_keys = self.panel.has_keys()
        self.panel.hide()
        if had_keys:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._action.setChecked(False)

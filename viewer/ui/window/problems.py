"""The list of what was skipped or guessed in the file, below the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from viewer.core.transcript import Transcript
from viewer.session.opened import Opened
from viewer.ui.commands.actions import Command
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.ui.transcript.problems_panel import ProblemsPanel


def make(window: Parts) -> "Problems":
    """Make what brings the list."""
    return Problems(window)


class Problems(QObject):
    """Fills the list, shows it and hides it; it is made when it is first wanted."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._panel: ProblemsPanel | None = None
        self._window, self._view = window, window.text.view
        self._action = window.commands[Command.PROBLEMS_SHOWN]
        window.commands.bind(Command.PROBLEMS_SHOWN, self._switch)
        window.notices.problems_wanted.connect(self._show)

    @Slot(object)
    def _show_opened(self, opened: Opened) -> None:
        """List what another transcript has; the list is hidden where that is nothing."""
        if opened.other_document:
            self._fill(opened.transcript)

    def _fill(self, shown: Transcript | None) -> None:
        transcript = shown or Transcript(())
        if self._panel is not None:
            has_lines = transcript.encoding != "binary"
            self._panel.set_problems(transcript.problems, has_lines=has_lines)
        if not transcript.problems:
            self._close()

    @Slot(bool)
    def _switch(self, shown: bool) -> None:
        (self._show if shown else self._close)()

    @Slot()
    def _show(self) -> None:
        """Show the list, and give it the keys."""
        self._window.show_text()
        panel = self._panel or self._made()
        panel.show()
        panel.take_keys()
        self._action.setChecked(True)

    def _made(self) -> "ProblemsPanel":
        from viewer.ui.transcript.problems_panel import ProblemsPanel

        session = self._window.workspace.session
        panel = self._panel = ProblemsPanel()
        panel.hide()
        panel.problem_chosen.connect(self._window.show_source)
        panel.place_chosen.connect(self._view.show_place)
        panel.close_requested.connect(self._close)
        self._window.text.add_below(panel)
        session.opened_changed.connect(self._show_opened)
        self._fill(session.opened.transcript)
        return panel

    @Slot()
    def _close(self) -> None:
        """Hide the list; the text has its keys then."""
        if self._panel is not None:
            had_keys = self._panel.has_keys()
            self._panel.hide()
            if had_keys:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._action.setChecked(False)

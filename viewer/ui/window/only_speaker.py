"""The command that shows the lines of one speaker alone, and all lines again."""

from PySide6.QtCore import QObject, Slot

from viewer.ui.commands.actions import Command
from viewer.ui.window.parts import Parts


class OnlySpeaker(QObject):
    """Finds out whose lines are meant, and ticks the command while lines are hidden."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window, self._hiding = window, window.text.hiding
        self._action = window.commands[Command.SHOW_ONLY]
        window.commands.bind(Command.SHOW_ONLY, self._switch)
        self._hiding.changed.connect(self._tick)

    @Slot()
    def _tick(self) -> None:
        self._action.setChecked(self._hiding.only is not None)

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        name = self._meant() if on else None
        if on and name is None:
            self._window.say(self.tr("Nobody is known to say this line."))
        self._hiding.show_only(None if name is None else frozenset({name}))
        self._tick()

    def _meant(self) -> str | None:
        """Return whose words are selected, or else being said, or in view."""
        view, said = self._window.text.view, self._window.workspace.follower.said
        index = view.caret.readers_segment()
        index = said.followed if index is None else index
        return view.transcript.voices[view.sheet.first_in_view() if index is None else index]

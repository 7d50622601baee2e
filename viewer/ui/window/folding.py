"""The command that unfolds lines which are the same, and folds them again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from viewer.ui.commands.actions import Command
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator


class Folding(QObject):
    """Finds out which repeated lines are meant."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window = window
        window.commands.bind(Command.FOLD, self._turn)

    @Slot()
    def _turn(self) -> None:
        hiding = self._window.text.hiding
        meant = next((index for index in self._meant() if hiding.repeats_at(index)), None)
        if meant is None:
            self._window.say(self.tr("No lines are repeated here."))
        else:
            hiding.turn(meant)

    def _meant(self) -> "Iterator[int]":
        """Yield the segment that is selected, the one that is said, and those in view."""
        view, said = self._window.text.view, self._window.workspace.follower.said
        readers = view.caret.readers_segment()
        yield from (index for index in (readers, said.followed) if index is not None)
        for row in view.sheet.rows():
            yield from row.segments

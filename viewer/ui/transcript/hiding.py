"""Which lines are not shown: those of other speakers, where the reader wants some alone."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Signal

from viewer.core.transcript import Transcript
from viewer.ui.transcript.view import TranscriptView


class Hiding(QObject):
    """Hides lines from the view; all that is said stays in the text, for finding and quoting.

    `changed` tells that others are hidden than before.
    """

    changed = Signal()

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._only: frozenset[str] | None = None
        self._hidden: AbstractSet[int] = frozenset()
        #: What is shown all the same: the reader has gone there.
        self._revealed = range(0)
        view.sheet.hidden_in = self._hidden_in
        view.going.connect(self._reveal)

    @property
    def only(self) -> frozenset[str] | None:
        """The speakers whose lines alone are shown; None for all."""
        return self._only

    @property
    def count(self) -> int:
        """How many lines are hidden."""
        return len(self._hidden)

    def forget(self) -> None:
        """Hide nothing in what is shown next."""
        self._only, self._revealed, self._hidden = None, range(0), frozenset()
        self.changed.emit()

    def show_only(self, names: frozenset[str] | None) -> None:
        """Show the lines of these speakers alone, or all again, and keep the place."""
        if names != self._only:
            self._only, self._revealed = names, range(0)
            self._apply()

    def _reveal(self, segments: range) -> None:
        """Show lines that the reader goes to, and those that were shown for that no longer."""
        if segments != self._revealed and not self._hidden.isdisjoint(segments):
            self._revealed = segments
            self._apply()

    def _apply(self) -> None:
        view = self._view
        hidden = self._hidden_in(view.transcript)
        with view.keeping.kept(view.lit.held()):
            view.sheet.hide(hidden)
        view.viewport().update()
        self.changed.emit()

    def _hidden_in(self, transcript: Transcript) -> AbstractSet[int]:
        only = self._only
        if only is None or only.isdisjoint(transcript.speakers):
            self._hidden = frozenset()
        else:
            others = (index for index, name in enumerate(transcript.voices) if name not in only)
            self._hidden = frozenset(others).difference(self._revealed)
        return self._hidden

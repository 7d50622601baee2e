"""Which lines are not shown: repeated ones, and others' where some speakers are wanted alone."""

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.transcript import Transcript
from viewer.ui.transcript.sheet import Unseen
from viewer.ui.transcript.view import TranscriptView


class Hiding(QObject):
    """Hides lines from the view; all that is said stays in the text, for finding and quoting.

    Equal lines in a row fold to the first, until the reader unfolds them or goes to one of them.
    `changed` tells that other speakers are hidden than before.
    """

    changed = Signal()

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._only: frozenset[str] | None = None
        self._others: frozenset[int] = frozenset()
        #: What is shown all the same: the reader has gone there.
        self._revealed = range(0)
        self._unfolded: frozenset[range] = frozenset()
        view.sheet.unseen_in = self._unseen_in
        view.going.connect(self._reveal)
        view.mouse.foot_chosen.connect(self.turn)

    @property
    def only(self) -> frozenset[str] | None:
        """The speakers whose lines alone are shown; None for all."""
        return self._only

    @property
    def count(self) -> int:
        """How many lines of other speakers are hidden."""
        return len(self._others)

    def forget(self) -> None:
        """Hide no speakers in what is shown next, and fold what is the same."""
        self._only, self._revealed, self._others = None, range(0), frozenset()
        self._unfolded = frozenset()
        self.changed.emit()

    def show_only(self, names: frozenset[str] | None) -> None:
        """Show the lines of these speakers alone, or all again, and keep the place."""
        if names != self._only:
            self._only, self._revealed = names, range(0)
            self._apply()
            self.changed.emit()

    @Slot(object)
    def _reveal(self, segments: range) -> None:
        """Show lines that the reader goes to; others' are hidden again when he goes elsewhere."""
        folds = [run for run in self._view.transcript.repeats if _meet(run[1:], segments)]
        unfolded = self._unfolded.union(folds)
        others = not self._others.isdisjoint(segments)
        if unfolded != self._unfolded or (others and segments != self._revealed):
            self._unfolded = unfolded
            self._revealed = segments if others else self._revealed
            self._apply()
            self.changed.emit()

    def repeats_at(self, index: int) -> bool:
        """Return whether a line is one of several equal ones, folded or not."""
        return any(index in run for run in self._view.transcript.repeats)

    @Slot(int)
    def turn(self, index: int) -> None:
        """Unfold the lines of which the reader means one, or fold them again."""
        runs = self._view.transcript.repeats
        self._unfolded ^= {run for run in runs if index in run}
        self._apply()

    def _apply(self) -> None:
        view = self._view
        unseen = self._unseen_in(view.transcript)
        with view.keeping.kept(view.lit.held()):
            view.sheet.hide(unseen)
        view.viewport().update()

    def _unseen_in(self, transcript: Transcript) -> Unseen:
        self._others = frozenset()
        if self._only is not None and not self._only.isdisjoint(transcript.speakers):
            voices, only = enumerate(transcript.voices), self._only
            others = frozenset(index for index, name in voices if name not in only)
            self._others = others.difference(self._revealed)
        folded = [run for run in transcript.repeats if run not in self._unfolded]
        stand_ins = {index: run[0] for run in folded for index in run[1:]}
        feet = {run[0]: self.tr("▸ {n} more like this").format(n=len(run) - 1) for run in folded}
        for run in self._unfolded.intersection(transcript.repeats):
            feet[run[-1]] = self.tr("▾ Fold these {n} lines").format(n=len(run))
        words = transcript.segments
        left_out = frozenset(index for index in self._others if words[index].text.strip())
        return Unseen(self._others | stand_ins.keys(), stand_ins, feet, left_out)


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop

"""Looking a phrase up in the transcript: at once where that is quick, in a job where it is not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from viewer.core.find import Finder, Found
from viewer.core.value import value
from viewer.errors import ViewerError
from viewer.session.job import Job
from viewer.session.jobs import Jobs

if TYPE_CHECKING:
    from viewer.session.expressions import Expressions

#: A transcript of more segments is folded in a job, and its whole words are looked for in one.
LARGE: Final = 4_000


@value
class Asked:
    """What is to be found, and how."""

    phrase: str
    match_case: bool = False
    whole_words: bool = False
    expression: bool = False


class Searching(QObject):
    """Looks up one thing after another; of two the later one wins.

    Tells `found` with a `Found`, `failed` with a `ViewerError`, or at first `waiting`.
    """

    found = Signal(object)
    failed = Signal(object)
    waiting = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._texts: Sequence[str] = ()
        self._finders: dict[bool, Finder] = {}
        self._expressions: Expressions | None = None
        self._asked: Asked | None = None
        self._folding: Job | None = None
        self._looking: Job | None = None

    def show(self, texts: Sequence[str]) -> None:
        """Look in other texts from now on."""
        for job in filter(None, (self._folding, self._looking)):
            job.cancel()
        self._texts, self._finders, self._expressions = texts, {}, None
        self._asked = self._folding = self._looking = None

    def forget(self) -> None:
        """Let go of what is being looked for."""
        self._asked = None
        if self._looking is not None:
            self._looking.cancel()

    def look(self, asked: Asked) -> None:
        """Look something up."""
        self.forget()
        self._asked = asked
        if asked.expression and asked.phrase:
            self._look_by_expression(asked)
        elif (finder := self._finder(asked.match_case)) is None:
            self.waiting.emit()
        elif asked.whole_words and len(self._texts) > LARGE:
            self._look_for_words(finder, asked)
        else:
            self.found.emit(finder.find(asked.phrase, whole_words=asked.whole_words))

    def _look_by_expression(self, asked: Asked) -> None:
        texts, known = self._texts, self._expressions

        def work(job: Job) -> "tuple[Expressions, Found]":
            expressions = known or _expressions(texts)
            return expressions, expressions.find(
                asked.phrase,
                match_case=asked.match_case,
                whole_words=asked.whole_words,
                cancelled=job.is_cancelled,
            )

        def done(outcome: "tuple[Expressions, Found]") -> None:
            self._expressions, found = outcome
            self.found.emit(found)

        self.waiting.emit()
        self._looking = self._jobs.run(work, done, self.failed.emit)

    def _look_for_words(self, finder: Finder, asked: Asked) -> None:
        def work(_job: Job) -> Found:
            return finder.find(asked.phrase, whole_words=True)

        self.waiting.emit()
        self._looking = self._jobs.run(work, self.found.emit, self.failed.emit)

    def _finder(self, match_case: bool) -> Finder | None:
        """Return what finds in the texts; None while a job folds them."""
        if match_case not in self._finders:
            if len(self._texts) > LARGE:
                self._fold(match_case)
                return None
            self._finders[match_case] = Finder(self._texts, match_case=match_case)
        return self._finders[match_case]

    def _fold(self, match_case: bool) -> None:
        texts = self._texts

        def work(job: Job) -> Finder:
            return Finder(texts, match_case=match_case, cancelled=job.is_cancelled)

        def done(finder: Finder) -> None:
            self._folding = None
            self._finders[match_case] = finder
            if self._asked is not None:
                self.look(self._asked)

        def failed(error: ViewerError) -> None:
            raise error  # folding knows of no failure

        if self._folding is None:
            self._folding = self._jobs.run(work, done, failed)


def _expressions(texts: Sequence[str]) -> "Expressions":
    from viewer.session.expressions import Expressions  # which starts processes; few look by one

    return Expressions(texts)

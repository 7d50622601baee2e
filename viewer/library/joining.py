"""What has time until words are in: joints of transcripts, and letting go of what is forgotten.

Until then search only takes longer, and the index more room. Another process does it, at the
lowest priority, and writes a few transcripts' at a time; where it is ended in the midst of it, the
next one goes on.
"""

import logging
import time
from typing import Final

from viewer.library.errors import LibraryError
from viewer.library.index import Index
from viewer.library.indexing import Control, Progress
from viewer.library.opening import index_at
from viewer.library.process import Process
from viewer.library.tokens import joints_of

log = logging.getLogger(__name__)

#: Of so many the joints are written at once: who else writes waits for some tenths of a second.
_AT_ONCE: Final = 48
#: A batch that takes longer is given up.
_LIMIT_S: Final = 300.0


def join(index: Index, control: Control) -> None:
    """Have the joints made that are missing, and let go of what is forgotten.

    Raises `LibraryError`.
    """
    total = len(index.unjoined()) + len(index.forgotten())
    process, began = Process("joiner", control.go_on), time.monotonic()
    done, waited = 0, 0.0
    try:
        while done < total:
            asked = time.monotonic()
            if not control.go_on():
                return
            waited += time.monotonic() - asked
            left = process.ask(index.place, _LIMIT_S)
            if not isinstance(left, int):
                if control.go_on():
                    _give_up(left)
                return
            total = max(total, left)
            done = total - left
            took = time.monotonic() - began - waited
            control.tell(Progress(None, done, total, took / max(done, 1) * left))
    finally:
        process.end()


def _give_up(answer: object) -> None:
    if isinstance(answer, tuple):
        sentence, hint = answer
        raise LibraryError(sentence, hint=hint)
    log.warning("The process that makes joints was lost; the next reading goes on with them.")


class Joiner:
    """Makes some joints whenever it is asked, in the process that is there for it."""

    def __init__(self) -> None:
        self._index: Index | None = None

    def some(self, place: str) -> int | tuple[str, str]:
        """Do some in the index at a place; return how many are left, or why it cannot be."""
        try:
            index = self._index = self._index or index_at(place)
            ids, forgotten = index.unjoined(), index.forgotten()
            if some := ids[:_AT_ONCE]:
                index.join({id_: joints_of(leaf.text) for id_, leaf in index.leaves(some)})
            elif some := forgotten[:_AT_ONCE]:
                index.let_go(some)
            return len(ids) + len(forgotten) - len(some)
        except LibraryError as error:
            return str(error), error.hint

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()

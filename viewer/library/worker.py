"""Looks through folders and reads files for the library, in a process of its own.

A file may take it down, and a disk keep it waiting. Standard input brings pickled questions,
standard output takes pickled answers: to a `Folder` pieces of its `Walk`, or a sentence and a hint;
to a list of (path, known key) for each file its `Stamp`, as soon as its disk has given it, and its
`Read`. The end of standard input, as when whoever asks is gone, is the end of it.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from viewer.library.errors import LibraryError
from viewer.library.reader import read
from viewer.library.readers import Wanted
from viewer.library.walk import Folder, walk

#: What else the machine does comes first.
_NICE: Final = 10


def main() -> int:
    """Read until there is nothing more to read."""
    return answering(_answer, _NICE)


def _answer(asked: Folder | list[Wanted], say: Callable[[object], None]) -> None:
    if not isinstance(asked, Folder):
        for path, key in asked:
            say(read(path, key, say))
        return
    try:
        for found in walk(asked):
            say(found)
    except LibraryError as error:
        say((str(error), error.hint))


def answering(answer: Callable[[Any, Callable[[object], None]], None], nice: int) -> int:
    """Answer what is asked until there are no more questions, at a low priority."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whoever prints must not print into the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asks
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(nice)

    def say(said: object) -> None:
        pickle.dump(said, answers)
        answers.flush()

    with suppress(BrokenPipeError):
        while True:
            try:
                asked = pickle.load(questions)
            except EOFError:
                break
            answer(asked, say)
    return 0


if __name__ == "__main__":
    sys.exit(main())

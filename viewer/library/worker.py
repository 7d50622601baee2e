"""Reads files for the library in a process of its own, which a file may take down with it.

Standard input brings pickled lists of (path, known key), standard output takes pickled lists of
`Read`. The end of standard input, as when whoever asks is gone, is the end of it.
"""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from viewer.library.reader import read

#: What else the machine does comes first.
_NICE: Final = 10


def main() -> int:
    """Read until there is nothing more to read."""
    return answering(lambda asked: [read(path, key) for path, key in asked], _NICE)


def answering(answer: Callable[[Any], object], nice: int) -> int:
    """Answer what is asked until there are no more questions, at a low priority."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whoever prints must not print into the answers
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(nice)
    while True:
        try:
            asked = pickle.load(questions)
        except EOFError:
            return 0
        pickle.dump(answer(asked), answers)
        answers.flush()


if __name__ == "__main__":
    sys.exit(main())

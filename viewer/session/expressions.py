"""Finding by regular expressions, bounded in time and memory; without Qt.

Python's `re` cannot be stopped while it looks, and holds up every other thread; the packages that
can be stopped still take all memory for some expressions. So a process of its own looks.
"""

import json
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final
from unicodedata import combining, is_normalized, normalize

from viewer.core.find import Found, Hit, Reading
from viewer.core.occurrences import Listed
from viewer.errors import ExpressionError

#: An expression that takes longer is stopped.
LIMIT_S: Final = 3.0
#: So often it is asked whether anybody still waits.
_LOOK_S: Final = 0.05
_WORKER: Final = Path(__file__).with_name("expression_worker.py")
_WRONG: Final = 3
#: Between these are the later letters of Korean syllables, which become one with the first.
_LATER: Final = ("\u1160", "\u11ff")


class Expressions:
    """The texts of a transcript as they are shown, read on as one to be searched by expressions.

    A line break is a space there, or nothing where the script has none; a letter and its accents
    are one, in the texts and in what is looked for, however they are written.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._reading = _Composed(tuple(text.replace("\n", " ") for text in texts))
        self._bytes = self._reading.text.encode("utf-8", "surrogatepass")

    def find(
        self,
        pattern: str,
        *,
        match_case: bool = False,
        whole_words: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
        limit_s: float = LIMIT_S,
    ) -> Found:
        """Return where the expression matches any words.

        Raises `ExpressionError` for one that is wrong, or that takes too long or too much memory.
        """
        if not pattern:
            return Found(self._reading, Listed((), ()))
        composed = normalize("NFC", pattern)
        head = {"pattern": composed, "match_case": match_case, "whole_words": whole_words}
        places = array("q")
        output = _run(json.dumps(head).encode() + b"\n" + self._bytes, cancelled, limit_s)
        places.frombytes(output)
        return Found(self._reading, Listed(places[::2], places[1::2]))


class _Composed(Reading):
    """Texts with their accents in their letters, and the way back to the texts as they are."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        super().__init__(normalize("NFC", text) for text in texts)

    def hit_at(self, begin: int, end: int) -> Hit:
        """Return what stands in that range of the text."""
        hit = super().hit_at(begin, end)
        first, last = self._texts[hit.first], self._texts[hit.last]
        return Hit(hit.first, hit.last, _back(first, hit.begin), _back(last, hit.end))


def _back(text: str, place: int) -> int:
    """Return where in a text a place of it lies that is counted with accents in their letters."""
    if is_normalized("NFC", text):
        return place
    starts = [
        at
        for at, char in enumerate(text)
        if not (combining(char) or _LATER[0] <= char <= _LATER[1])
    ]
    passed = 0
    for start, end in pairwise([*starts, len(text)]):
        if passed >= place:
            return start
        passed += len(normalize("NFC", text[start:end]))
    return len(text)


def _run(given: bytes, cancelled: Callable[[], bool], limit_s: float) -> bytes:
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-W", "ignore", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ExpressionError(f"The search could not be started: {error.strerror}.") from error
    with process:
        output, complaint = _wait(process, given, cancelled, limit_s)
    if process.returncode == _WRONG:
        reason = complaint.decode("utf-8", "replace")
        raise ExpressionError(f"This is not a regular expression: {reason}.")
    if process.returncode:
        raise ExpressionError("The search was stopped: it takes too long or too much memory.")
    return output


def _wait(
    process: subprocess.Popen[bytes], given: bytes, cancelled: Callable[[], bool], limit_s: float
) -> tuple[bytes, bytes]:
    """Wait for the outcome, and end the process where it takes too long or nobody wants it."""
    end = time.monotonic() + limit_s
    left: bytes | None = given
    while time.monotonic() < end and not cancelled():
        try:
            return process.communicate(left, timeout=_LOOK_S)
        except subprocess.TimeoutExpired:
            left = None  # Python sends on what is left by itself
    process.kill()
    return process.communicate()

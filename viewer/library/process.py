"""Another process that answers questions about the library; one that is lost is started again."""

import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

#: So often it is asked whether an answer is still wanted.
_LOOK_S: Final = 0.1
_ROOT: Final = Path(__file__).parents[2]
_START: Final = (
    "import sys; sys.path[:0] = sys.argv[1:]; from viewer.library.{0} import main; main()"
)


class Process:
    """A process that runs `main` of a module of the library; it starts when it is asked.

    As soon as its answer is no longer wanted it is ended, and never waited for: one that a disk
    keeps waiting ends when the disk answers, if it ever does.
    """

    def __init__(self, module: str, wanted: Callable[[], bool] = lambda: True) -> None:
        self._module, self._wanted = module, wanted
        self._process: subprocess.Popen[bytes] | None = None
        self._listener = Thread()
        self._answers: SimpleQueue[object] = SimpleQueue()
        #: Whether it was ended for taking too long.
        self.late = False

    def ask(self, question: object, limit_s: float) -> object | None:
        """Return the answer, or None where the process was lost over it, or took too long."""
        process = self._process or self._start()
        with suppress(OSError):  # it is gone, which its answer tells
            say(process, question)
        return self.more(limit_s)

    def more(self, limit_s: float) -> object | None:
        """Return what else it answers to the same question, as `ask` does."""
        answer, end_s = None, time.monotonic() + limit_s
        self.late = False
        while True:
            with suppress(Empty):
                answer = self._answers.get(timeout=_LOOK_S)
                break
            self.late = time.monotonic() > end_s
            if self.late or not self._wanted():
                break
        if answer is None and self._process is not None:
            self._process.kill()
            self._process = None
        return answer

    def end(self) -> None:
        """Let it end, and wait for that."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
            self._listener.join()

    def _start(self) -> "subprocess.Popen[bytes]":
        process = self._process = started(self._module)
        answers = self._answers = SimpleQueue()

        def listen() -> None:
            for answer in heard(process):
                answers.put(answer)
            answers.put(None)

        self._listener = Thread(target=listen, name="cueline-library-listen", daemon=True)
        self._listener.start()
        return process


def started(module: str) -> "subprocess.Popen[bytes]":
    """Start a process that runs `main` of a module of the library.

    It loads nothing from the folder in which the program was started.
    """
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return subprocess.Popen(
        [sys.executable, "-P", "-W", "ignore", "-c", _START.format(module), str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=flags,
    )


def say(process: "subprocess.Popen[bytes]", question: object) -> None:
    """Have a process hear something."""
    assert process.stdin is not None
    pickle.dump(question, process.stdin)
    process.stdin.flush()


def heard(process: "subprocess.Popen[bytes]") -> Iterator[object]:
    """Yield what a process says, until it is gone."""
    assert process.stdout is not None
    with suppress(OSError), process:
        while True:
            try:
                yield pickle.load(process.stdout)
            except (EOFError, pickle.UnpicklingError):
                break

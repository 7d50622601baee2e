"""Another process that answers questions about the library; one that is lost is started again."""

import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

#: So often it is asked whether an answer is still wanted.
_LOOK_S: Final = 0.1
_ROOT: Final = Path(__file__).parents[2]
_START: Final = (
    "import sys; sys.path[:0] = sys.argv[1:]; from viewer.library.{0} import main; main()"
)


class Process:
    """A process that runs `main` of a module of the library; it starts when it is asked.

    As soon as its answer is no longer wanted it is ended.
    """

    def __init__(
        self, module: str, limit_s: float, wanted: Callable[[], bool] = lambda: True
    ) -> None:
        self._module, self._limit_s, self._wanted = module, limit_s, wanted
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: object, share: int = 1) -> object | None:
        """Return the answer, or None where the process was lost over it.

        It may take the limit for each of so many things that are asked at once.
        """
        process = self._process = self._process or self._started()
        answered, end_s = Event(), time.monotonic() + self._limit_s * share

        def watch() -> None:
            while not answered.wait(_LOOK_S):
                if time.monotonic() > end_s or not self._wanted():
                    process.kill()
                    return

        Thread(target=watch, name="cueline-library-limit", daemon=True).start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(question, process.stdin)
            process.stdin.flush()
            answer: object = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            return None
        else:
            return answer
        finally:
            answered.set()

    def kill(self) -> None:
        """End it at once, from another thread."""
        if self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """Let it end, and wait for that."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            process.__exit__(None, None, None)

    def _started(self) -> "subprocess.Popen[bytes]":
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", _START.format(self._module), str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=flags,
        )

"""A window in which a folder is read: how long it stands still, and what all processes take."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.made_archive import make
from tests.benchmarks.measuring import Result
from viewer.session.jobs import Jobs
from viewer.state.places import places
from viewer.ui.library.librarian import Librarian
from viewer.ui.library.view import LibraryView

FILES: Final = int(os.environ.get("CUELINE_BENCH_FILES", "400"))
_TICK_MS: Final = 5
_LOOK_S: Final = 0.5


def measure() -> Iterator[Result]:
    """Read a made archive while a timer tells how long nobody was answered."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = place
        folder = Path(place) / "talks"
        make(folder, FILES)
        jobs = Jobs()
        librarian = Librarian(jobs, places())
        view = LibraryView(librarian, jobs)
        view.show()
        waits, busy, most = _read(librarian, view, folder)
        librarian.close()
        jobs.shut_down()
    del app
    note = f"of {len(waits):,} ticks; of its own time {_late(busy):.1f} ms"
    yield Result("standing still while reading, p99", _late(waits), 50.0, " ms", note)
    yield Result("memory of all processes, at most (PSS)", most / 1e6, 400.0, " MB")


def _read(
    librarian: Librarian, view: LibraryView, folder: Path
) -> tuple[list[float], list[float], int]:
    """Return how long each tick was late, what the window worked meanwhile, and the most memory."""
    loop, timer = QEventLoop(), QTimer(interval=_TICK_MS)
    waits, busy, memory = list[float](), list[float](), [0]
    since = [time.perf_counter(), time.thread_time(), time.perf_counter()]

    def tick() -> None:
        now, worked = time.perf_counter(), time.thread_time()
        waits.append(max((now - since[0]) * 1000 - _TICK_MS, 0))
        busy.append((worked - since[1]) * 1000)
        if now - since[2] > _LOOK_S:
            memory.append(_pss())
            since[2] = time.perf_counter()
        since[:2] = time.perf_counter(), time.thread_time()

    timer.timeout.connect(tick)
    librarian.reading_changed.connect(lambda progress: None if progress else loop.quit())
    view.take_folder(folder)
    timer.start()
    loop.exec()
    timer.stop()
    return waits, busy, max(memory)


def _late(waits: list[float]) -> float:
    return sorted(waits)[len(waits) * 99 // 100]


def _pss() -> int:
    """Return what this process and those it started hold, what they share counted once."""
    here, total = os.getpid(), 0
    children = Path(f"/proc/{here}/task").glob("*/children")
    pids = {here, *(int(pid) for each in children for pid in each.read_text().split())}
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
        except OSError:
            continue
        total += next(int(x.split()[1]) for x in rollup.splitlines() if x.startswith("Pss:")) * 1024
    return total

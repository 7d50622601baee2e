"""The transcript view with 100,000 lines in a window of 900 by 900 pixels, each time painted."""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import Result
from viewer.core.segment import Segment
from viewer.core.transcript import Said, Transcript
from viewer.ui.transcript.view import TranscriptView

LINES: Final = 100_000
_PROSE: Final = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared "
    "caliphate, which at its height spanned the distance from one great river to another."
)


def measure() -> Iterator[Result]:
    """Show it, resize it, scroll it and light lines; the bounds leave room for a slow machine."""
    app = QApplication.instance() or QApplication([])
    view = TranscriptView()
    view.resize(900, 900)
    view.show()
    transcript = _transcript()
    chance = random.Random(7)
    yield _timed("showing it", 1500, view, view.show_transcript, [transcript])
    yield _timed("resizing", 60, view, lambda w: view.resize(w, 900), range(901, 921))
    yield _timed("far jump of the lit line", 60, view, lambda i: _jump(view, i), _far(chance, 40))
    yield _timed("frame of scrolling", 16, view, view.scrolling.by, [23] * 100)
    yield _timed("move of the lit line", 30, view, lambda i: _light(view, i), _near(view, 100))
    yield _timed("zooming", 120, view, view.zoom.by, [1, -1] * 5)
    view.close()
    del app


def _transcript() -> Transcript:
    chance = random.Random(3)
    texts = (_PROSE[: chance.randrange(20, len(_PROSE))] for _ in range(LINES))
    return Transcript(
        tuple(
            Segment(i * 4000, i * 4000 + 3900, text, f"Speaker {i // 9}")
            for i, text in enumerate(texts)
        )
    )


def _light(view: TranscriptView, index: int) -> None:
    view.light(Said((index,), index))


def _jump(view: TranscriptView, index: int) -> None:
    _light(view, index)
    view.lit.scroll_to(animate=False)


def _far(chance: random.Random, count: int) -> list[int]:
    return [chance.randrange(LINES) for _ in range(count)]


def _near(view: TranscriptView, count: int) -> list[int]:
    first = next(view.sheet.rows()).segments[0]
    return [first + 1 + step % 5 for step in range(count)]


def _timed(
    what: str,
    bound_ms: float,
    view: TranscriptView,
    act: Callable[[Any], object],
    values: Iterable[Any],
) -> Result:
    """Act once a value, painting the whole view each time; return the median and the worst."""
    took = []
    for value in values:
        began = time.perf_counter()
        act(value)
        view.grab()
        took.append((time.perf_counter() - began) * 1000)
    note = f"worst of {len(took)}: {max(took):.1f} ms" if len(took) > 1 else ""
    return Result(what, statistics.median(took), bound_ms, " ms", note)

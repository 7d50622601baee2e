"""How fast the transcript view is with 100,000 lines: `python -m tests.benchmarks.view`."""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from viewer.core.segment import Segment
from viewer.core.transcript import Said, Transcript
from viewer.ui.transcript_view import TranscriptView

LINES: Final = 100_000
_PROSE: Final = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared "
    "caliphate, which at its height spanned the distance from one great river to another."
)


def run() -> list[tuple[str, str]]:
    """Measure in a window of 900 by 900 pixels; return rows of what and how long."""
    app = QApplication.instance() or QApplication([])
    view = TranscriptView()
    view.resize(900, 900)
    view.show()
    transcript = _transcript()
    chance = random.Random(7)
    rows = [
        ("show", _ms(view, view.show_transcript, [transcript])),
        ("resize", _ms(view, lambda w: view.resize(w, 900), range(901, 921))),
        ("far jump of the lit line", _ms(view, lambda i: _jump(view, i), _far(chance, 40))),
        ("frame of scrolling", _ms(view, view.scroll_by, [23] * 100)),
        ("move of the lit line", _ms(view, lambda i: _light(view, i), _near(view, 100))),
        ("zoom", _ms(view, view.zoom_by, [1, -1] * 5)),
    ]
    view.close()
    del app
    return rows


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
    view.scroll_to_lit(animate=False)


def _far(chance: random.Random, count: int) -> list[int]:
    return [chance.randrange(LINES) for _ in range(count)]


def _near(view: TranscriptView, count: int) -> list[int]:
    first = next(view.rows()).index
    return [first + 1 + step % 5 for step in range(count)]


def _ms(view: TranscriptView, act: Callable[[Any], object], values: Iterable[Any]) -> str:
    """Act once a value, painting the whole view each time; return the median and the worst."""
    took = []
    for value in values:
        began = time.perf_counter()
        act(value)
        view.grab()
        took.append((time.perf_counter() - began) * 1000)
    worst = f", worst of {len(took)}: {max(took):.1f}" if len(took) > 1 else ""
    return f"{statistics.median(took):.1f} ms{worst}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for what, how_long in run():
        sys.stdout.write(f"{what:28} {how_long}\n")

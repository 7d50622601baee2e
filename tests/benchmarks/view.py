"""How fast the transcript view is with 100,000 lines: `python -m tests.benchmarks.view`."""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable

LINES = 100_000
_PROSE = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared "
    "caliphate, which at its height spanned the distance from one great river to another."
)


def run() -> list[tuple[str, str]]:
    """Measure in a window of 900 by 900 pixels; return rows of what and how long."""
    from PySide6.QtWidgets import QApplication

    from viewer.core.transcript import Said
    from viewer.ui.transcript_view import TranscriptView

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    view = TranscriptView()
    view.resize(900, 900)
    view.show()
    transcript = _transcript()
    rows = [("show", _ms([lambda: (view.show_transcript(transcript), view.grab())]))]

    def resize(width: int) -> None:
        view.resize(width, 900)
        view.grab()

    def light(index: int) -> None:
        view.light(Said((index,), index))
        view.viewport().grab(view.segment_rect(index))

    def jump(index: int) -> None:
        view.light(Said((index,), index))
        view.scroll_to_lit(animate=False)
        view.grab()

    def scroll() -> None:
        view.scroll_by(23)
        view.grab()

    chance = random.Random(7)
    rows.append(("resize", _ms([lambda w=w: resize(w) for w in range(901, 921)])))
    jumps = [chance.randrange(LINES) for _ in range(40)]
    rows.append(
        ("far jump of the lit line, with repaint", _ms([lambda i=i: jump(i) for i in jumps]))
    )
    rows.append(("frame of scrolling", _ms([scroll] * 100)))
    jump(50_000)
    near = [50_000 + step % 5 for step in range(100)]
    rows.append(("next line lit, with repaint", _ms([lambda i=i: light(i) for i in near])))
    rows.append(("zoom", _ms([lambda s=s: (view.zoom_by(s), view.grab()) for s in (1, -1) * 5])))
    view.close()
    return rows


def _transcript() -> object:
    from viewer.core.segment import Segment
    from viewer.core.transcript import Transcript

    chance = random.Random(3)
    return Transcript(
        tuple(
            Segment(
                i * 4000, i * 4000 + 3900, _PROSE[: chance.randrange(20, len(_PROSE))], f"{i // 9}"
            )
            for i in range(LINES)
        )
    )


def _ms(acts: list[Callable[[], object]]) -> str:
    took = []
    for act in acts:
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    worst = f", worst of {len(took)}: {max(took):.1f}" if len(took) > 1 else ""
    return f"{statistics.median(took):.1f} ms{worst}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for what, how_long in run():
        sys.stdout.write(f"{what:40} {how_long}\n")

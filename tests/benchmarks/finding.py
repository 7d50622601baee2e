"""Finding in 100,000 lines (10 MB) and in 11,100, against Python's own search of the same text.

Measured elsewhere, on the texts of their own: noScribeEdit 767 to 3,995 ms a keystroke; Buzz 290 to
730 ms, and no more than 100 hits.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import Result, in_turn, seconds, timed
from viewer.core.find import Finder
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.session.jobs import Jobs
from viewer.ui.side.found_list import FoundList
from viewer.ui.transcript.find_bar import FindBar
from viewer.ui.transcript.finding import Finding
from viewer.ui.transcript.view import TranscriptView

LARGE: Final = 100_000
USUAL: Final = 11_100
#: What is typed, letter by letter, and taken back.
TYPED: Final = ("the", "e", "linked to more", "than a dozen", "qzx", "isn't")
_WORDS_A_LINE: Final = 18
_SPECIAL: Final = ("the", "and", "of", "to", "é", "isn’t", "linked", "more", "than", "dozen")


def measure() -> Iterator[Result]:
    """Fold the text and type phrases into the bar, with the list of hits open."""
    app = QApplication.instance() or QApplication([])
    texts = texts_of(LARGE)
    whole = "\n".join(texts)
    mb = len(whole.encode()) / 1e6
    yield Result("characters, in millions of bytes", mb, unit=" MB")
    yield Result("folding, of the processor", seconds(lambda: Finder(texts)), 0.4, " s")
    yield in_turn(
        "folding : str.casefold",
        lambda: timed(lambda: Finder(texts)),
        lambda: timed(whole.casefold),
        6.0,
        times=3,
    )
    finder, folded = Finder(texts), whole.casefold()
    yield in_turn(
        "counting “the” : str.count",
        lambda: timed(lambda: len(finder.find("the"))),
        lambda: timed(lambda: folded.count("the")),
        3.0,
    )
    for lines, bound_ms in ((LARGE, 50.0), (USUAL, 16.0)):
        yield from _typed(texts[:lines], bound_ms)
    del app


def _typed(texts: list[str], bound_ms: float) -> Iterator[Result]:
    """Type into the bar, each time painted, and tell the 95th percentile of the keystrokes."""
    view, bar, found_list = TranscriptView(), FindBar(), FoundList()
    jobs = Jobs(view, start=lambda task: task())
    finding = Finding(bar, view, jobs, view)
    finding.listed.connect(found_list.show_found)
    finding.here_changed.connect(found_list.mark)
    for widget, width in ((view, 700), (bar, 700), (found_list, 400)):
        widget.resize(width, 700 if widget is not bar else 40)
        widget.show()
    segments = tuple(Segment(i * 4000, i * 4000 + 3900, text) for i, text in enumerate(texts))
    view.show_transcript(Transcript(segments))
    view.scrolling.set_reduced_motion(True)
    finding.show(view.transcript)
    finding.show_list(True)
    _settle()
    worked, painted, most = [], [], 0
    for phrase in TYPED * 3:
        for end in range(1, len(phrase) + 1):
            worked.append(_once(partial(bar.field.setText, phrase[:end])))
            painted.append(worked[-1] + _once(view.grab) + _once(found_list.grab))
            most = max(most, found_list.model().rowCount())
    bar.field.clear()
    bare = [_once(view.grab) + _once(found_list.grab) for _ in range(20)]
    floor = f"painting alone {statistics.median(bare):.1f} ms"
    for what, took, note in (
        ("worked out", worked, f"up to {most:,} hits"),
        ("painted whole, too", painted, floor),
    ):
        note = f"median {statistics.median(took):.1f}; {note}"
        bound = bound_ms if took is worked else None
        what = f"a keystroke in {len(texts):,} lines {what}, p95"
        yield Result(what, sorted(took)[len(took) * 95 // 100], bound, " ms", note)
    for widget in (view, bar, found_list):
        widget.close()
    jobs.shut_down()


def _once(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def _settle() -> None:
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.01)


def texts_of(lines: int) -> list[str]:
    """Return lines of words as often as words are, with some that are not of ASCII."""
    chance = random.Random(5)
    letters = "etaoinshrdlucmfwypvbgk"
    rare = ("".join(chance.choices(letters, k=chance.randrange(2, 10))) for _ in range(20_000))
    words = [*_SPECIAL, *rare]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    drawn = chance.choices(words, cum_weights=weights, k=lines * _WORDS_A_LINE)
    rows = (drawn[i : i + _WORDS_A_LINE] for i in range(0, len(drawn), _WORDS_A_LINE))
    return [" ".join(row).capitalize() + "." for row in rows]

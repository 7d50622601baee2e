"""The transcript view of 100,000 lines, 900 by 900, painted each time: against a bare one."""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from statistics import median
from typing import Any, Final

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from tests.benchmarks.measuring import Result, in_turn
from viewer.core.segment import Segment
from viewer.core.transcript import Said, Transcript
from viewer.session.word_follower import WordSaid
from viewer.ui.transcript.view import TranscriptView

LINES: Final = 100_000
#: How much longer than a bare `QPlainTextEdit` each may take.
SHOWING, RESIZING, JUMPING, SCROLLING, LIGHTING, ZOOMING = 2.0, 1.7, 2.2, 1.7, 1.7, 2.2
#: So many milliseconds a change of the lit word may take, on the screen.
WORD_MS: Final = 1.0
_ROUNDS: Final = 20
LIT: Final = QTextCharFormat()
LIT.setFontUnderline(True)
_Act = Callable[[Any], object]
_PROSE: Final = (
    "Raqqa was once a symbol of the group's strength and a crucial part of its self-declared "
    "caliphate, which at its height spanned the distance from one great river to another."
)


def measure() -> Iterator[Result]:
    """Show it, resize it, scroll it, light lines and zoom, each in turn with a bare text edit."""
    app = QApplication.instance() or QApplication([])
    view, bare = TranscriptView(), QPlainTextEdit()
    for each in (view, bare):
        each.resize(900, 900)
        each.show()
    transcript = _transcript()
    text = "\n".join(segment.text for segment in transcript.segments)
    chance = random.Random(7)
    ours, theirs = partial(_spent, view), partial(_spent, bare)

    def row(what: str, values: Iterable[Any], act: _Act, plain: _Act, bound: float) -> Result:
        steps = iter(values)
        step: list[Any] = [None]

        def first() -> float:
            step[0] = next(steps)
            return ours(act, step[0])

        times = len(list(values)) - 1
        return in_turn(f"{what} : bare", first, lambda: theirs(plain, step[0]), bound, times=times)

    yield row(
        "showing it", [None] * 4, lambda _: view.show_transcript(transcript),
        lambda _: bare.setPlainText(text), SHOWING,
    )  # fmt: skip
    yield row(
        "resizing", range(901, 921), lambda w: view.resize(w, 900),
        lambda w: bare.resize(w, 900), RESIZING,
    )  # fmt: skip
    yield row(
        "far jump of the lit line", _far(chance, 40), partial(_jump, view),
        partial(_jump_bare, bare), JUMPING,
    )  # fmt: skip
    yield row(
        "frame of scrolling", [23] * 100, view.scrolling.by,
        lambda _: _scroll_bare(bare), SCROLLING,
    )  # fmt: skip
    yield row(
        "move of the lit line", _near(view, 100), partial(_light, view),
        partial(_light_bare, bare), LIGHTING,
    )  # fmt: skip
    yield row(
        "zooming", [1, -1] * 5, view.zoom.by,
        bare.zoomIn, ZOOMING,
    )  # fmt: skip
    yield _words(view)
    view.close()
    bare.close()
    del app


def _words(view: TranscriptView) -> Result:
    """Light one word of a line after the other, until each is on the screen."""
    index = next(view.sheet.rows()).segments[0] + 2
    text = view.transcript.segments[index].text
    _light(view, index)
    QApplication.processEvents()

    def change(begin: int) -> float:
        began = time.process_time()
        view.lit.light_word(WordSaid(index, begin, begin + 5))
        QApplication.processEvents()
        return (time.process_time() - began) * 1000

    places = range(0, max(len(text) - 5, 6), 6)
    rounds = [[change(begin) for begin in places] for _ in range(_ROUNDS)]
    best = [min(same) for same in zip(*rounds, strict=True)]
    note = f"the longest {max(best):.2f}; each the best of {_ROUNDS}"
    return Result("a change of the lit word, painted", median(best), WORD_MS, " ms", note)


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


def _jump_bare(bare: QPlainTextEdit, index: int) -> None:
    _light_bare(bare, index)
    bare.centerCursor()


def _light_bare(bare: QPlainTextEdit, index: int) -> None:
    cursor = QTextCursor(bare.document().findBlockByNumber(index))
    bare.setTextCursor(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    lit = QTextEdit.ExtraSelection()
    lit.cursor, lit.format = cursor, LIT
    bare.setExtraSelections([lit])


def _scroll_bare(bare: QPlainTextEdit) -> None:
    bar = bare.verticalScrollBar()
    bar.setValue(bar.value() + 1)


def _spent(widget: QWidget, act: _Act, value: object) -> float:
    """Return the processor's time of acting and painting all of it."""
    began = time.process_time()
    act(value)
    widget.grab()
    return time.process_time() - began

"""Words in the view: lit while they are said, played from, underlined where doubtful."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.pages import HEBREW, JAPANESE, LONG, click, heard, shown
from viewer.core.reading import paragraphs
from viewer.core.segment import Segment, Word
from viewer.core.transcript import Said, Transcript
from viewer.session.word_follower import WordSaid

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = tuple(
    Word(i * 500, i * 500 + 400, word, confidence)
    for i, (word, confidence) in enumerate((("Where", 0.9), ("the", 0.8), ("river", 0.3)))
)
TALK = Transcript(
    (Segment(0, 1500, "Where the river", words=WORDS), Segment(1500, 3000, "runs, we sang."))
)


@pytest.fixture(params=["lines", "paragraphs"])
def view(qtbot, request):
    view = shown(qtbot, TALK)
    if request.param == "paragraphs":
        view.exchange_transcript(TALK, paragraphs(TALK))
    return view


def spot_of(view, index, offset):
    cursor = view.textCursor()
    cursor.setPosition(view.sheet.shown.position_of(index, offset))
    return view.cursorRect(cursor).center() + QPoint(3, 0)


def marks(view):
    """Which characters of the first row stand out."""
    row = next(view.sheet.rows())
    return [
        (part.start, part.length) for part in view.painting.marked(row, view.layers.spans_in(row))
    ]


@pytest.mark.parametrize("text", [LONG * 3, HEBREW * 4, JAPANESE * 4], ids=["en", "he", "ja"])
@pytest.mark.parametrize("joined", [False, True])
def test_lines_alone_are_painted_anew_and_nothing_of_the_word_before_stays(qtbot, text, joined):
    talk = Transcript(tuple(Segment(i * 900, i * 900 + 900, f"{i} {text}") for i in range(4)))
    view = shown(qtbot, talk)
    if joined:
        view.exchange_transcript(talk, paragraphs(talk))
    view.light(Said((1,), 1))
    for begin in range(0, len(text) - 12, 9):
        view.lit.light_word(WordSaid(1, begin, begin + 12))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: on_screen(view) == painted_anew(view))
    view.lit.light_word(None)
    qtbot.waitUntil(lambda: on_screen(view) == painted_anew(view))


def test_a_word_lit_has_the_lines_of_it_alone_painted_anew(qtbot):
    view = shown(qtbot, Transcript((Segment(0, 9000, LONG * 3),)))
    view.light(Said((0,), 0))
    QApplication.processEvents()
    painted = Painted(view)
    view.lit.light_word(WordSaid(0, 0, 4))
    lines, left = 2 * view.sheet.layout.leading.step, view.sheet.column.text_left
    narrow = lambda rect: rect.height() < lines and rect.left() >= left  # noqa: E731
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert all(map(narrow, painted.rects))


class Painted(QObject):
    """What of a view was painted anew since."""

    def __init__(self, view):
        super().__init__(view)
        self.rects = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.rects.append(event.rect())
        return False


def on_screen(view):
    return view.screen().grabWindow(view.winId()).toImage()


def painted_anew(view):
    return view.grab().toImage().convertToFormat(on_screen(view).format())


def test_the_word_that_is_said_is_lit_without_moving_a_letter(view):
    view.light(Said((0,), 0))
    lines = [line.rect() for line in all_lines(view)]
    before = view.grab().toImage()
    view.lit.light_word(WordSaid(0, 6, 9))
    after = view.grab().toImage()
    assert marks(view) == [(6, 3)]
    assert [line.rect() for line in all_lines(view)] == lines
    ratio = after.devicePixelRatio()
    left = int(spot_of(view, 0, 6).x() * ratio)
    changed = [
        x
        for x in range(after.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(after.height()))
    ]
    assert changed
    assert min(changed) >= left - 6
    view.lit.light_word(None)
    assert marks(view) == []


def all_lines(view):
    layouts = [row.block.layout() for row in view.sheet.rows()]
    return [layout.lineAt(n) for layout in layouts for n in range(layout.lineCount())]


def test_a_click_with_control_plays_from_the_word(view):
    words, lines = heard(view.word_chosen), heard(view.segment_chosen)
    click(view, spot_of(view, 0, 7), CONTROL)
    assert (words, lines) == ([(0, 500)], [])


def test_a_line_without_timed_words_is_left_alone_with_control(view):
    words, lines = heard(view.word_chosen), heard(view.segment_chosen)
    click(view, spot_of(view, 1, 2), CONTROL)
    assert (words, lines) == ([], [])


def test_a_plain_click_plays_from_the_word_where_the_reader_has_it_so(qtbot, view):
    words, lines = heard(view.word_chosen), heard(view.segment_chosen)
    click(view, spot_of(view, 0, 11))
    view.mouse.plays_words = True
    qtbot.waitUntil(lambda: not view.mouse.held)
    click(view, spot_of(view, 0, 11))
    qtbot.waitUntil(lambda: not view.mouse.held)
    click(view, spot_of(view, 1, 2))
    assert (words, lines) == ([(0, 1000)], [0, 1])


def test_doubtful_words_are_underlined_on_demand_in_every_transcript(view):
    assert marks(view) == []
    view.layers.mark_doubtful(on=True)
    assert marks(view) == [(10, 5)]
    view.show_transcript(Transcript(TALK.segments[1:]))
    assert marks(view) == []
    view.layers.mark_doubtful(on=False)
    view.show_transcript(TALK)
    assert marks(view) == []


@pytest.mark.parametrize("prose", [False, True])
def test_lines_that_cannot_have_been_said_so_are_marked_and_say_why(qtbot, prose):
    words = "We went down to the river and to the sea behind it"
    lines = [Segment(i * 500, i * 500 + 500, f"{words}, {i},") for i in range(3)]
    hurried = Transcript((*lines, Segment(1500, 9000, "and back.")))
    view = shown(qtbot, hurried)
    if prose:
        view.exchange_transcript(hurried, paragraphs(hurried))
    rows = list(view.sheet.rows())
    parts = [part for row in rows for part in view.painting.marked(row, view.layers.spans_in(row))]
    assert [part.length for part in parts] == [len(line.text) for line in lines]
    place = spot_of(view, 1, 4)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert QToolTip.text() == "This cannot have been said in its time: 108 characters a second."
    place = spot_of(view, 3, 4)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, place))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())

"""Transcripts and views that several tests of the page use."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.ui.theme.palette import own_palette
from viewer.ui.transcript.layers import Level
from viewer.ui.transcript.view import TranscriptView

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
LONG = "It is a subject one can talk about for a whole night, and people have done so whenever "
HEBREW = "בשנת 1948 הגיעו 3 אוניות לנמל Haifa בלילה אחד, וכולן נפרקו עד הבוקר."
JAPANESE = (
    "こんにちは、皆さん。今日は川の歴史についてお話しします。川は雨から始まり、山を下ります。"
)
EMOJI = "With rain 🌧️, always 👩‍👩‍👧 with rain."
MIXED = ("Good evening.", LONG + "the river rose.", "", EMOJI, HEBREW, JAPANESE, "Good night.")


def timed(*texts, speakers=()):
    """A transcript of these lines, five seconds each."""
    names = speakers or [None] * len(texts)
    return Transcript(
        tuple(
            Segment(i * 5000, i * 5000 + 5000, text, name)
            for i, (text, name) in enumerate(zip(texts, names, strict=True))
        )
    )


def untimed(*texts):
    return Transcript(tuple(Segment(None, None, text) for text in texts))


def prose(count):
    """A transcript of so many lines of different lengths."""
    return timed(*(f"{i}: " + LONG * (1 + i % 3) for i in range(count)))


def shown(qtbot, transcript, *, width=640, height=480, dark=False):
    """A view of the transcript on the screen."""
    view = TranscriptView()
    qtbot.addWidget(view)
    view.setPalette(own_palette(dark=dark))
    view.resize(width, height)
    view.show_transcript(transcript)
    view.show()
    qtbot.waitExposed(view)
    return view


def on_words(view, index):
    """A point on the first words of a segment."""
    rect = view.segment_rect(index)
    line = view.document().findBlockByNumber(index).layout().lineAt(0)
    return QPoint(int(line.x()) + 20, rect.top() + int(line.height() / 2) + 8)


def on_time(view, index):
    """A point on the time of a segment."""
    return QPoint(view.segment_rect(index).left() + 22, on_words(view, index).y())


def click(view, point, keys=NO_KEYS):
    QTest.mouseClick(view.viewport(), LEFT, keys, point)


def double_click(view, point):
    """What a mouse sends for a double click; QTest's own leaves out the first click."""
    click(view, point)
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, point)


def drag(view, begin, end):
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEYS, begin)
    QTest.mouseMove(viewport, (begin + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, end)


def move(view, point, buttons=Qt.MouseButton.NoButton):
    """Move the mouse without letting a real pointer have its say in between."""
    spot = QPointF(point)
    glob = view.viewport().mapToGlobal(spot)
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, spot, glob, button, buttons, NO_KEYS)
    QApplication.sendEvent(view.viewport(), event)


def heard(signal):
    """The list of what a signal carries from now on; an empty tuple where it carries nothing."""
    reported = []

    def note(*what):
        reported.append(what[0] if len(what) == 1 else what)

    signal.connect(note)
    return reported


def alike(a, b):
    """Whether two colours are the same but for rounding."""
    return max(abs(x - y) for x, y in zip(a.getRgb(), b.getRgb(), strict=True)) <= 2


def pointed(view):
    """The segment that a click would play, as is seen; or None."""
    layer = view.layers[Level.POINTED]
    return None if layer is None else min(layer.segments)

"""What is marked on the seek bar: layers of places and stretches, each layer with its look."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from viewer.core.value import value
from viewer.ui.theme.palette import accent
from viewer.ui.theme.tags import tag_colour
from viewer.ui.widgets.thin_slider import ThinSlider

#: How wide the grip below an end of the loop is drawn.
GRIP: Final = 6.0
#: How strongly the loop's range is tinted.
_TINT: Final = 0.3
#: Half the width of a note's dot.
_DOT: Final = 4.0
#: How near to a mark the pointer has to be for its name.
_NEAR: Final = 4.0


@value
class Mark:
    """A place worth seeing on the bar, or a stretch; `name` is shown while the pointer is on it."""

    begin_ms: int
    end_ms: int | None = None
    name: str = ""
    #: Of a note, what it is tagged with.
    tag: str = ""


class BarLevel(IntEnum):
    """The layers of the bar: what one is about, and where it is painted: over those before it."""

    LOOP = auto()
    FOUND = auto()
    FOUND_HERE = auto()
    CHAPTERS = auto()
    NOTED = auto()


class BarMarks:
    """The layers of a slider whose values are milliseconds."""

    def __init__(self, bar: ThinSlider) -> None:
        self._bar = bar
        self._layers: dict[BarLevel, tuple[Mark, ...]] = {}

    def set(self, level: BarLevel, marks: Iterable[Mark]) -> None:
        """Show these marks at a level, in place of those before; none for an empty list."""
        self._layers[level] = tuple(marks)
        self._bar.update()

    def name_at(self, ms: int) -> str:
        """Return the name of the mark at a moment, or nothing."""
        x = self._bar.x_of(ms)
        for level in sorted(self._layers, reverse=True):
            for mark in self._layers[level]:
                if mark.name and abs(self._bar.x_of(mark.begin_ms) - x) <= _NEAR:
                    return mark.name
        return ""

    def paint(self, painter: QPainter) -> None:
        """Paint all layers."""
        for level in sorted(self._layers):
            _LOOKS[level](painter, self._bar, self._layers[level])


def places(bar: ThinSlider, marks: Iterable[Mark]) -> set[float]:
    """Return where marks begin; a thousand on a few hundred pixels are drawn once a pixel."""
    inside = (mark.begin_ms for mark in marks if 0 < mark.begin_ms <= bar.maximum())
    return {round(bar.x_of(ms) * 2) / 2 for ms in inside}


def extent(bar: ThinSlider, begin_ms: int, end_ms: int) -> tuple[float, float]:
    """Return where a stretch begins and ends on the bar, which may be too short for it."""
    last = bar.maximum()
    return bar.x_of(min(begin_ms, last)), bar.x_of(min(end_ms, last))


_Painter: TypeAlias = Callable[[QPainter, ThinSlider, tuple[Mark, ...]], None]


def _paint_ticks(painter: QPainter, bar: ThinSlider, marks: tuple[Mark, ...]) -> None:
    """Draw a short line above the groove for each."""
    top, ink = bar.groove().top(), bar.palette().color(QPalette.ColorRole.Text)
    for x in places(bar, marks):
        painter.fillRect(QRectF(x - 1, top - 4, 2, 3), ink)


def _paint_here(painter: QPainter, bar: ThinSlider, marks: tuple[Mark, ...]) -> None:
    """Draw a pointer above the groove: the one among the short lines that the reader is at."""
    top, ink = bar.groove().top(), accent(bar.palette())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in places(bar, marks):
        corners = (QPointF(x - 4, top - 8), QPointF(x + 4, top - 8), QPointF(x, top - 1))
        painter.drawPolygon(corners)
    painter.restore()


def _paint_cuts(painter: QPainter, bar: ThinSlider, marks: tuple[Mark, ...]) -> None:
    """Cut the groove where each begins."""
    groove, window = bar.groove(), bar.palette().window()
    for x in places(bar, marks):
        painter.fillRect(QRectF(x - 1, groove.top() - 1, 2, groove.height() + 2), window)


def _paint_ranges(painter: QPainter, bar: ThinSlider, marks: tuple[Mark, ...]) -> None:
    """Tint the bar's whole height, and draw at each end a post with its grip."""
    groove, ink = bar.groove(), accent(bar.palette())
    tint, below = QColor(ink), groove.bottom() + 2
    tint.setAlphaF(_TINT)
    for mark in marks:
        begin, end = extent(
            bar, mark.begin_ms, mark.begin_ms if mark.end_ms is None else mark.end_ms
        )
        painter.fillRect(QRectF(begin, 0, max(end - begin, 2), bar.height()), tint)
        for x, left in ((begin, begin - GRIP), (end, end)):
            painter.fillRect(QRectF(x - 1, 0, 2, bar.height()), ink)
            painter.fillRect(QRectF(left, below, GRIP, bar.height() - below), ink)


def _paint_dots(painter: QPainter, bar: ThinSlider, marks: tuple[Mark, ...]) -> None:
    """Draw a dot on the groove for each, in the colour of its tag, with a rim."""
    middle = bar.groove().center().y()
    painter.save()
    painter.setPen(bar.palette().color(QPalette.ColorRole.Window))
    for mark in marks:
        if mark.begin_ms <= bar.maximum():
            painter.setBrush(tag_colour(mark.tag, bar.palette()))
            painter.drawEllipse(QPointF(bar.x_of(mark.begin_ms), middle), _DOT, _DOT)
    painter.restore()


_LOOKS: Final[Mapping[BarLevel, _Painter]] = {
    BarLevel.LOOP: _paint_ranges,
    BarLevel.FOUND: _paint_ticks,
    BarLevel.FOUND_HERE: _paint_here,
    BarLevel.CHAPTERS: _paint_cuts,
    BarLevel.NOTED: _paint_dots,
}

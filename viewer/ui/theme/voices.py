"""What distinguishes speakers: a colour and a shape each, besides their names."""

from collections.abc import Iterator
from functools import cache
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPolygonF

from viewer.ui.theme.palette import distinct_from, is_dark

#: For light and dark pages: colours that those who see two of the three colours tell apart, too.
_HUES: Final = (
    ("#0068a8", "#63b4f0"),
    ("#b04a00", "#f0a04b"),
    ("#00765c", "#3cc79e"),
    ("#a2396f", "#ee92c0"),
    ("#6d5a00", "#dccb4a"),
    ("#5a4bb0", "#b0a5f5"),
    ("#1f6f86", "#79cfe0"),
    ("#6b4a3a", "#cfae9c"),
)
#: Corners of regular shapes, how far every second one is drawn in, and by what they are turned.
_SHAPES: Final = (
    (0, 1.0, 0.0),
    (4, 1.0, 0.25),
    (3, 1.0, 0.0),
    (4, 1.0, 0.0),
    (10, 0.45, 0.0),
    (3, 1.0, 0.5),
    (6, 1.0, 0.0),
    (8, 0.4, 0.0),
)
#: WCAG AA for text: names are written in these colours.
_AA: Final = 4.5


def voice_colour(number: int, palette: QPalette) -> QColor:
    """Return the colour of the speaker of that number, legible on the page."""
    hue = _HUES[(number + number // len(_SHAPES)) % len(_HUES)][is_dark(palette)]
    page, text = (palette.color(role) for role in (_Role.Base, _Role.Text))
    return distinct_from(page, QColor(hue), text, _AA)


def draw_badge(painter: QPainter, number: int, rect: QRectF, colour: QColor) -> None:
    """Draw the shape of the speaker of that number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.translate(rect.center())
    painter.scale(rect.width() / 2, rect.height() / 2)
    painter.drawPath(_shape(number % len(_SHAPES)))
    painter.restore()


_Role = QPalette.ColorRole


@cache
def _shape(number: int) -> QPainterPath:
    """Return a shape about the middle, one wide to each side."""
    corners, inner, turned = _SHAPES[number]
    path = QPainterPath()
    if corners:
        path.addPolygon(QPolygonF(list(_points(corners, inner, turned))))
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(0, 0), 0.9, 0.9)
    return path


def _points(corners: int, inner: float, turned: float) -> Iterator[QPointF]:
    step = 2 * pi / corners
    for corner in range(corners):
        far = inner if corner % 2 and inner < 1 else 1.0
        angle = step * (corner + turned * (2 if corners == 4 else corners)) - pi / 2
        yield QPointF(far * cos(angle), far * sin(angle))

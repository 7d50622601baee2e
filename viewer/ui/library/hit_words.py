"""The words of a place that is found: those with room, with all found in them marked."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from viewer.ui.theme.page_colours import PageColours

#: Finds what is looked for in the words about a place.
Wanted: TypeAlias = re.Pattern[str]


def wanted_of(found: Iterable[str]) -> Wanted | None:
    """Return what finds each of these words, however their spaces are; None for no words."""
    each = sorted({text for text in found if text.strip()}, key=len, reverse=True)
    patterns = (r"\s+".join(map(re.escape, text.split())) for text in each)
    return re.compile("|".join(patterns), re.IGNORECASE) if each else None


def draw_words(
    painter: QPainter, text: str, wanted: Wanted | None, rect: QRectF, colours: PageColours
) -> None:
    """Draw as many lines of a text as a rectangle has room for, what is wanted in it marked."""
    shown = fitted(text, painter.font(), rect)
    layout = QTextLayout(shown, painter.font())
    found = wanted.finditer(shown) if wanted else ()
    layout.setFormats([_mark(shown, match, colours) for match in found])
    _break(layout, rect)
    layout.draw(painter, rect.topLeft())


def fitted(text: str, font: QFont, rect: QRectF) -> str:
    """Return the words that have room, with a sign where there are others after them."""
    layout = QTextLayout(text, font)
    begin, end = _break(layout, rect)
    units = text.encode("utf-16-le", "surrogatepass")
    if 2 * end >= len(units):
        return text
    metrics, sign = QFontMetricsF(font), "…"
    before, words = _text(units[: 2 * begin]), _text(units[2 * begin : 2 * end]).rstrip()
    while " " in words and metrics.horizontalAdvance(words + sign) > rect.width():
        words = words.rpartition(" ")[0]
    return before + words + sign


def _break(layout: QTextLayout, rect: QRectF) -> tuple[int, int]:
    """Break a text into lines; return where the last that has room begins and ends, in units."""
    y, last = 0.0, (0, 0)
    layout.beginLayout()
    for _ in range(max(int(rect.height() / QFontMetricsF(layout.font()).height()), 1)):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(rect.width(), 1))
        line.setPosition(QPointF(0, y))
        y += line.height()
        last = line.textStart(), line.textStart() + line.textLength()
    layout.endLayout()
    return last


def _mark(text: str, match: re.Match[str], colours: PageColours) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = _units(text[: match.start()]), _units(match.group())
    part.format = QTextCharFormat()
    part.format.setBackground(colours.found)
    part.format.setFontUnderline(True)
    return part


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

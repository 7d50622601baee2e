"""Our icons, drawn in the palette's colours where they are shown and as large as they are there."""

from functools import cache
from typing import Self

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from viewer.resources import resource

_Role = QPalette.ColorRole


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon of that name in the palette's colours.

    Ask again when the palette changes; `IconButton` does so by itself.
    """
    active, off = QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled
    colors = palette.color(active, _Role.ButtonText), palette.color(off, _Role.ButtonText)
    return QIcon(_Engine(name, *(color.name() for color in colors)))


def picture(name: str, color: QColor, side: int, scale: float) -> QPixmap:
    """Return one icon in one colour, `side` wide on a screen of that scale."""
    made = _drawn(name, color.name(), QSize(side, side) * scale)
    made.setDevicePixelRatio(scale)
    return made


class _Engine(QIconEngine):
    """Draws an icon when it is painted: most of those made are in menus that nobody opens.

    Pixmaps for every side at which one may be shown cost 0.3 s of the program's start.
    """

    def __init__(self, name: str, usual: str, off: str) -> None:
        super().__init__()
        self._made_of = (name, usual, off)
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def clone(self) -> Self:
        """Return another engine of the same icon."""
        return type(self)(*self._made_of)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paint the icon as large as `rect`, sharp on the screen that it is painted for."""
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 1.0
        painter.drawPixmap(rect, self._pixmap(rect.size() * scale, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the icon as large as `size`, which counts the screen's own pixels."""
        return self._pixmap(size, mode)

    def _pixmap(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        name, usual, off = self._made_of
        color = off if mode is QIcon.Mode.Disabled else usual
        key = (color, size.width(), size.height())
        if key not in self._drawn:
            self._drawn[key] = _drawn(name, color, size)
        return self._drawn[key]


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _drawn(name: str, color: str, size: QSize) -> QPixmap:
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    svg = QByteArray(_source(name).replace("currentColor", color).encode())
    QSvgRenderer(svg).render(painter, QRectF(made.rect()))
    painter.end()
    return made

"""The platform's style, but for tooltips: they look like the card above the seek bar."""

from typing import Final

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

#: Those that are cards; Qt's own tooltips are of the first class.
_CARDS: Final = ("QTipLabel", "HoverTip")
#: The room about the words, beside the pixel or two that Qt leaves: across, and up and down.
_ACROSS, _DOWN = 5, 3


class CardStyle(QProxyStyle):
    """Gives tooltips room about their words and a quiet edge, and leaves all else as it is."""

    def polish(self, polished: QWidget) -> QWidget | None:  # type: ignore[override]
        """Leave room about the words of a card."""
        if isinstance(polished, QWidget) and polished.metaObject().className() in _CARDS:
            polished.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        return super().polish(polished)

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a card's ground and its edge, which is black by itself."""
        if element is not QStyle.PrimitiveElement.PE_PanelTipLabel:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.fillRect(option.rect, option.palette.mid())
        painter.fillRect(option.rect.adjusted(1, 1, -1, -1), option.palette.toolTipBase())


def style_name(app: QApplication) -> str:
    """Return the name of the platform's style, whether cards are laid over it or not."""
    style = app.style()
    return (style.baseStyle() if isinstance(style, QProxyStyle) else style).name()

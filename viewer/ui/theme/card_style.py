"""The platform's style, but for tooltips, and for where the keyboard is in Fusion's controls."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from viewer.ui.theme.palette import accent, edge, is_flat, is_fusion

#: Those that are cards; Qt's own tooltips are of the first class.
_CARDS: Final = ("QTipLabel", "HoverTip")
#: The room about the words, beside the pixel or two that Qt leaves: across, and up and down.
_ACROSS, _DOWN = 5, 3


_Primitive = QStyle.PrimitiveElement
_RINGED: Final = frozenset({_Primitive.PE_PanelButtonCommand, _Primitive.PE_FrameLineEdit})
_FRAMES: Final = frozenset({_Primitive.PE_Frame, _Primitive.PE_FrameGroupBox})


class CardStyle(QProxyStyle):
    """Gives tooltips room about their words and a quiet edge, and leaves all else as it is.

    Fusion marks the control that the keyboard is in by a darker edge, which nobody sees in the
    dark: there it gets the ring of our own buttons. An empty tick box gets an edge that is seen;
    with high contrast, where controls are as black as the window, so do they all.
    """

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
        """Draw a card's ground and its edge, which is black by itself; a ring about the focus."""
        if element is not _Primitive.PE_PanelTipLabel:
            super().drawPrimitive(element, option, painter, widget)
            if is_fusion(self):
                _draw_edges(element, option, painter)
            return
        painter.fillRect(option.rect, option.palette.mid())
        painter.fillRect(option.rect.adjusted(1, 1, -1, -1), option.palette.toolTipBase())


def _draw_edges(element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
    """Draw over Fusion's own edges what cannot be seen of them."""
    focused, palette = has_keyboard(option), option.palette
    if element in _RINGED and focused:
        draw_ring(painter, option.rect.toRectF(), palette)
    elif element is _Primitive.PE_IndicatorCheckBox:
        seen = 4.5 if is_flat(palette) else 3.0
        painter.setPen(accent(palette) if focused else edge(palette, ratio=seen))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
    elif element in _RINGED | _FRAMES and is_flat(palette):
        painter.setPen(edge(palette, ratio=4.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def has_keyboard(option: QStyleOption) -> bool:
    """Return whether what is drawn has the focus by the keyboard, or is written in."""
    state, flags = option.state, QStyle.StateFlag
    by_keys = state & flags.State_KeyboardFocusChange or state & flags.State_Sunken
    return bool(state & flags.State_HasFocus and by_keys)


def draw_ring(painter: QPainter, rect: QRectF, palette: QPalette) -> None:
    """Draw the ring that shows where the keyboard is, just inside a control."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent(palette), 1.5))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()

"""The ring about a text or a list that Tab has given the keys to."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from viewer.ui.widgets.icon_button import draw_focus_ring

_BY_TAB: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TabRing(QWidget):
    """Lies over a widget, and is seen from when Tab comes to it until the keys are elsewhere.

    Who clicks into a text or has it by default knows where the keys are, and wants no frame.
    """

    def __init__(self, about: QAbstractScrollArea) -> None:
        super().__init__(about)
        self._about = about
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        about.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, and be as large as the widget."""
        kind = event.type()
        if isinstance(event, QFocusEvent):
            self.setVisible(event.gotFocus() and event.reason() in _BY_TAB)
            self.raise_()
        if kind is QEvent.Type.Resize or isinstance(event, QFocusEvent):
            self.setGeometry(self._about.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        with QPainter(self) as painter:
            draw_focus_ring(painter, self)

"""Scrolling by the reader: the wheel, a finger, the scroll bar, keys, a drag beyond the edge."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QScrollEvent, QScrollPrepareEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QPlainTextEdit

from viewer.ui.transcript.keys import Keys
from viewer.ui.transcript.lit import Lit
from viewer.ui.transcript.mouse import Mouse
from viewer.ui.transcript.scrolling import Scrolling
from viewer.ui.transcript.sheet import Sheet
from viewer.ui.transcript.touch_scroll import TouchScroll
from viewer.ui.transcript.zoom import NOTCH

_PAGE_STEPS: Final = (
    QAbstractSlider.SliderAction.SliderPageStepAdd,
    QAbstractSlider.SliderAction.SliderPageStepSub,
)


class ReaderScroll(QObject):
    """Tells the reader's scrolling from our own; `scrolled` says if the lit line is in view."""

    scrolled = Signal(bool)

    def __init__(
        self,
        edit: QPlainTextEdit,
        sheet: Sheet,
        scrolling: Scrolling,
        lit: Lit,
        mouse: Mouse,
        keys: Keys,
    ) -> None:
        super().__init__(edit)
        self._sheet, self._scrolling, self._lit = sheet, scrolling, lit
        self._bar, self._mouse, self._keys = edit.verticalScrollBar(), mouse, keys
        self._bar_at_work = False
        self._touch = TouchScroll(edit.viewport())
        self._bar.actionTriggered.connect(self._bar_used)
        scrolling.by_qt.connect(self._by_qt)
        keys.scrolled.connect(self.report)

    def by(self, pixels: int) -> None:
        """Scroll, and tell."""
        if self._scrolling.by(pixels):
            self.report()

    def by_wheel(self, event: QWheelEvent) -> None:
        """Scroll as far as a wheel or a touchpad says."""
        exact, turned = event.pixelDelta().y(), event.angleDelta().y()
        lines = QApplication.wheelScrollLines() * turned / NOTCH
        self.by(-(exact or round(lines * self._sheet.layout.leading.step)))

    def by_finger(self, event: QEvent) -> bool:
        """Scroll as a finger does; return whether the event was a finger's."""
        if isinstance(event, QScrollPrepareEvent):
            self._touch.begin(event)
        elif isinstance(event, QScrollEvent):
            self.by(self._touch.step(event))
        else:
            return False
        return True

    @Slot()
    def report(self) -> None:
        """Tell that the reader scrolled."""
        self._scrolling.stop()
        self.scrolled.emit(self._lit.visible())

    @Slot()
    def _by_qt(self) -> None:
        """Tell it where Qt scrolled for a key, the scroll bar, or a drag beyond the edge."""
        if self._keys.at_work or self._bar_at_work or self._mouse.clicks.dragging:
            self._bar_at_work = False
            self.report()

    @Slot(int)
    def _bar_used(self, action: int) -> None:
        if QAbstractSlider.SliderAction(action) in _PAGE_STEPS:
            # QPlainTextEdit has done these by itself already.
            self.report()
        else:
            self._bar_at_work = self._bar.sliderPosition() != self._bar.value()

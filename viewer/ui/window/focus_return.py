"""Giving the focus back to the text once a control was used by mouse, or is left by Escape."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

_CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QTabBar)
_AWAY = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class FocusReturn(QObject):
    """Takes the focus from a window's control after the mouse used one, to the `reader`.

    So the space bar plays and the arrow keys do not turn what was chosen. A control that is used
    by keys alone keeps the focus until Escape, and so do fields, lists and texts. Where the reader
    is hidden the window itself has the keys.
    """

    def __init__(self, window: QWidget, reader: QWidget) -> None:
        super().__init__(window)
        self._window, self._reader = window, reader
        self._used = False
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._give_back)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether mouse or keys are used while a control has the focus."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress:
            self._used = True
        elif kind is QEvent.Type.MouseButtonRelease:
            self._after.start()
        elif isinstance(event, QKeyEvent) and event.key() in _AWAY:
            self._used = False
        elif isinstance(event, QKeyEvent) and self._is_left_by(event):
            self._used = True
            self._after.start()
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at what is done only while a control of the window has the focus."""
        if not isValid(self._app):  # the focus goes when the program ends, too
            return
        self._app.removeEventFilter(self)
        if self._is_control(new) or self._app.activePopupWidget() is not None:
            self._app.installEventFilter(self)
            if self._used:
                self._after.start()
        elif new is not None and self._window.isAncestorOf(new):
            self._used = False

    @Slot()
    def _give_back(self) -> None:
        held = self._app.mouseButtons() != Qt.MouseButton.NoButton
        if not self._used or held or self._app.activePopupWidget() is not None:
            return
        self._used = False
        if self._is_control(self._app.focusWidget()):
            home = self._reader if self._reader.isVisible() else self._window
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_left_by(self, event: QKeyEvent) -> bool:
        """Return whether a key leaves the control, and no list that it opened or full screen."""
        escape = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        elsewhere = self._app.activePopupWidget() is not None or self._window.isFullScreen()
        return escape and not elsewhere

    def _is_control(self, widget: QWidget | None) -> bool:
        if not isinstance(widget, _CONTROLS) or not self._window.isAncestorOf(widget):
            return False
        return not (isinstance(widget, QComboBox) and widget.isEditable())

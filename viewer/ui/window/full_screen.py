"""Full screen: a layout of the main window, with a play bar that hides while nobody moves."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from viewer.ui.window.panes import Panes

#: The play bar and the pointer hide after this long without a move.
IDLE_MS: Final = 2500


class FullScreen(QObject):
    """Shows the window's picture alone, as large as the screen, and back again."""

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, panes: Panes) -> None:
        super().__init__(window)
        self._window, self._panes = window, panes
        self._on = self._was_maximized = False
        self._focused: QWidget | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._hide_bar)

    @property
    def on(self) -> bool:
        """Whether the picture is shown alone."""
        return self._on

    @Slot()
    def toggle(self) -> None:
        """Enter full screen, or leave it."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the picture alone."""
        if self._on:
            return
        self._on, self._was_maximized = True, self._window.isMaximized()
        self._focused = self._window.focusWidget()
        self._window.setFocus()  # else hiding the text would pass it to the seek bar
        self._show_frame(shown=False)
        self._window.showFullScreen()
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)
        self._idle.start()
        self.changed.emit(True)

    @Slot()
    def leave(self) -> None:
        """Go back to the window as it was."""
        if not self._on:
            return
        self._restore()
        if self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def _restore(self) -> None:
        """Put everything but the window's own state back."""
        self._on = False
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        self._idle.stop()
        self._window.unsetCursor()
        self._show_frame(shown=True)
        if self._focused is not None:
            self._focused.setFocus()
        self.changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the play bar back when the mouse moves or a key is pressed.

        The window manager may end full screen by itself.
        """
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.KeyPress):
            self._show_bar()
            self._idle.start()
        elif event.type() == QEvent.Type.WindowStateChange and watched is self._window:
            self._look_again()
        return False

    def _look_again(self) -> None:
        if not self._window.isFullScreen() and not self._window.isMinimized():
            self._restore()

    def _show_frame(self, *, shown: bool) -> None:
        self._window.menuBar().setVisible(shown)
        self._window.statusBar().setVisible(shown)
        self._panes.set_full_screen(not shown)

    def _hide_bar(self) -> None:
        if self._in_use():
            self._idle.start()
            return
        self._panes.show_over_picture(False)
        self._window.setCursor(Qt.CursorShape.BlankCursor)

    def _in_use(self) -> bool:
        """Return whether the pointer, the keyboard or a menu is at the play bar."""
        bar, focused = self._panes.over_picture, QApplication.focusWidget()
        busy = focused is not None and bar.isAncestorOf(focused)
        return busy or bar.underMouse() or QApplication.activePopupWidget() is not None

    def _show_bar(self) -> None:
        self._panes.show_over_picture(True)
        self._window.unsetCursor()

"""A flat button with one of our icons, which follows the palette."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from viewer.ui.theme import plain
from viewer.ui.theme.card_style import draw_ring
from viewer.ui.theme.icons import icon

ICON_SIDE: Final = 20
#: How large an icon is for the height of the letters about it, where they are large.
_TO_LETTERS: Final = 1.1
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class IconButton(QToolButton):
    """A button that is reached by Tab and that a click does not take the focus to."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._shown_for = (0, "")
        self.setAutoRaise(True)
        self._fit_icon()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_icon(name)

    def set_icon(self, name: str) -> None:
        """Show the icon of that name; none for an empty one."""
        self._name = name
        self._draw_icon()

    def set_words(self, text: str, key: str = "") -> None:
        """Say what the button does, to the eye as a tooltip with its key and to a reader."""
        self.setToolTip(plain.tip(named(text, key)))
        self.setAccessibleName(plain.line(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in a new palette's colours, or for letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the style's button, and a ring about it while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus_ring(painter, self)

    def _fit_icon(self) -> None:
        side = max(ICON_SIDE, round(self.fontMetrics().height() * _TO_LETTERS))
        self.setIconSize(QSize(side, side))

    def _draw_icon(self) -> None:
        shown_for = (self.palette().cacheKey(), self._name)
        if self._name and shown_for != self._shown_for:
            self._shown_for = shown_for
            self.setIcon(icon(self._name, self.palette()))


def named(text: str, key: str) -> str:
    """Return what a tooltip says: the words, and the key if there is one."""
    return f"{text} ({key})" if key else text


def cancel_key() -> str:
    """Return what the platform calls the key that closes and gives up."""
    cancel = QKeySequence(QKeySequence.StandardKey.Cancel)
    return cancel.toString(QKeySequence.SequenceFormat.NativeText)


def draw_focus_ring(painter: QPainter, widget: QWidget) -> None:
    """Draw the ring that shows where the keyboard is, just inside the widget."""
    draw_ring(painter, widget.rect().toRectF(), widget.palette())

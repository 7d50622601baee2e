"""Which keys belong to the focused widget before they are commands."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
#: With Ctrl, Qt has these move and delete in fields as Emacs does, on X11 alone.
_EMACS: Final = frozenset({_Key.Key_E, _Key.Key_K, _Key.Key_U})
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})


class KeyFocus(QObject):
    """Keeps a window's commands from taking keys that its focused widget needs.

    Fields get what is typed, buttons the Space bar, carets and sliders Left and Right. `reader`
    is the text that the commands Copy and Select all are about; other texts do those by
    themselves. A widget of another kind may accept `QEvent.ShortcutOverride` by itself.
    """

    def __init__(self, window: QWidget, reader: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._field: QWidget | None = None
        # Qt passes the event on from the focused widget up to the window until one accepts it.
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _note_focus(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """See the keys of a field before it does: some it takes for itself that mean a command."""
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = None
        if focused is None or not self._window.isAncestorOf(focused):
            return
        if not focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return  # as of all that a start gives the keys to: it loads no kinds of fields
        from viewer.ui.commands.key_needs import is_field

        if is_field(focused):
            self._field = focused
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept a coming shortcut's key where the focused widget needs it; let Enter press."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if watched is self._field:
            return self._pass_on(event)
        focused = QApplication.focusWidget()
        if focused is None or not self._window.isAncestorOf(focused):
            return False
        from viewer.ui.commands.key_needs import does_itself, needs_key

        itself = focused is not self._reader and does_itself(focused, event)
        if not itself and not needs_key(focused, event):
            return False
        event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        """Press the focused button by Enter, which Qt does in dialogs alone."""
        focused = QApplication.focusWidget()
        plain = event.modifiers() & ~_Modifier.KeypadModifier == _Modifier.NoModifier
        if not plain or event.key() not in _ENTER or not isinstance(focused, QPushButton):
            return False
        if not self._window.isAncestorOf(focused):
            return False
        focused.click()
        return True

    def _pass_on(self, event: QKeyEvent) -> bool:
        """Keep a key that is a command from the field that would have it move or delete."""
        is_command = event.modifiers() == _Modifier.ControlModifier and event.key() in _EMACS
        if is_command:
            event.ignore()
        return is_command

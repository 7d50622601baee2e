"""Which keys belong to the focused widget before they are commands."""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_ALONG: Final = frozenset({_Key.Key_Left, _Key.Key_Right})
_ARROWS: Final = _ALONG | {_Key.Key_Up, _Key.Key_Down}
_PRESSING: Final = frozenset({_Key.Key_Space, _Key.Key_Select})
#: With Ctrl, Qt has these move and delete in fields as Emacs does, on X11 alone.
_EMACS: Final = frozenset({_Key.Key_E, _Key.Key_K, _Key.Key_U})
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit, QLabel)
_MOVING = (QAbstractSlider, QRadioButton, QTabBar, QTreeView, QTableView)


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
        if focused is not None and is_field(focused) and self._window.isAncestorOf(focused):
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
        if not needs_key(focused, event) and not self._does_itself(focused, event):
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

    def _does_itself(self, focused: QWidget, event: QKeyEvent) -> bool:
        """Return whether a text other than the reader copies or selects all of itself."""
        if focused is self._reader or not isinstance(focused, _TEXT):
            return False
        standard = QKeySequence.StandardKey
        return event.matches(standard.Copy) or event.matches(standard.SelectAll)


def needs_key(widget: QWidget, event: QKeyEvent) -> bool:
    """Return whether a focused widget needs a key for itself."""
    key = Qt.Key(event.key())
    plain = event.modifiers() & ~_Modifier.KeypadModifier == _Modifier.NoModifier
    if isinstance(widget, QKeySequenceEdit):
        return True
    if is_field(widget):
        return _is_typed(event) or (plain and key in _ARROWS | {_Key.Key_Escape})
    if isinstance(widget, QComboBox):
        return _is_typed(event) or key in _ARROWS
    if isinstance(widget, QAbstractButton) and plain and key in _PRESSING:
        return True
    return plain and key in _ALONG and (isinstance(widget, _MOVING) or _has_caret(widget))


def is_field(widget: QWidget) -> bool:
    """Return whether one can type into a widget."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return False


def _is_typed(event: QKeyEvent) -> bool:
    """Return whether a key writes something; AltGr is Ctrl and Alt together on Windows."""
    modifiers = event.modifiers()
    control = bool(modifiers & _Modifier.ControlModifier)
    alt = bool(modifiers & _Modifier.AltModifier)
    if modifiers & _Modifier.MetaModifier or ((control or alt) and not _is_altgr(control, alt)):
        return False
    return event.text().isprintable() and event.text() != ""


def _is_altgr(control: bool, alt: bool) -> bool:
    if sys.platform == "darwin":
        return alt and not control
    return control and alt


def _has_caret(widget: QWidget) -> bool:
    """Return whether arrow keys move a caret in a widget's text, which need not be editable."""
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return True
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLabel):
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        return bool(widget.textInteractionFlags() & keys)
    return False

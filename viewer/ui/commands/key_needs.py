"""Which keys a focused widget needs for itself. It names widgets that a start has no use for."""

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
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
_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit, QLabel)
_MOVING = (QAbstractSlider, QRadioButton, QTabBar, QTreeView, QTableView)


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


def does_itself(widget: QWidget, event: QKeyEvent) -> bool:
    """Return whether a text copies or selects all of itself by a key."""
    standard = QKeySequence.StandardKey
    wanted = event.matches(standard.Copy) or event.matches(standard.SelectAll)
    return wanted and isinstance(widget, _TEXT)


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

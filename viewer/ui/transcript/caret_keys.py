"""Which keys the transcript's caret takes for itself; all others are commands."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_LINES: Final = frozenset({_Key.Key_Up, _Key.Key_Down})
_PAGES: Final = frozenset({_Key.Key_PageUp, _Key.Key_PageDown})
_CARET: Final = frozenset({_Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End})


class KeyUse(Enum):
    """What a key does in the transcript."""

    PLAY = auto()
    PAGE = auto()
    CARET = auto()


def use_of(event: QKeyEvent) -> KeyUse | None:
    """Return what the transcript does with a key, or None where it is not for the transcript.

    Ctrl with Up and Down change the rate, Alt with them steps by lines; Space, letters and
    copying are the window's.
    """
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    plain = modifiers == _Modifier.NoModifier
    if key in _ENTER:
        return KeyUse.PLAY if plain else None
    if key in _PAGES and plain:
        return KeyUse.PAGE
    if key in _LINES | _PAGES:
        return KeyUse.CARET if plain or modifiers == _Modifier.ShiftModifier else None
    with_caret = _Modifier.ShiftModifier | _Modifier.ControlModifier
    return KeyUse.CARET if key in _CARET and not modifiers & ~with_caret else None

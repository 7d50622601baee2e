"""Which keys the transcript takes for itself, with a caret and without; others are commands."""

import sys
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_ALONG: Final = frozenset({_Key.Key_Left, _Key.Key_Right})
_LINES: Final = frozenset({_Key.Key_Up, _Key.Key_Down})
_PAGES: Final = frozenset({_Key.Key_PageUp, _Key.Key_PageDown})
_ENDS: Final = frozenset({_Key.Key_Home, _Key.Key_End})
_IS_MAC: Final = sys.platform == "darwin"
_SHIFT, _CONTROL, _ALT = (
    _Modifier.ShiftModifier,
    _Modifier.ControlModifier,
    _Modifier.AltModifier,
)


class KeyUse(Enum):
    """What a key does in the transcript."""

    PLAY = auto()
    SCROLL = auto()
    CARET = auto()
    WORD = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()
    UNSELECT = auto()


def use_of(event: QKeyEvent, *, caret: bool, selection: bool) -> KeyUse | None:
    """Return what the transcript does with a key, or None where it is not for the transcript.

    Ctrl with Up and Down change the rate; Space, letters and copying are the window's. Without a
    caret Left and Right are, too, and keys scroll; only a selection that is there can be changed.
    """
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    plain = modifiers == _Modifier.NoModifier
    if plain and key in _ENTER:
        return KeyUse.PLAY
    if plain and key == _Key.Key_Escape and selection:
        return KeyUse.UNSELECT
    moves = _moves_caret(key, modifiers)
    if caret:
        return KeyUse.SCROLL if plain and key in _PAGES else moves
    if moves in (KeyUse.CARET, KeyUse.WORD) and selection and modifiers & _SHIFT:
        return moves
    scrolls = key in _LINES | _PAGES | _ENDS if plain else key in _ENDS and modifiers == _CONTROL
    return KeyUse.SCROLL if scrolls else None


def _moves_caret(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> KeyUse | None:
    """Return what the caret moves by, if it does; with Shift it selects on its way."""
    held = modifiers & ~_SHIFT
    if modifiers == _ALT | _SHIFT and key in _LINES | _ALONG:
        return None  # they move an end of the selection, caret or not
    if held == _ALT and key in _LINES | _ALONG:
        if key in _LINES:
            return KeyUse.PARAGRAPH
        return KeyUse.WORD if _IS_MAC else KeyUse.SENTENCE
    if held == _CONTROL and key in _ALONG and not _IS_MAC:  # there it is the ends of lines
        return KeyUse.WORD
    if key in _LINES | _PAGES:
        return None if held else KeyUse.CARET
    return KeyUse.CARET if key in _ALONG | _ENDS and not held & ~_CONTROL else None

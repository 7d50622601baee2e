"""Marking text for translation where it is declared, and text that keeps its own direction."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

# PySide6 types the macro as `object`.
if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """Mark `text` for translation and return it."""
        return text
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "isolated", "left_to_right"]


def left_to_right(words: str) -> str:
    """Keep figures in their order also where text runs from right to left."""
    return f"\u2066{words}\u2069" if _is_right_to_left() else words


def isolated(words: str) -> str:
    """Have words run as their own letters do, whichever way the text about them runs."""
    return f"\u2068{words}\u2069" if _is_right_to_left() else words


def _is_right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

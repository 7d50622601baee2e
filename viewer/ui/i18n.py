"""Marking text for translation where it is declared."""

from typing import TYPE_CHECKING

# PySide6 types the macro as `object`.
if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """Mark `text` for translation and return it."""
        return text
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]

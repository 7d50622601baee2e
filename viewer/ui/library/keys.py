"""The keys that the library's lists keep for themselves."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def plays(event: QEvent) -> bool:
    """Return whether a key plays the place that is chosen."""
    is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
    return is_key and isinstance(event, QKeyEvent) and not event.modifiers()


def kept(event: QEvent) -> bool:
    """Return whether it is about to be a command, and is the list's own."""
    if event.type() != QEvent.Type.ShortcutOverride or not plays(event):
        return False
    event.accept()
    return True

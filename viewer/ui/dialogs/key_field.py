"""The field that takes a key by being pressed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from viewer.ui.commands.keymap import written

#: These move on or close the dialog, as everywhere.
_PASSED_ON = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class KeyField(QKeySequenceEdit):
    """Shows the key that was pressed in it; `pressed` tells it in Qt's portable form."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.keySequenceChanged.connect(self._tell)
        self.setAccessibleName(self.tr("New key"))
        for field in self.findChildren(QLineEdit):  # it has the focus in the end
            field.setPlaceholderText(self.tr("Press a key"))
            words = field.fontMetrics().horizontalAdvance(field.placeholderText())
            self.setMinimumWidth(words + field.fontMetrics().height() * 2)
            field.setAccessibleName(self.tr("New key"))

    @property
    def key(self) -> str:
        """The key that is shown; empty where there is none."""
        return written(self.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def event(self, event: QEvent) -> bool:
        """Leave the keys to Qt that move on: the field would keep them for itself."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in kinds and isinstance(event, QKeyEvent) and event.key() in _PASSED_ON:
            if event.key() == Qt.Key.Key_Escape or event.type() == QEvent.Type.ShortcutOverride:
                event.ignore()
                return False
            return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        return super().event(event)

    @Slot()
    def _tell(self) -> None:
        self.pressed.emit(self.key)

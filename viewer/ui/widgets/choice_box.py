"""A drop-down whose list is drawn as a list."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

#: The room in a row beside that of its letters, in pixels.
_ROOM_PX: Final = 8


class ChoiceBox(QComboBox):
    """Paints its list in the colours of lists.

    Fusion would paint it as a menu, on the colour that has menus' edges seen in the dark: nobody
    can read it there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))


class _Rows(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _ROOM_PX)

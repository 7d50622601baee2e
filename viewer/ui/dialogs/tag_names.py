"""Giving the tags names of one's own."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from viewer.core.tags import LONGEST_NAME, TAGS
from viewer.ui.theme import plain
from viewer.ui.theme.tags import tag_icon, tag_title
from viewer.ui.widgets.plain_label import PlainLabel

#: So that the window's title is read, too.
_WIDTH: Final = 340


class TagNames(QDialog):
    """Asks what each tag is called; an empty field is its colour."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Name the tags"))
        self._fields = {tag: QLineEdit(names.get(tag, "")) for tag in TAGS}
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(self.tr("An empty field is called by its colour.")))
        for tag, field in self._fields.items():
            field.setMaxLength(LONGEST_NAME)
            field.setPlaceholderText(plain.name(tag_title(tag, {})))
            field.setAccessibleName(plain.line(tag_title(tag, {})))
            action = QAction(tag_icon(tag, self.palette()), "", field)
            field.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
            column.addWidget(field)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def names(self) -> dict[str, str]:
        """What the tags are called, those that have a name."""
        written = {tag: field.text().strip() for tag, field in self._fields.items()}
        return {tag: name for tag, name in written.items() if name}

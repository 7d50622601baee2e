"""The row of buttons below a dialog that only shows something."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def close_buttons(dialog: QDialog) -> QDialogButtonBox:
    """Return a row with Close, without the style's icon, which follows no palette."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    return buttons

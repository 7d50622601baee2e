"""Widgets beside each other as one part, which can give way as a whole."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.ui.widgets.icon_button import IconButton


def row_of(margins: tuple[int, int, int, int], *widgets: QWidget) -> QWidget:
    """Return widgets beside each other; all but buttons share the width."""
    row = QWidget()
    beside = QHBoxLayout(row)
    beside.setContentsMargins(*margins)
    for widget in widgets:
        beside.addWidget(widget, 0 if isinstance(widget, IconButton) else 1)
    return row

"""A button with words, for the bars of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class WordButton(QPushButton):
    """A button that is reached by Tab and that a click does not take the focus to.

    The bar that goes with a click would hand the focus on as Tab does, with a ring about the text.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

"""What is shown while no folder is in the library."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.ui.widgets.plain_label import PlainLabel

_LARGE = 1.4
_WIDTH = 360


class EmptyPage(QWidget):
    """Says what a library is; its `button` is a command's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel(self.tr("A folder of transcripts is a library"))
        large = title.font()
        large.setPointSizeF(large.pointSizeF() * _LARGE)
        title.setFont(large)
        self.words = words = PlainLabel(
            self.tr(
                "Open one, or drop it here, to search all that is said in it. "
                "Nothing in it is moved or changed."
            )
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(_WIDTH)
        self.button = QPushButton()
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (title, words, self.button):
            row = QHBoxLayout()  # knows how high wrapped words are, as alignment does not
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(2)

"""The quiet row above the text: the title, and the transcript's language where there are more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from viewer.ui.elided_label import ElidedLabel


class TranscriptHeader(QWidget):
    """Shows what is being read.

    A wish: `language_chosen(index)`, an index into the languages given.
    """

    language_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._languages = QComboBox()
        self._languages.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._languages.setAccessibleName(self.tr("Language of the transcript"))
        self._languages.setToolTip(self.tr("Language of the transcript"))
        self._languages.activated.connect(self.language_chosen)
        self._languages.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._languages)

    def set_title(self, title: str) -> None:
        """Show a title; an empty one leaves the row blank."""
        self._title.setText(title)

    def set_languages(self, languages: Sequence[str], current: int = 0) -> None:
        """Offer a choice of languages, which is hidden unless there are several."""
        self._languages.clear()
        self._languages.addItems(list(languages))
        self._languages.setCurrentIndex(current if languages else -1)
        self._languages.setVisible(len(languages) > 1)

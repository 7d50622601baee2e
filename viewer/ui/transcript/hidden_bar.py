"""The row above the text that says whose lines alone are shown; its button is a command's."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel
from viewer.ui.widgets.word_button import WordButton

#: No more names are shown.
_MOST_NAMES = 3


class HiddenBar(QWidget):
    """Says that lines are hidden, beside the `button` that shows all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel()
        self.button = WordButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def tell(self, names: Iterable[str], hidden: int) -> None:
        """Say whose lines are shown and how many others are not; nothing where none is hidden."""
        shown = [plain.line(name) for name in names]
        if len(shown) > _MOST_NAMES:
            others = self.tr("{n} others").format(n=len(shown) - _MOST_NAMES + 1)
            shown = [*shown[: _MOST_NAMES - 1], others]
        sentence = self.tr("Only {names}: 1 line is hidden.")
        if hidden != 1:
            sentence = self.tr("Only {names}: {n} lines are hidden.")
        words = sentence.format(names=", ".join(shown), n=f"{hidden:,}")
        self.words.setText(plain.line(words, plain.TIP))
        self.setVisible(hidden > 0)

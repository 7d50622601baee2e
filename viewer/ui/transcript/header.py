"""The quiet row above the text: the title, and the transcript's language where there are more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from viewer.core.transcript import Part
from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from viewer.ui.widgets.choice_box import ChoiceBox


class TranscriptHeader(QWidget):
    """Shows what is being read.

    Wishes: `language_chosen(index)`, an index into the languages given; `parts_chosen(names)`, a
    tuple of the parts that are to be shown.
    """

    language_chosen = Signal(int)
    parts_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._languages: ChoiceBox | None = None
        self._current = -1
        self._parts: QToolButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.addWidget(self._title, 1)

    def set_title(self, title: str) -> None:
        """Show a title; an empty one leaves the row blank."""
        self._title.setText(plain.line(title, plain.TIP))

    def set_languages(self, languages: Sequence[str], current: int = 0) -> None:
        """Offer a choice of languages, which is there only where there are several."""
        self._current = current if languages else -1
        if self._languages is None and len(languages) <= 1:
            return
        box = self._languages = self._languages or self._language_box()
        box.clear()
        box.addItems([plain.line(each) for each in languages])
        box.setCurrentIndex(self._current)
        box.setVisible(len(languages) > 1)

    def _language_box(self) -> "ChoiceBox":
        """Make the choice, with whose list a good deal of Qt comes that few need."""
        from PySide6.QtWidgets import QComboBox

        from viewer.ui.widgets.choice_box import ChoiceBox

        box = ChoiceBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(self.tr("Language of the transcript"))
        box.setToolTip(self.tr("Language of the transcript"))
        box.activated.connect(self._choose_language)
        self._row.addWidget(box)
        return box

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Offer a choice of parts, which is there only where there are several."""
        if self._parts is None and len(parts) <= 1:
            return
        button = self._parts = self._parts or self._parts_button()
        menu = button.menu()
        menu.clear()
        for part in parts:
            action = menu.addAction(plain.in_menu(part.name))
            action.setData(part.name)
            action.setCheckable(True)
            action.setChecked(part.shown)
        button.setVisible(len(parts) > 1)

    def _parts_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Tiers"))
        button.setToolTip(self.tr("Choose which tiers to show"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.menu().triggered.connect(self._choose_parts)
        self._row.insertWidget(1, button)
        return button

    @Slot(int)
    def _choose_language(self, index: int) -> None:
        """Ask for a language; until it is there, the row names the one that is."""
        if self._languages is not None:
            self._languages.setCurrentIndex(self._current)
        self.language_chosen.emit(index)

    @Slot(QAction)
    def _choose_parts(self, touched: QAction) -> None:
        """Ask for the ticked parts, which are shown when they are there; nothing is no choice."""
        if self._parts is None:
            return
        names = tuple(a.data() for a in self._parts.menu().actions() if a.isChecked())
        touched.setChecked(not touched.isChecked())
        if names:
            self.parts_chosen.emit(names)

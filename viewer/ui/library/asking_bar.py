"""What the library is asked: words to look for, and which transcripts are listed."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.library.completion import FieldCompleter
from viewer.ui.library.entry_rows import Counts, Show
from viewer.ui.library.folder_menu import FolderMenu
from viewer.ui.theme import plain
from viewer.ui.widgets.flow_layout import FlowLayout
from viewer.ui.widgets.plain_label import PlainLabel

#: Texts are looked through when nobody has typed for so long; Enter does not wait.
_PAUSE_MS: Final = 250
_LONGEST: Final = 1_000
_GAP_PX: Final = 8
#: So many letters have room in a field, or it stands in a row of its own.
_FIELD: Final = 24


class AskingBar(QWidget):
    """What is typed and chosen above the list.

    Wishes: `asked` for what is in `text`, `entered` after that; `filtered`, `show_chosen`;
    `save_wanted` for the places that are found.
    """

    asked = Signal()
    entered = Signal()
    filtered = Signal(str)
    show_chosen = Signal(object)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = self._field(self.tr("Search what is said in all transcripts"))
        self.completer = FieldCompleter(self.query)
        self.filter = self._field(self.tr("Filter by title, channel or speaker"))
        self.show_box = self._kinds()
        self.folders = FolderMenu()
        self.save_button = QPushButton(self.tr("Save places…"))
        self.save_button.setToolTip(
            self.tr("As a table, JSON, Markdown, a playlist, captions or a supercut")
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save_wanted)
        self.trouble, self.count = PlainLabel(), PlainLabel()
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.asked)
        self.query.textChanged.connect(self._pause.start)
        self.query.returnPressed.connect(self._enter)
        self.filter.textChanged.connect(self.filtered)
        self.show_box.currentIndexChanged.connect(self._choose_show)

    def _kinds(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Which transcripts"))
        box.addItem(self.tr("All transcripts"), Show.ALL)
        box.addItem(self.tr("With a recording"), Show.WITH_RECORDING)
        box.addItem(self.tr("No recording found"), Show.NO_RECORDING)
        box.addItem(self.tr("Quotes of this library"), Show.QUOTED)
        box.addItem(self.tr("Problems"), Show.PROBLEMS)
        return box

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(plain.line(words))
        field.setAccessibleName(plain.line(words))
        field.setMaxLength(_LONGEST)
        field.setClearButtonEnabled(True)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 4)
        column.setSpacing(4)
        along = QBoxLayout.Direction.LeftToRight
        self._row, self._fields, self._tools = QBoxLayout(along), QBoxLayout(along), QWidget()
        for layout in (self._row, self._fields):
            layout.setSpacing(_GAP_PX)
        self._fields.addWidget(self.query, 3)
        self._fields.addWidget(self.filter, 2)
        tools = FlowLayout(_GAP_PX, self._tools)
        for widget in (self.show_box, self.save_button, self.folders):
            tools.addWidget(widget)
        self._row.addLayout(self._fields, 1)
        self._row.addWidget(self._tools)
        column.addLayout(self._row)
        column.addWidget(self.trouble)
        column.addWidget(self.count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the fields above the buttons, and each other, where their words have no room."""
        super().resizeEvent(event)
        field = self.fontMetrics().averageCharWidth() * _FIELD
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        beside = self._tools.sizeHint().width() + 2 * field <= self.width()
        self._row.setDirection(along if beside else down)
        self._fields.setDirection(along if 2 * field <= self.width() else down)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.query.text()

    def begin(self, query: str) -> None:
        """Take the keys; with a query, look for that."""
        if query:
            self.query.setText(plain.line(query, _LONGEST))
            self._ask()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def explain(self, sentence: str) -> None:
        """Say what is wrong with what is asked; nothing for an empty sentence."""
        self.trouble.setText(plain.line(sentence))
        self.trouble.setVisible(bool(sentence))
        self.query.setAccessibleDescription(plain.line(sentence))

    def show_count(self, counts: Counts, *, looking: bool, finished: bool) -> None:
        """Say how much is listed: transcripts, or what is found in them; nothing of wrong words."""
        self.save_button.setEnabled(looking and finished and bool(counts.places))
        words = self._found(counts) if looking else self._transcripts(counts.files)
        if not finished:
            words += self.tr(", still counting…")
        self.count.setText(plain.line(words) if self.trouble.isHidden() else "")

    def _found(self, counts: Counts) -> str:
        transcripts = self._transcripts
        if counts.apart and not counts.files:
            words = self.tr("No place has these words together; in {transcripts} they stand apart")
            return words.format(transcripts=transcripts(counts.apart))
        if counts.files and not counts.places:  # no words are looked for, but what has something
            return transcripts(counts.files)
        one, many = self.tr("1 place"), self.tr("{n} places")
        places = one if counts.places == 1 else many.format(n=f"{counts.places:,}")
        words = self.tr("{places} in {transcripts}")
        words = words.format(places=places, transcripts=transcripts(counts.files))
        if counts.apart:
            words += self.tr("; in {n} more the words stand apart").format(n=f"{counts.apart:,}")
        return words

    def _transcripts(self, number: int) -> str:
        one, many = self.tr("1 transcript"), self.tr("{n} transcripts")
        return one if number == 1 else many.format(n=f"{number:,}")

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit()

    @Slot()
    def _enter(self) -> None:
        if self._pause.isActive():
            self._ask()
        else:
            self.entered.emit()

    @Slot(int)
    def _choose_show(self, row: int) -> None:
        self.show_chosen.emit(self.show_box.itemData(row))

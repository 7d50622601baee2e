"""The bar above the text in which one types what to find."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.commands.actions import Actions, Command
from viewer.ui.commands.button import CommandButton
from viewer.ui.theme import plain
from viewer.ui.transcript.searching import Asked
from viewer.ui.widgets.flow_layout import FlowLayout
from viewer.ui.widgets.icon_button import IconButton, cancel_key
from viewer.ui.widgets.plain_label import PlainLabel

#: So many phrases are remembered, the last one first.
MOST_PHRASES: Final = 20
#: No longer phrase is looked for.
LONGEST: Final = 1_000
_GAP_PX: Final = 4
#: For so many letters the field has room at least where anything stands beside it.
_FIELD_LETTERS: Final = 20
#: What the count usually says at most.
_USUAL_COUNT: Final = "999 of 999"
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
#: The commands that say how to find.
HOW_TO_FIND: Final = (Command.MATCH_CASE, Command.WHOLE_WORDS, Command.EXPRESSION)
_ALONG: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class FindField(QLineEdit):
    """Tells what Enter, Esc, Up and Down are to do."""

    entered = Signal(Qt.KeyboardModifier)
    left = Signal()
    #: Up (1) and Down (-1) go through the phrases looked for before.
    recalled = Signal(int)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the button that clears it, which a start would draw for nobody."""
        self.setClearButtonEnabled(True)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are about finding."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ALONG and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.recalled.emit(_ALONG[key])
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Wishes: what to find and how, play from there, leave; the next place is a command's.

    `asked` carries no words: they are in `asked_for`.
    """

    asked = Signal()
    play_requested = Signal()
    leave_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases: list[str] = []
        self._recalled = -1
        self.field = FindField()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("Find in transcript"))
        self.field.setAccessibleName(self.tr("Find in transcript"))
        self.count = PlainLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.case = CommandButton(actions, Command.MATCH_CASE, self.tr("Aa"))
        self.words = CommandButton(actions, Command.WHOLE_WORDS, self.tr("W"))
        self.expression = CommandButton(actions, Command.EXPRESSION, self.tr(".*"))
        #: What is wrong with what is asked for.
        self.trouble = PlainLabel()
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.previous = CommandButton(actions, Command.FIND_PREVIOUS)
        self.next = CommandButton(actions, Command.FIND_NEXT)
        self.list_button = CommandButton(actions, Command.FOUND_SHOWN)
        self.close_button = IconButton("close")
        self.close_button.set_words(self.tr("Close"), cancel_key())
        #: Everything but the field and the button that closes; below the field or beside it.
        self._tools, self._below = QWidget(), False
        self._lay_out()
        self._connect(actions)

    def _lay_out(self) -> None:
        self._column, self._row = column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 2, 12, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.trouble)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.field, 1)
        row.addWidget(self.close_button)
        along = FlowLayout(_GAP_PX, self._tools)
        for widget in (self.count, self.case, self.words, self.expression):
            along.addWidget(widget)
        for button in (self.previous, self.next, self.list_button):
            along.addWidget(button)
        row.insertWidget(1, self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything but the field below it where there is little width."""
        super().resizeEvent(event)
        self._suit()

    def _suit(self) -> None:
        count = self.fontMetrics().horizontalAdvance(_USUAL_COUNT) - self.count.sizeHint().width()
        tools = self._tools.sizeHint().width() + count + self.close_button.sizeHint().width()
        field = self.fontMetrics().averageCharWidth() * _FIELD_LETTERS
        below = self._column.contentsRect().width() - tools - 2 * _GAP_PX < field
        if below is not self._below:
            self._below = below
            (self._column if below else self._row).insertWidget(1, self._tools)
            self._column.activate()  # or one frame would be painted as it was

    def _connect(self, actions: Actions) -> None:
        self.field.textChanged.connect(self._changed)
        for command in HOW_TO_FIND:
            actions[command].toggled.connect(self._changed)
        self.field.entered.connect(self._entered)
        self.field.left.connect(self.leave_requested)
        self.field.recalled.connect(self._recall)
        self.close_button.clicked.connect(self.leave_requested)

    # What is asked for

    @property
    def phrase(self) -> str:
        """What is to be found."""
        return self.field.text()

    @property
    def asked_for(self) -> Asked:
        """What is to be found, and how."""
        return Asked(
            self.phrase,
            match_case=self.case.isChecked(),
            whole_words=self.words.isChecked(),
            expression=self.expression.isChecked(),
        )

    def begin(self, phrase: str) -> None:
        """Take the keys, with a phrase to begin with; an empty one leaves what is there."""
        if phrase:
            self.field.setText(plain.line(phrase, LONGEST))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self) -> None:
        """Keep what was looked for, to be recalled by Up and Down."""
        phrase = self.phrase.strip()
        if phrase:
            self.set_phrases([phrase, *(each for each in self._phrases if each != phrase)])

    def set_phrases(self, phrases: Sequence[str]) -> None:
        """Take the phrases that were looked for before, the last one first."""
        self._phrases, self._recalled = list(phrases)[:MOST_PHRASES], -1

    @property
    def phrases(self) -> list[str]:
        """What was looked for, the last one first."""
        return list(self._phrases)

    # What came of it

    def show_count(self, number: int, count: int) -> None:
        """Say which hit the reader is at, from 1; 0 is none yet."""
        if not self.phrase.strip():
            words = ""
        elif not count:
            words = self.tr("Not found")
        elif not number:
            words = self.tr("{count} found").format(count=f"{count:,}")
        else:
            words = self.tr("{n} of {count}").format(n=f"{number:,}", count=f"{count:,}")
        self.trouble.hide()
        self.count.setText(plain.line(words))
        self.field.setAccessibleDescription(plain.line(words))

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing could be looked for."""
        self.count.clear()
        words = plain.line(sentence)
        self.trouble.setText(words)
        self.trouble.show()
        self.field.setAccessibleDescription(words)

    @Slot()
    def show_waiting(self) -> None:
        """Say that the text is being read for it."""
        self.count.setText("…")

    @Slot()
    def _changed(self) -> None:
        self.asked.emit()

    @Slot(Qt.KeyboardModifier)
    def _entered(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            self.play_requested.emit()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.previous.click()
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            self.next.click()

    @Slot(int)
    def _recall(self, step: int) -> None:
        here = min(max(self._recalled + step, -1), len(self._phrases) - 1)
        if here >= 0:
            self.field.setText(self._phrases[here])
            self.field.selectAll()
        self._recalled = here

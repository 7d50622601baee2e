"""Choosing the encoding that a file is read in, and seeing how it reads then."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import ViewerError
from viewer.session.preview import read_as
from viewer.ui.dialogs.encodings import label_of, offered
from viewer.ui.theme import plain
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

_Button: Final = QDialogButtonBox.StandardButton


class EncodingDialog(QDialog):
    """Offers encodings, and shows how the file reads in the one that is marked.

    A wish: `chosen(name)`, from the list or typed.
    """

    chosen = Signal(str)

    def __init__(self, file: str, present: str | None, parent: QWidget | None = None) -> None:
        """Ask for the encoding of a file that was read as `present`, if it was read at all."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = b""
        self._names = offered(present)
        self._field = ChoiceBox()
        self._field.setEditable(True)
        self._field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._field.addItems([plain.line(label) for label in self._names])
        self._field.setCurrentText(label_of(present, self._names))
        self._field.setAccessibleName(self.tr("Encoding, chosen or typed"))
        self._verdict = PlainLabel()
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._preview.setAccessibleName(self.tr("How the file reads"))
        self._buttons = QDialogButtonBox(_Button.Open | _Button.Cancel)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # the style's own are of another family
        self._lay_out(file, present)
        self._field.currentTextChanged.connect(self._show)

    def set_head(self, head: bytes) -> None:
        """Take the beginning of the file, to show how it reads."""
        self._head = head
        self._show()

    def show_trouble(self, error: ViewerError) -> None:
        """Say why the file cannot be looked at."""
        self._preview.setPlainText(str(error))

    def sizeHint(self) -> QSize:
        """Return room for a dozen lines of some eighty characters."""
        return QSize(620, 420)

    @property
    def name(self) -> str:
        """The encoding that is marked or typed; empty where there is none."""
        typed = self._field.currentText().strip()
        return self._names.get(typed, typed)

    def _lay_out(self, file: str, present: str | None) -> None:
        if present is None:
            self.setWindowTitle(self.tr("Open with encoding"))
            words = self.tr("Read {file} as text in:").format(file=plain.name(file))
        else:
            self.setWindowTitle(self.tr("Reopen with encoding"))
            was = self.tr("{file} was read as {encoding}. Read it as:")
            now = self._field.currentText()
            words = was.format(file=plain.name(file), encoding=plain.name(now))
        question = PlainLabel(plain.line(words))
        question.setWordWrap(True)
        layout = QVBoxLayout(self)
        for widget in (question, self._field, self._preview, self._verdict, self._buttons):
            layout.addWidget(widget)
        self._field.setFocus()

    @Slot()
    def _show(self) -> None:
        shown = read_as(self._head, self.name)
        self._preview.setPlainText(shown.text)
        self._verdict.setText(plain.line(self._judged(shown.unfit, known=shown.known)))
        self._buttons.button(_Button.Open).setEnabled(shown.known)

    def _judged(self, unfit: int, *, known: bool) -> str:
        if not known:
            return self.tr("There is no such encoding.")
        if unfit:
            return self.tr("%n character(s) do not fit this encoding.", "", unfit)
        return self.tr("Every character fits this encoding.") if self._head else ""

    @Slot()
    def _take(self) -> None:
        if name := self.name:
            self.accept()
            self.chosen.emit(name)

"""A window with a text to read and to copy: what this machine has, or a bug."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.dialogs.buttons import close_buttons
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel


class ReportDialog(QDialog):
    """Shows a text in a fixed-width face, below a sentence that says what it is."""

    def __init__(self, title: str, intro: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain.in_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = PlainLabel(plain.line(intro))
        label.setWordWrap(True)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(plain.line(title))
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = close_buttons(self)
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.clicked.connect(self._to_clipboard)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)

    def text(self) -> str:
        """Return the text as it would be copied."""
        return self._text.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text, and make copying fresh again."""
        self._text.setPlainText(text)
        self._copy.setText(self.tr("Copy"))

    def sizeHint(self) -> QSize:
        """Return room for some eighty characters and twenty lines."""
        return QSize(680, 460)

    @Slot()
    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText(self.tr("Copied"))

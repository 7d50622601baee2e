"""Writing a style of one's own: the template, what it can use, and what comes of it at once."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.dialogs.buttons import close_buttons
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

#: How long typing must rest before the template is filled again.
_REST_MS: Final = 250


class OwnStyles(QDialog):
    """Shows one template at a time; wishes: `preview_requested`, `save_requested`, `name_chosen`.

    `save_requested` carries the name and the template.
    """

    preview_requested = Signal(str)
    save_requested = Signal(str, str)
    name_chosen = Signal(str)

    def __init__(
        self, names: list[str], variables: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Own styles"))
        self.resize(820, 560)
        self.name, self.template = QComboBox(), QPlainTextEdit()
        self.preview, self.mistake = QPlainTextEdit(), PlainLabel()
        self._variables = QPlainTextEdit()
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._fill(names, variables)
        self._lay_out()
        self._timer.timeout.connect(self._ask)
        self.template.textChanged.connect(self._timer.start)
        self.name.textActivated.connect(self.name_chosen)

    def _fill(self, names: list[str], variables: Mapping[str, str]) -> None:
        self.name.setEditable(True)
        self.name.addItems([plain.line(name) for name in names])
        self.name.setAccessibleName(self.tr("Name of the style"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.template.setAccessibleName(self.tr("Template"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self._variables.setAccessibleName(self.tr("Variables"))
        for text in (self.template, self.preview, self._variables):
            text.setTabChangesFocus(True)
        for text in (self.preview, self._variables):
            text.setReadOnly(True)
        self.template.setFont(fixed)
        self._variables.setPlainText("\n".join(f"{{{{ {k} }}}}  {v}" for k, v in variables.items()))
        self.mistake.setWordWrap(True)
        self.mistake.setMinimumHeight(self.fontMetrics().height() * 2)

    def _lay_out(self) -> None:
        named = QHBoxLayout()
        named.addWidget(PlainLabel(self.tr("Name")))
        named.addWidget(self.name, 1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self._titled(self.tr("Template"), self.template))
        left.addWidget(self._titled(self.tr("Variables"), self._variables))
        right.addWidget(self._titled(self.tr("What the selection becomes"), self.preview))
        sides.addWidget(left)
        sides.addWidget(right)
        buttons = close_buttons(self)
        self.save = QPushButton(self.tr("&Save"))
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        self.save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.addLayout(named)
        column.addWidget(sides, 1)
        column.addWidget(self.mistake)
        column.addWidget(buttons)

    @staticmethod
    def _titled(title: str, text: QPlainTextEdit) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        label = PlainLabel(plain.line(title))
        label.setBuddy(text)
        column.addWidget(label)
        column.addWidget(text, 1)
        return whole

    def show_template(self, name: str, template: str) -> None:
        """Show a style to be changed."""
        self.name.setEditText(plain.line(name))
        self.template.setPlainText(template)
        self._ask()

    @Slot(str)
    def show_preview(self, text: str) -> None:
        """Show what comes of the template."""
        self.preview.setPlainText(text)
        self.report("")

    def done(self, result: int) -> None:
        """Try nothing any more once the dialog is left."""
        self._timer.stop()
        super().done(result)

    def report(self, sentence: str, line: int = 0) -> None:
        """Say what is wrong, and mark the template's line; an empty sentence for nothing."""
        self.mistake.setText(plain.line(sentence))
        marked = []
        if line:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.template.document().findBlockByNumber(line - 1))
            mark.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.format.setUnderlineStyle(mark.format.UnderlineStyle.WaveUnderline)
            mark.format.setUnderlineColor(self.palette().color(QPalette.ColorRole.Accent))
            marked.append(mark)
        self.template.setExtraSelections(marked)

    @Slot()
    def _ask(self) -> None:
        self.preview_requested.emit(self.template.toPlainText())

    @Slot()
    def _save(self) -> None:
        self.save_requested.emit(self.name.currentText().strip(), self.template.toPlainText())

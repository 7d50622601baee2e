"""All keys on one sheet, made from the table of commands."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.commands.commands import Command
from viewer.ui.commands.key_table import KeyGroup, KeyRow, key_groups
from viewer.ui.commands.keymap import Keys
from viewer.ui.theme import plain
from viewer.ui.theme.palette import mix
from viewer.ui.widgets.plain_label import PlainLabel

#: How many columns the sheet has, what is liked best first; four where the screen is too low.
_COLUMNS: Final = (3, 4, 2, 1)
_BETWEEN_COLUMNS: Final = 40
#: How much of the screen the sheet takes at most.
_OF_SCREEN: Final = 0.9
#: What a group's title and the gap below it add to its height, in rows.
_TITLE_ROWS: Final = 2


class KeysSheet(QDialog):
    """Shows which key does what, beside the window; Esc closes it.

    The keys work while it is open, so that they can be tried: it has the window's actions too.
    """

    def __init__(
        self,
        commands: Iterable[QAction] = (),
        parent: QWidget | None = None,
        keys: Keys | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups = key_groups(keys=keys)
        own = Command.LEAVE_FULL_SCREEN.name  # its key closes the sheet
        self.addActions([action for action in commands if action.objectName() != own])
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        #: The same keys in so many columns, as far as they were tried.
        self._sheets: dict[int, QWidget] = {}
        self.resize(self.sizeHint())  # else it would have two thirds of the screen at most
        self._suit(self.width())

    def sizeHint(self) -> QSize:
        """Return room for the whole sheet, as far as the screen has it."""
        room = self.screen().availableSize() * _OF_SCREEN
        wanted = self._fitting(room.width()).sizeHint() + QSize(2 + self._bar_width(), 2)
        return wanted.boundedTo(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for, so that nothing scrolls sideways."""
        super().resizeEvent(event)
        self._suit(self.width())

    def _suit(self, width: int) -> None:
        fitting = self._fitting(width)
        if self._area.widget() is fitting:
            return
        if (before := self._area.takeWidget()) is not None:
            before.setParent(self)
            before.hide()
        self._area.setWidget(fitting)
        fitting.show()

    def _fitting(self, width: int) -> QWidget:
        room = width - self._bar_width()
        fit = [each for each in _COLUMNS if self._least(each).width() <= room] or [1]
        height = round(self.screen().availableSize().height() * _OF_SCREEN)
        whole = (each for each in fit if self._least(each).height() <= height)
        return self._sheet_of(next(whole, fit[0]))

    def _least(self, columns: int) -> QSize:
        return self._sheet_of(columns).minimumSizeHint()

    def _sheet_of(self, columns: int) -> QWidget:
        if columns not in self._sheets:
            self._sheets[columns] = made = _sheet(self._groups, columns)
            made.setParent(self)
            made.hide()
        return self._sheets[columns]

    def _bar_width(self) -> int:
        return self._area.verticalScrollBar().sizeHint().width()


def _sheet(groups: list[KeyGroup], columns: int) -> QWidget:
    """Return all keys in so many columns."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(28, 24, 28, 24)
    row.setSpacing(_BETWEEN_COLUMNS)
    for column in in_columns(groups, columns):
        row.addLayout(_column(column), 1)
    return sheet


def in_columns(groups: list[KeyGroup], count: int) -> list[list[KeyGroup]]:
    """Return the groups in columns of much the same height, the first group first."""
    columns: list[list[KeyGroup]] = [[] for _ in range(count)]
    for group in sorted(groups, key=_height, reverse=True):
        min(columns, key=lambda column: sum(map(_height, column))).append(group)
    for column in columns:
        column.sort(key=groups.index)
    return sorted((column for column in columns if column), key=lambda c: groups.index(c[0]))


def _height(group: KeyGroup) -> int:
    return len(group.rows) + _TITLE_ROWS


def _column(groups: list[KeyGroup]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for group in groups:
        title = PlainLabel(plain.line(group.title))
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        title.setFont(font)
        column.addWidget(title)
        column.addLayout(_rows(group.rows))
        column.addSpacing(14)
    column.addStretch(1)
    return column


def _rows(rows: tuple[KeyRow, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for number, row in enumerate(rows):
        grid.addWidget(PlainLabel(plain.line(row.text)), number, 0)
        grid.addLayout(_keys(row), number, 1)
    return grid


def _keys(row: KeyRow) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(3)
    line.addStretch(1)
    for number, key in enumerate(row.keys):
        if number:
            line.addSpacing(8)
        for cap in key:
            line.addWidget(_Cap(cap))
    return line


class _Cap(PlainLabel):
    """One key's cap."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(6, 2, 6, 3)
        # A square at least; an explicit minimum must not undercut what the name needs.
        square = self.fontMetrics().height() + 8
        self.setMinimumWidth(max(square, self.sizeHint().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        edge = mix(
            palette.color(QPalette.ColorRole.Window),
            palette.color(QPalette.ColorRole.WindowText),
            0.35,
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        cap = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -1.5)
        painter.drawRoundedRect(cap, 4, 4)
        painter.end()
        super().paintEvent(event)

"""What the window shows while nothing is open: what to do, and what was open last."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.ui.theme import plain
from viewer.ui.theme.palette import accent, mix
from viewer.ui.widgets.giving_way import Column, GivingWay
from viewer.ui.widgets.icon_button import draw_focus_ring
from viewer.ui.widgets.plain_label import PlainLabel

_MOST_RECENT: Final = 5
_WIDTH: Final = 460
#: The card grows to its width before the room beside it does.
_CARD_FIRST: Final = 100
_ROUND: Final = 12
_INDENT: Final = 8
#: What is free about the words, also where there are fewer heights of a letter than so many.
_MARGINS: Final = (36, 32, 36, 28)
_LOW_MARGINS: Final = (36, 12, 36, 10)
_LOW_LINES: Final = 26
#: What is free below the title, above the files, and below them.
_FREE: Final = (8, 12, 12)
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class EmptyCard(Column):
    """A card in the middle of an empty window.

    Its buttons `open` and `sample` are commands'. A wish: `path_chosen(path)` for a recent file.
    """

    path_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = _Card()
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(*_MARGINS)
        self._inside.setSpacing(10)
        self._title = PlainLabel(self.tr("Open a transcript or a recording"))
        self._recent_title = _quiet(self.tr("Recent"))
        self._recent_title.setIndent(_INDENT)
        self.open = QPushButton()
        self._drop = _quiet(self.tr("or drop one here"))
        self.sample = QPushButton()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._fill()
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._card, _CARD_FIRST, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.set_recent(())
        self.giving = GivingWay(self, self._ladder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep less free about the words where height is short."""
        low = self.height() < self.fontMetrics().height() * _LOW_LINES
        self._inside.setContentsMargins(*(_LOW_MARGINS if low else _MARGINS))
        super().resizeEvent(event)

    def _ladder(self) -> list[tuple[QWidget, int]]:
        """Return what gives way where height is short, of files the older ones first."""
        items = (self._recent.itemAt(i) for i in range(self._recent.count()))
        recent = [item.widget() for item in items if item is not None]
        buttons = [each for each in recent if each is not None]
        in_turn = (*buttons[:0:-1], self._recent_title, *buttons[:1], self._drop)
        rest = self._kept_px(parts=6 if buttons else 4)
        return [(part, rest) for part in in_turn]

    def _kept_px(self, parts: int) -> int:
        """Return what height the title, both buttons and all that is free about them need."""
        inner, outer = self._inside.contentsMargins(), self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            outer += layout.contentsMargins()
        width = min(self.width() - outer.left() - outer.right(), _WIDTH)
        title = self._title.heightForWidth(width - inner.left() - inner.right())
        buttons = (self.open, self.sample)
        kept = title + sum(max(b.minimumHeight(), b.minimumSizeHint().height()) for b in buttons)
        free = sum(_FREE) + self._inside.spacing() * (parts - 1)
        return kept + free + sum(each.top() + each.bottom() for each in (inner, outer))

    def set_recent(self, recent: Sequence[tuple[str, str]]) -> None:
        """List up to five (title, path) pairs, the latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        before: QWidget = self.open
        for title, path in recent[:_MOST_RECENT]:
            button = _RecentButton(title, path)
            button.path_chosen.connect(self.path_chosen)
            self._recent.addWidget(button)
            button.show()  # a layout shows what is added later only when it comes to it
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.sample)
        self._recent_title.setVisible(bool(recent))

    def set_recording(self, name: str) -> None:
        """Ask for the transcript of the recording that is open; with no name, for either.

        The window itself has the keys then, so that the space bar plays: where nothing has them, Qt
        gives them to the first button as soon as the window comes to the front.
        """
        asked = self.tr("Open the transcript of {name}").format(
            name=plain.breakable(plain.name(name))
        )
        either = self.tr("Open a transcript or a recording")
        self._title.setText(asked if name else either)
        window = self.window()
        focused = window.focusWidget()
        if name and (focused is None or self.isAncestorOf(focused)):
            window.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(list)
    def hold(self, files: list[Path]) -> None:
        """Show that what is being held over the window can be dropped."""
        self._card.set_lit(bool(files))

    def _fill(self) -> None:
        title = self._title
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.45)
        title.setFont(font)
        title.setWordWrap(True)
        title.setAlignment(_CENTRE)
        self.open.setDefault(True)
        self.open.setMinimumSize(140, 36)
        self.sample.setMinimumSize(140, 30)
        self._inside.addWidget(title)
        self._inside.addSpacing(_FREE[0])
        self._inside.addWidget(self.open, 0, _CENTRE)
        self._inside.addWidget(self._drop, 0, _CENTRE)
        self._inside.addSpacing(_FREE[1])
        self._inside.addWidget(self._recent_title)
        self._inside.addLayout(self._recent)
        self._inside.addSpacing(_FREE[2])
        self._inside.addWidget(self.sample, 0, _CENTRE)


class _Card(QFrame):
    """The card itself: rounded, with an edge that lights up for a drop."""

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self.setMaximumWidth(_WIDTH)

    def set_lit(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        color, ground = accent(palette), palette.color(QPalette.ColorRole.Base)
        edge = mix(ground, palette.color(QPalette.ColorRole.Text), 0.2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(mix(ground, color, 0.1) if self._lit else ground)
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine) if self._lit else QPen(edge, 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), _ROUND, _ROUND)


class _RecentButton(QPushButton):
    """A recent file by its title, with its folder behind it in quieter letters."""

    path_chosen = Signal(str)

    def __init__(self, title: str, path: str) -> None:
        super().__init__()
        self._title = plain.line(title or Path(path).stem)
        self._path = path
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(plain.tip(path))
        self.setAccessibleName(plain.line(self._title))
        self.setAccessibleDescription(plain.line(path))
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.path_chosen.emit(self._path)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH // 2, self.fontMetrics().height() + 14)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            ground = mix(palette.color(QPalette.ColorRole.Base), accent(palette), 0.12)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        room = self.rect().adjusted(_INDENT, 0, -_INDENT, 0)
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._title, right, room.width())
        along = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, along | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            draw_focus_ring(painter, self)


def _quiet(text: str) -> PlainLabel:
    label = PlainLabel(plain.line(text))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label

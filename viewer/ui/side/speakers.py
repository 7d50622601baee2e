"""The speakers: how much each says, how often, and going to where each speaks next."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionViewItem, QWidget

from viewer.core.speakers import Speaker
from viewer.core.timecode import format_clock
from viewer.ui.side.place_list import EDGE_PX, SIDE_PX, Index, PlaceList, RowPainter
from viewer.ui.theme import plain
from viewer.ui.theme.palette import tabular
from viewer.ui.theme.voices import draw_badge, voice_colour

_SMALLER = 0.85
_GAP_PX = 7
#: How much of a row's end is the tick box's, at least.
_BOX_PX = 40
#: How high the line is that shows a speaker's share of what is said.
_SHARE_PX = 3


class Speakers(PlaceList):
    """Lists speakers; a click on one goes to where they speak next, a double click or Enter plays.

    The box at the end of a row says whether the speaker's lines are shown; a click turns it, and so
    does the Space bar where keys brought the reader to the row: after a click it plays and pauses,
    as everywhere. `only_changed` carries the names whose lines alone are to be, or None for all.
    `turn_chosen` and `turn_requested` carry the name; `same_turn_requested` is a wish to play the
    turn that was chosen last.
    """

    turn_chosen = Signal(str)
    turn_requested = Signal(str)
    same_turn_requested = Signal(str)
    only_changed = Signal(object)

    LINES = 2.3

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = _Rows()
        self._by_keys = False
        super().__init__(self._rows, parent)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("Speakers"))
        self.setAccessibleDescription(self.tr("Space shows a speaker's lines or hides them."))
        self.empty = self.tr("This transcript does not say who speaks.")
        self.chosen.connect(self._go)
        self.play_requested.connect(self._play)

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """List these speakers, nobody of them lit."""
        self._rows.show(speakers)

    @Slot(object)
    def light(self, name: str | None) -> None:
        """Light whoever is speaking."""
        if name != self._rows.lit:
            self._rows.lit = name
            self.viewport().update()

    def set_only(self, only: frozenset[str] | None) -> None:
        """Take in whose lines alone are shown."""
        self._rows.only = only
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Take the Space bar from the window where it turns a box."""
        if isinstance(event, QKeyEvent) and self._turns(event):
            if event.type() == QEvent.Type.KeyPress:
                self._toggle(self._rows.speakers[self.currentIndex().row()].name)
            event.accept()
            return True
        return super().event(event)

    def _turns(self, event: QKeyEvent) -> bool:
        plain_key = event.modifiers() == Qt.KeyboardModifier.NoModifier
        at_row = self._by_keys and self.currentIndex().isValid()
        return event.key() == Qt.Key.Key_Space and plain_key and at_row

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether keys brought the reader here, and have a row to begin with."""
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if self._by_keys and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row by keys."""
        self._by_keys = self._by_keys or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick or clear the box that the pointer is on; elsewhere begin a click."""
        self._by_keys = False
        index = self.indexAt(event.position().toPoint())
        at_box = event.position().x() >= self.viewport().width() - box_room(self)
        if index.isValid() and at_box and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(self._rows.speakers[index.row()].name)
        else:
            super().mousePressEvent(event)

    def _toggle(self, name: str) -> None:
        every = frozenset(speaker.name for speaker in self._rows.speakers)
        wanted = (every if self._rows.only is None else self._rows.only) ^ {name}
        self.only_changed.emit(None if wanted in (every, frozenset()) else wanted)

    def enter(self, row: int, *, control: bool) -> None:
        """Play a speaker's next turn."""
        self._play(row)

    def double(self, row: int) -> None:
        """Play the turn that the first click went to."""
        self.same_turn_requested.emit(self._rows.speakers[row].name)

    @Slot(int)
    def _go(self, row: int) -> None:
        self.turn_chosen.emit(self._rows.speakers[row].name)

    @Slot(int)
    def _play(self, row: int) -> None:
        self.turn_requested.emit(self._rows.speakers[row].name)


def box_room(speakers: QWidget) -> int:
    """Return how much of a row's end is the tick box's."""
    return max(_BOX_PX, speakers.fontMetrics().capHeight() + 2 * SIDE_PX)


class _Rows(QAbstractTableModel):
    """A row a speaker."""

    def __init__(self) -> None:
        super().__init__()
        self.speakers: tuple[Speaker, ...] = ()
        self.lit: str | None = None
        self.only: frozenset[str] | None = None

    def show(self, speakers: Sequence[Speaker]) -> None:
        self.beginResetModel()
        self.speakers, self.lit = tuple(speakers), None
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.speakers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a row has a box, to whoever reads it out."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        speaker = self.speakers[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(speaker.name)
        if role == Qt.ItemDataRole.CheckStateRole:
            shown = self.only is None or speaker.name in self.only
            return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{plain.line(speaker.name)}: {self.counts(speaker)}"
        return None

    def counts(self, speaker: Speaker) -> str:
        """Return how much and how often somebody speaks."""
        turns = self.tr("1 turn") if speaker.turns == 1 else self.tr("{n} turns")
        share = f"{100 * speaker.share:.0f} %" if speaker.share >= 0.01 else "< 1 %"
        length = "" if speaker.spoken_ms is None else format_clock(speaker.spoken_ms)
        return " · ".join(filter(None, (share, length, turns.format(n=f"{speaker.turns:,}"))))


class _Painter(RowPainter):
    """Paints badge and name, below them the figures, and below these the share as a line."""

    def editorEvent(self, *_: object) -> bool:
        """Leave the box to the list: it is not where Qt would look for it."""
        return False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rows, number = index.model(), index.row()
        assert isinstance(rows, _Rows)
        speaker = rows.speakers[number]
        painter.save()
        self.paint_ground(painter, option, lit=speaker.name == rows.lit)
        rect = QRectF(option.rect).adjusted(SIDE_PX, EDGE_PX, -SIDE_PX, -EDGE_PX)
        colour = voice_colour(number, option.palette)
        side = option.fontMetrics.capHeight() + 1
        line = option.fontMetrics.height()
        top = rect.top() + (line - side) / 2
        draw_badge(painter, number, QRectF(rect.left(), top, side, side), colour)
        rest = rect.adjusted(side + _GAP_PX, 0, -box_room(self._list), 0)
        self._paint_box(painter, option, on=rows.only is None or speaker.name in rows.only)
        painter.setFont(option.font)
        painter.setPen(self.colours.text)
        self._write(painter, speaker.name, rest)
        small = tabular(option.font)
        small.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        painter.setFont(small)
        painter.setPen(self.colours.time)
        self._write(painter, rows.counts(speaker), rest.adjusted(0, line, 0, 0))
        share = QRectF(rest.left(), rect.bottom(), rest.width() * speaker.share, _SHARE_PX)
        painter.fillRect(share, colour)
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, *, on: bool) -> None:
        """Paint the tick box that says whether a speaker's lines are shown."""
        box, style = QStyleOptionButton(), self._list.style()
        box.palette = option.palette
        box.state = QStyle.StateFlag.State_Enabled
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        usual = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, box, self._list)
        side = max(usual, option.fontMetrics.capHeight())
        left = option.rect.right() - SIDE_PX - side
        box.rect = QRect(left, option.rect.center().y() - side // 2, side, side)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._list)

    def _write(self, painter: QPainter, words: str, rect: QRectF) -> None:
        end = Qt.TextElideMode.ElideRight
        cut = painter.fontMetrics().elidedText(plain.line(words), end, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), cut)

"""How much there is in each year or month, drawn as bars that can be chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.library.facets import Chosen, Facet
from viewer.ui.theme import plain
from viewer.ui.theme.palette import accent

_SIDE, _EDGE, _GAP = 12, 8, 4
_HEIGHT: Final = 64
#: What there is least of is still seen.
_LEAST_PX: Final = 2.0
_PALE: Final = 0.5
_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Histogram(QWidget):
    """A bar for each year or month; a click, or Enter after arrows, chooses it by `toggled`."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Facet] = ()
        self._chosen: Chosen = frozenset()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Over time"))
        self.hide()

    def show_bars(self, bars: Sequence[Facet], chosen: Chosen) -> None:
        """Show other bars; one alone tells nothing, but may be what is chosen."""
        self._bars, self._chosen = bars, chosen
        self._at = min(self._at, max(len(bars) - 1, 0))
        self.setVisible(len(bars) > 1)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the bars, and the first and the last time below them."""
        return QSize(120, _HEIGHT + 2 * _EDGE + _GAP + self.fontMetrics().height())

    def words_of(self, bar: Facet) -> str:
        """Return what a bar shows, in words."""
        files = self.tr("{n} transcripts").format(n=f"{bar.files:,}")
        files = self.tr("1 transcript") if bar.files == 1 else files
        places = self.tr("{n} places").format(n=f"{bar.places:,}") if bar.places else ""
        places = self.tr("1 place") if bar.places == 1 else places
        return f"{bar.value}: {', '.join(filter(None, (places, files)))}"

    def bar_at(self, x: float) -> int | None:
        """Return the number of the bar at a distance from the left."""
        width = self._width
        number = int((x - _SIDE) // width) if width else -1
        return number if 0 <= number < len(self._bars) else None

    @property
    def _width(self) -> float:
        return (self.width() - 2 * _SIDE) / len(self._bars) if self._bars else 0.0

    def event(self, event: QEvent) -> bool:
        """Tell what the bar under the pointer shows; take the keys that choose one."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.bar_at(event.pos().x())
            tip = "" if number is None else self.words_of(self._bars[number])
            QToolTip.showText(event.globalPos(), plain.tip(tip), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self._moves(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _moves(event: QEvent) -> bool:
        keys = _KEYS | {Qt.Key.Key_Left, Qt.Key.Key_Right}
        return isinstance(event, QKeyEvent) and event.key() in keys and not event.modifiers()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a bar, or no longer."""
        number = self.bar_at(event.position().x())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = number
            self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar by arrows, and choose one by Enter or Space."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._bars:
            self._at = min(max(self._at + step, 0), len(self._bars) - 1)
            self._tell()
            self.update()
        elif event.key() in _KEYS and self._bars:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        bar = self._bars[self._at]
        self.toggled.emit((bar.kind, bar.value))

    def _tell(self) -> None:
        words = self.words_of(self._bars[self._at]) if self._bars else ""
        self.setAccessibleDescription(plain.line(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars: those not chosen paler, where any is."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        searched = any(bar.places for bar in self._bars)
        amounts = [bar.places if searched else bar.files for bar in self._bars]
        most, width, floor = max(*amounts, 1), self._width, float(_EDGE + _HEIGHT)
        lit = {value for kind, value in self._chosen if kind is self._bars[0].kind}
        between = 1.0 if width >= 4 else 0.0
        for number, (bar, amount) in enumerate(zip(self._bars, amounts, strict=True)):
            high = max(_HEIGHT * amount / most, _LEAST_PX) if amount else 0.0
            rect = QRectF(_SIDE + number * width, floor - high, width - between, high)
            painter.setOpacity(_PALE if lit and bar.value not in lit else 1.0)
            painter.fillRect(rect, accent(self.palette()))
            if number == self._at and self.hasFocus():
                painter.setOpacity(1.0)
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                place = QRectF(rect.left(), _EDGE - 2, rect.width(), _HEIGHT + 4)
                painter.drawRect(place)
        painter.setOpacity(1.0)
        self._draw_ends(painter, floor)

    def _draw_ends(self, painter: QPainter, floor: float) -> None:
        """Write the first and the last time below the line that the bars stand on."""
        palette = self.palette()
        painter.fillRect(
            QRectF(_SIDE, floor, self.width() - 2 * _SIDE, 1), palette.color(QPalette.ColorRole.Mid)
        )
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        rect = QRectF(self.rect()).adjusted(_SIDE, floor + _GAP, -_SIDE, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, self._bars[0].value)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight, self._bars[-1].value)

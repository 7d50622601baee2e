"""The button at the foot of the text that leads back to what is being said."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QWidget

from viewer.ui.theme import plain
from viewer.ui.theme.icons import picture
from viewer.ui.theme.palette import accent, mix
from viewer.ui.widgets.icon_button import named

_MARGIN = 16
_ABOVE_AND_BELOW = 6
#: The arrow is as high as the letters, but no smaller than this.
_ICON = 16
_GAP = 6
_SMALLEST = 6
_PADDING = QSize(14, 8)
_MOVING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.FontChange)
_UPSIDE_DOWN = QTransform.fromScale(1, -1)


class BackToNow(QPushButton):
    """Takes the reader back to the line being said; hidden until it is shown.

    It is a child of the pane at whose lower right corner it stands; the pane keeps as much room
    free there as `room` says, so that no text is covered. `room_changed` tells of another, and
    that the pane has another height.
    """

    room_changed = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setText(self.tr("Back to now"))
        self.set_key("")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        self._pane = pane
        self._up = False
        pane.installEventFilter(self)

    @property
    def room(self) -> int:
        """How high a strip at the pane's foot it needs."""
        return self.sizeHint().height() + 2 * _ABOVE_AND_BELOW

    def set_key(self, key: str) -> None:
        """Take the key that does the same, for the tooltip."""
        words = self.tr("Go to the line being spoken and follow it again")
        self.setToolTip(plain.tip(named(words, key)))

    def point(self, *, up: bool) -> None:
        """Have the arrow point up or down."""
        if up != self._up:
            self._up = up
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the pane changes its size or its letters."""
        if event.type() in _MOVING:
            self._place()
        if isinstance(event, QResizeEvent) and event.size().height() != event.oldSize().height():
            self.room_changed.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Find the place when shown."""
        if event.type() == QEvent.Type.Show:
            self._place()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the room for the arrow, the words and the air around them."""
        return self._size(self.fontMetrics())

    def _size(self, metrics: QFontMetrics) -> QSize:
        icon = self._icon(metrics)
        width = icon + _GAP + metrics.horizontalAdvance(self.text())
        return QSize(width, max(icon, metrics.height())) + _PADDING * 2

    def _icon(self, metrics: QFontMetrics) -> int:
        return max(_ICON, metrics.ascent())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a pill that stands out from the text below it."""
        palette = self.palette()
        color = accent(palette)
        ground = palette.color(palette.ColorRole.Button)
        if self.isDown() or self.underMouse():
            ground = mix(ground, color, 0.25 if self.isDown() else 0.12)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(color, 2.5 if self.hasFocus() else 1.2))
        pill = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        text = self.palette().color(self.palette().ColorRole.ButtonText)
        inside = self.rect().adjusted(_PADDING.width(), 0, -_PADDING.width(), 0)
        painter.setPen(text)
        icon = self._icon(self.fontMetrics())
        place = QPoint(inside.left(), (self.height() - icon) // 2)
        arrow = picture("follow", text, icon, self.devicePixelRatioF())
        painter.drawPixmap(place, arrow.transformed(_UPSIDE_DOWN) if self._up else arrow)
        along = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside.adjusted(icon + _GAP, 0, 0, 0), along, self.text())

    def _place(self) -> None:
        right = _MARGIN
        if isinstance(self._pane, QAbstractScrollArea):  # its viewport is not yet resized
            right += self._pane.verticalScrollBar().sizeHint().width()
        room = self._pane.rect().adjusted(_ABOVE_AND_BELOW, 0, -right, -_ABOVE_AND_BELOW)
        self._suit(room.width())
        self.adjustSize()
        spot = self.rect()
        spot.moveBottomRight(room.bottomRight())
        self.move(spot.topLeft())
        self.raise_()

    def _suit(self, width: int) -> None:
        """Write with the letters of the pane, or smaller ones where these take too much room."""
        font = QFont(self._pane.font())
        while self._size(QFontMetrics(font)).width() > width and font.pointSize() > _SMALLEST:
            font.setPointSize(font.pointSize() - 1)
        if font.pointSize() != self.font().pointSize():
            self.setFont(font)
            self.room_changed.emit()

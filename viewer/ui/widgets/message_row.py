"""One message: what kind it is, its words, and what can be done about it."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from viewer.core.value import value
from viewer.ui.theme import plain
from viewer.ui.theme.icons import picture
from viewer.ui.theme.palette import Tone, mix, tone
from viewer.ui.widgets.flow_layout import FlowLayout
from viewer.ui.widgets.icon_button import IconButton, named
from viewer.ui.widgets.plain_label import PlainLabel
from viewer.ui.widgets.word_button import WordButton

#: In less width than this the button stands below the words, which have at most so many rows.
NARROW_PX: Final = 560
MOST_ROWS: Final = 3
_ICON: Final = 20
_BAR: Final = 4
_GAP: Final = 6
#: What breaking a text into rows may cost of them.
_FILLED: Final = 0.9


class Kind(Enum):
    """What a message is: each value is the name of its icon and of its tone."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"

    @property
    def urgent(self) -> bool:
        """Whether it is not to be drowned by what comes right after it."""
        return self in (Kind.WARNING, Kind.ERROR)


@value
class Action:
    """What a button says and does; the `usual` one of several is the one that was chosen before."""

    text: str
    do: Callable[[], object]
    usual: bool = False
    #: The key that does the same.
    key: str = ""


@value
class Message:
    """A finished sentence, what to do next, and the buttons that do it."""

    sentence: str
    hint: str = ""
    actions: tuple[Action, ...] = ()
    kind: Kind = Kind.INFO

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self.sentence} {self.hint}".strip()


class MessageRow(QWidget):
    """Shows one message on a ground of its kind's colour.

    Wishes: `action_requested(message, action)`, `dismiss_requested(message)`. The `hint`, what to
    do next, may have no height where there is little.
    """

    action_requested = Signal(object, object)
    dismiss_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Message("")
        self._below: bool | None = None
        self._icon = PlainLabel()
        self._sentence, self.hint = _Words(), _Words()
        self._dos: list[WordButton] = []
        self._others: list[QWidget] = []
        self._dismiss = IconButton("close")
        self._dismiss.set_words(self.tr("Dismiss this message"))
        self._dismiss.clicked.connect(self._ask_to_dismiss)
        self._buttons = FlowLayout(_GAP)
        self._grid = QGridLayout(self)
        self._lay_out()
        self._arrange(below=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._sentence)
        words.addWidget(self.hint)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.setContentsMargins(16, 6, 8, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, middle)
        self._grid.addLayout(words, 0, 1, middle)
        self._grid.addWidget(self._dismiss, 0, 3, middle)

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one there is."""
        self._message = message
        self._sentence.say(message.sentence)
        self.hint.say(message.hint)
        self._offer(message.actions)
        self._arrange(below=self._has_to_be_below)
        self._draw_icon()
        self.update()

    def add_button(self, button: QWidget) -> None:
        """Show another button before the message's own."""
        self._others.append(button)
        self._buttons.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where beside them there is no room."""
        super().resizeEvent(event)
        self._arrange(below=self._has_to_be_below)

    @property
    def _has_to_be_below(self) -> bool:
        return self.width() < NARROW_PX or len(self._message.actions) > 1

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in a new palette's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a tinted ground with a bar at the edge where reading begins."""
        palette, color = self.palette(), self._color()
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)  # `fillRect` would have PySide make all of QGradient
        painter.setBrush(mix(palette.color(QPalette.ColorRole.Window), color, 0.14))
        painter.drawRect(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _BAR if mirrored else 0
        painter.setBrush(color)
        painter.drawRect(left, 0, _BAR, self.height())

    def _offer(self, actions: Sequence[Action]) -> None:
        """Make the buttons of a message, each before the one that dismisses it for the Tab key."""
        for button in self._dos:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._dos = [self._button(action) for action in actions]
        in_turn: list[QWidget] = [*self._dos, self._dismiss, *self._others]
        for one, following in pairwise(in_turn):
            QWidget.setTabOrder(one, following)

    def _button(self, action: Action) -> WordButton:
        button = WordButton(plain.in_menu(action.text))
        button.clicked.connect(partial(self._ask_for, action))
        if action.key:
            button.setToolTip(plain.tip(named(action.text, action.key)))
        if action.usual:
            font = button.font()
            font.setBold(True)
            button.setFont(font)
        self._buttons.addWidget(button)
        button.show()
        return button

    def _arrange(self, *, below: bool) -> None:
        if below is self._below:
            return
        self._below = below
        self._grid.removeItem(self._buttons)
        if below:
            self._grid.addLayout(self._buttons, 1, 1, 1, 3)
        else:
            self._grid.addLayout(self._buttons, 0, 2, Qt.AlignmentFlag.AlignVCenter)

    def _ask_for(self, action: Action) -> None:
        self.action_requested.emit(self._message, action)

    @Slot()
    def _ask_to_dismiss(self) -> None:
        self.dismiss_requested.emit(self._message)

    def _color(self) -> QColor:
        return tone(Tone(self._message.kind.value), self.palette())

    def _draw_icon(self) -> None:
        name, scale = self._message.kind.value, self.devicePixelRatioF()
        self._icon.setPixmap(picture(name, self._color(), _ICON, scale))


class _Words(PlainLabel):
    """Words that wrap into a few rows; where they are more, the tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say(self, text: str) -> None:
        """Show a text, and nothing where it is empty."""
        self._said = plain.line(text)
        self.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._said
        if self.isVisible():  # before that, nobody knows how wide it will be
            room = round(MOST_ROWS * _FILLED * self.width())
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        cut = shown != self._said
        shown = plain.breakable(shown)
        if shown != self.text():
            self.setText(plain.breakable(shown))
            self.setToolTip(plain.tip(self._said) if cut else "")

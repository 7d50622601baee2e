"""The one place for what the user should be told: a sentence, what to do, and two buttons."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.errors import ViewerError
from viewer.ui.theme.palette import accent, mix, picture
from viewer.ui.widgets.icon_button import IconButton

#: A warning that was pushed away sooner comes back when its successor is dismissed.
READING_S: Final = 6.0
#: More messages than these are not kept.
_MOST_KEPT: Final = 5
_ICON: Final = 20


class Kind(Enum):
    """How a message looks: each value is the name of its icon."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True)
class Message:
    """A finished sentence, what to do next, and a button that does it."""

    sentence: str
    hint: str = ""
    action_text: str = ""
    action: Callable[[], object] | None = None
    kind: Kind = Kind.INFO


class MessageBar(QWidget):
    """Shows the latest message, never modal; hidden while there is none."""

    def __init__(
        self, parent: QWidget | None = None, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._shown: Message | None = None
        self._since = 0.0
        self._kept: list[Message] = []
        self._icon = QLabel()
        self._sentence, self._hint, self._more = _text(), _text(), QLabel()
        self._do = QPushButton()
        self._do.clicked.connect(self._act)
        self._dismiss = IconButton("close")
        self._dismiss.set_words(self.tr("Dismiss this message"))
        self._dismiss.clicked.connect(self.dismiss)
        self._lay_out()
        self.hide()

    def show_message(
        self,
        sentence: str,
        hint: str = "",
        action_text: str = "",
        action: Callable[[], object] | None = None,
        *,
        kind: Kind = Kind.INFO,
    ) -> None:
        """Show a message in place of the one there is.

        A warning that nobody can have read yet stays: another warning is shown before it, and
        anything else waits behind it.
        """
        message = Message(sentence, hint, action_text if action else "", action, kind)
        self._kept = [kept for kept in self._kept if kept.sentence != sentence]
        if self._shown is None or self._shown.sentence == sentence or not self._is_fresh():
            self._show(message)
        elif kind is Kind.WARNING:
            self._keep([*self._kept, self._shown])
            self._show(message)
        else:
            self._keep([message, *self._kept])

    def show_error(
        self, error: ViewerError, action_text: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a failure that was to be expected."""
        self.show_message(str(error), error.hint, action_text, action, kind=Kind.WARNING)

    @Slot()
    def dismiss(self) -> None:
        """Take the message away, and show the one that waits behind it."""
        self._shown = None
        if self._kept:
            self._show(self._kept.pop())
        else:
            self.hide()

    def clear(self) -> None:
        """Forget every message: what they were about is closed."""
        self._kept.clear()
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a tinted ground with a bar at the edge where reading begins."""
        palette = self.palette()
        color = accent(palette)
        painter = QPainter(self)
        painter.fillRect(self.rect(), mix(palette.color(QPalette.ColorRole.Window), color, 0.12))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 3 if mirrored else 0, 0, 3, self.height(), color)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in a new palette's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    @Slot()
    def _act(self) -> None:
        action = self._shown.action if self._shown else None
        self.dismiss()
        if action is not None:
            action()

    def _is_fresh(self) -> bool:
        warns = self._shown is not None and self._shown.kind is Kind.WARNING
        return warns and self._now() - self._since < READING_S

    def _keep(self, messages: list[Message]) -> None:
        """Have messages wait, the first to come back last."""
        self._kept = messages[-_MOST_KEPT:]
        self._count()

    def _count(self) -> None:
        self._more.setText(self.tr("%n more", "", len(self._kept)))
        self._more.setVisible(bool(self._kept))

    def _show(self, message: Message) -> None:
        self._shown, self._since = message, self._now()
        self._sentence.setText(message.sentence)
        self._hint.setText(message.hint)
        self._hint.setVisible(bool(message.hint))
        self._do.setText(message.action_text)
        self._do.setVisible(bool(message.action_text))
        self._count()
        self._draw_icon()
        self.show()
        self._announce(message)

    def _draw_icon(self) -> None:
        if self._shown is not None:
            color, scale = accent(self.palette()), self.devicePixelRatioF()
            self._icon.setPixmap(picture(self._shown.kind.value, color, _ICON, scale))

    def _announce(self, message: Message) -> None:
        words = f"{message.sentence} {message.hint}".strip()
        self.setAccessibleName(words)
        event = QAccessibleAnnouncementEvent(self, words)
        if message.kind is Kind.WARNING:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        for widget in (self._more, self._do, self._dismiss):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

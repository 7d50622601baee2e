"""The one place for what the user should be told: the latest message, and those behind it."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from viewer.errors import ViewerError
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton
from viewer.ui.widgets.message_row import Action, Kind, Message, MessageRow

__all__ = ["READING_S", "Action", "Kind", "Message", "MessageBar"]

#: A warning that was pushed away sooner comes back when its successor is dismissed.
READING_S: Final = 6.0
#: More messages than these are not kept.
_MOST_KEPT: Final = 5


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
        self._opened = False
        self._behind: list[MessageRow] = []
        self._row = self._new_row()
        #: What the latest message advises, which gives way before the sentence does.
        self.hint: QWidget = self._row.hint
        self._more = IconButton("chevron-down")
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.clicked.connect(self._open_or_shut)
        self._row.add_button(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_message(
        self,
        sentence: str,
        hint: str = "",
        action_text: str = "",
        action: Callable[[], object] | None = None,
        *,
        kind: Kind = Kind.INFO,
        actions: Sequence[Action] = (),
    ) -> None:
        """Show a message in place of the one there is; `actions` are its buttons if it has several.

        A warning that nobody can have read yet stays: another warning is shown before it, and
        anything else waits behind it.
        """
        first = (Action(action_text, action),) if action is not None else ()
        message = Message(sentence, hint, (*first, *actions), kind)
        self._kept = [kept for kept in self._kept if kept.sentence != sentence]
        if self._shown is None or self._shown.sentence == sentence or not self._is_fresh():
            self._show(message)
        elif kind.urgent:
            self._keep([*self._kept, self._shown])
            self._show(message)
        else:
            self._keep([message, *self._kept])

    def show_error(
        self, error: ViewerError, action_text: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show a failure that was to be expected."""
        self.show_message(str(error), error.hint, action_text, action, kind=Kind.ERROR)

    @Slot()
    def dismiss(self) -> None:
        """Take the message away, and show the one that waits behind it."""
        self._shown = None
        if self._kept:
            self._show(self._kept.pop())
        else:
            self.hide()
            self._list()

    def clear(self) -> None:
        """Forget every message: what they were about is closed."""
        self._kept.clear()
        self.dismiss()

    def withdraw(self, sentence: str) -> None:
        """Forget what was said in these words: it is true no longer."""
        self._keep([kept for kept in self._kept if kept.sentence != sentence])
        if self._shown is not None and self._shown.sentence == sentence:
            self.dismiss()

    def act(self) -> None:
        """Do what the message that is shown offers."""
        if self._shown is not None and self._shown.actions:
            self._act(self._shown, self._shown.actions[0])

    @Slot(object, object)
    def _act(self, message: Message, action: Action) -> None:
        self._put_away(message)
        action.do()

    @Slot(object)
    def _put_away(self, message: Message) -> None:
        if message is self._shown:
            self.dismiss()
        else:
            self._keep([kept for kept in self._kept if kept is not message])

    @Slot()
    def _open_or_shut(self) -> None:
        self._opened = not self._opened
        self._list()

    def _is_fresh(self) -> bool:
        urgent = self._shown is not None and self._shown.kind.urgent
        return urgent and self._now() - self._since < READING_S

    def _keep(self, messages: list[Message]) -> None:
        """Have messages wait, the first to come back last."""
        self._kept = messages[-_MOST_KEPT:]
        self._list()

    def _list(self) -> None:
        """Tell how many wait, and show them below where that was asked for."""
        self._opened = self._opened and bool(self._kept)
        for row in self._behind:
            row.hide()
            row.deleteLater()
        self._behind = [self._new_row() for _ in self._kept] if self._opened else []
        for row, message in zip(self._behind, reversed(self._kept), strict=False):
            row.show_message(message)
            self._column.addWidget(row)
            row.show()
        self._more.setVisible(bool(self._kept))
        self._more.setText(self.tr("Less") if self._opened else self._waiting())
        self._more.set_icon("chevron-up" if self._opened else "chevron-down")

    def _waiting(self) -> str:
        return self.tr("%n more", "", len(self._kept))

    def _new_row(self) -> MessageRow:
        row = MessageRow()
        row.action_requested.connect(self._act)
        row.dismiss_requested.connect(self._put_away)
        return row

    def _show(self, message: Message) -> None:
        self._shown, self._since = message, self._now()
        self._row.show_message(message)
        self._list()
        self.show()
        self._announce(message)

    def _announce(self, message: Message) -> None:
        words = plain.line(self._named(message))
        self.setAccessibleName(plain.line(words))
        event = QAccessibleAnnouncementEvent(self, words)
        if message.kind.urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _named(self, message: Message) -> str:
        """Return what is read aloud: the kind is seen in a colour and an icon only."""
        kinds = {Kind.WARNING: self.tr("Warning: {words}"), Kind.ERROR: self.tr("Error: {words}")}
        return kinds.get(message.kind, "{words}").replace("{words}", message.words)

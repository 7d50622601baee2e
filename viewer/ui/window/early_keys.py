"""Keys that are pressed while a file opens: what they ask for is done once it is there."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from viewer.session.opened import Opened
from viewer.session.tasks import Kind
from viewer.ui.commands.actions import Command, CommandSpec
from viewer.ui.window.parts import Parts

_Key = Qt.Key
#: Keys that say nothing by themselves, and the one that gives up.
_AT_ONCE: Final = frozenset(
    {
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_Escape,
    }
)
#: Who presses more keys than these at nothing does not mean the file.
_MOST: Final = 100


class EarlyKeys(QObject):
    """Keeps the keys that make no sense yet, and what is typed after them, until they do.

    Escape forgets them. What makes sense already is done at once, in what is still open; but to
    play is about what is being opened.
    """

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window, self._tasks = window, window.workspace.tasks
        self._kept: list[QKeyEvent] = []
        self._watched: QWidget | None = None
        self._opened = False
        #: What was read is shown after that is over.
        self._shown = QTimer(self, singleShot=True, interval=0)
        self._shown.timeout.connect(self._act)
        self._tasks.busy_changed.connect(self._note_work)
        window.workspace.session.opened_changed.connect(self._note_opened)

    @Slot()
    def _note_work(self) -> None:
        reading, watching = self._tasks.is_running(Kind.READING), self._watched is not None
        if reading:
            self._opened = False
        if reading and not watching:
            QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]
            self._watch(None, QApplication.focusWidget())
        elif watching and not reading:
            self._shown.start()

    @Slot(object)
    def _note_opened(self, opened: Opened) -> None:
        self._opened = self._opened or opened.other_document

    @Slot(QWidget, QWidget)
    def _watch(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """See the keys before whoever has them, which may not be what they are for."""
        self._unwatch()
        inside = focused is not None and self._window.isAncestorOf(focused)
        self._watched = focused if inside and focused is not None else self._window
        self._watched.installEventFilter(self)

    def _unwatch(self) -> None:
        if self._watched is not None:
            with suppress(RuntimeError):  # it may be gone, such as a button of the start card
                self._watched.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep a key that is for what is being opened."""
        if not isinstance(event, QKeyEvent) or not self._is_early(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            copy = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            self._kept = [*self._kept, copy][:_MOST]
        return event.type() != QEvent.Type.KeyRelease

    def _is_early(self, event: QKeyEvent) -> bool:
        key, focused = _Key(event.key()), QApplication.focusWidget()
        if key == _Key.Key_Escape:
            self._kept = []
        if key in _AT_ONCE or (focused is not None and self._is_busy(focused)):
            return False
        if self._kept:
            return True
        command = self._command_of(event)
        if command is None:
            return False
        if command is Command.PLAY_PAUSE:
            return not self._window.workspace.player.wants_play
        return command not in self._window.commands.offered

    def _is_busy(self, focused: QWidget) -> bool:
        """Return whether a widget has a use for keys now: one types into it, or can give up."""
        from viewer.ui.commands.key_needs import is_field

        return is_field(focused) or self._window.text.busy.isAncestorOf(focused)

    def _command_of(self, event: QKeyEvent) -> CommandSpec | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, _Key(event.key())))
        key = pressed.toString(QKeySequence.SequenceFormat.PortableText)
        called = (each for each, keys in self._window.commands.keys.items() if key in keys)
        return next((each for each in called if not each.local), None)

    @Slot()
    def _act(self) -> None:
        """Do what was asked for, unless nothing came of the file."""
        if self._tasks.is_running(Kind.READING):
            return
        QApplication.instance().focusChanged.disconnect(self._watch)  # type: ignore[union-attr]
        self._unwatch()
        self._watched = None
        kept, self._kept = self._kept, []
        for event in kept if self._opened else ():
            self._do(event)

    def _do(self, event: QKeyEvent) -> None:
        from viewer.ui.commands.key_needs import needs_key

        focused = QApplication.focusWidget() or self._window.focusWidget() or self._window
        command = None if needs_key(focused, event) else self._command_of(event)
        if command is None:
            QApplication.sendEvent(focused, event)
        else:
            self._window.commands[command].trigger()  # which does nothing where it cannot

"""The menu of the transcript: what can be done with the selection or a segment."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from viewer.ui.commands.actions import Command
from viewer.ui.commands.keymap import Keys, default_keys
from viewer.ui.commands.menus import add_wish
from viewer.ui.transcript.caret import Caret
from viewer.ui.transcript.sheet import Sheet


class ReaderMenu(QObject):
    """Makes the menu; its entries are wishes."""

    segment_chosen = Signal(int)
    copy_requested = Signal()
    copy_quote_requested = Signal(object)
    copy_link_requested = Signal(int)

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, caret: Caret) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._caret = edit, sheet, caret
        #: The keys that are named where they do the same.
        self.keys: Keys = default_keys()

    def menu_for(self, index: int | None) -> QMenu:
        """Return the menu for a segment that is pointed at; what makes no sense is disabled."""
        menu, selected = QMenu(self._edit), self._caret.selects
        segments = self._sheet.shown.transcript.segments
        start = None if index is None else segments[index].start_ms
        quoted = None if selected else index
        quote = partial(self.copy_quote_requested.emit, quoted)
        play = partial(self.segment_chosen.emit, index)
        link = partial(self.copy_link_requested.emit, start)
        can_quote, timed = selected or index is not None, start is not None
        at_caret = index is not None and index == self._caret.readers_segment()
        add_wish(menu, Command.COPY, self.copy_requested.emit, enabled=selected, keys=self.keys)
        quote_keys = self.keys if selected else {}
        add_wish(menu, Command.COPY_QUOTE, quote, enabled=can_quote, keys=quote_keys)
        menu.addSeparator()
        play_keys = self.keys if at_caret else {}
        add_wish(menu, Command.PLAY_HERE, play, enabled=timed, keys=play_keys)
        add_wish(menu, Command.COPY_LINK, link, enabled=timed, keys={})
        return menu

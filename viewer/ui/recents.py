"""The files opened last, in the menu and on the empty card."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject

from viewer.errors import StateError
from viewer.session.document import Document
from viewer.state import recent
from viewer.ui.empty_card import EmptyCard
from viewer.ui.menus import Menus

log = logging.getLogger(__name__)


class Recents(QObject):
    """Remembers what is opened and lists it; a list that cannot be kept stops nobody."""

    def __init__(self, menus: Menus, card: EmptyCard) -> None:
        super().__init__(menus)
        self._menus, self._card = menus, card
        try:
            self._list(recent.files())
        except StateError as error:
            log.warning("%s", error)

    def add(self, document: Document) -> None:
        """Put a document first; the sample is always at hand anyway."""
        if document.is_sample:
            return
        try:
            self._list(recent.add(document.path, document.title))
        except StateError as error:
            log.warning("%s", error)

    def _list(self, files: tuple[recent.RecentFile, ...]) -> None:
        pairs = [(each.title or Path(each.path).stem, each.path) for each in files]
        self._menus.set_recent(pairs)
        self._card.set_recent(pairs)

"""Files that are dragged over the window and dropped on it."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from viewer.core.own_links import is_own_link
from viewer.formats.entries import SUFFIXES
from viewer.media.names import MEDIA_SUFFIXES
from viewer.web.places import recognise

_COPY: Final = Qt.DropAction.CopyAction


class Dropping(QObject):
    """Takes local files for a window: they are opened, never moved.

    A file manager that proposes to move a file takes it away if that is agreed to, so a copy is
    agreed to, or nothing.
    """

    #: The files that were dropped together.
    dropped = Signal(list)
    #: An address of the web, or of a place in Cueline, was dropped.
    address_dropped = Signal(str)
    #: The files that are held over the window; none when they are gone again.
    held = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the window is offered."""
        if isinstance(event, QDropEvent):  # the others are drops that have not happened yet
            return self._take(event)
        if event.type() is QEvent.Type.DragLeave:
            self.held.emit([])
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        files, address = local_files(event.mimeData()), web_address(event.mimeData())
        if not files and not address:
            return False
        moving = isinstance(event, QDragEnterEvent | QDragMoveEvent)
        if event.possibleActions() & _COPY:
            event.setDropAction(_COPY)
        elif not moving:
            event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.held.emit(files if moving else [])
        if not moving:
            (self.dropped.emit(files) if files else self.address_dropped.emit(address))
        return True


def web_address(data: QMimeData) -> str:
    """Return the first address of the web, or of a place in Cueline, among what is offered.

    It may also be there as text alone.
    """
    from PySide6.QtCore import QUrl

    known = [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in data.urls()]
    known += [data.text().strip()] if data.hasText() else []
    return next((each for each in known if recognise(each) or is_own_link(each)), "")


def local_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine among what is offered.

    One may also be there as text alone: its whole path, or its address; it need not be there any
    more, which is said where it is opened.
    """
    from PySide6.QtCore import QUrl

    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    text = data.text().strip() if data.hasText() and not files else ""
    named = QUrl(text).toLocalFile() if text.startswith("file:") else text
    one = len(text.splitlines()) == 1
    if one and os.path.isabs(named) and (named != text or _is_path(named)):
        files.append(Path(named))
    return files


def _is_path(text: str) -> bool:
    """Return whether a text names a file, and is no words that begin with a slash, as /ˈwɔːtə/."""
    if os.path.exists(text):  # never raises
        return True
    path = Path(text)
    if path.parent == Path(path.anchor):
        return False
    return path.suffix.lower() in {*SUFFIXES, *MEDIA_SUFFIXES} or os.path.isdir(path.parent)

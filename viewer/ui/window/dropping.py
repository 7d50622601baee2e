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
#: No system has longer paths; text can have any length.
_LONGEST_PATH: Final = 40_000


class Dropping(QObject):
    """Takes local files for a window: they are opened, never moved.

    A file manager that proposes to move a file takes it away if that is agreed to, so a copy is
    agreed to, or nothing.
    """

    #: The files that were dropped together.
    dropped = Signal(list)
    #: Words were dropped that may be a file's path, a `Path`: that only the disk tells.
    perhaps_dropped = Signal(object)
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
        data = event.mimeData()
        files, address = local_files(data), web_address(data)
        perhaps = None if files or address else perhaps_file(data)
        if not files and not address and perhaps is None:
            return False
        moving = isinstance(event, QDragEnterEvent | QDragMoveEvent)
        if event.possibleActions() & _COPY:
            event.setDropAction(_COPY)
        elif not moving:
            event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.held.emit(files if moving else [])
        if moving:
            return True
        if perhaps is not None:
            self.perhaps_dropped.emit(perhaps)
        else:
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
    """Return the files of this machine among what is offered, without a look at any disk.

    One may also be there as text alone: its address, or its whole path with a suffix that we open.
    It need not be there any more, which is said where it is opened.
    """
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return files
    path, sure = _named(data)
    return [path] if path is not None and sure else []


def perhaps_file(data: QMimeData) -> Path | None:
    """Return the path that is offered as text, where only the disk tells whether it is one.

    A drag and a paste are asked on the window's thread, which must not wait for a disk that does
    not answer: `names_file` is asked in a job.
    """
    path, sure = _named(data)
    return None if sure else path


def names_file(path: Path) -> bool:
    """Return whether a path is one of a file, and not words that begin with a slash: /ˈwɔːtə/."""
    if os.path.exists(path):  # never raises
        return True
    return path.parent != Path(path.anchor) and os.path.isdir(path.parent)


def _named(data: QMimeData) -> tuple[Path | None, bool]:
    """Return the path of which the text that is offered consists, if any, and whether it is one."""
    text = data.text().strip() if data.hasText() else ""
    if len(text) > _LONGEST_PATH or len(text.splitlines()) != 1 or "\0" in text:
        return None, False
    from PySide6.QtCore import QUrl

    named = QUrl(text).toLocalFile() if text.startswith("file:") else text
    if not os.path.isabs(named):
        return None, False
    path = Path(named)
    ours = path.suffix.lower() in {*SUFFIXES, *MEDIA_SUFFIXES} and path.parent != Path(path.anchor)
    return path, named != text or ours

"""Saying that the open transcript's file has changed, and reading it again when that is wanted."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QWindow

from viewer.session.on_disk import OnDisk, Standing
from viewer.session.opened import Opened
from viewer.ui.theme import plain
from viewer.ui.window.parts import Parts
from viewer.ui.window.view_options import application

#: How often the file is looked at, and how soon again where something is being done to it.
EVERY_MS: Final = 3_000
AGAIN_MS: Final = 500
_UNSEEN: Final = (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized)


class Reloading(QObject):
    """Has the file looked at now and then, and when the reader comes back from another program.

    While the window is minimised nothing is looked at, and no timer runs.
    It is made a while after the window: no start waits for it.
    """

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window, work = window, window.workspace
        self._on_disk = OnDisk(work.session, work.jobs)
        self._said = ""
        self._unseen = window.isMinimized()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._on_disk.told.connect(self._tell)
        self._on_disk.stirred.connect(self._look_soon)
        application().applicationStateChanged.connect(self._come_back)
        if (handle := window.windowHandle()) is not None:
            handle.visibilityChanged.connect(self._rest_or_look)
        work.session.opened_changed.connect(self.show_opened)  # after who clears the bar
        self._begin()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Look at another file, or at none; what was said of the one before is gone from the bar.

        It is said again where the same reading has only got chapters or languages.
        """
        if opened.other_document:
            self._begin()

    def _begin(self) -> None:
        """Look at what is open from now on, whatever it was that changed last."""
        self._said = ""
        self._tell(self._on_disk.standing)
        self._timer.stop()
        self._look_in(EVERY_MS)

    @Slot()
    def look(self) -> None:
        """Look at the file, unless nobody would see what comes of it."""
        if self._look_in(EVERY_MS):
            self._on_disk.look()

    @Slot()
    def _look_soon(self) -> None:
        self._look_in(AGAIN_MS)

    def _look_in(self, after_ms: int) -> bool:
        """Have the file looked at after a while; return whether it is looked at at all."""
        looked_at = self._on_disk.can_change and not self._unseen
        if looked_at:
            self._timer.start(after_ms)
        return looked_at

    @Slot(object)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    @Slot(object)
    def _rest_or_look(self, visibility: QWindow.Visibility) -> None:
        was, self._unseen = self._unseen, visibility in _UNSEEN
        if self._unseen:
            self._timer.stop()
        elif was:
            self.look()

    @Slot(object)
    def _tell(self, standing: Standing) -> None:
        """Say over the text how the file stands, in place of what was said of it before."""
        bar = self._window.text.message
        if self._said:
            bar.withdraw(self._said)
        document = self._window.workspace.session.document
        if document is None or standing is Standing.SAME:
            self._said = ""
            return
        if standing is Standing.GONE:
            said = self.tr("“{file}” is not on disk any more; what is shown stays.")
        else:
            said = self.tr("“{file}” has changed on disk.")
        self._said = said.format(file=plain.line(document.path.name))
        if standing is Standing.GONE:
            bar.show_message(self._said)
        else:
            reload = self._window.workspace.opening.reload
            bar.show_message(self._said, action_text=self.tr("Reload"), action=reload)

"""The library's folders, and what can be done with each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from viewer.state.library_folders import LibraryFolder
from viewer.ui.theme import plain


class FolderMenu(QPushButton):
    """Wishes: another folder; to refresh, pause or remove one, or to look inside its recordings."""

    add_requested = Signal()
    refresh_requested = Signal(Path)
    pause_requested = Signal(Path, bool)
    captions_requested = Signal(Path, bool)
    remove_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Folders"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._folders: Sequence[LibraryFolder] = ()

    def show_folders(self, folders: Sequence[LibraryFolder]) -> None:
        """List the folders there are, the next time: they are told anew while one is chosen."""
        self._folders = folders

    @Slot()
    def _fill(self) -> None:
        for action in self._menu.actions():
            if isinstance(menu := action.menu(), QMenu):
                menu.deleteLater()
        self._menu.clear()
        self._menu.addAction(self.tr("Open folder…"), self.add_requested.emit)
        if self._folders:
            self._menu.addSeparator()
        for each in self._folders:
            self._add(each)

    def _add(self, each: LibraryFolder) -> None:
        folder = each.folder
        menu = self._menu.addMenu(plain.in_menu(folder.name or str(folder)))
        menu.setToolTip(plain.tip(str(folder)))
        refresh = menu.addAction(self.tr("Read what has changed"))
        refresh.setEnabled(not each.paused)
        refresh.triggered.connect(lambda: self.refresh_requested.emit(folder))
        pause = menu.addAction(self.tr("Leave changes alone"))
        pause.setCheckable(True)
        pause.setChecked(each.paused)
        pause.toggled.connect(lambda paused: self.pause_requested.emit(folder, paused))
        captions = menu.addAction(self.tr("Captions inside its recordings, too"))
        captions.setCheckable(True)
        captions.setChecked(each.captions)
        captions.toggled.connect(lambda wanted: self.captions_requested.emit(folder, wanted))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Take out of the library; its files stay"))
        remove.triggered.connect(lambda: self.remove_requested.emit(folder))

"""Choosing where a copy of a transcript is saved, and in which format."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.formats.format import Format
from viewer.ui.dialogs.open_files import name_filter


class SaveCopy(QFileDialog):
    """Offers a name that can be taken as it is: its suffix is that of the chosen type."""

    def __init__(
        self, source: Path, formats: Sequence[Format], first: Format, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._by_filter = {name_filter(each.title, each.suffixes): each for each in formats}
        self.setWindowTitle(self.tr("Save a copy as"))
        self.setDirectory(str(source.parent))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(self._by_filter))
        self.filterSelected.connect(self._take_type)
        self.selectNameFilter(name_filter(first.title, first.suffixes))
        self.selectFile(f"{source.stem}-copy{first.suffixes[0]}")
        self._take_type(self.selectedNameFilter())

    @property
    def path(self) -> Path:
        """Where the copy is to be."""
        return Path(self.selectedFiles()[0])

    @property
    def format(self) -> Format:
        """The chosen type, unless the name ends as only another one's does."""
        chosen, suffix = self._by_filter[self.selectedNameFilter()], self.path.suffix.lower()
        fitting = [each for each in self._by_filter.values() if suffix in each.suffixes]
        return chosen if chosen in fitting or not fitting else fitting[0]

    @Slot(str)
    def _take_type(self, name_filter: str) -> None:
        """Have names without a suffix end as the chosen type's do; Qt exchanges other ones."""
        self.setDefaultSuffix(self._by_filter[name_filter].suffixes[0].removeprefix("."))

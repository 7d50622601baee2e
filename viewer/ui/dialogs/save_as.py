"""Choosing where something is saved, and as which kind of file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.ui.dialogs.open_files import name_filter


class SavedKind(Protocol):
    """What a kind of file is called, and how its names end."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def suffixes(self) -> Sequence[str]:
        """How its names end, the usual way first."""


class SaveAs(QFileDialog):
    """Offers a name that can be taken as it is: its suffix is that of the chosen kind."""

    def __init__(
        self,
        start: Path,
        kinds: Sequence[SavedKind],
        first: SavedKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filters = [name_filter(each.title, each.suffixes) for each in kinds]
        self._kinds = kinds
        self.setDirectory(str(start.parent))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(self._filters)
        self.filterSelected.connect(self._take_type)
        self.selectNameFilter(name_filter(first.title, first.suffixes))
        self.selectFile(f"{start.name}{first.suffixes[0]}")
        self._take_type(self.selectedNameFilter())

    @property
    def path(self) -> Path:
        """Where it is to be."""
        return Path(self.selectedFiles()[0])

    @property
    def number(self) -> int:
        """Which kind is chosen, unless the name ends as only another one's does."""
        chosen = self._filters.index(self.selectedNameFilter())
        suffix = self.path.suffix.lower()
        fitting = [i for i, each in enumerate(self._kinds) if suffix in each.suffixes]
        return chosen if chosen in fitting or not fitting else fitting[0]

    @Slot(str)
    def _take_type(self, name_filter: str) -> None:
        """Have names without a suffix end as the chosen kind's do; Qt exchanges other ones."""
        kind = self._kinds[self._filters.index(name_filter)]
        self.setDefaultSuffix(kind.suffixes[0].removeprefix("."))

"""Choosing where notes are written to, and as what."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.notebook.export import KINDS, Kind
from viewer.ui.dialogs.save_as import SaveAs


class ExportNotes(SaveAs):
    """Offers a name, and the kinds of files that notes become."""

    def __init__(self, start: Path, first: Kind, parent: QWidget | None = None) -> None:
        super().__init__(start, KINDS, first, parent)
        self.setWindowTitle(self.tr("Export notes"))

    @property
    def kind(self) -> Kind:
        """The chosen kind, unless the name ends as only another one's does."""
        return KINDS[self.number]

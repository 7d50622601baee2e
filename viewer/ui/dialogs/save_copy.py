"""Choosing where a copy of a transcript is saved, and in which format."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.formats.format import Format
from viewer.ui.dialogs.save_as import SaveAs


class SaveCopy(SaveAs):
    """Offers a name beside the transcript, and the formats that are written."""

    def __init__(
        self, source: Path, formats: Sequence[Format], first: Format, parent: QWidget | None = None
    ) -> None:
        super().__init__(source.with_name(f"{source.stem}-copy"), formats, first, parent)
        self._formats = formats
        self.setWindowTitle(self.tr("Save a copy as"))

    @property
    def format(self) -> Format:
        """The chosen type, unless the name ends as only another one's does."""
        return self._formats[self.number]

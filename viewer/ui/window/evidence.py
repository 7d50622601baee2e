"""Supercuts and evidence packs of the notes that are shown."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from viewer.core.stretch import Stretch
from viewer.core.tags import TAGS
from viewer.errors import ExportError
from viewer.state.note import Note
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.open_files import name_filter
from viewer.ui.theme.tags import tag_title
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.core.transcript import Source
    from viewer.notebook.collection import Collection
    from viewer.notebook.export import Kind
    from viewer.session.document import Document

_ZIP: Final = ".zip"


class Evidence(QObject):
    """Asks how notes are to be cut and packed, and where to; jobs of the session do it."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window = window
        window.commands.bind(Command.SAVE_SUPERCUT, self.save_supercut)
        window.commands.bind(Command.SAVE_PACK, self.save_pack)

    @Slot()
    def save_supercut(self) -> None:
        """Ask how to cut the quotes that are shown into one file, in the order of their rows."""
        stretches = tuple(stretch for stretch, _ in self._passages(self._window.noting.shown()))
        if stretches:
            self._window.clips.offer(stretches)
        else:
            self._say_none()

    @Slot()
    def save_pack(self) -> None:
        """Ask which document and whether zipped, then where to."""
        from viewer.ui.dialogs.save_pack import SavePack

        window, notes = self._window, self._window.noting.shown()
        passages = self._passages(notes)
        if not passages:
            self._say_none()
            return
        stretches = [stretch for stretch, _ in passages]
        dialog = SavePack(stretches, len(notes) - len(passages), window)
        dialog.chosen.connect(partial(self._ask_where, notes))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self, notes: tuple[Note, ...], kind: "Kind", zipped: bool) -> None:
        from viewer.notebook import export

        window = self._window
        document = window.workspace.session.document
        if document is None:
            return
        name = f"{document.path.stem}-evidence"
        out = self._place(name, zipped=zipped)
        if out is None:
            return
        held = collected(window, document, notes)
        written = f"{document.path.stem}-notes{kind.suffixes[0]}"
        cut = [note.id for note in notes if self._passages([note])]

        def documents(names: Sequence[tuple[str, ...]]) -> dict[str, bytes]:
            beside = dict(zip(cut, names, strict=True))
            return {written: export.data_of(replace(held, beside=beside), kind)}

        window.workspace.clipping.pack(self._passages(notes), documents, out)

    def _passages(self, notes: Sequence[Note]) -> "list[tuple[Stretch, Source]]":
        """Return when notes are heard, as far as the recording goes."""
        recording = self._window.workspace.session.recording
        end_ms = recording.info.duration_ms if recording is not None else None
        if end_ms is None:
            return passages_of(notes)
        return [
            (Stretch(stretch.begin_ms, min(stretch.end_ms, end_ms)), source)
            for stretch, source in passages_of(notes)
            if stretch.begin_ms < end_ms
        ]

    def _place(self, name: str, *, zipped: bool) -> Path | None:
        """Ask where the pack goes: a zip file, or a folder that is not there yet."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(
            self._window, self.tr("Save evidence pack"), str(self._window.files.folder)
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if zipped:
            dialog.setNameFilter(name_filter(self.tr("Zip file"), (_ZIP,)))
            dialog.setDefaultSuffix(_ZIP.removeprefix("."))
        dialog.selectFile(name + _ZIP if zipped else name)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        return Path(dialog.selectedFiles()[0])

    def _say_none(self) -> None:
        sentence = self.tr("There are no notes here whose words have times.")
        hint = self.tr("Copy quotes or flag moments first, or empty the notebook's filter.")
        self._window.notices.show_error(ExportError(sentence, hint=hint))


def passages_of(notes: Sequence[Note]) -> "list[tuple[Stretch, Source]]":
    """Return when the quotes of notes are said, and where from; leave out those without times."""
    quotes = [note.quote for note in notes if note.quote is not None]
    return [
        (Stretch(quote.start_ms, quote.end_ms), quote.source)
        for quote in quotes
        if quote.start_ms is not None and quote.end_ms is not None and quote.start_ms < quote.end_ms
    ]


def collected(window: Parts, document: "Document", notes: tuple[Note, ...]) -> "Collection":
    """Return notes of the open transcript as they are to be written down."""
    from viewer.notebook.collection import Collection

    names = window.user_settings.settings.notes.names
    tags = {tag: tag_title(tag, names) for tag in TAGS}
    source, wording = document.quotable.source, window.quoting.wording
    lost = window.workspace.notes.lost
    return Collection(document.title, source, notes, tags, wording, lost=lost)

"""Clips and stills: asking what and where, and putting them on the clipboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.clip.kinds import KINDS
from viewer.clip.wish import Captions, name_for, safe_name
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock, format_length
from viewer.session.clipping import Clipped, Manner
from viewer.session.workspace import Workspace
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.dialogs.open_files import name_filter

#: Where nothing is said, so much is offered from now on.
_UNSAID_MS: Final = 10_000
#: What the file managers of GNOME and its kin paste as a file.
_GNOME: Final = "x-special/gnome-copied-files"


class Clips(QObject):
    """Has clips and stills made of what is selected, or of the lit line."""

    #: What was copied, for the status bar.
    copied = Signal(str)

    def __init__(
        self,
        window: QWidget,
        work: Workspace,
        commands: Actions,
        stretch: Callable[[], Stretch | None],
        user_settings: UserSettings,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._clipping = window, work.session, work.clipping
        self._player, self._marked, self._user_settings = work.player, stretch, user_settings
        work.clipping.copied.connect(self._put_clip)
        work.clipping.pictured.connect(self._put_still)
        commands.bind(Command.COPY_CLIP, self.copy)
        commands.bind(Command.SAVE_CLIP, self.save)
        commands.bind(Command.COPY_STILL, self.copy_still)
        commands.bind(Command.SAVE_STILL, self.save_still)

    @Slot()
    def save(self) -> None:
        """Ask what to cut and how, then where to."""
        self.offer((self._stretch(),))

    def offer(self, stretches: tuple[Stretch, ...]) -> None:
        """Ask how to cut these, of which one can be changed still; then where to."""
        recording = self._session.recording
        if recording is None:
            return
        document = self._session.document
        timed = document is not None and document.transcript.timed
        from viewer.ui.dialogs.save_clip import SaveClip

        dialog = SaveClip(
            stretches, self._manner(), recording.info, captions=timed, parent=self._window
        )
        dialog.chosen.connect(self._ask_where)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def copy(self) -> None:
        """Make a clip as the last one was, and put it on the clipboard as a file."""
        folder = self._user_settings.places.clips
        self._clipping.copy(self._stretch(), self._manner(), folder)

    @Slot()
    def save_still(self) -> None:
        """Ask where to save the picture that is seen now."""
        ms = self._player.position_ms
        name = name_for(self._title(), Stretch(ms, ms)).rpartition("–")[0] + ".png"
        path = self._ask(self.tr("Save still"), name, self.tr("PNG picture"), ".png")
        if path is not None:
            self._clipping.save_still(ms, path)

    @Slot()
    def copy_still(self) -> None:
        """Put the picture that is seen now on the clipboard."""
        self._clipping.copy_still(self._player.position_ms)

    def _stretch(self) -> Stretch:
        """Return what is marked as far as the recording goes, else the next seconds."""
        now, recording = self._player.position_ms, self._session.recording
        length = recording.info.duration_ms if recording is not None else None
        stretch = self._marked() or Stretch(now, now + _UNSAID_MS)
        if length is None or stretch.begin_ms >= length:
            return stretch
        return Stretch(stretch.begin_ms, min(stretch.end_ms, length))

    def _manner(self) -> Manner:
        kept = self._user_settings.settings.clip
        return Manner(kept.kind, kept.exact, Captions(kept.captions))

    @Slot(object, object)
    def _ask_where(self, stretches: tuple[Stretch, ...], manner: Manner) -> None:
        self._user_settings.change(
            "clip", kind=manner.kind, exact=manner.exact, captions=manner.captions.value
        )
        kind = KINDS[manner.kind]
        title, name = self.tr("Save clip"), name_for(self._title(), stretches[0])
        if len(stretches) > 1:  # from when to when would tell nothing of what is in it
            title = self.tr("Save supercut")
            name = f"{safe_name(self._title())} {self.tr('supercut')}".strip()
        path = self._ask(title, name + kind.suffix, kind.title, kind.suffix)
        if path is not None:
            self._clipping.save(stretches, manner, path)

    def _ask(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        recording = self._session.recording
        path = recording.path if recording is not None else None
        dialog = QFileDialog(self._window, title, str(path.parent) if path is not None else "")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(name_filter(kind, (suffix,)))
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        return Path(dialog.selectedFiles()[0])

    def _title(self) -> str:
        document, recording = self._session.document, self._session.recording
        if document is not None:
            return document.title
        return recording.source.title if recording is not None else ""

    @Slot(object)
    def _put_clip(self, clipped: Clipped) -> None:
        from PySide6.QtCore import QUrl

        url = QUrl.fromLocalFile(str(clipped.made.path))
        data = QMimeData()
        data.setUrls([url])
        data.setData(_GNOME, b"copy\n" + url.toEncoded().data())
        QGuiApplication.clipboard().setMimeData(data)
        length = format_length(clipped.made.length_ms)
        place = format_clock(clipped.made.begin_ms)
        words = self.tr("Copied: a clip of {length}, from {time} on")
        self.copied.emit(words.format(length=length, time=place))

    @Slot(bytes, int)
    def _put_still(self, png: bytes, ms: int) -> None:
        from PySide6.QtGui import QImage

        data = QMimeData()
        data.setImageData(QImage.fromData(png))
        data.setData("image/png", png)
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(self.tr("Copied: the picture at {time}").format(time=format_clock(ms)))

"""Choosing what a clip is of, and how it is made."""

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.clip.kinds import KINDS, Kind
from viewer.clip.wish import Captions
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock, format_length, parse_time
from viewer.media.info import MediaInfo
from viewer.session.clipping import Manner
from viewer.ui.theme import plain
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

T = TypeVar("T")
_WIDTH: Final = 420


class SaveClip(QDialog):
    """Asks from when to when, as what kind of file, how, and with which captions.

    Of several stretches, for a supercut, the times are not asked. A wish:
    `chosen(stretches, manner)`. What the recording or the kind cannot have is not offered.
    """

    chosen = Signal(object, object)

    def __init__(
        self,
        stretches: Sequence[Stretch],
        manner: Manner,
        info: MediaInfo,
        *,
        captions: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._given, self._single = tuple(stretches), len(stretches) == 1
        self.setWindowTitle(self.tr("Save clip") if self._single else self.tr("Save supercut"))
        self._info, self._has_captions = info, captions
        first = stretches[0]
        self.begin, self.end = (
            QLineEdit(_written(ms), self) for ms in (first.begin_ms, first.end_ms)
        )
        self.kind, self.way, self.captions = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        for kind in KINDS.values():
            if self._can_be(kind):
                self.kind.addItem(self._titles()[kind.name], kind.name)
        _select(self.kind, manner.kind)
        self._offer(manner)
        self._lay_out()
        for field in (self.begin, self.end):
            field.textChanged.connect(self._look)
        self.kind.currentIndexChanged.connect(self._suit)
        self.way.currentIndexChanged.connect(self._suit)
        self._look()

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What is to be cut; nothing where what was written is no stretch."""
        if not self._single:
            return self._given
        begin, end = parse_time(self.begin.text()), parse_time(self.end.text())
        if begin is None or end is None or begin >= end:
            return ()
        return (Stretch(begin, end),)

    @property
    def manner(self) -> Manner:
        """How it is to be made."""
        return Manner(
            self.kind.currentData(), self.way.currentData(), Captions(self.captions.currentData())
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        if self._single:
            form.addRow(self.tr("&From"), self.begin)
            form.addRow(self.tr("&To"), self.end)
        else:
            self.begin.hide()
            self.end.hide()
        form.addRow(self.tr("&Kind"), self.kind)
        form.addRow(self.tr("&How"), self.way)
        form.addRow(self.tr("&Captions"), self.captions)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = QPushButton(self.tr("&Save as…"))
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # the style's own are of another family
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.summary)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        self._save.setDefault(True)

    def _titles(self) -> dict[str, str]:
        return {
            "mp4": self.tr("MP4 video"),
            "webm": self.tr("WebM video"),
            "m4a": self.tr("M4A sound"),
            "mp3": self.tr("MP3 sound"),
            "gif": self.tr("GIF, a moving picture"),
        }

    def _can_be(self, kind: Kind) -> bool:
        has_parts = self._info.has_video or not kind.pictures_only
        return has_parts and (self._info.has_audio or not kind.sound_only)

    def _offer(self, manner: Manner) -> None:
        """Offer the ways and the captions that the kind can have; keep what was chosen."""
        kind = KINDS[self.kind.currentData()]
        ways = [(self.tr("Exact, encoded anew"), True)]
        if kind.copies and self._single:
            ways.append((self.tr("Fast, copied from the keyframe before"), False))
        _fill(self.way, ways, manner.exact)
        captions = [(self.tr("None"), Captions.NONE.value)]
        if self._has_captions and kind.captions:
            captions.append((self.tr("As a track"), Captions.TRACK.value))
        if self._has_captions and kind.video and self._info.has_video and self.way.currentData():
            captions.append((self.tr("Drawn on the picture"), Captions.BURNED.value))
        _fill(self.captions, captions, manner.captions.value)

    @Slot()
    def _suit(self) -> None:
        self._offer(self.manner)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say how long the clip will be, or what is wrong with its times."""
        stretches, longest = self.stretches, KINDS[self.kind.currentData()].longest_ms
        duration = self._info.duration_ms
        length_ms = sum(each.end_ms - each.begin_ms for each in stretches)
        if not stretches:
            words = self.tr("Write times as 83, 1:23.5 or 1h2m3s, the later one second.")
        elif duration is not None and stretches[0].begin_ms >= duration:
            words = self.tr("The recording is {length} long.").format(length=format_clock(duration))
        elif longest is not None and length_ms > longest:
            words = self.tr("A GIF can be {n} seconds long at most.").format(n=longest // 1000)
        else:
            length, count = format_length(length_ms), len(stretches)
            many = self.tr("{count} passages, {length}").format(count=count, length=length)
            self._say(length if count == 1 else many, fits=True)
            return
        self._say(words, fits=False)

    def _say(self, words: str, *, fits: bool) -> None:
        self.summary.setText(plain.line(words))
        self._save.setEnabled(fits)

    @Slot()
    def _take(self) -> None:
        if stretches := self.stretches:
            self.accept()
            self.chosen.emit(stretches, self.manner)


def _written(ms: int) -> str:
    """Return a moment as it can be read back, to the millisecond."""
    rest = f"{ms % 1000:03}".rstrip("0")
    return format_clock(ms) + (f".{rest}" if rest else "")


def _fill(box: ChoiceBox, entries: Sequence[tuple[str, T]], chosen: T) -> None:
    box.blockSignals(True)
    box.clear()
    for title, value in entries:
        box.addItem(plain.line(title), value)
    _select(box, chosen)
    box.setEnabled(len(entries) > 1)
    box.blockSignals(False)


def _select(box: ChoiceBox, value: object) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))

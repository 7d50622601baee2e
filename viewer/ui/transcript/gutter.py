"""The times beside the lines, and the speakers and chapters above them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from viewer.core.chapters import headings_of
from viewer.core.direction import reads_rightwards
from viewer.core.timecode import format_clock
from viewer.core.transcript import Chapter, Transcript
from viewer.core.turns import NOBODY
from viewer.ui.theme import plain
from viewer.ui.theme.palette import tabular
from viewer.ui.theme.voices import draw_badge, voice_colour
from viewer.ui.transcript.column import PageColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How much room a speaker's badge takes, in its own width.
_BADGE_ROOM: Final = 1.6


class Gutter:
    """Knows what stands beside and above each line, and draws it; it keeps no widget."""

    def __init__(self) -> None:
        self._transcript = Transcript(())
        #: The lines with which another speaker begins a turn, and those with which chapters do.
        self.turns: frozenset[int] = frozenset()
        self.headings: Mapping[int, tuple[Chapter, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._time_font = self._head_font = self._chapter_font = QFont()
        self._time_metrics = QFontMetricsF(self._time_font)
        self._head_metrics = QFontMetricsF(self._head_font)
        self._chapter_metrics = QFontMetricsF(self._chapter_font)
        self._times_visible = True

    def show_transcript(self, transcript: Transcript) -> None:
        """Take another transcript.

        Lines that nobody is known to say stand below a dash, not below the name before them.
        """
        self._transcript, self.headings = transcript, headings_of(transcript)
        self._numbers = {name: number for number, name in enumerate(transcript.speakers)}
        turns, before = set(), None
        for index, voice in enumerate(transcript.voices):
            if voice != before:
                turns.add(index)
            before = voice
        self.turns = frozenset(turns)

    def set_font(self, reading: QFont) -> None:
        """Take smaller faces from the reading face."""
        self._time_font = tabular(reading)
        self._time_font.setPointSizeF(reading.pointSizeF() * 0.8)
        self._head_font = QFont(reading)
        self._head_font.setPointSizeF(reading.pointSizeF() * 0.86)
        self._head_font.setWeight(QFont.Weight.DemiBold)
        self._chapter_font = QFont(reading)
        self._chapter_font.setPointSizeF(reading.pointSizeF() * 1.2)
        self._chapter_font.setWeight(QFont.Weight.Bold)
        self._time_metrics = QFontMetricsF(self._time_font)
        self._head_metrics = QFontMetricsF(self._head_font)
        self._chapter_metrics = QFontMetricsF(self._chapter_font)

    def set_times_visible(self, visible: bool) -> None:
        """Show the times or do not."""
        self._times_visible = visible

    @property
    def width(self) -> int:
        """How wide the widest time is; 0 where none is shown."""
        last = self._transcript.last_time_ms
        if last is None or not self._times_visible:
            return 0
        widest = "".join("0" if figure.isdigit() else figure for figure in format_clock(last))
        return round(self._time_metrics.horizontalAdvance(widest))

    def time_of(self, index: int) -> str:
        """Return a line's time as people read it, or an empty text."""
        start = self._transcript.segments[index].start_ms
        return "" if start is None else format_clock(start)

    def spoken(self, index: int) -> str:
        """Return what is drawn beside and above a line, for those who cannot see it."""
        speaker = plain.line(self._transcript.voices[index] or "")
        titles = [plain.line(chapter.title) for chapter in self.headings.get(index, ())]
        return ", ".join(filter(None, (*titles, speaker, self.time_of(index))))

    def draw_time(self, painter: QPainter, index: int, column: PageColumn, baseline: float) -> None:
        """Draw a line's time, towards the words."""
        text = self.time_of(index)
        if text and self._times_visible and column.has_times:
            painter.setFont(self._time_font)
            left: float = column.time_left
            if not column.mirrored:
                left = column.time_right - self._time_metrics.horizontalAdvance(text)
            painter.drawText(QPointF(round(left), baseline), text)

    def draw_speaker(
        self,
        painter: QPainter,
        index: int,
        column: PageColumn,
        baseline: float,
        palette: QPalette,
        *,
        rtl: bool,
    ) -> None:
        """Draw the speaker's name where a line begins, cut where it is too long, with a badge."""
        voice = self._transcript.voices[index]
        side = self._head_metrics.capHeight() if voice else 0.0
        room = round(side * _BADGE_ROOM)
        end = Qt.TextElideMode.ElideRight
        name = plain.line(voice or NOBODY)
        text = self._head_metrics.elidedText(name, end, column.text_width - room)
        left: float = column.text_left + room
        if rtl:
            left = column.text_right - room - self._head_metrics.horizontalAdvance(text)
        if voice is not None and (number := self._numbers.get(voice)) is not None:
            colour = voice_colour(number, palette)
            badge = column.text_right - side if rtl else float(column.text_left)
            draw_badge(painter, number, QRectF(badge, baseline - side, side, side), colour)
            painter.setPen(colour)
        painter.setFont(self._head_font)
        painter.drawText(QPointF(left, baseline), text)

    def draw_foot(self, painter: QPainter, words: str, column: PageColumn, baseline: float) -> None:
        """Draw what stands below a line, where the words begin."""
        end = Qt.TextElideMode.ElideRight
        text = self._time_metrics.elidedText(plain.line(words), end, column.text_width)
        left: float = column.text_left
        if column.mirrored:
            left = column.text_right - self._time_metrics.horizontalAdvance(text)
        painter.setFont(self._time_font)
        painter.drawText(QPointF(left, baseline), text)

    def draw_chapter(
        self, painter: QPainter, title: str, column: PageColumn, baseline: float
    ) -> None:
        """Draw a chapter's name, cut where it is too long."""
        name = plain.line(title)
        text = self._chapter_metrics.elidedText(
            name, Qt.TextElideMode.ElideRight, column.text_width
        )
        left: float = column.text_left
        if reads_rightwards(name) is False:
            left = column.text_right - self._chapter_metrics.horizontalAdvance(text)
        painter.setFont(self._chapter_font)
        painter.drawText(QPointF(left, baseline), text)

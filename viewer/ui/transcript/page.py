"""The transcript as shown: its text with times and speakers, and the lit line."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from viewer.core.direction import reads_rightwards
from viewer.core.textmap import TextMap, Utf16
from viewer.core.transcript import Said, Transcript
from viewer.ui.transcript import ink
from viewer.ui.transcript.colours import TranscriptColours
from viewer.ui.transcript.gutter import Gutter
from viewer.ui.transcript.layers import Layer
from viewer.ui.transcript.reading_page import ReadingPage, Row
from viewer.ui.transcript.scrolling_page import TOP, Place

#: Where the middle of the followed line is put, and within what part of the view it may be.
RESTING: Final = 0.38
MIDDLE_HALF: Final = (0.25, 0.75)
_BAR: Final = 4
#: So many lines tell in which direction a transcript reads.
_SAMPLED: Final = 100
_ROUND: Final = 5
#: How high above its text a speaker's name stands, in steps of lines: nearer to it than to others'.
_NAME_UP: Final = 0.1
#: QTextDocument makes a new block of these too.
_BREAKS: Final = {ord(char): " " for char in "\r\u2029\ufdd0\ufdd1"}


class TranscriptPage(ReadingPage):
    """Shows a transcript, a block a segment; the block's number is the segment's index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._gutter = Gutter()
        self._transcript = Transcript(())
        self._text_map = TextMap(())
        self._units = Utf16("")
        self._said = Said()
        self._pointed: int | None = None
        self._layers: tuple[Layer, ...] = ()
        super().__init__(parent)
        self._colours = TranscriptColours.of(self.palette())
        self._palette_key = self.palette().cacheKey()
        self.fonts_changed()
        self.setAccessibleName(self.tr("Transcript"))

    # What is shown

    @property
    def transcript(self) -> Transcript:
        """The transcript that is shown."""
        return self._transcript

    @property
    def text_map(self) -> TextMap:
        """The shown text and where each segment lies in it."""
        return self._text_map

    def show_transcript(self, transcript: Transcript, text_map: TextMap | None = None) -> None:
        """Show a transcript from its beginning, with nothing lit."""
        self._motion.stop()
        self._said, self._pointed, self._anchor, self._layers = Said(), None, None, ()
        self._transcript = transcript
        self._text_map = text_map or TextMap.lines(transcript.segments)
        self._units = Utf16(self._text_map.text)
        turns = self._gutter.show_transcript(transcript)
        self.setPlainText(_block_text(self._text_map, len(transcript.segments)))
        self._layout.set_headed(turns)
        self._mirrored = _is_mirrored(transcript)
        self.fit_column()
        self.go(TOP)

    def clear(self) -> None:
        """Show nothing."""
        self.show_transcript(Transcript(()))

    def set_times_visible(self, visible: bool) -> None:
        """Show the times beside the lines, or do not, and keep the place."""
        self._gutter.set_times_visible(visible)
        with self._place_kept():
            self.fit_column()
        self.viewport().update()

    def gutter_width(self) -> int:
        """Return the room for the widest time."""
        return self._gutter.width

    def fonts_changed(self) -> None:
        """Take smaller faces for times and speakers."""
        self._gutter.set_font(self.font())

    def set_layers(self, layers: tuple[Layer, ...]) -> None:
        """Make stand out what these layers say, a later one over an earlier."""
        if layers != self._layers:
            self._layers = layers
            self.viewport().update()

    def first_in_view(self) -> int:
        """Return the first segment whose words begin in view."""
        rows = list(self.rows())
        within = (row.index for row in rows if row.text_top >= 0)
        return next(within, rows[0].index if rows else 0)

    # The lit line

    def segment_rect(self, index: int) -> QRect:
        """Return where a segment's band is in the viewport; an empty rectangle if out of view."""
        row = next((row for row in self.rows() if row.index == index), None)
        return QRect() if row is None else self._band(row).toAlignedRect()

    def light(self, said: Said) -> None:
        """Light what is being said, and repaint what that changes."""
        before, after = _looks(self._said), _looks(said)
        changed = {index for index, _ in before.items() ^ after.items()}
        self._said = said
        self._repaint(changed)

    def lit_rect(self) -> QRect:
        """Return where the followed segment's band is in the viewport, if it is in view."""
        return self.segment_rect(self._followed())

    def lit_above(self) -> bool:
        """Return whether the followed segment stands above the middle of the view."""
        middle = self._page_height / 2
        return self._followed() < next((r.index for r in self.rows() if r.bottom > middle), 0)

    def lit_visible(self) -> bool:
        """Return whether a line's height of the followed segment, or all of it, is in view."""
        rect = QRectF(self.lit_rect())
        shown = min(rect.bottom(), self._page_height) - max(rect.top(), 0)
        return shown >= min(rect.height(), self._layout.leading.step) > 0

    def lit_whole(self) -> bool:
        """Return whether all of the followed segment is in view, or nothing but it."""
        rect = self.lit_rect()
        within = rect.top() >= 0 and rect.bottom() <= self.viewport().height()
        fills = rect.top() <= 0 and rect.bottom() >= self.viewport().height()
        return not rect.isEmpty() and (within or fills)

    def lit_in_middle_half(self) -> bool:
        """Return whether the middle of the followed segment is in the middle half of the view."""
        rect = self.lit_rect()
        low, high = (share * self.viewport().height() for share in MIDDLE_HALF)
        return not rect.isEmpty() and low <= rect.center().y() <= high

    def scroll_to_lit(self, *, animate: bool) -> None:
        """Bring the followed segment to where the eye rests; our own scrolling, no reader's.

        Before the first one is said, that is the top of the text.
        """
        index = self._followed()
        if index < 0:
            self.glide_to(TOP, animate=animate)
            return
        block = self.document().findBlockByNumber(index)
        rect = self._layout.blockBoundingRect(block)
        head = self._layout.head_of(index)
        middle = head + (rect.height() - head) / 2
        # A segment that is taller than the view shows its beginning.
        y = min(middle - RESTING * self.viewport().height(), 0)
        self.glide_to(Place(index, round(y)), animate=animate)

    def held_block(self) -> int | None:
        """Return the followed segment where it is in view: it keeps its place when all moves."""
        return self._followed() if self.lit_visible() else None

    def _followed(self) -> int:
        """Return the segment that is followed, or -1."""
        followed = self._said.followed
        known = followed is not None and followed < len(self._transcript.segments)
        return followed if followed is not None and known else -1

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bands and bars under the text, times and speakers beside it."""
        if self.palette().cacheKey() != self._palette_key:
            self._palette_key = self.palette().cacheKey()
            self._colours = TranscriptColours.of(self.palette())
        touched = [row for row in self.rows() if row.bottom >= event.rect().top()]
        looks = _looks(self._said)
        if not self._transcript.segments:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row in touched:
                self._paint_under(painter, row, *looks.get(row.index, (False, False)))
        context, clip = self.getPaintContext(), QRectF(event.rect())
        with QPainter(self.viewport()) as painter:
            for row in touched:
                painter.setPen(self._colours.text)
                marked = self._marked(row)
                ink.draw_block(
                    painter, row.block, row.top, context, self._colours.selected, clip, marked
                )
                self._paint_beside(painter, row, lit=row.index in self._said.lit)

    def _marked(self, row: Row) -> list[QTextLayout.FormatRange]:
        """Return what layers make of a row's words, in Qt's units."""
        if not self._layers or row.index >= len(self._text_map):
            return []
        begin, end = self._text_map.range_of(row.index)
        start = self._units.to_units(begin)
        parts = []
        for layer in self._layers:
            for span in layer.spans(row.index, end - begin):
                part = QTextLayout.FormatRange()
                part.start = self._units.to_units(begin + span.begin) - start
                part.length = self._units.to_units(begin + span.end) - start - part.start
                part.format = self._colours.format_of(span.look)
                parts.append(part)
        return parts

    def _paint_under(self, painter: QPainter, row: Row, lit: bool, followed: bool) -> None:
        band = self._band(row)
        if lit or row.index == self._pointed:
            painter.setBrush(self._colours.band if lit else self._colours.pointed)
            painter.drawRoundedRect(band, _ROUND, _ROUND)
        if followed:
            painter.save()
            left = band.right() - _BAR if self._column.mirrored else band.left()
            painter.setClipRect(QRectF(left, band.top(), _BAR, band.height()))
            painter.setBrush(self._colours.bar if lit else self._colours.dim_bar)
            painter.drawRoundedRect(band, _ROUND, _ROUND)
            painter.restore()

    def _paint_beside(self, painter: QPainter, row: Row, *, lit: bool) -> None:
        line = row.block.layout().lineAt(0)
        baseline = row.top + line.y() + line.ascent()
        painter.setPen(self._colours.text if lit else self._colours.time)
        self._gutter.draw_time(painter, row.index, self._column, baseline)
        if self._layout.head_of(row.index):
            painter.setPen(self._colours.speaker)
            rtl = row.block.textDirection() == Qt.LayoutDirection.RightToLeft
            above = row.text_top - self._layout.leading.step * _NAME_UP
            self._gutter.draw_speaker(painter, row.index, self._column, above, rtl=rtl)

    def _band(self, row: Row) -> QRectF:
        """Return where a row's words and time stand, its speaker's head left out."""
        width = self._column.right - self._column.left
        bottom = row.bottom
        if row.index == self.document().blockCount() - 1:
            bottom -= self.document().documentMargin()
        return QRectF(self._column.left, row.text_top, width, bottom - row.text_top)

    def _repaint(self, indices: set[int]) -> None:
        for row in self.rows():
            if row.index in indices:
                self.viewport().update(self._band(row).toAlignedRect())


def _looks(said: Said) -> dict[int, tuple[bool, bool]]:
    """Return for each segment that stands out whether it is lit and whether it is followed."""
    looks = {index: (True, index == said.followed) for index in said.lit}
    if said.followed is not None:
        looks.setdefault(said.followed, (False, True))
    return looks


def _is_mirrored(transcript: Transcript) -> bool:
    """Return whether most of the first lines read from right to left."""
    ways = [reads_rightwards(segment.text) for segment in transcript.segments[:_SAMPLED]]
    return ways.count(False) > ways.count(True)


def _block_text(text_map: TextMap, count: int) -> str:
    """Return the shown text with a block a segment, whatever characters it holds."""
    text = text_map.text.translate(_BREAKS)
    if text.count("\n") <= max(count - 1, 0):
        return text
    parts = (text[slice(*text_map.range_of(index))] for index in range(count))
    return "\n".join(part.replace("\n", " ") for part in parts)

"""Painting the transcript: bands and bars under the text, times and speakers beside it."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from viewer.session.word_follower import WordSaid
from viewer.ui.transcript import ink
from viewer.ui.transcript.colours import TranscriptColours
from viewer.ui.transcript.layers import DoubtfulLayer, Layer, SpokenLayer
from viewer.ui.transcript.lit import Lit
from viewer.ui.transcript.sheet import Row, Sheet

_BAR: Final = 4
_ROUND: Final = 5
#: How far the band of a line within a paragraph reaches beyond its letters.
_BESIDE: Final = 3
#: How high above its text a speaker's name stands, in steps of lines: nearer to it than to others'.
_NAME_UP: Final = 0.1


class Painting:
    """Paints what is in view, and knows what of it stands out."""

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, lit: Lit) -> None:
        self._edit, self._sheet, self._lit = edit, sheet, lit
        self.colours = TranscriptColours.of(edit.palette())
        self._palette_key = edit.palette().cacheKey()
        self.layers: tuple[Layer, ...] = ()
        self._spoken: SpokenLayer | None = None
        self._marks_doubtful = False
        self._doubtful: DoubtfulLayer | None = None
        #: The segment that a click would play from.
        self.pointed: int | None = None

    def forget(self) -> None:
        """Have nothing stand out."""
        self.layers, self.pointed, self._spoken = (), None, None

    def set_layers(self, layers: tuple[Layer, ...]) -> None:
        """Make stand out what these layers say, a later one over an earlier."""
        if layers != self.layers:
            self.layers = layers
            self._edit.viewport().update()

    def light_word(self, said: WordSaid | None) -> None:
        """Light the word that is being said, or none."""
        layer = None if said is None else SpokenLayer(said.index, said.begin, said.end)
        changed = {each.index for each in (layer, self._spoken) if each is not None}
        self._spoken = layer
        self._sheet.repaint(changed)

    def mark_doubtful(self, *, on: bool) -> None:
        """Underline words that were recognized with little confidence, or do not."""
        self._marks_doubtful = on
        self._edit.viewport().update()

    def _own_layers(self) -> Iterator[Layer]:
        transcript = self._sheet.shown.transcript
        if self._marks_doubtful:
            if self._doubtful is None or self._doubtful.transcript is not transcript:
                self._doubtful = DoubtfulLayer(transcript)
            yield self._doubtful
        if self._spoken is not None:
            yield self._spoken

    def point_at(self, index: int | None) -> None:
        """Show that a click would play from a segment, or that none would be."""
        if index != self.pointed:
            changed = {each for each in (index, self.pointed) if each is not None}
            self.pointed = index
            self._sheet.repaint(changed)

    def paint(self, event: QPaintEvent) -> None:
        """Paint what is to be painted anew."""
        if self._edit.palette().cacheKey() != self._palette_key:
            self._palette_key = self._edit.palette().cacheKey()
            self.colours = TranscriptColours.of(self._edit.palette())
        if not self._sheet.shown.text_map:
            return
        low, high = event.rect().top(), event.rect().bottom()
        touched = [row for row in self._sheet.rows() if row.bottom >= low and row.top <= high]
        viewport = self._edit.viewport()
        with QPainter(viewport) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row in touched:
                self._paint_under(painter, row)
        context, clip = self._edit.getPaintContext(), QRectF(event.rect())
        with QPainter(viewport) as painter:
            for row in touched:
                painter.setPen(self.colours.text)
                selected, marked = self.colours.selected, self._marked(row)
                ink.draw_block(painter, row.block, row.top, context, selected, clip, marked)
                self._paint_beside(painter, row)

    def _marked(self, row: Row) -> list[QTextLayout.FormatRange]:
        """Return what layers make of a row's words, in Qt's units."""
        shown, parts = self._sheet.shown, []
        start = row.block.position()
        for layer in (*self._own_layers(), *self.layers):
            for index in row.segments:
                begin, end = shown.text_map.range_of(index)
                for span in layer.spans(index, end - begin):
                    part = QTextLayout.FormatRange()
                    part.start = shown.position_of(index, span.begin) - start
                    part.length = shown.position_of(index, span.end) - start - part.start
                    part.format = self.colours.format_of(span.look)
                    parts.append(part)
        return parts

    def _paint_under(self, painter: QPainter, row: Row) -> None:
        looks = self._lit.looks
        if self.pointed in row.segments and not looks.get(self.pointed or 0, (False,))[0]:
            self._paint_band(painter, row, self.pointed or 0, self.colours.pointed)
        for index, (lit, followed) in looks.items():
            if index in row.segments:
                if lit:
                    self._paint_band(painter, row, index, self.colours.band)
                if followed:
                    bar = self.colours.bar if lit else self.colours.dim_bar
                    self._paint_bar(painter, self._sheet.segment_band(row, index), bar)

    def _paint_band(self, painter: QPainter, row: Row, index: int, colour: QColor) -> None:
        painter.setBrush(colour)
        for rect in self._bands(row, index):
            painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _bands(self, row: Row, index: int) -> Iterator[QRectF]:
        """Yield what is behind a segment: all of its block, or its words of a paragraph."""
        if len(row.segments) == 1:
            yield self._sheet.band(row)
            return
        step = self._sheet.layout.leading.step
        for line, left, right in ink.extents(row.block.layout(), *self._sheet.shown.part_of(index)):
            top = row.top + self._sheet.line_top(line)
            yield QRectF(left - _BESIDE, top, right - left + 2 * _BESIDE, step)

    def _paint_bar(self, painter: QPainter, band: QRectF, colour: QColor) -> None:
        painter.save()
        left = band.right() - _BAR if self._sheet.column.mirrored else band.left()
        painter.setClipRect(QRectF(left, band.top(), _BAR, band.height()))
        painter.setBrush(colour)
        painter.drawRoundedRect(band, _ROUND, _ROUND)
        painter.restore()

    def _paint_beside(self, painter: QPainter, row: Row) -> None:
        sheet, line = self._sheet, row.block.layout().lineAt(0)
        baseline = row.top + line.y() + line.ascent()
        lit = not set(self._lit.said.lit).isdisjoint(row.segments)
        painter.setPen(self.colours.text if lit else self.colours.time)
        sheet.gutter.draw_time(painter, row.segments[0], sheet.column, baseline)
        if sheet.layout.head_of(row.number):
            painter.setPen(self.colours.speaker)
            rtl = row.block.textDirection() == Qt.LayoutDirection.RightToLeft
            above = row.text_top - sheet.layout.leading.step * _NAME_UP
            sheet.gutter.draw_speaker(painter, row.segments[0], sheet.column, above, rtl=rtl)

"""Painting the transcript: bands and bars under the text, times and speakers beside it."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from viewer.ui.theme.tags import tag_colour
from viewer.ui.transcript import ink
from viewer.ui.transcript.colours import TranscriptColours, noted_format
from viewer.ui.transcript.layering import Layers
from viewer.ui.transcript.layers import BANDS, BARS, Look, Span
from viewer.ui.transcript.rows import Row
from viewer.ui.transcript.sheet import Sheet

_BAR: Final = 4
_ROUND: Final = 5
#: How far the band of a line within a paragraph reaches beyond its letters.
_BESIDE: Final = 3
#: How high above its text a speaker's name stands, in steps of lines: nearer to it than to others'.
_NAME_UP: Final = 0.1
#: The same for a chapter's.
_CHAPTER_UP: Final = 0.4
#: How far below its text the line of words at its foot stands.
_FOOT_DOWN: Final = 0.7


class Painting:
    """Paints what is in view, with what layers make stand out of it."""

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, layers: Layers) -> None:
        self._edit, self._sheet, self._layers = edit, sheet, layers
        self.colours = TranscriptColours.of(edit.palette())
        self._palette_key = edit.palette().cacheKey()

    def paint(self, event: QPaintEvent) -> None:
        """Paint what is to be painted anew."""
        if self._edit.palette().cacheKey() != self._palette_key:
            self._palette_key = self._edit.palette().cacheKey()
            self.colours = TranscriptColours.of(self._edit.palette())
        if not self._sheet.shown.text_map:
            return
        low, high = event.rect().top(), event.rect().bottom()
        from_top = takewhile(lambda row: row.top <= high, self._sheet.rows())
        rows = [row for row in from_top if row.bottom > low]
        touched = [(row, list(self._layers.spans_in(row))) for row in rows]
        viewport = self._edit.viewport()
        with QPainter(viewport) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, spans in touched:
                self._paint_under(painter, row, spans)
        context, clip = self._edit.getPaintContext(), QRectF(event.rect())
        with QPainter(viewport) as painter:
            for row, spans in touched:
                painter.setPen(self.colours.text)
                selected, marked = self.colours.selected, self.marked(row, spans)
                ink.draw_block(painter, row.block, row.top, context, selected, clip, marked)
                if not self._words(row).contains(clip):
                    lit = any(span.look is Look.LIT for _, span in spans)
                    self._paint_beside(painter, row, lit=lit)

    def _words(self, row: Row) -> QRectF:
        """Return where nothing but words stands of a row."""
        band, column = self._sheet.band(row), self._sheet.column
        return QRectF(column.text_left, band.top(), column.text_width, band.height())

    def marked(self, row: Row, spans: Iterable[tuple[int, Span]]) -> list[QTextLayout.FormatRange]:
        """Return what layers make of a row's words, in Qt's units."""
        parts = []
        for index, span in spans:
            if span.look in BANDS or span.look in BARS:
                continue
            part = QTextLayout.FormatRange()
            part.start, end = self.part(row, index, span)
            part.length = end - part.start
            part.format = self._format_of(span)
            parts.append(part)
        return parts

    def part(self, row: Row, index: int, span: Span) -> tuple[int, int]:
        """Return where in its block a span stands, in Qt's units."""
        shown, start = self._sheet.shown, row.block.position()
        begin, end = (shown.position_of(index, place) for place in (span.begin, span.end))
        return begin - start, end - start

    def _paint_under(self, painter: QPainter, row: Row, spans: Iterable[tuple[int, Span]]) -> None:
        for index, span in spans:
            if span.look in BANDS:
                painter.setBrush(self.colours.ground_of(span.look))
                for rect in self.bands(row, *self.part(row, index, span)):
                    painter.drawRoundedRect(rect, _ROUND, _ROUND)
            elif span.look in BARS:
                painter.setBrush(self.colours.ground_of(span.look))
                self._paint_bar(painter, self._sheet.segment_band(row, index))

    def _format_of(self, span: Span) -> QTextCharFormat:
        if span.look is Look.NOTED:
            return noted_format(tag_colour(span.tag, self._edit.palette()))
        return self.colours.format_of(span.look)

    def bands(self, row: Row, begin: int, end: int) -> Iterator[QRectF]:
        """Yield what is behind a part of a row: all of the block, or words of it."""
        if len(row.segments) == 1 and (begin, end) == self._sheet.shown.part_of(row.segments[0]):
            yield self._sheet.band(row)
            return
        step = self._sheet.layout.leading.step
        for line, left, right in ink.extents(row.block.layout(), begin, end):
            top = row.top + self._sheet.line_top(line)
            yield QRectF(left - _BESIDE, top, right - left + 2 * _BESIDE, step)

    def _paint_bar(self, painter: QPainter, band: QRectF) -> None:
        painter.save()
        left = band.right() - _BAR if self._sheet.column.mirrored else band.left()
        painter.setClipRect(QRectF(left, band.top(), _BAR, band.height()))
        painter.drawRoundedRect(band, _ROUND, _ROUND)
        painter.restore()

    def _paint_beside(self, painter: QPainter, row: Row, *, lit: bool) -> None:
        sheet, line = self._sheet, row.block.layout().lineAt(0)
        baseline = row.top + line.y() + line.ascent()
        painter.setPen(self.colours.text if lit else self.colours.time)
        sheet.gutter.draw_time(painter, row.segments[0], sheet.column, baseline)
        self._paint_head(painter, row)
        if words := sheet.layout.foot(row.number):
            painter.setPen(self.colours.time)
            foot = sheet.band(row).bottom() + sheet.layout.leading.step * _FOOT_DOWN
            sheet.gutter.draw_foot(painter, words, sheet.column, foot)

    def _paint_head(self, painter: QPainter, row: Row) -> None:
        """Paint the names of chapters and of the speaker above a block."""
        gutter, column, layout = self._sheet.gutter, self._sheet.column, self._sheet.layout
        head, leading, foot = layout.head(row.number), layout.leading, row.text_top
        if head.speaker:
            painter.setPen(self.colours.speaker)
            rtl = row.block.textDirection() == Qt.LayoutDirection.RightToLeft
            above = foot - leading.step * _NAME_UP
            palette, first = self._edit.palette(), row.segments[0]
            gutter.draw_speaker(painter, first, column, above, palette, rtl=rtl)
            foot -= leading.head
        painter.setPen(self.colours.text)
        for title in reversed(head.chapters):
            gutter.draw_chapter(painter, title, column, foot - leading.step * _CHAPTER_UP)
            foot -= leading.chapter

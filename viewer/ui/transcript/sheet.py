"""The sheet that the text stands on: its column, its blocks as shown, and where each segment is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.direction import reads_rightwards
from viewer.core.transcript import Said, Transcript
from viewer.core.value import value
from viewer.ui.transcript.column import PageColumn, measure
from viewer.ui.transcript.gutter import Gutter
from viewer.ui.transcript.layout import NO_HEAD, Head, LeadedLayout, Leading
from viewer.ui.transcript.rows import Row, Rows
from viewer.ui.transcript.scrolling import TOP, Place, Scrolling
from viewer.ui.transcript.shown import Shown

#: Lines are this many times the size of their letters apart, blocks this part of a line more.
SPACING: Final = 1.5
GAP: Final = 0.5
#: So many lines tell in which direction a transcript reads.
_SAMPLED: Final = 100


@value
class Unseen:
    """Segments that are not shown, those that others stand for, and words below segments.

    `left_out` are those of them with words which nobody stands for: no copy has them.
    """

    segments: AbstractSet[int] = frozenset()
    stand_ins: Mapping[int, int] = field(default_factory=dict)
    feet: Mapping[int, str] = field(default_factory=dict)
    left_out: AbstractSet[int] = frozenset()


class Sheet(QObject):
    """Lays a transcript out in a column, and tells where its segments stand."""

    def __init__(
        self, edit: QPlainTextEdit, layout: LeadedLayout, scrolling: Scrolling, gutter: Gutter
    ) -> None:
        super().__init__(edit)
        self._edit, self.layout, self._scrolling = edit, layout, scrolling
        self.gutter = gutter
        self._rows = Rows(edit, layout)
        self.shown = Shown.of(Transcript(()))
        #: How high the view is; while it is resized, how high it was when last painted.
        self.height = edit.viewport().height()
        self.column = PageColumn.fit(0, 0, 0)
        self._mirrored = False
        #: Tells what of a transcript is not to be shown.
        self.unseen_in: Callable[[Transcript], Unseen] = lambda _: Unseen()
        self._unseen = Unseen()

    def show(self, shown: Shown) -> None:
        """Show a transcript from its beginning."""
        self._scrolling.stop()
        self.shown = shown
        self.gutter.show_transcript(shown.transcript)
        self.layout.hide(())
        with self._scrolling.own_moves():  # nobody is to look at what is half done
            self._edit.setPlainText(shown.block_text)
        self.hide(self.unseen_in(shown.transcript))
        self._mirrored = _is_mirrored(shown.transcript)
        self.fit_column()
        self._scrolling.go(TOP)

    def hide(self, unseen: "Unseen") -> None:
        """Hide the blocks in which all that is said is to be unseen; show the others."""
        self._scrolling.stop()
        self._unseen, hidden = unseen, unseen.segments
        self.layout.hide(runs_of(self._hidden_blocks(hidden)) if hidden else ())
        self._lay_heads()

    @property
    def left_out(self) -> AbstractSet[int]:
        """The segments with words that are hidden, and so in no copy of what stands about them."""
        return self._unseen.left_out

    def _hidden_blocks(self, hidden: AbstractSet[int]) -> Iterator[int]:
        text_map, segments = self.shown.text_map, self.shown.transcript.segments
        for block in range(text_map.block_count):
            inside = text_map.segments_of(block)
            if not hidden.isdisjoint(inside) and all(
                index in hidden or not segments[index].text.strip() for index in inside
            ):
                yield block

    def _lay_heads(self) -> None:
        """Say what stands above blocks; what would above a hidden one stands above the next.

        A blank line that begins a turn may end the paragraph before; then the next one has it.
        """
        text_map, heads = self.shown.text_map, dict[int, Head]()
        for index in self.gutter.turns:
            block = text_map.block_of(index)
            begins = text_map.segments_of(block)[0] == index
            heads[block if begins else block + 1] = Head(speaker=True)
        for index, chapters in self.gutter.headings.items():
            block = self._shown_from(text_map.block_of(index))
            before = heads.get(block, NO_HEAD)
            titles = tuple(chapter.title for chapter in chapters)
            heads[block] = Head((*before.chapters, *titles), before.speaker)
        feet = {text_map.block_of(index): words for index, words in self._unseen.feet.items()}
        self.layout.set_heads(heads, feet)

    def _shown_from(self, number: int) -> int:
        """Return the number of a block, or where it is hidden of the next one that is not."""
        block = self._edit.document().findBlockByNumber(number)
        after = block if block.isVisible() else self.layout.next_shown(block)
        return after.blockNumber()

    def fit_column(self, *, forget: bool = True) -> None:
        """Measure the column anew for the pane, the font and the gutter.

        Without `forget`, Qt is about to lay everything out anew by itself.
        """
        font = self._edit.font()
        widest, width = measure(QFontMetricsF(font)), self._edit.viewport().width()
        self.column = PageColumn.fit(width, self.gutter.width, widest, mirrored=self._mirrored)
        leading = Leading.of(font, SPACING, GAP)
        left, width = self.column.text_left, self.column.text_width
        self.layout.set_column(left, width, leading, forget=forget)

    def set_font(self, font: QFont) -> None:
        """Take another reading face, and smaller ones from it."""
        self._edit.setFont(font)
        self.gutter.set_font(font)
        self.fit_column()

    # What is where

    def rows(self) -> Iterator[Row]:
        """Yield the blocks that are in view, from the top."""
        return iter(self._rows.in_view(self.shown, self.height))

    def as_seen(self, said: Said) -> Said:
        """Return what is said with those segments for others that are shown in their place."""
        if not self._unseen.stand_ins:
            return said
        seen = self._unseen.stand_ins
        lit = dict.fromkeys(seen.get(index, index) for index in said.lit)
        followed = said.followed
        return Said(tuple(lit), None if followed is None else seen.get(followed, followed))

    def foot_at(self, y: float) -> int | None:
        """Return the segment that the words stand below which are at a height; None elsewhere."""
        row = self.row_at(y)
        if row is None or not self.layout.foot(row.number) or y < self.band(row).bottom():
            return None
        return row.segments[-1]

    def row_at(self, y: float) -> Row | None:
        """Return the row at a height in the view."""
        return next((row for row in self.rows() if row.top <= y < row.bottom), None)

    def row_of(self, index: int) -> Row | None:
        """Return the row that a segment stands in, if that is in view."""
        return next((row for row in self.rows() if index in row.segments), None)

    def band(self, row: Row) -> QRectF:
        """Return where a row's words and time stand, its speaker's head left out."""
        bottom = row.bottom - self.layout.foot_of(row.number)
        if not self.layout.next_shown(row.block).isValid():
            bottom -= self._edit.document().documentMargin()
        return self._across(row.text_top, bottom)

    def segment_rect(self, index: int) -> QRect:
        """Return where a segment's lines are in the viewport; an empty rectangle if out of view."""
        row = self.row_of(index)
        if row is None:
            return QRect()
        rect = self.segment_band(row, index).toAlignedRect()
        return rect if rect.bottom() >= 0 and rect.top() < self.height else QRect()

    def segment_band(self, row: Row, index: int) -> QRectF:
        """Return the lines of a row on which a segment stands, as wide as the column."""
        if len(row.segments) == 1:
            return self.band(row)
        top, bottom = self.within(row.block, index)
        return self._across(row.top + top, row.top + bottom)

    def words_rect(self, index: int, begin: int, end: int) -> QRectF | None:
        """Return the lines on which characters of a segment stand; None where it is out of view."""
        row = self.row_of(index)
        if row is None:
            return None
        start, layout = row.block.position(), row.block.layout()
        ends = (self.shown.position_of(index, at) - start for at in (begin, max(end - 1, begin)))
        first, last = (layout.lineForTextPosition(at) for at in ends)
        top = row.top + min(first.y(), self.line_top(first))
        room = self.line_top(last) + self.layout.leading.step
        bottom = row.top + max(last.rect().bottom(), room)
        return QRectF(self.column.text_left, top, self.column.text_width, bottom - top)

    def is_higher(self, index: int, pixels: int) -> bool:
        """Return whether the lines of a segment take more room than that."""
        number = self.shown.text_map.block_of(index)
        block = self._edit.document().findBlockByNumber(number)
        self.layout.blockBoundingRect(block)
        top, bottom = self.within(block, index, standing=True)
        return bottom - top > pixels

    def line_place(self, index: int, offset: int) -> Place:
        """Return where the line begins on which a character of a segment stands."""
        number = self.shown.text_map.block_of(index)
        block = self._edit.document().findBlockByNumber(number)
        self.layout.blockBoundingRect(block)
        position = self.shown.position_of(index, offset) - block.position()
        line = block.layout().lineForTextPosition(position)
        lift = self.layout.lifted(number, line.lineNumber())
        return Place(number, round(self.line_top(line) + lift))

    def place_of(self, index: int) -> Place:
        """Return where a segment begins, its speaker's head with it."""
        number = self.shown.text_map.block_of(index)
        if index == self.shown.text_map.segments_of(number)[0]:
            return Place(number, 0)
        block = self._edit.document().findBlockByNumber(number)
        self.layout.blockBoundingRect(block)
        return Place(number, round(self.within(block, index, standing=True)[0]))

    def first_in_view(self) -> int:
        """Return the first segment whose words begin in view."""
        begun = self.begun_in_view()
        if begun:
            return begun[0]
        return next((row.segments[0] for row in self.rows() if row.segments), 0)

    def within(
        self, block: QTextBlock, index: int, *, standing: bool = False
    ) -> tuple[float, float]:
        """Return where in its block a segment's lines begin and end.

        With `standing`, as if no line were lifted.
        """
        begin, end = self.shown.part_of(index)
        layout, number = block.layout(), block.blockNumber()
        if not block.isVisible():
            return 0.0, 0.0
        first = layout.lineForTextPosition(begin)
        last = layout.lineForTextPosition(max(end - 1, begin))
        lifts = [self.layout.lifted(number, line.lineNumber()) for line in (first, last)]
        top, bottom = (
            self.line_top(line) + (lift if standing else 0.0)
            for line, lift in zip((first, last), lifts, strict=True)
        )
        return top, bottom + self.layout.leading.step

    def line_top(self, line: QTextLine) -> float:
        """Return where in its block the room of a line begins."""
        return line.y() + line.ascent() - self.layout.leading.ascent

    def begun_in_view(self) -> range:
        """Return the segments whose first words are in view."""
        first: int | None = None
        last = -1
        for row in self.rows():
            before, begun = self._begun(row)
            first = before if first is None and begun > before else first
            last = max(last, begun)
        return range(last, last) if first is None else range(first, last)

    def _begun(self, row: Row) -> tuple[int, int]:
        """Return the first segment of a row that begins in view, and the one after the last."""
        if not row.segments:
            return 0, 0
        if len(row.segments) == 1:
            index = row.segments[0]
            return (index, index + 1) if row.text_top >= 0 else (index + 1, index + 1)
        layout, shown = row.block.layout(), self.shown
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        inside = [n for n in lines if 0 <= row.top + self.line_top(n) < self.height]
        if not inside:
            return row.segments.stop, row.segments.start
        start = row.block.position()
        first, offset = shown.place_at(start + inside[0].textStart())
        end = start + inside[-1].textStart() + max(inside[-1].textLength() - 1, 0)
        last = shown.segment_at(end) or 0
        return first + (offset > 0), last + 1

    def _across(self, top: float, bottom: float) -> QRectF:
        return QRectF(self.column.left, top, self.column.right - self.column.left, bottom - top)

    def repaint(self, indices: set[int]) -> None:
        """Paint these segments anew where they are in view."""
        left = set(indices)
        for row in self.rows() if left else ():
            for index in indices.intersection(row.segments):
                rect = self.segment_band(row, index).toAlignedRect()
                self._edit.viewport().update(rect)
                if index == row.segments[0]:
                    self._edit.viewport().update(self.band(row).toAlignedRect())
            left.difference_update(row.segments)
            if not left:
                return  # what stands below need not be looked at

    def repaint_words(self, index: int, begin: int, end: int) -> None:
        """Paint anew the lines on which characters of a segment stand, and nothing beside them."""
        rect = self.words_rect(index, begin, end)
        if rect is not None:
            self._edit.viewport().update(rect.toAlignedRect())


def runs_of(numbers: Iterable[int]) -> list[range]:
    """Return rising numbers as runs of which each follows the one before it."""
    runs = list[range]()
    for number in numbers:
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs


def _is_mirrored(transcript: Transcript) -> bool:
    """Return whether most of the first lines read from right to left."""
    ways = [reads_rightwards(segment.text) for segment in transcript.segments[:_SAMPLED]]
    return ways.count(False) > ways.count(True)

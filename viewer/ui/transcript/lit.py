"""The lit line: what is being said now, and whether it is where the eye rests."""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.transcript import Said
from viewer.session.word_follower import WordSaid
from viewer.ui.transcript.layering import Layers
from viewer.ui.transcript.layers import Level, Look, SegmentLayer, SpokenLayer
from viewer.ui.transcript.scrolling import TOP, Place, Scrolling
from viewer.ui.transcript.sheet import Sheet

#: Where the middle of the followed line is put, and within what part of the view it may be.
RESTING: Final = 0.38
MIDDLE_HALF: Final = (0.25, 0.75)


class Lit:
    """Knows what is said and where that stands in the view."""

    def __init__(
        self, edit: QPlainTextEdit, sheet: Sheet, scrolling: Scrolling, layers: Layers
    ) -> None:
        self._edit, self._sheet, self._scrolling = edit, sheet, scrolling
        self._layers = layers
        self.said = Said()

    def light(self, said: Said) -> None:
        """Light what is being said."""
        self.said = said
        looks = {(index, Look.LIT) for index in said.lit}
        if said.followed is not None:
            in_gap = said.followed not in said.lit
            looks.add((said.followed, Look.LAST_SAID if in_gap else Look.FOLLOWED))
        self._layers.set(Level.LIT, SegmentLayer(frozenset(looks)) if looks else None)

    def light_word(self, said: WordSaid | None) -> None:
        """Light the word that is being said, or none."""
        layer = None if said is None else SpokenLayer(said.index, said.begin, said.end)
        self._layers.set(Level.SPOKEN, layer)

    @property
    def followed(self) -> int:
        """The segment that is followed, or -1."""
        followed = self.said.followed
        known = followed is not None and followed < len(self._sheet.shown.text_map)
        return followed if followed is not None and known else -1

    def rect(self) -> QRect:
        """Return where the followed segment is in the viewport, if it is in view."""
        return self._sheet.segment_rect(self.followed)

    def above(self) -> bool:
        """Return whether the followed segment stands above the middle of the view."""
        middle = self._sheet.height / 2
        row = self._sheet.row_of(self.followed)
        if row is not None:
            return self._sheet.segment_band(row, self.followed).bottom() <= middle
        first = next((row.segments for row in self._sheet.rows()), range(0))
        return self.followed < first.start

    def visible(self) -> bool:
        """Return whether a line's height of the followed segment, or all of it, is in view."""
        rect = QRectF(self.rect())
        shown = min(rect.bottom(), self._sheet.height) - max(rect.top(), 0)
        return shown >= min(rect.height(), self._sheet.layout.leading.step) > 0

    def whole(self) -> bool:
        """Return whether all of the followed segment is in view, or nothing but it."""
        rect, height = self.rect(), self._edit.viewport().height()
        within = rect.top() >= 0 and rect.bottom() <= height
        fills = rect.top() <= 0 and rect.bottom() >= height
        return not rect.isEmpty() and (within or fills)

    def in_middle_half(self) -> bool:
        """Return whether the middle of the followed segment is in the middle half of the view."""
        rect = self.rect()
        low, high = (share * self._edit.viewport().height() for share in MIDDLE_HALF)
        return not rect.isEmpty() and low <= rect.center().y() <= high

    def held(self) -> int | None:
        """Return the followed segment where it is in view: it keeps its place when all moves.

        What is in view is known where gliding leads, not on the way there.
        """
        self._scrolling.arrive()
        return self.followed if self.visible() else None

    def scroll_to(self, *, animate: bool) -> None:
        """Bring the followed segment to where the eye rests; our own scrolling, no reader's.

        Before the first one is said, that is the top of the text.
        """
        index = self.followed
        if index < 0:
            self._scrolling.glide_to(TOP, animate=animate)
            return
        number = self._sheet.shown.text_map.block_of(index)
        top, middle = self._extent(number, index)
        # A segment that is taller than the view shows its beginning.
        y = min(middle - RESTING * self._edit.viewport().height(), top)
        self._scrolling.glide_to(Place(number, round(y)), animate=animate)

    def _extent(self, number: int, index: int) -> tuple[float, float]:
        """Return where in its block what is to be seen of a segment begins, and its middle."""
        layout, segments = self._sheet.layout, self._sheet.shown.text_map.segments_of(number)
        block = self._edit.document().findBlockByNumber(number)
        rect = layout.blockBoundingRect(block)
        if len(segments) == 1:
            head = layout.head_of(number)
            return 0.0, head + (rect.height() - head) / 2
        top, bottom = self._sheet.within(block, index, standing=True)
        return (0.0 if index == segments[0] else top), (top + bottom) / 2

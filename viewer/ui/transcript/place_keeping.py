"""Keeping the place in the text while it is laid out anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.value import value
from viewer.ui.transcript.scrolling import Place, Scrolling
from viewer.ui.transcript.sheet import Sheet
from viewer.ui.transcript.shown import Shown


@value
class Mark:
    """A character of a segment, and how far below the top its line stands."""

    index: int
    offset: int
    y: float


@value
class _Anchor:
    """A position whose line is to stay `y` pixels below the page's top."""

    position: int
    y: float
    held: tuple[int, int] | None
    place: Place


class PlaceKeeping(QObject):
    """Knows what the reader has before his eyes, and brings it back to where it stood."""

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, scrolling: Scrolling) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._scrolling = edit, sheet, scrolling
        self._anchor: _Anchor | None = None
        #: A segment that the reader was taken to, and a character of it that he is to see.
        self._revealed: tuple[int, int] | None = None

    def reveal(self, index: int, offset: int = 0) -> None:
        """Take in where the reader is being taken to: while it is in view, it stays there."""
        self._revealed = index, offset

    @Slot()
    def let_go(self) -> None:
        """Take in that the reader went elsewhere from where he was taken to."""
        self._revealed = None

    def show(self, shown: Shown) -> None:
        """Show a transcript from its beginning."""
        self._anchor = self._revealed = None
        self._sheet.show(shown)

    def exchange(self, shown: Shown, held: int | None) -> None:
        """Show it in another way, or another reading of it, and keep the place to the character."""
        before = self._sheet.shown
        if shown.transcript is not before.transcript:
            self._revealed = None  # which counts other segments
        with self.kept(held, lambda position: before.translated(position, shown)):
            self._sheet.show(shown)

    def mark(self) -> Mark:
        """Return what stands uppermost, to be found again however the text is laid out then."""
        anchor = self._find_anchor(None)
        return Mark(*self._sheet.shown.place_at(anchor.position), anchor.y)

    def return_to(self, mark: Mark) -> None:
        """Bring what was uppermost back to where it stood."""
        if mark.index < len(self._sheet.shown.text_map):
            position = self._sheet.shown.position_of(mark.index, mark.offset)
            self._scrolling.go(self._place_for(position, mark.y))

    def _place_for(self, position: int, y: float) -> Place:
        """Return the place at which the line of a position stands so far below the top."""
        block = self._edit.document().findBlock(position)
        self._sheet.layout.put_down()
        self._sheet.layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return Place(block.blockNumber(), round((line.y() if line.isValid() else 0.0) - y))

    def _lowest(self, position: int) -> float:
        """Return how low the line of a position may stand, all of its segment being in view.

        Of one that is higher than the page, a line's height is enough.
        """
        block = self._edit.document().findBlock(position)
        if not block.isVisible():
            return self._sheet.height
        self._place_for(position, 0)  # lays it out
        index = self._sheet.shown.segment_at(position) or 0
        top, bottom = self._sheet.within(block, index, standing=True)
        if len(self._sheet.shown.text_map.segments_of(block.blockNumber())) == 1:
            line = block.layout().lineForTextPosition(position - block.position())
            top, bottom = line.y(), self._sheet.layout.blockBoundingRect(block).height()
        rest = (
            bottom - top if bottom - top <= self._sheet.height else self._sheet.layout.leading.step
        )
        return max(self._sheet.height - rest, 0)

    @contextmanager
    def kept(self, held: int | None, moved: Callable[[int], int] | None = None) -> Iterator[None]:
        """Keep a line where it is while the text is laid out anew.

        It is the one that the reader was taken to, or that of the segment `held`, or else the
        uppermost. `moved` tells where a position is afterwards, if the text itself is exchanged.
        """
        self._scrolling.arrive()
        anchor = self._find_anchor(
            self._revealed_in_view() or (None if held is None else (held, 0))
        )
        yield
        position = moved(anchor.position) if moved else anchor.position
        y = anchor.y if anchor.held is None else min(anchor.y, self._lowest(position))
        self._scrolling.go(self._place_for(position, y))
        self._anchor = _Anchor(position, anchor.y, anchor.held, self._scrolling.place())

    def _revealed_in_view(self) -> tuple[int, int] | None:
        """Return what the reader was taken to, if he still has its line before his eyes."""
        if self._revealed is None or self._revealed[0] >= len(self._sheet.shown.text_map):
            return None
        index, offset = self._revealed
        line = self._sheet.words_rect(index, offset, offset + 1)
        seen = line is not None and line.top() < self._sheet.height and line.bottom() > 0
        return self._revealed if seen else None

    def _find_anchor(self, held: tuple[int, int] | None) -> _Anchor:
        """Return the line to keep; the same as the last time where nothing has moved since."""
        place, known = self._scrolling.place(), self._anchor
        if known is not None and (known.place, known.held) == (place, held):
            return known
        edit = self._edit
        if held is not None:
            position = self._sheet.shown.position_of(*held)
            block = edit.document().findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
        else:
            block = edit.document().findBlockByNumber(place.block)
            line = block.layout().lineAt(self._scrolling.top()[1])
            position = block.position() + (line.textStart() if line.isValid() else 0)
        top = edit.blockBoundingGeometry(block).translated(edit.contentOffset()).top()
        return _Anchor(position, top + line.y() if line.isValid() else 0.0, held, place)

"""What is selected: growing it to sentences, moving either end, and telling when it is said."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.growing import Grower
from viewer.core.quote import Quote, quote_pieces
from viewer.core.textmap import Piece
from viewer.core.timecode import format_span
from viewer.core.turns import count_words, seen
from viewer.core.value import value
from viewer.ui.transcript.view import TranscriptView

#: Of a longer selection the words are counted by their spaces, and by its beginning.
_LARGE = 200_000
_HEAD = 20_000


class Step(Enum):
    """By what an end of a selection moves."""

    WORD = auto()
    SENTENCE = auto()


@value
class _Move:
    """By what which end was moved, and whether on; what was selected before it and after."""

    how: tuple[Step, bool, bool]
    before: tuple[int, int]
    after: tuple[int, int]


class Selecting(QObject):
    """Changes what is selected in the transcript.

    `described` carries the words about what is selected now, empty where nothing is; `hinted`
    what a wish needs.
    """

    described = Signal(str)
    hinted = Signal(str)

    def __init__(self, view: TranscriptView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        #: The key that brings a caret, as a hint names it.
        self.caret_key = ""
        #: The last moves of an end, which the opposite ones take back, in the text they are of.
        self._moves, self._moved_in = list[_Move](), view.text_map
        view.selectionChanged.connect(self.tell)

    @property
    def grower(self) -> Grower:
        """The words and sentences of what is shown."""
        return Grower(self._view.transcript, self._view.text_map)

    def meant(self) -> tuple[int, int] | None:
        """Return the range that a wish is about: selected, else the caret's line, else the lit."""
        selected = self._view.caret.selected_range()
        if selected is not None:
            return selected
        index = self._view.caret.line()
        index = self._view.lit.followed if index is None else index
        return self._view.text_map.range_of(index) if index >= 0 else None

    @Slot()
    def grow(self) -> None:
        """Select whole sentences: those in which the selection begins and ends, or the line."""
        meant = self.meant()
        if meant is None:
            self._hint()
        else:
            self._view.select(*self.grower.to_sentences(*meant))

    def move(self, by: Step, *, is_end: bool, forward: bool) -> None:
        """Move where the selection begins or ends; it keeps a word at least.

        The opposite of a move takes it back, also where it began within a word.
        """
        how, selected = (by, is_end, forward), self._view.caret.selected_range()
        if self._takes_back(how, selected):
            return
        meant = self._at_caret() or self.meant()
        if meant is None:
            self._hint()
            return
        grower = self.grower
        begin, end = grower.to_words(*meant)
        move = grower.word_moved if by is Step.WORD else grower.sentence_moved
        at = move(end if is_end else begin, forward=forward, is_end=is_end)
        begin, end = (begin, at) if is_end else (at, end)
        if begin < end:
            self._view.select(begin, end, caret_at_end=is_end)
            if selected is not None and selected != (begin, end):
                self._moves.append(_Move(how, selected, (begin, end)))

    def _takes_back(self, how: tuple[Step, bool, bool], selected: tuple[int, int] | None) -> bool:
        """Take the last move back, if this is its opposite and nothing else was selected since."""
        known = self._moved_in is self._view.text_map
        last = self._moves[-1] if known and self._moves else None
        by, is_end, forward = how
        if last is None or last.after != selected:
            self._moves, self._moved_in = [], self._view.text_map
        elif last.how == (by, is_end, not forward):
            self._moves.pop()
            self._view.select(*last.before, caret_at_end=is_end)
            return True
        return False

    def _at_caret(self) -> tuple[int, int] | None:
        """Return the place of a caret that selects nothing yet."""
        caret = self._view.caret
        if caret.selects or caret.line() is None:
            return None
        at = self._view.sheet.shown.units.to_offset(self._view.textCursor().position())
        return at, at

    @Slot()
    def tell(self) -> None:
        """Say how many words are selected, and when they are said."""
        selected = self._view.caret.selected_range()
        self.described.emit(self._description(*selected) if selected is not None else "")

    def _description(self, begin: int, end: int) -> str:
        transcript, text_map = self._view.transcript, self._view.text_map
        begin, end = self.grower.to_words(begin, end)
        large = end - begin >= _LARGE
        pieces = self._ends(begin, end) if large else text_map.pieces(begin, end)
        left_out = self._view.sheet.left_out
        quote = quote_pieces(transcript, seen(pieces, left_out), left_out)
        if quote is None:
            return ""
        return self._summary(_about_how_many(text_map.text, begin, end) if large else None, quote)

    def _ends(self, begin: int, end: int) -> list[Piece]:
        """Return the first and the last piece of a long range."""
        pieces, near = self._view.text_map.pieces, _LARGE // 2
        return [*pieces(begin, begin + near)[:1], *pieces(end - near, end)[-1:]]

    def _summary(self, counted: int | None, quote: Quote) -> str:
        count = quote.word_count if counted is None else counted
        words = self.tr("1 word") if count == 1 else self.tr("{n} words").format(n=count)
        described = self.tr("Selected: {words}").format(words=words)
        if quote.start_ms is None or quote.end_ms is None:
            return described
        about = "≈" if quote.approximate else ""
        return f"{described}, {about}{format_span(quote.start_ms, quote.end_ms)}"

    def _hint(self) -> None:
        words = self.tr("Select words first, or press {key} for a caret.")
        without = self.tr("Select words first.")
        self.hinted.emit(words.format(key=self.caret_key) if self.caret_key else without)


def _about_how_many(text: str, begin: int, end: int) -> int:
    """Return about how many words stand there: to a space as many as in the beginning of it."""
    head = text[begin : begin + _HEAD]
    spaces = text.count(" ", begin, end) + text.count("\n", begin, end)
    return round((spaces + 1) * count_words(head) / max(len(head.split()), 1))

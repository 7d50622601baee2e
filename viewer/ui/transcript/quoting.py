"""Copying out of the transcript: words, quotes with their source, links to a moment."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from viewer.core.links import link_at
from viewer.core.own_links import own_link
from viewer.core.prose import without_sounds
from viewer.core.quote import Quote, quote_range
from viewer.core.stretch import Stretch, stretch_of
from viewer.core.textmap import Piece
from viewer.core.timecode import format_clock, format_span
from viewer.core.transcript import Said
from viewer.core.turns import NONE, count_words, paragraphs_of, turns_seen
from viewer.errors import QuoteError, ViewerError
from viewer.quotes.styles import STYLES, Rendered, Style, StyleSpec, Wording, render
from viewer.quotes.wording import silent
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.ui.transcript.selecting import Selecting
from viewer.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from viewer.session.document import Document
    from viewer.session.job import Job

T = TypeVar("T")
#: A quote, how it is worded, and how many words that has.
_Worded: TypeAlias = tuple[Quote, Rendered, int]
#: From so many characters on, what is copied is worded in a job.
LARGE: Final = 200_000


class Quoting(QObject):
    """Puts words on the clipboard and says what it put there.

    What is short is there at once, so that it can be pasted right after.
    """

    #: What was copied, for the status bar.
    copied = Signal(str)
    #: The `Quote` that was copied.
    quoted = Signal(object)
    #: The `Quote` that was copied just before, and the one that it has grown to.
    requoted = Signal(object, object)

    def __init__(
        self,
        view: TranscriptView,
        selecting: Selecting,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._selecting, self._jobs = view, selecting, jobs
        #: Whether every copy grows to sentences.
        self.grows = False
        view.selection_data = self.selection_data
        #: How quotes are worded.
        self.style, self.wording = STYLES[Style.SOURCE], Wording()
        self._job: Job | None = None
        self._document: Document | None = None
        self._said = Said()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Quote from another document."""
        if opened.other_document:
            self._document, self._said = opened.document, Said()

    @Slot(object, int)
    def light(self, said: Said, _ms: int) -> None:
        """Note what is being said, to be quoted where nothing is selected."""
        self._said = said

    @Slot()
    def copy(self) -> None:
        """Copy the selected text as it reads."""
        transcript, text_map = self._view.transcript, self._view.text_map
        sounds, left_out = self.wording.sounds, self._view.sheet.left_out
        selected = self._grown(self._view.caret.selected_range() or (0, 0))

        def word() -> tuple[str, int]:
            turns = turns_seen(transcript, text_map.pieces(*selected), left_out)
            if not sounds:
                turns = tuple(replace(turn, text=without_sounds(turn.text)) for turn in turns)
            count = sum(count_words(turn.text) for turn in turns)
            return "\n".join(paragraphs_of(turns)), count

        self._do(word, self._put_words, at_once=_is_short(selected))

    def stretch(self) -> Stretch | None:
        """Return when the selection is said, or else the lit line; None where that is not known."""
        document, selected = self._document, self._view.caret.selected_range()
        if document is None:
            return None
        if selected is not None:
            return stretch_of(document.transcript, self._view.text_map.pieces(*selected))
        index = self._said.followed
        if index is None:
            return None
        whole = Piece(index, 0, len(document.transcript.segments[index].text))
        return stretch_of(document.transcript, [whole])

    def passage(self) -> Stretch | None:
        """Return when the quote of what is meant is said, to the word; None if that is unknown."""
        quote = self.quote_meant()
        if quote is None or quote.start_ms is None or quote.end_ms is None:
            return None
        known = quote.start_ms < quote.end_ms
        return Stretch(quote.start_ms, quote.end_ms) if known else None

    def exact(self) -> Stretch | None:
        """Return when the selection is said, from its first to its last word, or the lit line.

        Where words have no times, theirs are worked out as for quotes.
        """
        return (self.passage() if self._view.caret.selects else None) or self.stretch()

    def selection_data(self) -> QMimeData | None:
        """Return what is dragged out of the window: the selection as a quote, in its flavours."""
        selected = self._view.caret.selected_range()
        quote = self.quote_meant()
        if quote is None or selected is None or not _is_short(selected):
            return None
        try:
            return _flavours(render(quote, self.style, self.wording_here()))
        except QuoteError:
            return None

    def wording_here(self) -> Wording:
        """Return how quotes of this transcript are worded, which can link back to its file."""
        document = self._document
        return self.wording if document is None else replace(self.wording, file=document.path)

    def quote_meant(self) -> Quote | None:
        """Return the quote of what is selected, else of the caret's line or the lit one."""
        document, meant = self._document, self._meant(None)
        if document is None or meant is None:
            return None
        left_out = self._view.sheet.left_out
        return quote_range(document.quotable, self._view.text_map, *meant, left_out)

    def quote_range_of(
        self,
        begin: int,
        end: int,
        done: Callable[[Quote], None] = lambda _: None,
        left_out: AbstractSet[int] = NONE,
    ) -> None:
        """Copy a range of the text as a quote; `done` gets the quote when it is there."""
        document, style, wording = self._document, self.style, self.wording_here()
        quotable, text_map = None if document is None else document.quotable, self._view.text_map

        def word() -> _Worded | None:
            if quotable is None:
                return None
            quote = quote_range(quotable, text_map, begin, end, left_out)
            return None if quote is None else _worded(quote, style, wording)

        def put(worded: _Worded | None) -> None:
            self._put_quote(worded, done)

        self._do(word, put, at_once=_is_short((begin, end)) and not style.slow)

    @Slot()
    def copy_quote(self) -> None:
        """Copy the selection, else the caret's line or the lit one, in three flavours at once.

        The caret's it is where the reader has put one and sees it.
        """
        self.copy_quote_of(None)

    @Slot(object)
    def copy_quote_of(self, index: int | None) -> None:
        """Copy the selection as a quote, or else the segment that was pointed at."""
        document, meant = self._document, self._meant(index)
        if document is None or meant is None:
            self._put_quote(None)
            return
        left_out = self._view.sheet.left_out
        self.quote_range_of(*self._grown(meant), self.quoted.emit, left_out)

    def copy_given(self, quote: Quote | None) -> None:
        """Copy what was quoted elsewhere, worded as quotes are here."""
        self._put_quote(None if quote is None else _worded(quote, self.style, self.wording))

    @Slot(int)
    def copy_link(self, ms: int) -> None:
        """Copy the source's link with the second, or the time alone where there is no link."""
        document, whole = self._document, self.wording.whole_seconds
        link = ""
        if document is not None and self.wording.own_links:
            link = own_link(document.path, ms)
        elif document is not None:
            link = link_at(document.transcript.source.url, ms, whole_seconds=whole)
        QGuiApplication.clipboard().setText(link or format_clock(ms))
        self.copied.emit(self.tr("Copied: {link}").format(link=link or format_clock(ms)))

    def _meant(self, index: int | None) -> tuple[int, int] | None:
        """Return the range to quote: a segment's, or the selection's, else the caret's or lit."""
        selected = self._view.caret.selected_range()
        if index is None and selected is not None:
            return selected
        if index is None:
            at_caret = self._view.caret.line()
            index = self._said.followed if at_caret is None else at_caret
        return None if index is None else self._view.text_map.range_of(index)

    def _grown(self, meant: tuple[int, int]) -> tuple[int, int]:
        """Return what to copy: with `grows` whole sentences, which are selected then, too."""
        if not self.grows or meant[0] == meant[1]:
            return meant
        grown = self._selecting.grower.to_sentences(*meant)
        if self._view.caret.selects:
            self._view.select(*grown)
        return grown

    def _do(self, work: Callable[[], T], done: Callable[[T], None], *, at_once: bool) -> None:
        """Word what is selected here, or in a job, which a later wish ends."""
        if self._job is not None:
            self._job.cancel()
        if not at_once:
            self._job = self._jobs.run(lambda _: work(), done, self._fail)
            return
        try:
            worded = work()
        except QuoteError as error:
            self._fail(error)
        else:
            done(worded)

    def _fail(self, error: ViewerError) -> None:
        """Say why nothing was copied."""
        self.copied.emit(f"{error} {error.hint}".strip())

    def _put_words(self, worded: tuple[str, int]) -> None:
        text, words = worded
        if not text:
            self.copied.emit(
                self.tr("Nothing is selected. Drag across the words you want to copy.")
            )
            return
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(self.tr("Copied: {words}").format(words=self._words(words)))

    def put(self, quote: Quote) -> None:
        """Copy a quote that was made before."""
        style, wording = self.style, self.wording_here()
        self._do(lambda: _worded(quote, style, wording), self._put_quote, at_once=not style.slow)

    def _put_quote(
        self, worded: _Worded | None, done: Callable[[Quote], None] = lambda _: None
    ) -> None:
        if worded is None:
            self.copied.emit(self.tr("Select the words to quote, or play the line first."))
            return
        quote, rendered, words = worded
        QGuiApplication.clipboard().setMimeData(_flavours(rendered))
        self.copied.emit(self.tr("Copied: {quote}").format(quote=self._summary(quote, words)))
        done(quote)

    def _summary(self, quote: Quote, count: int) -> str:
        words = self._words(count)
        if quote.start_ms is None or quote.end_ms is None:
            return words
        about = "≈" if quote.approximate else ""
        return f"{words}, {about}{format_span(quote.start_ms, quote.end_ms)}"

    def _words(self, count: int) -> str:
        return self.tr("1 word") if count == 1 else self.tr("{n} words").format(n=count)


def _flavours(rendered: Rendered) -> QMimeData:
    data = QMimeData()
    data.setText(rendered.plain)
    data.setHtml(rendered.html)
    data.setData("text/markdown", rendered.markdown.encode())
    return data


def _worded(quote: Quote, style: StyleSpec, wording: Wording) -> _Worded:
    shown = quote if wording.sounds else silent(quote)
    return quote, render(quote, style, wording), shown.word_count


def _is_short(selected: tuple[int, int]) -> bool:
    return selected[1] - selected[0] < LARGE

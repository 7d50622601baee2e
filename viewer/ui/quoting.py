"""Copying out of the transcript: words, quotes with their source, links to a moment."""

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from viewer.core.links import link_at
from viewer.core.quote import Quote, quote_range, quote_segments
from viewer.core.timecode import format_clock
from viewer.core.transcript import Said
from viewer.quotes.styles import render
from viewer.session.document import Document
from viewer.ui.transcript_view import TranscriptView


class Quoting(QObject):
    """Puts words on the clipboard and says what it put there."""

    #: What was copied, for the status bar.
    copied = Signal(str)

    def __init__(self, view: TranscriptView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._document: Document | None = None
        self._said = Said()

    def show(self, document: Document | None) -> None:
        """Quote from another document."""
        self._document = document
        self._said = Said()

    @Slot(object, int)
    def light(self, said: Said, _ms: int) -> None:
        """Note what is being said, to be quoted where nothing is selected."""
        self._said = said

    @Slot()
    def copy(self) -> None:
        """Copy the selected text as it reads."""
        prose = self._view.selected_prose()
        if not prose:
            self.copied.emit(self.tr("Nothing is selected. Drag over the words to copy."))
            return
        QGuiApplication.clipboard().setText(prose)
        self.copied.emit(self.tr("Copied: {words}").format(words=self._words(len(prose.split()))))

    @Slot()
    def copy_quote(self) -> None:
        """Copy the selection, or else the lit line, as a quote in three flavours at once."""
        self._copy(self._quote())

    @Slot(object)
    def copy_quote_of(self, index: int | None) -> None:
        """Copy the selection as a quote, or else the segment that was pointed at."""
        self._copy(self._quote() if index is None else self._quote_line(index))

    @Slot(int)
    def copy_link(self, ms: int) -> None:
        """Copy the source's link with the second, or the time alone where there is no link."""
        source = self._document.transcript.source if self._document else None
        link = link_at(source.url, ms) if source else ""
        QGuiApplication.clipboard().setText(link or format_clock(ms))
        self.copied.emit(self.tr("Copied: {link}").format(link=link or format_clock(ms)))

    def _copy(self, quote: Quote | None) -> None:
        if quote is None:
            self.copied.emit(self.tr("Select the words to quote, or play the line first."))
            return
        rendered = render(quote)
        data = QMimeData()
        data.setText(rendered.plain)
        data.setHtml(rendered.html)
        data.setData("text/markdown", rendered.markdown.encode())
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(self.tr("Copied: {quote}").format(quote=self._summary(quote)))

    def _quote(self) -> Quote | None:
        document = self._document
        if document is None:
            return None
        selected = self._view.selected_range()
        if selected is not None:
            return quote_range(document.quotable, document.text_map, *selected)
        return self._quote_line(self._said.followed)

    def _quote_line(self, index: int | None) -> Quote | None:
        if self._document is None or index is None:
            return None
        return quote_segments(self._document.quotable, range(index, index + 1))

    def _summary(self, quote: Quote) -> str:
        words = self._words(quote.word_count)
        if quote.start_ms is None or quote.end_ms is None:
            return words
        return f"{words}, {format_clock(quote.start_ms)}–{format_clock(quote.end_ms)}"

    def _words(self, count: int) -> str:
        return self.tr("1 word") if count == 1 else self.tr("{n} words").format(n=count)

"""Going to what the clipboard names: a passage, a time, or a link with one."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from viewer.core.destination import destination
from viewer.core.excerpt import excerpt, last_words
from viewer.core.find import Finder, Hit
from viewer.core.links import is_web_link, without_time
from viewer.core.moments import moments_of
from viewer.core.own_links import is_own_link
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.errors import ViewerError
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.ui.theme import plain
from viewer.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from viewer.near.lookup import Lookup, Near, Nearest
    from viewer.session.job import Job

#: Longer texts are no time and no link; and of a passage no more than this is looked for.
_LONGEST_LINK: Final = 2_000
_LONGEST_PASSAGE: Final = 20_000
#: So much of a passage is shown where it is not said, and of what is said about a place.
_TOLD: Final = 60
_BEFORE: Final = 16


class Pasting(QObject):
    """Looks for the passage off the window's thread, and offers the best places where unsure."""

    #: Something is looked for, so the text should be seen.
    began = Signal()
    time_requested = Signal(int)
    #: A link into this program was on the clipboard.
    link_requested = Signal(str)
    #: What came of it, for the status bar.
    said = Signal(str)

    def __init__(self, view: TranscriptView, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._jobs = view, jobs
        self._transcript: Transcript | None = None
        self._lookup: Lookup | None = None
        self._job: Job | None = None
        self._length_ms = 0
        #: The places to choose from, one an entry, each with what is said about it.
        self.menu = QMenu(view)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Look in another transcript from now on."""
        if opened.other_document:
            self._give_up()
            self._transcript, self._lookup = opened.transcript, None

    @Slot(int)
    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is."""
        self._length_ms = ms

    @Slot()
    def paste(self) -> None:
        """Go to what lies on the clipboard."""
        self._give_up()
        text = QGuiApplication.clipboard().text().strip()
        if is_own_link(text):
            self.link_requested.emit(text)
            return
        if self._transcript is None:
            return
        self.began.emit()
        if not text:
            self.said.emit(self.tr("There are no words on the clipboard, no time and no link."))
        elif not self._goes_to_time(text, self._transcript):
            self._look(text, self._transcript)

    def _goes_to_time(self, text: str, transcript: Transcript) -> bool:
        """Go where a time or a link leads, if the text is one; say so where it leads elsewhere."""
        if len(text) > _LONGEST_LINK or len(text.split()) != 1:
            return False
        there = destination(text, transcript, self._length_ms)
        if is_web_link(text) and is_of_another(text, transcript):
            self.said.emit(self.tr("This link is of another recording."))
        elif there is None:
            if not is_web_link(text):
                return False
            self.said.emit(self.tr("There is no time in this link."))
        elif there.ms is not None:
            self.time_requested.emit(there.ms)
        elif there.index is not None:
            self._view.show_place(there.index)
        return True

    def _look(self, text: str, transcript: Transcript) -> None:
        passage, known = text[:_LONGEST_PASSAGE], self._lookup

        def work(job: "Job") -> "tuple[Lookup, Nearest]":
            from viewer.near.lookup import Lookup  # what compares words takes long to load

            texts = [segment.text for segment in transcript.segments]
            lookup = known or Lookup(Finder(texts, cancelled=job.is_cancelled))
            return lookup, _quoted(passage, transcript, lookup) or lookup.find(passage)

        done = partial(self._arrive, text)
        self._job = self._jobs.run(work, done, _raise)

    def _arrive(self, text: str, outcome: "tuple[Lookup, Nearest]") -> None:
        self._lookup, nearest = outcome
        if nearest.best is None:
            words = plain.line(text, _TOLD)
            self.said.emit(self.tr("Nothing like “{words}” is said here.").format(words=words))
        elif nearest.sure:
            self._go(nearest.best)
        else:
            self._offer(nearest.places)

    def _offer(self, places: "tuple[Near, ...]") -> None:
        """Have one of several places chosen, by keys or mouse."""
        self.menu.clear()
        one = len(places) == 1
        question = self.tr("Is this place meant?") if one else self.tr("Which place is meant?")
        self.menu.addSection(question)
        for place in places:
            action = self.menu.addAction(plain.in_menu(self._row(place.hit)))
            action.triggered.connect(partial(self._go, place))
        self.menu.setActiveAction(self.menu.actions()[1])
        self.menu.popup(self._view.viewport().mapToGlobal(self._view.viewport().rect().topLeft()))

    def _row(self, hit: Hit) -> str:
        segments = self._view.transcript.segments
        found = excerpt(segments, hit)
        words = f"{last_words(found.before, _BEFORE)}{found.found}{found.after}"
        start_ms = segments[hit.first].start_ms
        return words if start_ms is None else f"{format_clock(start_ms)}  {words}"

    def _go(self, place: "Near", *_checked: bool) -> None:
        """Select the words that were found, go to when they are said, and say if they differ."""
        hit = place.hit
        self._view.show_hit(hit)
        said = moments_of(self._view.transcript.segments[hit.first], hit.begin, hit.end)
        if said is not None:
            self.time_requested.emit(said.start_ms)
        if not place.exact:
            self.said.emit(self.tr("Something like it is said here, but not word for word."))

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _quoted(text: str, transcript: Transcript, lookup: "Lookup") -> "Nearest | None":
    """Find the words of a quote that stands there with its source, near to the time it names."""
    from viewer.verify.quotations import read_note

    for quotation in read_note(text).quotations[:1]:
        ms = quotation.reference.ms
        near = transcript.said_at(ms).followed if ms is not None and transcript.timed else None
        nearest = lookup.find(quotation.text, near=near)
        return nearest if nearest.best is not None else None
    return None


def is_of_another(link: str, transcript: Transcript) -> bool:
    """Return whether a link leads to another recording than the transcript's, as far as known."""
    from viewer.web.youtube import video_id

    url = transcript.source.url
    if not url:
        return False
    ids = video_id(link), video_id(url)
    if None not in ids:
        return ids[0] != ids[1]
    return without_time(link) != without_time(url)


def _raise(error: ViewerError) -> None:
    raise error

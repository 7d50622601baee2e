"""Finding in the transcript that is shown: where a phrase stands, and going from place to place."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent

from viewer.core.find import Found, Hit
from viewer.core.follow import FollowEvent
from viewer.core.spoken import spoken_words, word_at
from viewer.core.transcript import Transcript
from viewer.errors import ViewerError
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.ui.transcript.find_bar import FindBar
from viewer.ui.transcript.found_news import FoundNews
from viewer.ui.transcript.layers import FoundLayer, Level
from viewer.ui.transcript.searching import Searching
from viewer.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from viewer.ui.transcript.place_keeping import Mark

#: No longer selection becomes the phrase.
_LONGEST_SELECTED: Final = 200


class Finding(QObject):
    """Finds what the bar asks for, marks it in the view and takes the reader there.

    `reader_acted` carries what that means for following, `play_requested` a segment, and
    `word_requested` a segment and the moment of one of its words. `news` tells others what was
    found.
    """

    #: The bar has been brought.
    began = Signal()
    reader_acted = Signal(object)
    play_requested = Signal(int)
    word_requested = Signal(int, int)
    list_shown_changed = Signal(bool)

    def __init__(
        self,
        bar: FindBar,
        view: TranscriptView,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar, self._view = bar, view
        self.news = FoundNews(self)
        self._list_wanted = False
        self._search = Searching(jobs, self)
        self._transcript = Transcript(())
        self._found: Found | None = None
        self._here = -1
        #: The segment at which what is found first is to be looked for, where one was named.
        self._from: int | None = None
        #: Where the reader was when finding began, and whether the text followed; None afterwards.
        self._came_from: tuple[Mark, bool] | None = None
        self._following = False
        #: The bar and the list take room from the text, which is laid out anew after that.
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._keep_in_view)
        self._wire(bar)
        bar.hide()
        view.installEventFilter(self)

    def _wire(self, bar: FindBar) -> None:
        bar.asked.connect(self.look)
        bar.play_requested.connect(self.play)
        bar.leave_requested.connect(self.leave)
        self._search.waiting.connect(bar.show_waiting)
        self._search.found.connect(self._arrive)
        self._search.failed.connect(self._fail)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc put the bar away also where the text has the keys."""
        if isinstance(event, QResizeEvent):
            self._note_resize(event.oldSize().height())
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if not self.looking or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.leave()
        return True

    @Slot(bool)
    def note_following(self, following: bool) -> None:
        """Take in whether the text follows playback."""
        self._following = following

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Find in another transcript from now on."""
        if opened.other_document:
            self.show(opened.transcript)

    def show(self, transcript: Transcript | None) -> None:
        """Find in another transcript from now on."""
        self._transcript = transcript or Transcript(())
        self._search.show([segment.text for segment in self._transcript.segments])
        self._came_from = None
        self._take(None)
        if transcript is None:
            self._hide()
        elif self._bar.isVisible():
            self.look()

    # Wishes

    @Slot(bool)
    def show_list(self, shown: bool) -> None:
        """List every place, or do not; where nothing is looked for yet, begin."""
        self.want_list(shown)
        if shown and not self._bar.isVisible():
            self.begin()
        self._show_wanted_list()

    def want_list(self, shown: bool) -> None:
        """Take in whether every place is to be listed while something is looked for."""
        self._list_wanted = shown

    @property
    def looking(self) -> bool:
        """Whether the bar is there."""
        return not self._bar.isHidden()

    @property
    def list_wanted(self) -> bool:
        """Whether every place is listed while something is looked for."""
        return self._list_wanted

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Go to a place that was chosen from the list."""
        if self._found and number < len(self._found):
            self._bar.remember()
            self._go(number)

    @Slot(int)
    def play_from(self, number: int) -> None:
        """Play from a place that was chosen from the list."""
        self.go_to(number)
        self.play()

    @Slot()
    def begin(self) -> None:
        """Show the bar; what is selected becomes the phrase."""
        selected = self._view.caret.selected_text()
        if "\n" in selected or len(selected) > _LONGEST_SELECTED:
            selected = ""
        if not self._bar.isVisible():
            self._came_from = self._view.keeping.mark(), self._following
            self._bar.show()
            self._show_wanted_list()
            self.began.emit()
        self._bar.begin(selected)
        self.look()

    def look_for(self, phrase: str, segment: int) -> None:
        """Show the bar with a phrase, and go to where that is found from a segment on."""
        self.begin()
        self._from = segment
        self._bar.begin(phrase)
        self.look()

    @Slot()
    def look(self) -> None:
        """Find what the bar asks for, from where the reader is."""
        self._search.look(self._bar.asked_for)

    @Slot()
    def next(self) -> None:
        """Go to the next place, after the last one to the first."""
        self._step(+1)

    @Slot()
    def previous(self) -> None:
        """Go to the place before, before the first one to the last."""
        self._step(-1)

    @Slot()
    def play(self) -> None:
        """Play from where the reader is; the place before is none to return to then."""
        if self._found and self._here >= 0:
            self._bar.remember()
            self._came_from = None
            self._play(self._found[self._here])

    def _play(self, hit: Hit) -> None:
        """Play from a hit: from its first word where words are timed, else from its line."""
        word = word_at(spoken_words(self._transcript.segments[hit.first]), hit.begin)
        if word is None:
            self.play_requested.emit(hit.first)
        else:
            self.word_requested.emit(hit.first, word.word.start_ms)

    @Slot()
    def leave(self) -> None:
        """Put the bar away, and have everything as it was before."""
        came_from, self._came_from = self._came_from, None
        self._bar.remember()
        self._hide()
        self._search.forget()
        self._take(None)
        self._view.setFocus()
        if came_from is None:
            return
        mark, followed = came_from
        self._view.caret.clear_selection()
        self._view.keeping.return_to(mark)
        if followed:
            self.reader_acted.emit(FollowEvent.BACK_TO_NOW)

    @Slot()
    def give_way(self) -> None:
        """Put the bar away for another one; the reader stays where he is."""
        if self.looking:
            self._came_from = None
            self.leave()

    def _hide(self) -> None:
        self._bar.hide()
        self._show_wanted_list()

    def _show_wanted_list(self) -> None:
        """Show the list where it is wanted, beside the bar alone."""
        shown = self._list_wanted and self.looking
        self.list_shown_changed.emit(shown)

    # What comes of them

    @Slot(object)
    def _arrive(self, found: Found) -> None:
        start, was_there = self._start(), self._here >= 0
        self._take(found)
        if found:
            self._go(found.number_from(start))
        elif was_there:
            self._view.caret.clear_selection()  # that of a shorter phrase, which nobody chose

    @Slot(object)
    def _fail(self, error: ViewerError) -> None:
        if self._here >= 0:
            self._view.caret.clear_selection()
        self._take(None)
        self._bar.show_trouble(str(error))

    def _step(self, by: int) -> None:
        if not self._bar.isVisible():
            self.begin()
        elif self._found:
            self._bar.remember()
            self._go((self._here + by) % len(self._found))

    def _start(self) -> int:
        """Return the segment from which on to look: the hit gone to, else the first in view."""
        wanted, self._from = self._from, None
        if wanted is not None:
            return wanted
        if self._found is not None and self._here >= 0:
            return self._found[self._here].first
        return self._view.sheet.first_in_view()

    def _go(self, number: int) -> None:
        found = self._found
        assert found is not None
        self._here = number
        hit = found[number]
        self.reader_acted.emit(FollowEvent.FOUND)
        self._view.layers.set(Level.FOUND, FoundLayer(found, number))
        self._view.show_hit(hit)
        self._bar.show_count(number + 1, len(found))
        self.news.here(number)

    def _note_resize(self, height_before: int) -> None:
        """Have the place that is counted in view afterwards, too, if it was before."""
        if not self.looking or self._found is None or self._here < 0:
            return
        rect = self._view.segment_rect(self._found[self._here].first)
        if not rect.isEmpty() and 0 <= rect.top() < height_before:
            self._laid_out.start()

    @Slot()
    def _keep_in_view(self) -> None:
        if self.looking and self._found is not None and self._here >= 0:
            hit = self._found[self._here]
            self._view.bring_into_view(hit.first, hit.begin)  # what is selected may be more by now

    def _take(self, found: Found | None) -> None:
        self._found, self._here = found, -1
        self._view.layers.set(Level.FOUND, None if found is None else FoundLayer(found))
        self._bar.show_count(0, len(found or ()))
        self.news.found(self._transcript, found if self._bar.phrase.strip() else None)

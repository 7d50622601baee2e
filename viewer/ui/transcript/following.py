"""Taking the text along with what is being said, unless the reader is reading elsewhere."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.follow import Follow, FollowEvent
from viewer.core.transcript import Said
from viewer.core.value import value
from viewer.ui.transcript.view import TranscriptView


@value
class WayBack:
    """The way back to a lit line that is out of view: whether it leads up."""

    leads_up: bool


class Following(QObject):
    """Feeds the follow state machine and scrolls the view as it says.

    `following_changed` is a fact for the menu's tick; `way_back_changed` carries the `WayBack`
    that should be offered, or None.
    """

    following_changed = Signal(bool)
    way_back_changed = Signal(object)

    def __init__(
        self,
        view: TranscriptView,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._view, self._now = view, now
        self._follow = Follow()
        self._said = Said()
        self._way_back: WayBack | None = None
        #: The reader chose a line where it stands: the text stays until what is said leaves it.
        self._stays = False
        self._owed = False

    @property
    def following(self) -> bool:
        """Whether the text follows what is being said."""
        return self._follow.following

    def begin(self, *, following: bool) -> None:
        """Start afresh with another transcript."""
        self._said, self._stays = Said(), False
        self._become(Follow(following=following))
        self.following_changed.emit(following)  # whatever was reported before

    def leave(self) -> None:
        """Leave the text where it is read, elsewhere than what is being said."""
        self._stays = False
        self._become(Follow(following=False))

    def go_on(self) -> None:
        """Follow another reading of the same recording, or do not, as before."""
        self._said = Said()
        self._become(self._follow)

    @Slot(object, int)
    def light(self, said: Said, _ms: int) -> None:
        """Light what is being said now, and take the text there if it is followed."""
        moved = said.followed != self._said.followed
        self._said = said
        self._view.light(said)
        if not moved:
            return
        self._become(self._follow.lit_moved(lit_visible=self._view.lit.visible()))
        self._take_along()

    @Slot(int)
    def line_chosen(self, _index: int) -> None:
        """Take in that the reader is about to play a line where it stands."""
        self._stays = True

    @Slot(object)
    def reader_acted(self, event: FollowEvent) -> None:
        """Take in what the reader did."""
        self._stays = self._stays and event.resumes
        before = self._follow.following
        self._become(self._follow.on(event))
        if event.resumes or (self._follow.following and not before):
            self._take_along()

    @Slot()
    def look_again(self) -> None:
        """Take in that other lines are in view, whoever scrolled."""
        self._become(self._follow)

    @Slot()
    def settled(self) -> None:
        """Make up for what waited while the mouse was at work in the text."""
        self._become(self._follow)
        if self._owed:
            self._take_along()

    def _take_along(self) -> None:
        """Bring what is being said to where the eye rests, if it is followed and elsewhere."""
        view = self._view
        # What glides elsewhere is not in place, though it comes by there.
        rests = not view.scrolling.gliding and view.lit.in_middle_half()
        in_place = view.lit.whole() if self._stays else rests
        wanted = self._follow.following and not in_place
        self._owed = wanted and view.mouse.held
        if wanted and not view.mouse.held:
            self._stays = False
            view.lit.scroll_to(animate=True)

    @Slot(bool)
    def reader_scrolled(self, lit_visible: bool) -> None:
        """Take in that the reader scrolled, with the lit line now in view or not."""
        if self._said.followed is not None:
            self._become(self._follow.scrolled(lit_visible=lit_visible, now_s=self._now()))
            self._stays = self._stays and self._follow.following

    @Slot()
    def jumped(self) -> None:
        """Take in that the reader went to another line."""
        self.reader_acted(FollowEvent.LINE_STEPPED)

    @Slot()
    def sought(self) -> None:
        """Take in that the reader used the seek bar."""
        self._stays = False
        self.reader_acted(FollowEvent.SOUGHT)

    @Slot()
    def back_to_now(self) -> None:
        """Take in that the reader asked for the way back."""
        self._stays = False
        self.reader_acted(FollowEvent.BACK_TO_NOW)

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Take in that the reader switched following on or off."""
        self.reader_acted(FollowEvent.SWITCHED_ON if on else FollowEvent.SWITCHED_OFF)

    def _become(self, follow: Follow) -> None:
        before, self._follow = self._follow, follow
        if follow.following:
            self._view.keeping.let_go()  # what is said is what is to stay in view from now on
        if follow.following != before.following:
            self.following_changed.emit(follow.following)
        if self._view.mouse.held:
            return
        view, way_back = self._view, None
        if not follow.following and self._said.followed is not None and not view.lit.visible():
            way_back = WayBack(view.lit.above())
        if way_back != self._way_back:
            self._way_back = way_back
            self.way_back_changed.emit(way_back)

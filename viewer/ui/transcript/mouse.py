"""The mouse over the transcript: clicks choose, drags select, and the pointer tells which."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip

from viewer.core.follow import FollowEvent
from viewer.core.spoken import spoken_words, word_at
from viewer.core.value import value
from viewer.ui.theme import plain
from viewer.ui.transcript.caret import Caret
from viewer.ui.transcript.click_rules import ClickRules, Press
from viewer.ui.transcript.layering import Layers
from viewer.ui.transcript.layers import Level, Look, NotedLayer, SegmentLayer
from viewer.ui.transcript.scrolling import Scrolling
from viewer.ui.transcript.sheet import Sheet
from viewer.ui.transcript.touch_scroll import by_touch

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_LEFT: Final = Qt.MouseButton.LeftButton
_HELD: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
#: A second press may be reported a little late, in milliseconds.
_LATE_MS: Final = 50
#: So long a tip that nobody waited for hides words; Qt would leave it for ten seconds.
_SAID_MS: Final = 2_500


@value
class Hit:
    """The segment under the pointer, and whether the pointer is on its time."""

    index: int
    on_time: bool


class Mouse(QObject):
    """Tells which segment was chosen with the mouse; `choice_withdrawn` takes the last one back.

    `word_chosen` carries the segment and the moment of a word that the file times, on which the
    mouse was clicked with Ctrl, or as the reader has it without.

    `reader_acted` carries the `FollowEvent` of what the reader did besides. `grasped` tells that a
    button is down in the text, where nothing moves by itself from now on; `settled` that a press
    can become nothing else any more: no drag, and no double click.
    """

    segment_chosen = Signal(int)
    word_chosen = Signal(int, int)
    choice_withdrawn = Signal()
    reader_acted = Signal(object)
    grasped = Signal()
    settled = Signal()
    #: The words below a segment were clicked on.
    foot_chosen = Signal(int)

    def __init__(
        self,
        edit: QPlainTextEdit,
        sheet: Sheet,
        scrolling: Scrolling,
        caret: Caret,
        layers: Layers,
    ) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._scrolling = edit, sheet, scrolling
        self._caret, self._layers = caret, layers
        self.clicks = ClickRules()
        #: Whether a click without Ctrl plays from the word, too.
        self.plays_words = False
        self._down = False
        self._press_event: QMouseEvent | None = None
        self._pointer: QPointF | None = None
        self._reported_selection = False
        self.doubling = QTimer(self, singleShot=True)
        self.doubling.timeout.connect(self._settle)
        edit.selectionChanged.connect(self.look_again)
        edit.viewport().setMouseTracking(True)
        edit.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # Clicks

    @property
    def held(self) -> bool:
        """Whether the mouse drags, or a press may still become more: nothing moves meanwhile."""
        return self._down or self.doubling.isActive()

    def _grasp(self) -> None:
        self._down = True
        self.grasped.emit()

    @Slot()
    def _settle(self) -> None:
        if not self.held:
            self.settled.emit()

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; on a time the caret and the selection stay."""
        event.accept()
        if event.button() != _LEFT:
            return
        self._scrolling.stop()
        if (foot := self._foot_at(event.position())) is not None:
            self.foot_chosen.emit(foot)
            return
        self.doubling.start(QApplication.doubleClickInterval() + _LATE_MS)
        self._grasp()
        self._press_event = event.clone()
        self._reported_selection = False
        hit = self._hit(event.position())
        self.clicks.press(
            Press(
                self._playable(hit),
                on_time=hit is not None and hit.on_time,
                had_selection=self._caret.selects,
                modified=bool(event.modifiers() & _HELD),
                window_active=self._edit.isActiveWindow(),
            )
        )
        if hit is None or not hit.on_time:
            QPlainTextEdit.mousePressEvent(self._edit, event)

    def move(self, event: QMouseEvent) -> None:
        """Drag once the pointer has moved far enough; until then nothing is selected."""
        self._pointer = event.position()
        press = self.clicks.pressed
        if not event.buttons() & _LEFT:
            if self._down:
                self._lose_press()
            self._point_at(event.position())
            return
        if by_touch(event):
            # A finger that moves scrolls.
            self.clicks.drag()
            return
        if press is not None and not self.clicks.dragging:
            if not self._press_event or not _far(event, self._press_event):
                return
            self.clicks.drag()
            self._point_at(None)
            if press.on_time:
                QPlainTextEdit.mousePressEvent(self._edit, self._press_event)
        QPlainTextEdit.mouseMoveEvent(self._edit, event)
        self.report_selection()
        if self._was_dragged_away():
            self._lose_press()

    def _was_dragged_away(self) -> bool:
        """Return whether the selection has just been dropped somewhere: no release comes then.

        Nor does the pointer have to come back over the text, which would be held until it did.
        """
        if not self._caret.selects:
            return False
        from PySide6.QtGui import QDrag

        return self._edit.viewport().findChild(QDrag) is not None

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if event.button() != _LEFT:
            QPlainTextEdit.mouseReleaseEvent(self._edit, event)
            return
        self._down = False
        press, dragged = self.clicks.pressed, self.clicks.dragging
        on_time = press is not None and press.on_time and not dragged
        if not on_time:
            QPlainTextEdit.mouseReleaseEvent(self._edit, event)
        released = self.clicks.release(window_active=self._edit.isActiveWindow())
        self._point_at(event.position())
        if released.chosen is not None:
            if on_time and not self._caret.selects:
                self._caret.place(released.chosen)
            self._caret.placed = True
            self._choose(
                released.chosen, event.position(), on_word=self.plays_words and not on_time
            )
        elif self._caret.selects:
            self.report_selection()
        elif press is not None and not dragged and event.modifiers() == _CONTROL:
            self._choose(None, event.position(), on_word=True)
        elif released.moved_caret:
            self._move_caret(event, unselected=press is not None and press.had_selection)
        self._settle()

    def _move_caret(self, event: QMouseEvent, *, unselected: bool) -> None:
        """Take in that the caret was put elsewhere, which is reading where it shows."""
        self._caret.placed = True
        if self._caret.browsing:
            self.reader_acted.emit(FollowEvent.CARET_MOVED)
        if unselected:
            self.reader_acted.emit(FollowEvent.UNSELECTED)
            self._show_unselected(event)

    def _choose(self, index: int | None, position: QPointF, *, on_word: bool) -> None:
        """Choose the word at a position where it has a time of its own, or else the segment."""
        shown = self._sheet.shown
        here, offset = shown.text_map.place_at(self._caret.character_at(position))
        spoken = word_at(spoken_words(shown.transcript.segments[here]), offset) if on_word else None
        if spoken is not None and index in (None, here):
            self.word_chosen.emit(here, spoken.word.start_ms)
        elif index is not None:
            self.segment_chosen.emit(index)

    def _lose_press(self) -> None:
        """Forget a press whose release never came: a selection was dragged away."""
        self._down = False
        self.clicks.release(window_active=False)
        self._settle()

    def give_up(self) -> None:
        """Expect neither a release nor a second press: the text is seen no longer."""
        if self.held:
            self.doubling.stop()
            self._lose_press()

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word, and take back what the first click did; on a time, click again."""
        hit = self._hit(event.position())
        if event.button() != _LEFT or (hit is not None and hit.on_time):
            self.press(event)
            return
        self._grasp()
        self._reported_selection = False
        withdrawn = self.clicks.double_click()
        QPlainTextEdit.mouseDoubleClickEvent(self._edit, event)
        self._caret.select_word(event.position())
        # Who reads a word is not to be taken along to what the first click is taken back to.
        self.report_selection()
        if withdrawn:
            self.choice_withdrawn.emit()

    def report_selection(self, *, again: bool = False, known: bool = False) -> None:
        """Tell once that the reader selects; `again` for another wish, `known` for no wish."""
        self._reported_selection = known or (self._reported_selection and not again)
        if self._caret.selects and not self._reported_selection:
            self._reported_selection = True
            self.reader_acted.emit(FollowEvent.SELECTED)

    # The pointer

    def leave(self) -> None:
        """Point at nothing any more."""
        self._pointer = None
        self._point_at(None)

    @Slot()
    def look_again(self) -> None:
        """Point at what is under the pointer now, where no button is held."""
        if self.clicks.pressed is None and self._pointer is not None:
            self._point_at(self._pointer)

    def show_tip(self, event: QHelpEvent) -> None:
        """Say what a click on a time will do, what was noted, and what is the matter with a line.

        Over other words it would hide words.
        """
        hit = self._hit(QPointF(event.pos()))
        comment = "" if hit is None or hit.on_time else self._comment_at(QPointF(event.pos()))
        if hit is not None and comment:
            self._show(comment, event.globalPos(), hit.index)
            return
        index = self._promised(hit)
        words = [self._matter(hit.index)] if hit is not None else []
        if hit is not None and hit.on_time and index is not None:
            time = self._sheet.gutter.time_of(index)
            words.insert(0, self.tr("Play from {time}").format(time=time))
        if hit is None or not any(words):
            QToolTip.hideText()
            return
        self._show(" · ".join(filter(None, words)), event.globalPos(), hit.index)

    def _matter(self, index: int) -> str:
        """Return why a line is marked as one that cannot have been said so."""
        pace = self._sheet.shown.transcript.rushed.get(index)
        warning = self.tr("This cannot have been said in its time: {n} characters a second.")
        return "" if pace is None else warning.format(n=f"{pace:,}")

    def _comment_at(self, position: QPointF) -> str:
        """Return what the user has noted about the words at a position."""
        noted = self._layers[Level.NOTED]
        if not isinstance(noted, NotedLayer):
            return ""
        place = self._sheet.shown.text_map.place_at(self._caret.character_at(position))
        return "\n".join(filter(None, (each.comment for each in noted.at(*place))))

    def _show_unselected(self, event: QMouseEvent) -> None:
        """Say that a click has done no more than clear the selection, where the eye is."""
        index = self._promised(self._hit(event.position()))
        if index is not None:
            text = self.tr("Selection cleared. Click again to play.")
            self._show(text, event.globalPosition().toPoint(), index, _SAID_MS)

    def _show(self, text: str, spot: QPoint, index: int, for_ms: int = -1) -> None:
        rect = self._sheet.segment_rect(index)
        QToolTip.showText(spot, plain.tip(text), self._edit.viewport(), rect, for_ms)

    def _point_at(self, position: QPointF | None) -> None:
        """Show what a click would do where the pointer is."""
        pointed = self._promised(self._hit(position)) if position is not None else None
        looks = frozenset({(pointed, Look.POINTED)} if pointed is not None else ())
        self._layers.set(Level.POINTED, SegmentLayer(looks) if looks else None)
        shape = Qt.CursorShape.PointingHandCursor
        at_foot = position is not None and self._foot_at(position) is not None
        if pointed is None and not at_foot:
            in_text = position is None or not self._sheet.column.on_time(position.x())
            shape = Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor
        if self._edit.viewport().cursor().shape() != shape:
            self._edit.viewport().setCursor(shape)

    def segment_at(self, position: QPointF) -> int | None:
        """Return the segment under a point, or that of the time there."""
        hit = self._hit(position)
        return None if hit is None else hit.index

    def _foot_at(self, position: QPointF) -> int | None:
        """Return the segment whose foot is under a point; where there are no times, too."""
        return self._sheet.foot_at(position.y()) if self._in_text(position) else None

    def _in_text(self, position: QPointF) -> bool:
        column = self._sheet.column
        return column.holds(position.x()) and not column.on_time(position.x())

    def _hit(self, position: QPointF) -> Hit | None:
        if not self._sheet.column.holds(position.x()) or self._foot_at(position) is not None:
            return None
        row = self._sheet.row_at(position.y())
        if row is None or not row.segments:
            return None
        if self._sheet.column.on_time(position.x()):
            return Hit(row.segments[0], on_time=True)
        if len(row.segments) == 1:
            return Hit(row.segments[0], on_time=False)
        index = self._sheet.shown.text_map.segment_at(self._caret.character_at(position))
        inside = row.segments[0] if index is None else index
        return Hit(min(max(inside, row.segments[0]), row.segments[-1]), on_time=False)

    def _promised(self, hit: Hit | None) -> int | None:
        """Return the segment that a click there plays now; on words it clears a selection first."""
        only_clears = hit is not None and not hit.on_time and self._caret.selects
        return None if only_clears else self._playable(hit)

    def _playable(self, hit: Hit | None) -> int | None:
        """Return the segment that a click there plays; one without a time cannot be played."""
        segments = self._sheet.shown.transcript.segments
        timed = hit is not None and segments[hit.index].start_ms is not None
        return hit.index if hit is not None and timed else None


def _far(event: QMouseEvent, press: QMouseEvent) -> bool:
    moved = event.position() - press.position()
    return moved.manhattanLength() >= QApplication.startDragDistance()

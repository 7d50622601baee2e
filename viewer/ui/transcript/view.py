"""The transcript view: one read-only text that holds its helpers and passes Qt's events to them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, QTimerEvent, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPlainTextEdit, QWidget

from viewer.core.find import Hit
from viewer.core.textmap import TextMap
from viewer.core.transcript import Said, Transcript
from viewer.ui.transcript.between_lines import event_on_a_line
from viewer.ui.transcript.caret import Caret
from viewer.ui.transcript.drag_pace import DragPace
from viewer.ui.transcript.gutter import Gutter
from viewer.ui.transcript.keys import Keys
from viewer.ui.transcript.layering import Layers
from viewer.ui.transcript.layout import LeadedLayout
from viewer.ui.transcript.lit import Lit
from viewer.ui.transcript.mouse import Mouse
from viewer.ui.transcript.painting import Painting
from viewer.ui.transcript.place_keeping import PlaceKeeping
from viewer.ui.transcript.reader_menu import ReaderMenu
from viewer.ui.transcript.reader_scroll import ReaderScroll
from viewer.ui.transcript.scrolling import MARGIN, Place, Scrolling
from viewer.ui.transcript.sheet import Sheet
from viewer.ui.transcript.shown import Shown
from viewer.ui.transcript.zoom import Zoom
from viewer.ui.widgets.scroll_parts import know_parts

_TYPE: Final = QEvent.Type


class TranscriptView(QPlainTextEdit):
    """Turns what the reader does into wishes; it never plays, follows or copies quotes itself.

    `reader_scrolled` says whether the lit line is in view now. `word_chosen` carries a segment and
    the moment of one of its words; `choice_withdrawn` takes the last choice back. `reader_acted`
    carries the `FollowEvent` of what the reader did; `grasped` tells of a press, `settled` that it
    can become nothing else any more. `copy_quote_requested` carries the segment that was pointed
    at, or None where there is a selection. `copy_link_requested` carries the moment, `hinted` a
    sentence about what a key needs. `shown_changed` tells that other lines are in view, whoever
    scrolled; `going` that these segments are about to be shown, though they may be hidden.
    """

    segment_chosen = Signal(int)
    word_chosen = Signal(int, int)
    choice_withdrawn = Signal()
    reader_acted = Signal(object)
    grasped = Signal()
    settled = Signal()
    reader_scrolled = Signal(bool)
    copy_requested = Signal()
    copy_quote_requested = Signal(object)
    copy_link_requested = Signal(int)
    hinted = Signal(str)
    shown_changed = Signal()
    going = Signal(object)
    point_size_changed = Signal(int)
    caret_browsing_changed = Signal(bool)

    #: Makes what is dragged away; without it that is the text alone.
    selection_data: Callable[[], QMimeData | None] | None = None
    _drags = False
    #: Qt sends events already while the helpers are made.
    _complete = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        know_parts(self)
        layout = self._set_up()
        self.scrolling = Scrolling(self, layout)
        self.sheet = Sheet(self, layout, self.scrolling, Gutter())
        self.keeping = PlaceKeeping(self, self.sheet, self.scrolling)
        self.layers = Layers(self, self.sheet)
        self.lit = Lit(self, self.sheet, self.scrolling, self.layers)
        self.painting = Painting(self, self.sheet, self.layers)
        self.caret = Caret(self, self.sheet, self.scrolling, self.lit)
        self.mouse = Mouse(self, self.sheet, self.scrolling, self.caret, self.layers)
        self._pace = DragPace(self.viewport())
        self.keys = Keys(self, self.sheet, self.scrolling, self.caret)
        self.menu = ReaderMenu(self, self.sheet, self.caret)
        self.zoom = Zoom(self, self.sheet, self.keeping, self.lit)
        self.reader = ReaderScroll(
            self, self.sheet, self.scrolling, self.lit, self.mouse, self.keys
        )
        self._complete = True
        self.sheet.set_font(QFont(QApplication.font().family(), 12))
        self._connect()

    def _set_up(self) -> LeadedLayout:
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)
        layout = LeadedLayout(document)
        document.setDocumentLayout(layout)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Transcript"))
        return layout

    def _connect(self) -> None:
        for source_of_wishes in (self.mouse, self.keys, self.menu):
            source_of_wishes.segment_chosen.connect(self.segment_chosen)
        for actor in (self.mouse, self.keys):
            actor.reader_acted.connect(self.reader_acted)
        self.mouse.word_chosen.connect(self.word_chosen)
        self.mouse.choice_withdrawn.connect(self.choice_withdrawn)
        self.mouse.grasped.connect(self.grasped)
        self.mouse.settled.connect(self.settled)
        self.keys.hinted.connect(self.hinted)
        self.reader.scrolled.connect(self.keeping.let_go)
        self.reader.scrolled.connect(self.reader_scrolled)
        self.menu.copy_requested.connect(self.copy_requested)
        self.menu.copy_quote_requested.connect(self.copy_quote_requested)
        self.menu.copy_link_requested.connect(self.copy_link_requested)
        self.zoom.point_size_changed.connect(self.point_size_changed)
        self.caret.browsing_changed.connect(self.caret_browsing_changed)
        self.scrolling.moved.connect(self.mouse.look_again)
        self.scrolling.moved.connect(self.shown_changed)

    # What is shown

    @property
    def transcript(self) -> Transcript:
        """The transcript that is shown."""
        return self.sheet.shown.transcript

    @property
    def text_map(self) -> TextMap:
        """The shown text and where each segment lies in it."""
        return self.sheet.shown.text_map

    def show_transcript(self, transcript: Transcript, text_map: TextMap | None = None) -> None:
        """Show a transcript from its beginning, with nothing lit and the caret at its head."""
        self.lit.said = Said()
        self.layers.forget()
        self.keeping.show(Shown.of(transcript, text_map))
        self.caret.placed = False
        self.caret.describe()

    def exchange_transcript(self, transcript: Transcript, text_map: TextMap) -> None:
        """Show another reading, or the same one by another map, and keep place and caret."""
        before, after, held = self.sheet.shown, Shown.of(transcript, text_map), self.lit.held()
        if transcript is not before.transcript:
            self.lit.said = Said()
            self.layers.forget()
        with self.caret.kept(after):
            self.keeping.exchange(after, held)

    def clear(self) -> None:
        """Show nothing."""
        self.show_transcript(Transcript(()))

    def set_times_visible(self, visible: bool) -> None:
        """Show the times beside the lines, or do not, and keep the place."""
        self.sheet.gutter.set_times_visible(visible)
        with self.keeping.kept(self.lit.held()):
            self.sheet.fit_column()
        self.viewport().update()

    def set_foot(self, height: int) -> None:
        """Keep a strip of the pane's foot free of text; what is read stays where it is."""
        self.setViewportMargins(0, 0, 0, height)

    def light(self, said: Said) -> None:
        """Light what is being said."""
        self.lit.light(self.sheet.as_seen(said))

    def segment_rect(self, index: int) -> QRect:
        """Return where a segment is in the viewport; an empty rectangle if it is out of view."""
        return self.sheet.segment_rect(index)

    # Showing places

    def place(self) -> Place:
        """Return what stands at the top."""
        return self.scrolling.place()

    @Slot(int)
    def show_place(self, index: int) -> None:
        """Show a line as the reader's own scrolling would, with the caret in it."""
        index = min(index, len(self.text_map) - 1)
        self.going.emit(range(index, index + 1))
        self.caret.place(index)
        self.caret.placed = True
        self.scrolling.go(self.sheet.place_of(index))
        self.reader.report()
        self.keeping.reveal(index)

    def show_hit(self, hit: Hit) -> None:
        """Select what was found, and bring it into view where it is not, by the shortest way."""
        shown = self.sheet.shown
        self.going.emit(range(hit.first, hit.last + 1))
        self.mouse.report_selection(known=True)  # it is no wish of the reader's own
        begin, end = shown.position_of(hit.first, hit.begin), shown.position_of(hit.last, hit.end)
        self.caret.set_range(begin, end)
        self.bring_into_view(hit.first, hit.begin)

    def bring_into_view(self, index: int, offset: int) -> None:
        """Bring a segment into view, or of one that is too high the line of a character."""
        sheet, height = self.sheet, self.viewport().height()
        self.keeping.reveal(index, offset)
        if sheet.is_higher(index, height):
            line = sheet.words_rect(index, offset, offset + 1)
            rect = QRect() if line is None else line.toAlignedRect()
            place = sheet.line_place(index, offset)
        else:
            rect, place = self.segment_rect(index), sheet.place_of(index)
        if rect.isEmpty() or rect.top() < 0 or rect.bottom() > height:
            self.scrolling.glide_to(Place(place.block, place.y - height // 3), animate=True)

    def select(self, begin: int, end: int, *, caret_at_end: bool = True) -> None:
        """Select a range as the reader's wish, and have the end where the caret is in view."""
        positions = [self.sheet.shown.units.to_units(at) for at in (begin, end)]
        self.caret.set_range(*(positions if caret_at_end else reversed(positions)))
        self.mouse.report_selection(again=True)
        if self.text_map:
            self.bring_into_view(*self.text_map.place_at(end - 1 if caret_at_end else begin))

    def select_all(self) -> None:
        """Select everything, as the reader's wish."""
        self.selectAll()
        self.mouse.report_selection(again=True)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Leave the window its shortcuts, but for the keys that the text takes."""
        if not self._complete:
            return super().event(event)
        if event.type() == _TYPE.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self.keys.use_of(event) is not None)
            return True
        # Qt sends ActivationChange to windows alone, these two to every widget in them.
        if event.type() in (_TYPE.WindowActivate, _TYPE.WindowDeactivate):
            self.mouse.clicks.window_changed(active=event.type() == _TYPE.WindowActivate)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Scroll with a finger; say what a click will do, while the pointer rests on a time."""
        if not self._complete:
            return super().viewportEvent(event)
        if self.reader.by_finger(event):
            return True
        if event.type() == _TYPE.ToolTip and isinstance(event, QHelpEvent):
            self.mouse.show_tip(event)
            return True
        if event.type() == _TYPE.Leave:
            self.mouse.leave()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and all that stands out of it."""
        self.painting.paint(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new width, and keep the place."""
        with self.keeping.kept(self.lit.held()):
            self.sheet.fit_column(forget=event.size().width() == event.oldSize().width())
            super().resizeEvent(event)
            self.sheet.height = event.size().height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels, or zoom with Ctrl."""
        if not self.zoom.wheel(event):
            self.reader.by_wheel(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self.mouse.press(event_on_a_line(self.sheet, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point, or drag."""
        self._drags = True
        self.mouse.move(event_on_a_line(self.sheet, event))
        self._drags = False

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll a line for a drag beyond the edge, when one is due."""
        if not self.mouse.clicks.dragging or self._pace.due():
            super().timerEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self.mouse.release(event_on_a_line(self.sheet, event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.mouse.double_click(event_on_a_line(self.sheet, event))

    def hideEvent(self, event: QHideEvent) -> None:
        """Expect no more of the mouse."""
        self.mouse.give_up()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a caret at once where a screen reader has begun to work meanwhile."""
        self.caret.suit_reader()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, move the caret, play; the window gets the rest."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif not self.keys.press(event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection or the line under the pointer."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at_pointer = self.mouse.segment_at(QPointF(event.pos())) if by_mouse else None
        menu: QMenu = self.menu.menu_for(at_pointer if by_mouse else self.caret.readers_segment())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        caret = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(event.globalPos() if by_mouse else caret)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: the selection as it reads; or dragged away: a quote of it."""
        made = self.selection_data() if self._drags and self.selection_data else None
        if made is not None:
            return made
        data = QMimeData()
        data.setText(self.caret.selected_text())
        return data

"""How the picture and the text share the window: beside, above, alone, or full screen."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.session.opened import Change, Opened
from viewer.ui.details.panel import DetailsPanel
from viewer.ui.widgets.overlay import Overlay

#: Below this width the picture goes above the text.
NARROW_PX: Final = 800
#: Beside the text the picture gives way to what that needs, down to this width.
PICTURE_WIDTH_PX: Final = 360
#: So many heights of a letter the text has in width, or the picture goes above it.
TEXT_LETTERS: Final = 18
#: What the picture takes by default.
PICTURE_SHARE: Final = 0.45
#: With less height than this for the picture the details fold; then it shrinks, to nothing at last.
PICTURE_PX: Final = 135
#: Alone with the text, the details have at most this part of what the play bar leaves.
DETAILS_SHARE: Final = 1 / 3
ANY_PX: Final = 16_777_215
#: What the text has at least; by itself it would ask for what the card in its place needs.
TEXT_PX: Final = (240, 120)


class Arrangement(Enum):
    """Where picture and text stand."""

    BESIDE = auto()
    ABOVE = auto()
    TEXT_ALONE = auto()
    PICTURE_ALONE = auto()


class Panes(QWidget):
    """Picture, play bar and details on one side, the text on the other.

    Where there is no picture to show, the text has the whole width and the play bar stands at
    the foot.
    """

    arranged = Signal(object)
    resized = Signal()
    #: How much of the picture's foot the play bar covers.
    covered = Signal(int)

    def __init__(
        self, picture: QWidget, play_bar: QWidget, details: DetailsPanel, text: QWidget
    ) -> None:
        super().__init__()
        self._picture, self._play_bar, self._details, self._text = picture, play_bar, details, text
        self._has_picture = self._open = self._playable = False
        self._picture_wanted = self._text_wanted = True
        self._full_screen = self._still = False
        #: What stands in the picture's place.
        self._cover: QWidget | None = None
        #: How much width the text's side needs, and the least that a hand has left to it.
        self._text_room, self._left_by_hand = 0, ANY_PX
        self._arrangement: Arrangement | None = None
        self._arranged_for_full_screen = False
        self._shares = {Qt.Orientation.Horizontal: PICTURE_SHARE, Qt.Orientation.Vertical: 0.45}
        self._side, self._foot = _Side(), QWidget()
        self._side_layout, self._foot_layout = _column(self._side), _column(self._foot)
        #: Holds the play bar in full screen, at the foot of the picture.
        self.over_picture = Overlay(self)
        self.over_picture.hide()
        self._over_layout = _column(self.over_picture)
        self._side_layout.addWidget(picture, 1)
        text.setMinimumSize(*TEXT_PX)
        self._splitter = QSplitter()
        #: Above everything: for what stands above the text while that is hidden.
        self.head = QVBoxLayout()
        self._lay_out()
        self._play_bar.setAutoFillBackground(True)
        self._play_bar.hide()
        self._arrange()

    def _lay_out(self) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        self._splitter.addWidget(self._side)
        self._splitter.addWidget(self._text)
        self._splitter.splitterMoved.connect(self._remember_share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.head)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._foot)

    @property
    def arrangement(self) -> Arrangement:
        """Where picture and text stand now."""
        assert self._arrangement is not None
        return self._arrangement

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to show, wanted or not."""
        return self._has_picture

    @property
    def shares(self) -> tuple[float, float]:
        """The picture's share of the width when beside, and of the height when above."""
        return self._shares[Qt.Orientation.Horizontal], self._shares[Qt.Orientation.Vertical]

    @shares.setter
    def shares(self, shares: tuple[float, float]) -> None:
        beside, above = (min(max(share, 0.1), 0.9) for share in shares)
        self._shares = {Qt.Orientation.Horizontal: beside, Qt.Orientation.Vertical: above}
        self._apply_share()

    def set_open(self, open_: bool, *, playable: bool = True) -> None:
        """Take in whether anything is open, to tell about it, and whether it can be played."""
        playable = playable and open_
        if playable is not self._playable:  # in full screen the bar comes and goes by itself
            self._playable = playable
            self._play_bar.setVisible(playable)
        if open_ is not self._open:
            self._open = open_
            self._details.setVisible(open_ and not self._full_screen)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in whether the recording has a picture."""
        if opened.change is not Change.READING:
            self.set_has_picture(opened.has_picture)

    def set_has_picture(self, has_picture: bool) -> None:
        """Take in whether there is a picture to show; what is held still is arranged later."""
        self._has_picture = has_picture
        if not self._still:
            self._arrange()

    @Slot()
    def hold_still(self) -> None:
        """Have no picture that comes or goes take the text from under the mouse."""
        self._still = True

    @Slot()
    def let_move(self) -> None:
        """Arrange picture and text as they should stand by now."""
        self._still = False
        self._arrange()

    def set_wanted(self, *, picture: bool, text: bool) -> None:
        """Take in which sides the reader wants; one of them always stays."""
        self._picture_wanted, self._text_wanted = picture, text
        self._arrange()

    @Slot(int)
    def set_text_room(self, width: int) -> None:
        """Take in how much width the text needs, with what stands beside it.

        The picture gives way to that; a hand that moves the border has precedence.
        """
        if width != self._text_room:
            self._text_room = width
            self._apply_share()

    def cover_picture(self, cover: QWidget | None) -> None:
        """Have something else in the picture's place, or the picture again."""
        if cover is not self._cover:
            self._cover = cover
            self._picture.setVisible(cover is None)
            if cover is not None:
                self._side_layout.insertWidget(0, cover, 1)
            self._share_height()

    def set_full_screen(self, full_screen: bool) -> None:
        """Show the picture alone, or the text alone where there is no picture.

        The play bar then lies over the picture, which has the whole screen; a text keeps it below.
        """
        self._full_screen = self._side.black = full_screen
        self._arrange()

    def show_over_picture(self, shown: bool) -> None:
        """Show the play bar where it lies over the picture, or hide it there."""
        shown = shown and self._over_layout.count() > 0
        if shown is self.over_picture.isHidden():
            self.over_picture.setVisible(shown)
            self.covered.emit(self.over_picture.height() if shown else 0)

    def event(self, event: QEvent) -> bool:
        """Share the height anew when one of the widgets has asked for more or less of it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture above the text where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()
        self._place_over_picture()
        self._share_height()
        self._apply_share()
        self.resized.emit()

    def _wanted_arrangement(self) -> Arrangement:
        if not self._has_picture:
            return Arrangement.TEXT_ALONE
        if self._full_screen or not self._text_wanted:
            return Arrangement.PICTURE_ALONE
        if not self._picture_wanted:
            return Arrangement.TEXT_ALONE
        return Arrangement.BESIDE if self.width() >= self._narrow_px else Arrangement.ABOVE

    @property
    def _narrow_px(self) -> int:
        """With less width than this the picture goes above the text."""
        text = self._text.fontMetrics().height() * TEXT_LETTERS
        return max(NARROW_PX, PICTURE_WIDTH_PX + text)

    def _arrange(self) -> None:
        wanted = self._wanted_arrangement()
        self._details.setVisible(self._open and not self._full_screen)
        if (wanted, self._full_screen) == (self._arrangement, self._arranged_for_full_screen):
            return
        self._arrangement, self._arranged_for_full_screen = wanted, self._full_screen
        above = wanted is Arrangement.ABOVE
        self._splitter.setOrientation(
            Qt.Orientation.Vertical if above else Qt.Orientation.Horizontal
        )
        alone = wanted is Arrangement.TEXT_ALONE
        host = self._foot_layout if alone else self._side_layout
        over = self._full_screen and not alone
        (self._over_layout if over else host).addWidget(self._play_bar)
        host.addWidget(self._details)
        self._play_bar.setVisible(self._playable)  # the layout would show it a moment later
        self._place_over_picture()
        self.show_over_picture(over)
        self._foot.setVisible(alone)
        self._side.setVisible(not alone)
        self._text.setVisible(wanted is not Arrangement.PICTURE_ALONE)
        self._share_height()
        self._apply_share()
        self.arranged.emit(wanted)

    def _place_over_picture(self) -> None:
        height = self.over_picture.sizeHint().height()
        self.over_picture.setGeometry(0, self.height() - height, self.width(), height)

    def _share_height(self) -> None:
        """Fold the details where height is short, then shrink the picture; never the play bar."""
        room = self.height() - _least(self._play_bar)
        above = self._arrangement is Arrangement.ABOVE
        text = self._text_px if above else TEXT_PX[1]
        if self._arrangement in (Arrangement.ABOVE, Arrangement.TEXT_ALONE):
            room -= text + self._splitter.handleWidth()
        if self._arrangement is Arrangement.TEXT_ALONE:
            most = round((self.height() - _least(self._play_bar)) * DETAILS_SHARE)
            self._details.set_room(min(room, most))
        else:
            self._details.set_room(room - max(PICTURE_PX, _least(self._cover)))
        room -= _least(self._details)
        if above:  # to what stands there the text gives way, too
            left = room + text - _least(self._cover)
            self._text.setMinimumHeight(min(max(left, 1), text))
        self._picture.setMinimumHeight(min(max(room, 1), PICTURE_PX))

    @property
    def _text_px(self) -> int:
        """How much height the text has at least below the picture.

        The picture gives way to what is told above the text, unless nothing would be left of it.
        """
        wanted = max(TEXT_PX[1], _least(self._text))
        left = self.height() - _least(self._play_bar) - self._splitter.handleWidth() - wanted
        return wanted if left >= PICTURE_PX // 2 else TEXT_PX[1]

    def _apply_share(self) -> None:
        if self._arrangement not in (Arrangement.BESIDE, Arrangement.ABOVE):
            return
        orientation = self._splitter.orientation()
        across = orientation is Qt.Orientation.Horizontal
        whole = self._splitter.width() if across else self._splitter.height()
        first = round(whole * self._shares[orientation])
        if across:
            room = min(self._text_room, self._left_by_hand) + self._splitter.handleWidth()
            first = min(first, max(whole - room, PICTURE_WIDTH_PX))
        self._splitter.setSizes([first, whole - first])

    def _remember_share(self, position: int, _index: int) -> None:
        orientation = self._splitter.orientation()
        across = orientation is Qt.Orientation.Horizontal
        whole = self._splitter.width() if across else self._splitter.height()
        self._shares[orientation] = position / max(whole, 1)
        if across:
            self._left_by_hand = whole - self._splitter.handleWidth() - position


class _Side(QWidget):
    """The picture's side, which is black around the picture in full screen."""

    black = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.black:
            QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)


def _least(widget: QWidget | None) -> int:
    return 0 if widget is None or widget.isHidden() else widget.minimumSizeHint().height()


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout

"""Parts of a column that give way, one after the other, where height is short."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

#: Parts in the order in which they give way, each with the height that the rest then needs.
Ladder: TypeAlias = Sequence[tuple[QWidget, int]]

_FITTED: frozenset[QEvent.Type] = frozenset((QEvent.Type.Resize, QEvent.Type.LayoutRequest))


class GivingWay(QObject):
    """Takes the height of a column's parts until the rest has room, so that nothing overlaps.

    A part without height is not hidden: whether it is wanted is its own affair, and Tab reaches it.
    What has the keys stays, or comes back. A part may stand inside another one, which gives way
    after it.
    """

    def __init__(self, column: QWidget, ladder: Callable[[], Ladder]) -> None:
        super().__init__(column)
        self._column, self._ladder = column, ladder
        #: What has given way, with how high it could be before.
        self._away: dict[QWidget, int] = {}
        #: Heights are held still for now.
        self.is_held = False
        self._kept_px = 0
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Later, as the keys also leave a widget that is just being put elsewhere.
        app.focusChanged.connect(self._follow_keys, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def let_move(self) -> None:
        """Fit anew after all heights were held, and let go."""
        self.is_held = False
        self.fit()

    @property
    def kept_px(self) -> int:
        """How much height those parts need that do not give way."""
        return sum(self._needed(part) for part, _ in self._ladder() if has_keys(part))

    @property
    def whole_px(self) -> int:
        """How much height all parts need."""
        return sum(self._needed(part) for part, _ in self._ladder())

    def wanted_px(self, parts: Sequence[QWidget]) -> int:
        """Return how much height those of some parts need that are wanted."""
        return sum(self._needed(part) for part in parts if not part.isHidden())

    @Slot()
    def fit(self) -> None:
        """Let as many parts give way as must."""
        if self.is_held:
            return
        known = self._ladder()
        parts = {part for part, _ in known}
        self._away = {part: was for part, was in self._away.items() if part in parts}
        ladder = [(part, rest) for part, rest in known if part.isVisibleTo(self._column)]
        needed = {part: self._needed(part) for part, _ in ladder}
        for inner, outer in permutations(needed, 2):
            if outer.isAncestorOf(inner) and inner not in self._away:
                needed[outer] -= needed[inner]
        whole = sum(needed.values())
        away = list[QWidget]()
        for part, rest in ladder:
            if whole + rest > self._column.height() and not has_keys(part):
                away.append(part)
                whole -= needed[part]
        self._put_away(away)

    def _put_away(self, away: Sequence[QWidget]) -> None:
        for part in [each for each in self._away if each not in away]:
            part.setMaximumHeight(self._away.pop(part))
        for part in away:
            self._away.setdefault(part, part.maximumHeight())
            part.setMaximumHeight(0)  # also of one whose height was held and let go meanwhile

    def _needed(self, part: QWidget) -> int:
        """Return what a part needs across the column, whatever has been taken from it."""
        if part.hasHeightForWidth():
            outside = part.parentWidget() is self._column
            return part.heightForWidth(self._column.width() if outside else part.width())
        return max(part.minimumSizeHint().height(), part.minimumHeight())

    @Slot()
    def _follow_keys(self) -> None:
        """Fit anew where the keys may have come to a part or left it."""
        kept = self.kept_px
        if kept != self._kept_px:
            self._kept_px = kept
            self._column.updateGeometry()
            self.fit()


class Column(QWidget):
    """A widget whose parts give way, by `giving`.

    It tells of its events itself: a filter would be asked while it is being destroyed.
    """

    #: Events come while the parts are made.
    giving: GivingWay | None = None

    def event(self, event: QEvent) -> bool:
        """Fit the parts where there is another height, or they need another one."""
        taken = super().event(event)
        if self.giving is not None and event.type() in _FITTED:
            self.giving.fit()
        return taken


def has_keys(widget: QWidget) -> bool:
    """Return whether the focus is in a widget."""
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))

"""The one panel beside the text: tabs, of which one is in view or none."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from viewer.core.value import value
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

#: The room before the tabs, between them and the button, and after that, in pixels.
_BESIDE_TABS: Final = (4, 2, 8)


@value
class Tab:
    """A tab: by what it is known, what stands on it, and what makes its widget when first shown."""

    name: str
    title: str
    make: Callable[[], QWidget]


class SidePanel(QWidget):
    """Shows one tab at a time; it is hidden while none is wanted, or of no use.

    `shown_changed` tells the name of the tab in view, or an empty one; `turned` of the one that was
    chosen by hand. Wishes, each with the name of the tab in view: `close_requested` by the button,
    `left` by Escape.
    """

    shown_changed = Signal(str)
    turned = Signal(str)
    close_requested = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self._made: dict[str, QWidget] = {}
        self._current, self._before, self._announced = "", "", ""
        self._of_use = False
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)  # where there is no room for names
        self._bar.setAccessibleName(self.tr("Side panel"))
        self._bar.currentChanged.connect(self._turned)
        self._close = IconButton("close")
        self._close.set_words(self.tr("Hide this panel"))
        self._close.clicked.connect(self._ask_to_close)
        self._stack = QStackedWidget()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        before, between, after = _BESIDE_TABS
        top.setContentsMargins(before, 2, after, 0)
        top.setSpacing(between)
        top.addWidget(self._bar, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def add(self, tab: Tab) -> None:
        """Have another tab, behind those there are."""
        self._tabs.append(tab)
        self._bar.blockSignals(True)
        number = self._bar.addTab(plain.line(tab.title))
        self._bar.setTabToolTip(number, plain.tip(tab.title))
        self._bar.blockSignals(False)

    @property
    def comfortable_px(self) -> int:
        """How wide the panel is when the names of all tabs have room."""
        return self._bar.sizeHint().width() + self._close.sizeHint().width() + sum(_BESIDE_TABS)

    @property
    def comfortable_height_px(self) -> int:
        """How high the panel is when all parts of the tab in view have room; a list scrolls."""
        page = self._stack.currentWidget()
        if page is None or page.layout() is None:
            return 0
        return self._bar.sizeHint().height() + page.sizeHint().height()

    @property
    def current(self) -> str:
        """The name of the tab that is wanted, or an empty one."""
        return self._current

    @property
    def shown(self) -> str:
        """The name of the tab in view, or an empty one."""
        return self._current if self._of_use else ""

    def widget(self, name: str) -> QWidget | None:
        """Return a tab's widget, where it has been shown before."""
        return self._made.get(name)

    def set_of_use(self, of_use: bool) -> None:
        """Take in whether there is anything beside which to show a tab."""
        self._of_use = of_use
        self._show()

    def open(self, name: str) -> None:
        """Show a tab; one of an unknown name is none."""
        if name != self._current and any(tab.name == name for tab in self._tabs):
            self._before, self._current = self._current, name
            self._show()

    def shut(self) -> None:
        """Show no tab."""
        self._before = self._current = ""
        self._show()

    def leave(self, name: str) -> None:
        """Where a tab is in view, show what was there before it: another tab, or none."""
        if name == self._current:
            self._current, self._before = self._before, ""
            self._show()

    def take_keys(self) -> None:
        """Give the tab in view the keys."""
        if self.shown:
            self._made[self.shown].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keys(self) -> bool:
        """Return whether the focus is in the panel."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        name = self.shown
        if name:
            self._bring(name)
        self.setVisible(bool(name))
        if name != self._announced:
            self._announced = name
            self.shown_changed.emit(name)

    def _bring(self, name: str) -> None:
        """Put a tab's widget into view, made now if it never was."""
        number = next(n for n, tab in enumerate(self._tabs) if tab.name == name)
        if name not in self._made:
            self._made[name] = self._tabs[number].make()
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self._bar.setCurrentIndex(number)

    @Slot(int)
    def _turned(self, number: int) -> None:
        name = self._tabs[number].name
        if self._current and name != self._current:
            self.open(name)
            self.turned.emit(name)

    @Slot()
    def _ask_to_close(self) -> None:
        self.close_requested.emit(self._current)

"""The tabs of the side panel, and which command brings them.

Another one is a line in `TABS` and a module of this package, called by its name with `_tab` behind
it. The module's `make(window)` makes what is shown when it is first wanted; that hears of
everything itself from then on.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot

from viewer.core.value import value
from viewer.ui.commands.actions import Command, CommandSpec
from viewer.ui.side.panel import Tab
from viewer.ui.theme.words import QT_TRANSLATE_NOOP
from viewer.ui.window.panels import made
from viewer.ui.window.parts import Parts


@value
class TabSpec:
    """A tab: its name, its title, and the command that shows and hides it."""

    name: str
    title: str
    command: CommandSpec


FOUND: Final = "found"
TABS: Final = (
    TabSpec(FOUND, QT_TRANSLATE_NOOP("Side", "Found"), Command.FOUND_SHOWN),
    TabSpec("outline", QT_TRANSLATE_NOOP("Side", "Outline"), Command.OUTLINE_SHOWN),
    TabSpec("speakers", QT_TRANSLATE_NOOP("Side", "Speakers"), Command.SPEAKERS_SHOWN),
    TabSpec("notes", QT_TRANSLATE_NOOP("Side", "Notebook"), Command.NOTES_SHOWN),
)


class SideTabs(QObject):
    """Shows and hides the tabs as commands, finding and the panel itself ask for it.

    `tab` was in view when the window was left.
    """

    def __init__(self, window: Parts, tab: str) -> None:
        super().__init__(window)
        self._window, self._panel, self._finding = window, window.text.side, window.finding
        self._commands = window.commands
        for spec in TABS:
            title = QCoreApplication.translate("Side", spec.title)
            self._panel.add(Tab(spec.name, title, partial(made, f"{spec.name}_tab", window)))
            self._commands.bind(spec.command, partial(self._switch, spec))
        self._panel.shown_changed.connect(self._note)
        self._panel.turned.connect(self._want)
        self._panel.close_requested.connect(self._close)
        self._panel.left.connect(self._leave)
        self._finding.list_shown_changed.connect(self._show_found)
        if tab != FOUND:  # which comes with finding
            self._panel.open(tab)

    @Slot(bool)
    def _show_found(self, shown: bool) -> None:
        """List what is found, or show again what was beside the text before."""
        (self._panel.open if shown else self._panel.leave)(FOUND)

    def _switch(self, spec: TabSpec) -> None:
        """Show or hide a tab, as its command is ticked or not."""
        name, on = spec.name, self._commands[spec.command].isChecked()
        if on:
            self._window.show_text()
        if name == FOUND:
            self._finding.show_list(on)
        elif on:
            self._want(name)
            self._panel.open(name)
            self._panel.take_keys()
        else:
            self._close(name)

    @Slot(str)
    def _close(self, name: str) -> None:
        had_keys = self._panel.has_keys()
        if name == FOUND and self._finding.looking:
            self._finding.show_list(False)
        else:
            self._panel.shut()
        if had_keys:
            self._window.text.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _leave(self, name: str) -> None:
        """Escape ends finding, too, where its places are what is left."""
        if name == FOUND and self._finding.looking:
            self._finding.leave()
        else:
            self._close(name)

    @Slot(str)
    def _note(self, name: str) -> None:
        """Tick the command of what is in view."""
        for spec in TABS:
            self._commands[spec.command].setChecked(spec.name == name)

    @Slot(str)
    def _want(self, name: str) -> None:
        """Take in that the reader turned to a tab, which is to stay: the places found, or not."""
        self._finding.want_list(name == FOUND)

"""The tabs of the side panel: what they show, whom they hear, and which command brings them.

Another one is a module with its widget in `ui/side`, a function here (or a class beside this
module, where there is much of it) that makes and wires it, and a line in `TABS`.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.value import value
from viewer.session.opened import Opened
from viewer.ui.commands.actions import Command, CommandSpec
from viewer.ui.side.panel import Tab
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.ui.window.main_window import MainWindow


#: What is said of the chapters of a text whose lines have no times.
_UNPLACED: Final = QT_TRANSLATE_NOOP(
    "Side", "Its lines have no times, so nobody can tell where in the text a chapter begins."
)


@value
class TabSpec:
    """A tab: its name, its title, the command that shows and hides it, and what makes it.

    What is made hears of everything itself from then on; its maker hands it what there is.
    """

    name: str
    title: str
    command: CommandSpec
    make: "Callable[[MainWindow], QWidget]"


def _found(window: "MainWindow") -> QWidget:
    from viewer.ui.side.found_list import FoundList

    places, finding = FoundList(), window.finding
    places.chosen.connect(finding.go_to)
    places.play_requested.connect(finding.play_from)
    finding.news.listed.connect(places.show_found)
    finding.news.here_changed.connect(places.mark)
    finding.news.repeat()
    return places


def _outline(window: "MainWindow") -> QWidget:
    from viewer.ui.side.outline import Outline

    outline, session = Outline(), window.workspace.session

    def show(opened: Opened) -> None:
        transcript = opened.transcript
        if opened.other_document:
            timed = transcript is not None and transcript.timed
            outline.show_chapters(transcript.chapters if transcript else (), timed=timed)

    def go(number: int) -> None:
        transcript = window.text.view.transcript
        if not transcript.timed:
            window.say(QCoreApplication.translate("Side", _UNPLACED))
        elif number < len(transcript.chapter_segments):
            window.text.view.show_place(transcript.chapter_segments[number])

    session.opened_changed.connect(show)
    window.workspace.player.position_changed.connect(outline.light)
    outline.place_chosen.connect(go)
    outline.moment_chosen.connect(window.workspace.lines.play_at)
    show(Opened(session.document, session.recording))
    outline.light(window.workspace.player.position_ms)
    return outline


def _speakers(window: "MainWindow") -> QWidget:
    from viewer.ui.window.speakers_tab import SpeakersTab

    return SpeakersTab(window).list


def _notes(window: "MainWindow") -> QWidget:
    from viewer.ui.window.notes_tab import NotesTab

    return NotesTab(window).panel


FOUND: Final = "found"
TABS: Final = (
    TabSpec(FOUND, QT_TRANSLATE_NOOP("Side", "Found"), Command.FOUND_SHOWN, _found),
    TabSpec("outline", QT_TRANSLATE_NOOP("Side", "Outline"), Command.OUTLINE_SHOWN, _outline),
    TabSpec("speakers", QT_TRANSLATE_NOOP("Side", "Speakers"), Command.SPEAKERS_SHOWN, _speakers),
    TabSpec("notes", QT_TRANSLATE_NOOP("Side", "Notebook"), Command.NOTES_SHOWN, _notes),
)


class SideTabs(QObject):
    """Shows and hides the tabs as commands, finding and the panel itself ask for it.

    `tab` was in view when the window was left.
    """

    def __init__(self, window: "MainWindow", tab: str) -> None:
        super().__init__(window)
        self._window, self._panel, self._finding = window, window.text.side, window.finding
        self._commands = window.commands
        for spec in TABS:
            title = QCoreApplication.translate("Side", spec.title)
            self._panel.add(Tab(spec.name, title, partial(spec.make, window)))
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

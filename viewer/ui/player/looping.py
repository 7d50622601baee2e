"""Playing over and over, as the reader asks for it: the line, what is selected, or from here on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.stretch import Stretch
from viewer.core.timecode import format_span
from viewer.playback.player import Player
from viewer.session.loop import Loop
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.player.loop_range import SHORTEST_MS
from viewer.ui.player.play_bar import PlayBar


class Looping(QObject):
    """Wires the loop's commands and its range on the seek bar; `asked` is what L is about.

    It tells in `said` what ends a loop that has begun, and that it is over (nothing where that goes
    without saying); in `worded` that it has begun, and is over; in `shown` what is looped for as
    long as it is, empty for nothing.
    """

    said = Signal(str)
    worded = Signal(str)
    shown = Signal(str)

    def __init__(
        self,
        loop: Loop,
        player: Player,
        commands: Actions,
        play_bar: PlayBar,
        asked: Callable[[], Stretch | None],
    ) -> None:
        super().__init__(play_bar)
        self._loop, self._player, self._asked = loop, player, asked
        #: The key that ends a loop, as a hint names it.
        self.key = ""
        self._command = commands[Command.LOOP]
        commands.bind(Command.LOOP, self.switch)
        commands.bind(Command.LOOP_BEGIN, self.begin_here)
        commands.bind(Command.LOOP_END, self.end_here)
        loop.changed.connect(play_bar.seek_bar.set_loop)
        loop.changed.connect(self._show)
        loop.ended.connect(self._tell_end)
        play_bar.seek_bar.loop_requested.connect(loop.begin)

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Play what is selected, or the line being said, over and over, or no longer."""
        stretch = self._asked() if on else None
        if stretch is None:
            self._loop.end()
            self._command.setChecked(False)
            if on:
                self.said.emit(self.tr("No line is said here. Select the words to loop."))
        else:
            self._loop.begin(stretch)

    @Slot()
    def begin_here(self) -> None:
        """Have the loop begin here; without one it goes to the end of the recording."""
        here, loop = self._player.position_ms, self._loop.stretch
        last = self._player.duration_ms
        whole = loop if loop is not None and loop.end_ms - here >= SHORTEST_MS else None
        made = replace(whole, begin_ms=here) if whole else Stretch(here, last)
        if made.end_ms - here >= SHORTEST_MS:
            self._loop.begin(made)

    @Slot()
    def end_here(self) -> None:
        """Have the loop end here; without one it begins with what is being said, or selected."""
        here = self._player.position_ms
        begins = (each.begin_ms for each in (self._loop.stretch, self._asked()) if each)
        begin = next((ms for ms in begins if here - ms >= SHORTEST_MS), 0)
        if here - begin >= SHORTEST_MS:
            self._loop.begin(Stretch(begin, here))

    def leave(self) -> bool:
        """Play on after the loop; return whether there was one."""
        looped = self._loop.stretch is not None
        self._loop.end()
        return looped

    @Slot(object)
    def _show(self, stretch: Stretch | None) -> None:
        """Tick the command while something is played over and over, and say what."""
        self._command.setChecked(stretch is not None)
        if stretch is None:
            self.shown.emit("")
            self.said.emit("")  # what ends it is true no longer, whatever ended it
            return
        times = format_span(stretch.begin_ms, stretch.end_ms)
        words = self.tr("Looping {times}").format(times=times)
        self.shown.emit(words)
        ends = self.tr("{key} ends the loop").format(key=self.key)
        self.said.emit(ends if self.key else "")
        self.worded.emit(words)

    @Slot()
    def _tell_end(self) -> None:
        words = self.tr("The loop has ended")
        self.said.emit(words)
        self.worded.emit(words)

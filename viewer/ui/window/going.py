"""The bar in which one types where to go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from viewer.ui.commands.actions import Command
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.ui.transcript.go_to_bar import GoToBar


def make(window: Parts) -> "Going":
    """Make what brings the bar."""
    return Going(window)


class Going(QObject):
    """Brings the bar, which is made when it is first wanted."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._bar: GoToBar | None = None
        window.commands.bind(Command.GO_TO, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._window.show_text()
        self._window.finding.give_way()
        self._bar = self._bar or self._made()
        self._bar.begin()

    def _made(self) -> "GoToBar":
        from viewer.ui.transcript.go_to_bar import GoToBar

        window, bar = self._window, GoToBar()
        work, view = window.workspace, window.text.view
        window.finding.began.connect(bar.hide)
        work.session.opened_changed.connect(bar.show_opened)
        work.player.duration_changed.connect(bar.set_duration)
        bar.time_requested.connect(window.controls.seek)
        bar.place_requested.connect(view.show_place)
        bar.left.connect(view.setFocus)
        bar.show_transcript(work.session.opened.transcript)
        bar.set_duration(work.player.duration_ms)
        window.text.add_above(bar)
        return bar

"""The bar in which one types where to go."""

from PySide6.QtWidgets import QWidget

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar
from viewer.ui.window.parts import Parts


def make(window: Parts) -> QWidget:
    """Make the bar, which one of the commands brings."""
    bar, work, finding = GoToBar(), window.workspace, window.finding

    def begin() -> None:
        window.show_text()
        finding.give_way()
        bar.begin()

    window.commands.bind(Command.GO_TO, begin)
    finding.began.connect(bar.hide)
    work.session.opened_changed.connect(bar.show_opened)
    work.player.duration_changed.connect(bar.set_duration)
    bar.time_requested.connect(window.controls.seek)
    bar.place_requested.connect(window.text.view.show_place)
    bar.left.connect(window.text.view.setFocus)
    bar.show_opened(work.session.opened)
    return bar

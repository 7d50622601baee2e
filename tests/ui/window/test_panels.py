"""The panels above and below the text come when they are wanted."""

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar
from viewer.ui.transcript.problems_panel import ProblemsPanel


def test_no_panel_is_made_before_it_is_wanted(shown, desk, talk):
    desk.open(talk)
    assert shown.findChild(GoToBar) is None
    assert shown.findChild(ProblemsPanel) is None


def test_a_panel_stands_above_or_below_the_text(shown, window, desk, talk, qtbot):
    desk.open(talk)
    window.commands[Command.GO_TO].trigger()
    window.notices.problems_wanted.emit()
    bar, problems = window.findChild(GoToBar), window.findChild(ProblemsPanel)
    text = window.text.view
    qtbot.waitUntil(lambda: top(bar, window) < top(text, window) < top(problems, window))


def test_a_panel_comes_once(shown, window, desk, talk):
    desk.open(talk)
    for _ in range(2):
        window.commands[Command.GO_TO].trigger()
        window.notices.problems_wanted.emit()
    assert len(window.findChildren(GoToBar)) == len(window.findChildren(ProblemsPanel)) == 1


def top(widget, window):
    return widget.mapTo(window, widget.rect().topLeft()).y()

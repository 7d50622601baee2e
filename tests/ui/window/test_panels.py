"""The panels above and below the text are there, hidden until they are asked for."""

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar
from viewer.ui.transcript.problems_panel import ProblemsPanel
from viewer.ui.window import panels


def test_each_name_is_a_module_that_makes_a_panel(window):
    for module in panels.ABOVE_TEXT + panels.BELOW_TEXT:
        assert panels.made(module, window).isHidden()


def test_a_panel_stands_above_or_below_the_text(shown, window, desk, talk, qtbot):
    desk.open(talk)
    bar, problems = window.findChild(GoToBar), window.findChild(ProblemsPanel)
    window.commands[Command.GO_TO].trigger()
    problems.show()
    text = window.text.view
    qtbot.waitUntil(lambda: top(bar, window) < top(text, window) < top(problems, window))


def top(widget, window):
    return widget.mapTo(window, widget.rect().topLeft()).y()

"""The list of problems follows what is open."""

import pytest
from PySide6.QtWidgets import QListWidget

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.problems_panel import ProblemsPanel


@pytest.fixture
def broken(tmp_path):
    """A transcript of which one cue is no cue."""
    path = tmp_path / "broken.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nOne line.\n\n"
        "2\n00:00:0x,000 --> 00:00:04,000\nLost.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\nThree.\n"
    )
    return path


def test_the_command_shows_the_list_and_hides_it(window, desk, broken, shown):
    desk.open(broken)
    assert listed(window) is None
    action = window.commands[Command.PROBLEMS_SHOWN]
    action.trigger()
    panel = listed(window)
    assert not panel.isHidden()
    assert panel.findChild(QListWidget).count() >= 1
    action.trigger()
    assert panel.isHidden()
    assert not action.isChecked()


def test_a_transcript_without_problems_closes_the_list(window, desk, broken, shown, talk):
    desk.open(broken)
    window.commands[Command.PROBLEMS_SHOWN].trigger()
    panel = listed(window)
    desk.open(talk)
    assert panel.isHidden()
    assert panel.findChild(QListWidget).count() == 0
    assert not window.commands[Command.PROBLEMS_SHOWN].isChecked()


def listed(window):
    return window.findChild(ProblemsPanel)

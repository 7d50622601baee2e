"""The bar in which one types where to go, wired to the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.ui.commands.actions import Command
from viewer.ui.transcript.go_to_bar import GoToBar


@pytest.fixture
def bar(shown, desk, talk):
    """Return the bar, which the command has brought."""
    desk.open(talk)
    shown.commands[Command.GO_TO].trigger()
    return shown.findChild(GoToBar)


def test_the_command_brings_it_and_escape_gives_the_keys_to_the_text(window, bar):
    assert bar.isVisible()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    window.commands[Command.GO_TO].trigger()
    assert bar.isVisible()


def test_it_gives_way_to_finding(window, bar):
    window.commands[Command.FIND].trigger()
    assert bar.isHidden()


def test_a_time_is_gone_to(desk, bar):
    QTest.keyClicks(bar.field, "0:02")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert desk.player.position_ms == 2_000

import pytest
from PySide6.QtWidgets import QPushButton

from viewer.ui.commands.actions import Command
from viewer.ui.commands.worded import Worded, command_words


@pytest.fixture
def made(qtbot, actions):
    def make(command):
        button = QPushButton()
        qtbot.addWidget(button)
        Worded(button, actions, command)
        return button

    return make


def test_it_says_and_does_what_its_command_does(made, actions):
    button, done = made(Command.DEMO), []
    actions.bind(Command.DEMO, lambda: done.append(True))
    assert button.text() == "Try the sample"
    assert button.toolTip() == "Open the sample transcript with a stand-in recording"
    button.click()
    assert done == [True]


def test_it_names_the_key_that_there_is_now(made, actions):
    button, tip = made(Command.OPEN), "Open a transcript or a recording"
    assert (button.text(), button.toolTip()) == ("Open…", f"{tip} (Ctrl+O)")
    actions.set_keys({**actions.keys, Command.OPEN: ("F8",)})
    assert button.toolTip() == f"{tip} (F8)"
    actions.set_keys({**actions.keys, Command.OPEN: ()})
    assert button.toolTip() == tip


def test_it_is_offered_with_its_command(made, actions):
    button = made(Command.FORGET_RECORDING)
    assert button.isEnabled()
    actions[Command.FORGET_RECORDING].setEnabled(False)
    assert not button.isEnabled()


def test_of_two_faces_it_has_the_second_one_while_its_command_is_ticked(made, actions):
    button = made(Command.SHOW_ONLY)
    assert button.text() == "Only this speaker"
    actions[Command.SHOW_ONLY].setChecked(True)
    assert button.text() == "Show all lines"


def test_words_for_a_message_have_no_mark_for_a_key():
    assert command_words(Command.OPEN_RECORDING) == "Choose recording…"

"""The switches of the find bar: by mouse, by command, and the next time."""

import pytest

from viewer.ui.commands.actions import Command

SWITCHES = (Command.MATCH_CASE, Command.WHOLE_WORDS, Command.EXPRESSION)


@pytest.fixture
def bar(window, desk, talk):
    desk.open(talk)
    window.commands[Command.FIND].trigger()
    return window.text.find_bar


def switches(bar):
    return bar.case, bar.words, bar.expression


@pytest.mark.parametrize("number", range(3))
def test_a_command_turns_its_switch_and_the_switch_its_command(window, bar, user_settings, number):
    action, switch = window.commands[SWITCHES[number]], switches(bar)[number]
    action.trigger()
    assert switch.isChecked()
    assert sum(each.isChecked() for each in switches(bar)) == 1
    asked, kept = bar.asked_for, user_settings.settings.finding
    on = [asked.match_case, asked.whole_words, asked.expression]
    assert on == [kept.match_case, kept.whole_words, kept.expression]
    assert on[number]
    switch.click()
    assert not action.isChecked()
    assert not any(each.isChecked() for each in switches(bar))


def test_the_key_is_in_the_tooltip(bar):
    assert switches(bar)[1].toolTip().endswith("(Alt+W)")


def test_a_command_where_nothing_is_looked_for_begins(window, desk, talk):
    desk.open(talk)
    window.commands[Command.WHOLE_WORDS].trigger()
    assert window.finding.looking
    assert window.text.find_bar.asked_for.whole_words

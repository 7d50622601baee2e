"""Keys chosen by the user, of schemes and of the table: no key ever calls two commands."""

import re
from collections import Counter
from pathlib import Path

import pytest

import viewer.ui
from viewer.ui.commands.commands import COMMANDS, Command
from viewer.ui.commands.key_rules import clash, refusal
from viewer.ui.commands.keymap import SCHEMES, Keymap, default_keys, is_kept, written


def used_twice(keys):
    times = Counter(key for known in keys.values() for key in known)
    return [key for key, count in times.items() if count > 1]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_no_scheme_a_key_calls_two_commands(qapp, scheme, platform):
    keys = Keymap(scheme, platform=platform).keys()
    assert used_twice(keys) == []
    for command, given in SCHEMES[scheme].keys.items():
        assert keys[command] == given == tuple(map(written, given))


def test_the_default_is_the_table(qapp):
    assert default_keys("linux") == {
        command: tuple(map(written, command.keys)) for command in COMMANDS
    }


def test_in_the_editors_scheme_j_k_and_l_go_back_play_and_go_forward(qapp):
    keymap = Keymap("editor", platform="linux")
    owners = [keymap.owner(key) for key in ("J", "K", "L", "Space", "Shift+L")]
    play = Command.PLAY_PAUSE
    assert owners == [Command.BACK, play, Command.FORWARD, play, Command.LOOP]


def test_what_is_chosen_goes_before_scheme_and_table(qapp):
    keymap = Keymap("editor", platform="linux").with_keys(Command.MUTE, ("J", "Ctrl+O"))
    keys = keymap.keys()
    assert keys[Command.MUTE] == ("J", "Ctrl+O")
    assert (keys[Command.BACK], keys[Command.OPEN]) == (("Left",), ())
    back = keymap.without(Command.MUTE).keys()
    assert (back[Command.MUTE], back[Command.OPEN]) == (("M",), ("Ctrl+O",))


def test_a_key_given_away_is_no_longer_the_first_ones(qapp):
    keymap = Keymap(platform="linux").with_keys(Command.MUTE, ("X",))
    keys = keymap.with_keys(Command.LOOP, ("X", "L")).keys()
    assert (keys[Command.MUTE], keys[Command.LOOP]) == ((), ("X", "L"))


@pytest.mark.parametrize(
    ("kept", "keys"),
    [
        (("Ctrl+Alt+shift+x",), ("Ctrl+Alt+Shift+X",)),
        ((), ()),
        (("Nonsense", "Tab", "Esc", "Up", "Ctrl+K, Ctrl+C", "Shift", "X", "X"), ("X",)),
        (("Nonsense",), ("M",)),
        (tuple("ABCDEFGH"), tuple("ABCD")),
    ],
)
def test_nonsense_in_the_settings_costs_itself_alone(qapp, kept, keys):
    keymap = Keymap.read("default", {"mute": kept, "no-command": ("Y",)})
    assert keymap.keys()[Command.MUTE] == keys
    assert Keymap.read("no scheme", {}).scheme == "default"


def test_two_commands_that_were_given_one_key_share_it_not(qapp):
    keymap = Keymap.read("default", {"mute": ("X",), "loop": ("X",)})
    assert used_twice(keymap.keys()) == []
    assert keymap.owner("X") in (Command.MUTE, Command.LOOP)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_key_of_the_table_is_refused(qapp, command):
    keymap = Keymap(platform="linux")
    assert [key for key in command.keys if refusal(key, command, keymap)] == []
    assert [key for key in command.mac_keys if is_kept(key, command)] == []


def test_what_speaks_against_a_key_is_said(qapp):
    keymap = Keymap(platform="linux")
    assert refusal("Up", Command.MUTE, keymap).startswith("↑ moves in the text")
    assert refusal("Alt+F", Command.MUTE, keymap) == "Alt+F opens the menu File."
    assert refusal("Alt+F", Command.MUTE, Keymap(platform="darwin")) == ""
    assert clash("Ctrl+O", Command.MUTE, keymap) == "Ctrl+O calls “Open” so far."
    assert clash("M", Command.MUTE, keymap) == clash("Ctrl+Alt+9", Command.MUTE, keymap) == ""


def test_tooltips_and_hints_name_the_keys_as_they_are():
    """They ask the actions; only what is handed other keys may have those of the table at first."""
    root = Path(viewer.ui.__file__).parent
    asking = re.compile(r"\b(?:default_keys|keys_on)\(")
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if asking.search(path.read_text("utf-8"))
    }
    allowed = {"actions.py", "command.py", "key_table.py", "keymap.py"}
    assert found == {f"commands/{name}" for name in allowed} | {"transcript/reader_menu.py"}

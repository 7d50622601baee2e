from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPixmap

from tests.unheard import unheard
from viewer.ui.commands.actions import COMMANDS, Actions, Command, Need


def test_every_command_has_its_entry_and_its_action(actions):
    assert [action.objectName() for action in actions] == [each.name for each in COMMANDS]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_no_key_is_used_twice(qapp, platform):
    keys = [QKeySequence(key).toString() for spec in COMMANDS for key in spec.keys_on(platform)]
    assert "" not in keys
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_text_has_one_mnemonic():
    assert [each.name for each in COMMANDS if each.text.count("&") != 1] == []


@pytest.mark.parametrize(
    ("platform", "expected"), [("linux", "Alt+Down"), ("darwin", "Meta+Alt+Down")]
)
def test_macos_has_keys_of_its_own(qapp, platform, expected):
    parent = QObject()
    action = Actions(parent, platform=platform)[Command.NEXT_LINE]
    assert [key.toString() for key in action.shortcuts()] == [expected]


def test_what_is_bound_is_called_and_the_rest_is_reported(actions):
    called = []
    actions.bind(Command.MUTE, lambda on: called.append(on))
    actions.bind(Command.OPEN, lambda: called.append("open"))
    actions[Command.MUTE].trigger()
    actions[Command.OPEN].trigger()
    assert called == [True, "open"]
    assert Command.CLOSE in unheard(actions)
    assert not {Command.MUTE, Command.OPEN} & set(unheard(actions))


def test_commands_are_offered_when_their_needs_are_met(actions):
    actions.offer(Need.NOTHING)
    assert actions[Command.OPEN].isEnabled()
    assert not actions[Command.COPY_QUOTE].isEnabled()
    actions.offer(Need.TRANSCRIPT | Need.PLAYBACK)
    assert actions[Command.COPY_QUOTE].isEnabled()
    assert actions[Command.PLAY_PAUSE].isEnabled()
    assert not actions[Command.NEXT_LINE].isEnabled()
    assert not actions[Command.LEAVE_FULL_SCREEN].isEnabled()


def test_of_the_themes_exactly_one_is_on(actions):
    themes = [Command.THEME_SYSTEM, Command.THEME_LIGHT, Command.THEME_DARK]
    for theme in themes:
        actions[theme].trigger()
        assert [actions[each].isChecked() for each in themes].count(True) == 1
        assert actions[theme].isChecked()


def test_the_caret_command_is_local_and_only_about_and_quit_have_roles(actions):
    context = actions[Command.PLAY_HERE].shortcutContext()
    assert context is Qt.ShortcutContext.WidgetShortcut
    roles = {c for c in COMMANDS if actions[c].menuRole() is not QAction.MenuRole.NoRole}
    assert roles == {Command.ABOUT, Command.QUIT}


def test_icons_come_from_outside(actions):
    asked = []

    def make_icon(name):
        asked.append(name)
        return QIcon(QPixmap(4, 4))

    actions.decorate(make_icon)
    assert asked == [spec.icon for spec in COMMANDS if spec.icon]
    assert not actions[Command.PLAY_PAUSE].icon().isNull()

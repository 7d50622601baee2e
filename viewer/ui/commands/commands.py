"""Commands as data: what can be done here, and with which keys; a module has those of a menu."""

from typing import Final

from viewer.ui.commands.command import Command, CommandSpec, Need
from viewer.ui.commands.edit_commands import EDIT_COMMANDS
from viewer.ui.commands.file_commands import FILE_COMMANDS
from viewer.ui.commands.help_commands import HELP_COMMANDS
from viewer.ui.commands.play_commands import PLAY_COMMANDS
from viewer.ui.commands.quote_commands import QUOTE_COMMANDS
from viewer.ui.commands.view_commands import VIEW_COMMANDS

__all__ = ["COMMANDS", "Command", "CommandSpec", "Need"]

_OF_MENUS: Final = {
    **FILE_COMMANDS,
    **EDIT_COMMANDS,
    **VIEW_COMMANDS,
    **PLAY_COMMANDS,
    **QUOTE_COMMANDS,
    **HELP_COMMANDS,
}
COMMANDS: Final[dict[Command, CommandSpec]] = {each: _OF_MENUS[each] for each in Command}

"""Every command by its name, and the menus they stand in."""

from typing import Final

from viewer.ui.commands.command import CommandSpec, MenuSpec, Need, entries_of
from viewer.ui.commands.edit_commands import EditCommands
from viewer.ui.commands.file_commands import FileCommands
from viewer.ui.commands.help_commands import HelpCommands
from viewer.ui.commands.play_commands import PlayCommands
from viewer.ui.commands.quote_commands import QuoteCommands
from viewer.ui.commands.view_commands import ViewCommands
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

__all__ = ["COMMANDS", "MENUS", "Command", "CommandSpec", "MenuSpec", "Need"]


class Command(FileCommands, EditCommands, ViewCommands, PlayCommands, QuoteCommands, HelpCommands):
    """The commands: `Command.OPEN` is what stands in the menu File under that name."""


MENUS: Final = (
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&File"), entries_of(FileCommands)),
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&Edit"), entries_of(EditCommands)),
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&View"), entries_of(ViewCommands)),
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&Play"), entries_of(PlayCommands)),
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&Quote"), entries_of(QuoteCommands)),
    MenuSpec(QT_TRANSLATE_NOOP("Menu", "&Help"), entries_of(HelpCommands)),
)
COMMANDS: Final = tuple(command for menu in MENUS for command in menu.commands())

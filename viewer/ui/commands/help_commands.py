"""The commands of the menu Help: how to find one's way."""

from typing import Final

from viewer.ui.commands.command import Command, CommandSpec
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

HELP_COMMANDS: Final[dict[Command, CommandSpec]] = {
    Command.KEYS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Keyboard shortcuts"), ("F1",), "keyboard"
    ),
    Command.CHANGE_KEYS: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Change keys…"),
        tip=QT_TRANSLATE_NOOP("Command", "Have other keys for the commands"),
    ),
    Command.DEMO: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Try the sample"),
        tip=QT_TRANSLATE_NOOP("Command", "Open the sample transcript with a stand-in recording"),
    ),
    Command.DOCTOR: CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&System check"),
        tip=QT_TRANSLATE_NOOP("Command", "What this computer has, and what is missing"),
    ),
    Command.ABOUT: CommandSpec(QT_TRANSLATE_NOOP("Command", "&About Cueline"), icon="info"),
}

"""The commands of the menu Help: how to find one's way."""

from viewer.ui.commands.command import CommandSpec
from viewer.ui.theme.words import QT_TRANSLATE_NOOP


class HelpCommands:
    """What stands in the menu, in its order."""

    KEYS = CommandSpec(QT_TRANSLATE_NOOP("Command", "&Keyboard shortcuts"), ("F1",), "keyboard")
    CHANGE_KEYS = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Change keys…"),
        tip=QT_TRANSLATE_NOOP("Command", "Have other keys for the commands"),
    )
    DEMO = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&Try the sample"),
        tip=QT_TRANSLATE_NOOP("Command", "Open the sample transcript with a stand-in recording"),
    )
    DOCTOR = CommandSpec(
        QT_TRANSLATE_NOOP("Command", "&System check"),
        tip=QT_TRANSLATE_NOOP("Command", "What this computer has, and what is missing"),
        starts_group=True,
    )
    ABOUT = CommandSpec(QT_TRANSLATE_NOOP("Command", "&About Cueline"), icon="info")

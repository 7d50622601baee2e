"""Which commands nobody hears."""

from PySide6.QtCore import QMetaMethod

from viewer.ui.commands.commands import COMMANDS


def unheard(actions):
    """Return the commands that do nothing when they are triggered."""
    triggered = {command: actions[command].triggered for command in COMMANDS}
    return [
        command
        for command, signal in triggered.items()
        if not actions[command].isSignalConnected(QMetaMethod.fromSignal(signal))
    ]

"""Which commands nobody hears."""

from PySide6.QtCore import QMetaMethod

from viewer.ui.commands.command import Command


def unheard(actions):
    """Return the commands that do nothing when they are triggered."""
    triggered = {command: actions[command].triggered for command in Command}
    return [
        command
        for command, signal in triggered.items()
        if not actions[command].isSignalConnected(QMetaMethod.fromSignal(signal))
    ]

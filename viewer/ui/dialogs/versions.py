"""What runs here, for people who report or ask something."""

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from viewer import __version__


def versions() -> dict[str, str]:
    """Return the versions of the program and of what it stands on."""
    return {
        "Cueline": __version__,
        "Python": platform.python_version(),
        "Qt": f"{qVersion()} (PySide6 {PySide6.__version__})",
        "System": f"{platform.platform()}, {QGuiApplication.platformName()}",
    }

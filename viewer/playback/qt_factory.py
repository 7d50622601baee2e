"""Making Qt Multimedia's engine, or saying why there is none."""

import importlib
import importlib.util
from typing import Final

from viewer.errors import EngineUnavailableError
from viewer.playback.engine import Engine
from viewer.playback.factory import EngineFactory, EngineFacts
from viewer.playback.qt_source import QT_TITLE

_HINT: Final = "Install PySide6-Addons, and on Linux libpulse0 and libegl1."


class Factory(EngineFactory):
    """Makes engines of Qt's, whose module loads Qt Multimedia."""

    def make(self) -> Engine:
        """Make an engine, or raise EngineUnavailableError."""
        try:
            from viewer.playback.qt_engine import QtEngine
        except ImportError as error:
            raise EngineUnavailableError(_cannot_be_loaded(error), hint=_HINT) from error
        return QtEngine()

    def describe(self) -> EngineFacts:
        """Tell whether Qt Multimedia is there and loads."""
        if importlib.util.find_spec("PySide6.QtMultimedia") is None:
            return _missing("Qt Multimedia is not installed.")
        from PySide6.QtCore import qVersion

        try:
            importlib.import_module("PySide6.QtMultimedia")
        except ImportError as error:
            return _missing(_cannot_be_loaded(error))
        return EngineFacts("qt", f"{QT_TITLE} {qVersion()}", available=True)


def _cannot_be_loaded(error: ImportError) -> str:
    return f"Qt Multimedia cannot be loaded: {error}."


def _missing(reason: str) -> EngineFacts:
    return EngineFacts("qt", QT_TITLE, available=False, reason=reason, hint=_HINT)

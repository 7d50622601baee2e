"""The parts of a scroll area, as PySide is to know them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea


def know_parts(area: QAbstractScrollArea) -> None:
    """Have PySide see a scroll area's own widgets as objects before anything asks for them.

    What it is handed as a `QWidget`, as the viewport or to be polished, and what is just that, it
    compares with each class of widgets, and makes all those 60 with their enumerations: 3 % of a
    start. As a `QObject` it is known at once by its name.
    """
    for part in ("viewport", "hcontainer", "vcontainer"):
        area.findChild(QObject, f"qt_scrollarea_{part}")

"""What notes are tagged with: six colours, which the user may give names of their own."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap

from viewer.ui.theme.palette import distinct_from, is_dark
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

#: What a passage without a tag is marked in.
UNTAGGED: Final = ""
_ICON_SIDE: Final = 12
#: For light and dark pages.
_HUES: Final = {
    UNTAGGED: ("#8b5e34", "#c99a6b"),
    "yellow": ("#c99700", "#e6c029"),
    "green": ("#2e8b4f", "#5cc47e"),
    "blue": ("#2f74c0", "#69aef2"),
    "red": ("#c8372d", "#f27b70"),
    "purple": ("#8a4bb0", "#c493e6"),
    "grey": ("#7a7670", "#a5a19a"),
}
_TITLES: Final = {
    UNTAGGED: QT_TRANSLATE_NOOP("Tag", "No tag"),
    "yellow": QT_TRANSLATE_NOOP("Tag", "Yellow"),
    "green": QT_TRANSLATE_NOOP("Tag", "Green"),
    "blue": QT_TRANSLATE_NOOP("Tag", "Blue"),
    "red": QT_TRANSLATE_NOOP("Tag", "Red"),
    "purple": QT_TRANSLATE_NOOP("Tag", "Purple"),
    "grey": QT_TRANSLATE_NOOP("Tag", "Grey"),
}


def tag_colour(tag: str, palette: QPalette) -> QColor:
    """Return the colour of a tag, set apart from the page by what WCAG asks of what is not text."""
    page, text = (palette.color(role) for role in (_Role.Base, _Role.Text))
    return distinct_from(page, QColor(_HUES[tag][is_dark(palette)]), text, 3.0)


def tag_title(tag: str, names: Mapping[str, str]) -> str:
    """Return what a tag is called: by the user, or else by its colour."""
    return names.get(tag, "") or QCoreApplication.translate("Tag", _TITLES[tag])


def tag_icon(tag: str, palette: QPalette) -> QIcon:
    """Return a square in a tag's colour, for menus and lists."""
    square = QPixmap(_ICON_SIDE, _ICON_SIDE)
    square.fill(tag_colour(tag, palette) if tag else QColor(0, 0, 0, 0))
    return QIcon(square)


_Role = QPalette.ColorRole

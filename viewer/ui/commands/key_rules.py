"""What speaks against a key for a command: another use of it, or another command."""

import re

from PySide6.QtCore import QCoreApplication

from viewer.ui.commands.caps import caps
from viewer.ui.commands.commands import MENUS, CommandSpec
from viewer.ui.commands.key_table import text_of
from viewer.ui.commands.keymap import Keymap, is_kept
from viewer.ui.commands.menus import translated


def shown(key: str, platform: str) -> str:
    """Return a key as tooltips and menus name it."""
    return ("" if platform == "darwin" else "+").join(caps(key, platform))


def refusal(key: str, command: CommandSpec, keymap: Keymap) -> str:
    """Return why a key cannot be a command's; nothing where it can."""
    if is_kept(key, command):
        words = "{key} moves in the text and among the controls, and stays as it is."
        return _said(words).format(key=shown(key, keymap.platform))
    menu = next((each for each in MENUS if key == _opener(translated(each))), None)
    if menu is not None and keymap.platform != "darwin":
        words = _said("{key} opens the menu {menu}.")
        title = translated(menu).replace("&", "")
        return words.format(key=shown(key, keymap.platform), menu=title)
    return ""


def clash(key: str, command: CommandSpec, keymap: Keymap) -> str:
    """Return which other command a key calls so far, as a sentence; nothing where it is free."""
    owner = keymap.owner(key)
    if owner is None or owner is command:
        return ""
    words = _said("{key} calls “{other}” so far.")
    return words.format(key=shown(key, keymap.platform), other=text_of(owner))


def _opener(title: str) -> str:
    """Return the key that opens a menu of this title."""
    marked = re.search(r"&(\w)", title)
    return f"Alt+{marked[1].upper()}" if marked else ""


def _said(words: str) -> str:
    return QCoreApplication.translate("KeyRules", words)

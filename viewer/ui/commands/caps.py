"""How keys are written: as on their caps."""

import re
import sys
from typing import Final

_NAMES: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
#: In the order in which macOS writes them.
_MAC_NAMES: Final = {"Meta": "⌃", "Alt": "⌥", "Shift": "⇧", "Ctrl": "⌘"}


def caps(key: str, platform: str = sys.platform) -> tuple[str, ...]:
    """Return the names on the caps of a key in Qt's portable form.

    >>> caps("Ctrl+Shift+Up", "linux"), caps("Ctrl+Shift+Up", "darwin"), caps("Ctrl++", "linux")
    (('Ctrl', 'Shift', '↑'), ('⇧', '⌘', '↑'), ('Ctrl', '+'))
    """
    # What is held comes first; the last key may be the plus sign itself.
    *held, last = re.findall(r"[^+]+|\+$", key)
    if platform == "darwin":
        held = [_MAC_NAMES[name] for name in _MAC_NAMES if name in held]
    return (*held, _NAMES.get(last, last))


def in_menu(key: str, platform: str = sys.platform) -> str:
    """Return a key for a menu where Qt would write its arrow as a word, else nothing.

    >>> in_menu("Alt+Up", "linux"), in_menu("Ctrl+O", "linux"), in_menu("Alt+Up", "darwin")
    ('Alt+↑', '', '')
    """
    has_arrow = key.split("+")[-1] in _NAMES
    return "+".join(caps(key, platform)) if has_arrow and platform != "darwin" else ""

"""Which keys call which command: those chosen by the user, those of a scheme, those of the table.

However these come together, no key calls two commands: it is the one's that comes first.
"""

import sys
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cache
from typing import Final, Self, TypeAlias

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from viewer.core.value import value
from viewer.ui.commands.commands import COMMANDS, Command, CommandSpec
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

#: Each command's keys in Qt's portable form, the one that is named in menus first.
Keys: TypeAlias = Mapping[CommandSpec, tuple[str, ...]]

#: So many keys call a command at most.
MOST_KEYS: Final = 4


@value
class Scheme:
    """Keys for the commands that have others than in the table."""

    title: str
    keys: Keys = field(default_factory=dict)


DEFAULT: Final = "default"
SCHEMES: Final[Mapping[str, Scheme]] = {
    DEFAULT: Scheme(QT_TRANSLATE_NOOP("Scheme", "Cueline")),
    "editor": Scheme(
        QT_TRANSLATE_NOOP("Scheme", "J, K and L as in editors"),
        {
            Command.BACK: ("J", "Left"),
            Command.PLAY_PAUSE: ("K", "Space"),
            Command.FORWARD: ("L", "Right"),
            Command.LOOP: ("Shift+L",),
            Command.PREVIOUS_LINE: ("Alt+Up", ","),
            Command.NEXT_LINE: ("Alt+Down", "."),
        },
    ),
}


#: What is no key of its own.
_NO_KEY: Final = frozenset(
    {
        Qt.Key.Key_unknown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
    }
)
_MOVING: Final = ("Up", "Down", "PgUp", "PgDown", "Home", "End")
#: Keys that move in the text and among the controls, press buttons and close things.
_KEPT: Final = frozenset(
    {"Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Esc", "Return", "Enter", "Menu"}
    | {*_MOVING, *(f"Shift+{key}" for key in (*_MOVING, "Left", "Right", "F10"))}
)


@cache
def written(key: str) -> str:
    """Return a key as Qt writes it, or nothing where it is none that could be pressed alone.

    >>> written("shift+ctrl+f"), written("Ctrl+K, Ctrl+C"), written("Whatever"), written("Shift")
    ('Ctrl+Shift+F', '', '', '')
    """
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1 or _first(sequence).key() in _NO_KEY:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _first(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # which the stubs do not know
    return first


def is_kept(key: str, command: CommandSpec) -> bool:
    """Return whether a key has another use that no command but those in the table may have."""
    return key in _KEPT and key not in (*command.keys, *command.mac_keys)


@value
class Keymap:
    """A scheme, and the commands whose keys the user has chosen himself."""

    scheme: str = DEFAULT
    chosen: Keys = field(default_factory=dict)
    platform: str = sys.platform

    @classmethod
    def read(cls, scheme: str, chosen: Mapping[str, tuple[str, ...]]) -> Self:
        """Return the map that the settings tell of; what is nonsense in them is left out."""
        known = {}
        for command in (each for each in COMMANDS if each.name in chosen):
            keys = chosen[command.name]
            good = (key for key in map(written, keys) if key and not is_kept(key, command))
            kept = tuple(dict.fromkeys(good))[:MOST_KEYS]
            if kept or not keys:
                known[command] = kept
        return cls(scheme if scheme in SCHEMES else DEFAULT, known)

    def keys(self) -> Keys:
        """Return the keys of every command."""
        wanted = {command: self._usual(command) for command in COMMANDS} | dict(self.chosen)
        taken: dict[str, CommandSpec] = {}
        scheme = SCHEMES[self.scheme].keys
        for commands in (self.chosen, scheme, COMMANDS):
            for command in commands:
                for key in wanted[command]:
                    taken.setdefault(key, command)
        return {
            command: tuple(key for key in wanted[command] if taken[key] is command)
            for command in COMMANDS
        }

    def owner(self, key: str) -> CommandSpec | None:
        """Return the command that a key calls."""
        return next((command for command, keys in self.keys().items() if key in keys), None)

    def with_keys(self, command: CommandSpec, keys: tuple[str, ...]) -> Self:
        """Return the map in which a command has these keys, which are no other's then."""
        others = {
            each: tuple(key for key in known if key not in keys)
            for each, known in self.chosen.items()
            if each is not command
        }
        return replace(self, chosen={**others, command: keys[:MOST_KEYS]})

    def without(self, command: CommandSpec) -> Self:
        """Return the map in which a command has its usual keys again."""
        others = {each: keys for each, keys in self.chosen.items() if each is not command}
        return replace(self, chosen=others)

    def _usual(self, command: CommandSpec) -> tuple[str, ...]:
        keys = SCHEMES[self.scheme].keys.get(command, command.keys_on(self.platform))
        return tuple(map(written, keys))


@cache
def default_keys(platform: str = sys.platform) -> Keys:
    """Return the keys of the table of commands."""
    return Keymap(platform=platform).keys()

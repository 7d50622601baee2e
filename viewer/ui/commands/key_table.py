"""The keys of all commands as people read them: for the sheet and for the README."""

import sys
from itertools import compress

from PySide6.QtCore import QCoreApplication

from viewer.core.value import value
from viewer.ui.commands.caps import caps
from viewer.ui.commands.commands import COMMANDS, MENUS, CommandSpec
from viewer.ui.commands.keymap import DEFAULT, SCHEMES, Keymap, Keys, default_keys
from viewer.ui.commands.menus import translated


@value
class KeyRow:
    """One command: what it does, and each of its keys as the names on the caps."""

    text: str
    keys: tuple[tuple[str, ...], ...]


@value
class KeyGroup:
    """The commands of one menu that have keys."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(platform: str = sys.platform, keys: Keys | None = None) -> list[KeyGroup]:
    """Return all commands that have keys, menu by menu, in the user's language.

    They are those of the table, unless others are given.
    """
    known = default_keys(platform) if keys is None else keys
    groups = []
    for menu in MENUS:
        commands = [command for command in menu.commands() if known[command]]
        rows = tuple(_row(command, known[command], platform) for command in commands)
        if rows:
            groups.append(KeyGroup(plain(translated(menu)), rows))
    return groups


def plain(text: str) -> str:
    """Return a command's text without its mnemonic and the dots that promise a dialog."""
    return text.replace("&", "").removesuffix("…")


def keys_markdown() -> str:
    """Return the table of all keys for the README."""
    lines = ["| | Linux, Windows | macOS |", "|---|---|---|"]
    for group, mac_group in zip(key_groups("linux"), key_groups("darwin"), strict=True):
        lines.append(f"| **{group.title}** | | |")
        for row, mac_row in zip(group.rows, mac_group.rows, strict=True):
            lines.append(f"| {row.text} | {_cell(row, '+')} | {_cell(mac_row, '')} |")
    return "\n".join(lines)


def keys_page() -> str:
    """Return the page of all keys, with what each command does, for the documents."""
    lines = [
        "# Keys",
        "",
        "Made from the table of commands by `make readme`; `F1` shows the same in the program, and",
        "*Help › Change keys* has other ones, command by command or by a scheme: those at the end.",
        "[following.md](following.md) tells what the arrow keys do in the text.",
    ]
    for group, mac_group in zip(key_groups("linux"), key_groups("darwin"), strict=True):
        lines += ["", f"## {group.title}", "", "| | Linux, Windows | macOS |", "|---|---|---|"]
        for row, mac_row in zip(group.rows, mac_group.rows, strict=True):
            lines.append(f"| {row.text} | {_cell(row, '+')} | {_cell(mac_row, '')} |")
    for name, scheme in SCHEMES.items():
        if name != DEFAULT:
            lines += ["", f"## {scheme.title}", "", *_scheme_rows(name)]
    return "\n".join(lines) + "\n"


def _scheme_rows(name: str) -> list[str]:
    """Return the commands whose keys are others in a scheme, as a table."""
    usual, ours = default_keys("linux"), Keymap(name, platform="linux").keys()
    rows = [_row(command, ours[command], "linux") for command in COMMANDS]
    changed = [ours[command] != usual[command] for command in COMMANDS]
    table = [f"| {row.text} | {_cell(row, '+')} |" for row in compress(rows, changed)]
    return ["| | |", "|---|---|", *table]


def text_of(command: CommandSpec) -> str:
    """Return what a command is called in a list, in the user's language."""
    return plain(QCoreApplication.translate("Command", command.text))


def _row(command: CommandSpec, keys: tuple[str, ...], platform: str) -> KeyRow:
    return KeyRow(text_of(command), tuple(caps(key, platform) for key in keys))


def _cell(row: KeyRow, between: str) -> str:
    return ", ".join(f"`{between.join(key)}`" for key in row.keys)

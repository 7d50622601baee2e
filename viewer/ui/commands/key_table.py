"""The keys of all commands as people read them: for the sheet and for the README."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from viewer.ui.commands.caps import caps
from viewer.ui.commands.commands import COMMANDS, Command
from viewer.ui.commands.menus import MENUS, translated


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One command: what it does, and each of its keys as the names on the caps."""

    text: str
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The commands of one menu that have keys."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(platform: str = sys.platform) -> list[KeyGroup]:
    """Return all commands that have keys, menu by menu, in the user's language."""
    groups = []
    for menu in MENUS:
        commands = [command for command in menu.commands() if COMMANDS[command].keys]
        rows = tuple(_row(command, platform) for command in commands)
        if rows:
            groups.append(KeyGroup(plain(translated(menu)), rows))
    return groups


def key_hints(platform: str = sys.platform) -> dict[str, str]:
    """Return each command's first key as tooltips name it."""
    keys = {command: COMMANDS[command].keys_on(platform) for command in Command}
    return {name.value: "+".join(caps(known[0], platform)) for name, known in keys.items() if known}


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
        "Made from the table of commands by `make readme`; `F1` shows the same in the program.",
        "[following.md](following.md) tells what the arrow keys do in the text.",
    ]
    for group, mac_group in zip(key_groups("linux"), key_groups("darwin"), strict=True):
        lines += ["", f"## {group.title}", "", "| | Linux, Windows | macOS |", "|---|---|---|"]
        for row, mac_row in zip(group.rows, mac_group.rows, strict=True):
            lines.append(f"| {row.text} | {_cell(row, '+')} | {_cell(mac_row, '')} |")
    return "\n".join(lines) + "\n"


def _row(command: Command, platform: str) -> KeyRow:
    spec = COMMANDS[command]
    text = plain(QCoreApplication.translate("Command", spec.text))
    return KeyRow(text, tuple(caps(key, platform) for key in spec.keys_on(platform)))


def _cell(row: KeyRow, between: str) -> str:
    return ", ".join(f"`{between.join(key)}`" for key in row.keys)

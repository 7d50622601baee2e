"""List the formats that can be read and written."""

import argparse
from typing import Any

from viewer.commands.arguments import Home, add_json
from viewer.commands.output import print_json, print_text
from viewer.formats.entries import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_json(parser)


def run(arguments: argparse.Namespace, _home: Home) -> int:
    """Print the table."""
    rows = report()
    if arguments.json:
        print_json(rows)
        return 0
    width = max(len(row["name"]) for row in rows)
    for row in rows:
        does = "read, write" if row["write"] else "read"
        print_text(f"{row['name']:{width}}  {does:11}  {' '.join(row['suffixes'])}  {row['title']}")
    return 0


def report() -> list[dict[str, Any]]:
    """Return one row a format, in the registry's order."""
    return [
        {
            "name": known.name,
            "title": known.title,
            "suffixes": list(known.suffixes),
            "read": True,
            "write": known.write is not None,
        }
        for known in FORMATS
    ]

"""Show what this machine has, and what is missing."""

import argparse

from viewer.commands.arguments import Home, add_json
from viewer.commands.output import print_json, print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_json(parser)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Print the findings."""
    from viewer import doctor  # looks for Qt, which no other command does

    found = doctor.report(home())
    if arguments.json:
        print_json(found)
    else:
        print_text(doctor.text(found))
    return 0

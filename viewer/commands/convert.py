"""Write a copy of a transcript in another format."""

import argparse
from pathlib import Path

from viewer.commands.arguments import Home, add_file, add_track
from viewer.commands.output import complain, print_lines
from viewer.errors import ExportError
from viewer.formats import registry
from viewer.session import captions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_track(parser)
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write")
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        help="its format, by its name or its suffix, such as srt; otherwise OUT's suffix decides",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT where it exists")


def run(arguments: argparse.Namespace, _home: Home) -> int:
    """Write the copy."""
    out: Path = arguments.out
    target = registry.to_write(arguments.to) if arguments.to else registry.writable_for(out)
    transcript = captions.load(arguments.file, arguments.track).transcript
    if not arguments.force and out.is_file() and not out.samefile(arguments.file):
        raise ExportError(f"{out.name} exists already.", hint="Use --force to replace it.")
    registry.save(transcript, out, target, source=arguments.file, overwrite=arguments.force)
    count = len(transcript.segments)
    lines = "1 line" if count == 1 else f"{count:,} lines"
    print_lines([f"Wrote {lines} as {target.title} to {out}."])
    if guessed := target.guesses(transcript):
        complain(_told(guessed))
    return 0


def _told(lines: int) -> str:
    if lines == 1:
        return "1 line has no time of its own; it was put between those beside it."
    return f"{lines:,} lines have no times of their own; they were spread by length between others."

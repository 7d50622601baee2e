"""The command line: what was asked for, and the exit status it ends with."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final, TypeAlias

from viewer import __version__
from viewer.commands import window
from viewer.commands.arguments import Home, Parser
from viewer.commands.output import complain, flush
from viewer.commands.terminal import log_to_terminal
from viewer.display import DEBUG
from viewer.errors import UnknownFormatError, UsageError, ViewerError
from viewer.state.places import places

#: What a command's module does.
Run: TypeAlias = Callable[[argparse.Namespace, Home], int]

FAILED: Final = 1
WRONG_USAGE: Final = 2
#: What `sysexits.h` calls an internal software error.
BUG: Final = 70
INTERRUPTED: Final = 130

#: What the first word can be; everything else is a file to open.
COMMANDS: Final = {
    "info": "Show what is in a transcript.",
    "convert": "Write a copy of a transcript in another format.",
    "quote": "Quote what is said between two moments, with its source.",
    "find": "Find phrases, even where they run over several lines.",
    "check": "Check whether the quotations of a note are exact, and their times true.",
    "clip": "Cut a clip out of a recording: video, sound or a moving picture.",
    "still": "Save the picture at a moment, with its time and source.",
    "library": "Keep folders of transcripts that are searched as one.",
    "search": "Search the transcripts of the library.",
    "formats": "List the formats that can be read and written.",
    "doctor": "Show what this machine has, and what is missing.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit status: 0 done, 1 failed, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    log_to_terminal()
    try:
        status = _run(words)
        flush()
    except ViewerError as error:
        complain(f"{error} {error.hint} {_pointer(error)}".strip())
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        _let_go_of_stdout()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as bug:
        if os.environ.get(DEBUG):
            raise
        kind = type(bug).__name__
        complain(f"This is a fault in Cueline ({kind}: {bug}); {DEBUG}=1 shows where it is.")
        return BUG
    return status


def _pointer(error: ViewerError) -> str:
    """Return which command tells more; the sentences themselves serve the window, too."""
    unknown = isinstance(error, UnknownFormatError)
    return "`cueline formats` lists what can be read." if unknown else ""


def _run(words: list[str]) -> int:
    try:
        run, arguments = _understand(words)
    except SystemExit as end:  # argparse has said what is wrong, or has shown the help
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    return run(arguments, places)


def _understand(words: list[str]) -> tuple[Run, argparse.Namespace]:
    name = words[0] if words else ""
    if name not in COMMANDS:
        return window.run, _window_parser().parse_args(words)
    command = import_module(f"viewer.commands.{name}")  # what the others need takes time to load
    parser = Parser(prog=f"cueline {name}", description=COMMANDS[name], allow_abbrev=False)
    command.add_arguments(parser)
    apart = getattr(command, "apart", list)  # a query may look like an option
    return command.run, parser.parse_args(apart(words[1:]))


def _window_parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="cueline",
        description=window.__doc__,
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Cueline {__version__}")
    window.add_arguments(parser)
    return parser


def _epilog() -> str:
    lines = ["commands (cueline COMMAND --help tells more; a file of that name is ./COMMAND):"]
    lines += [f"  {name:9}{summary}" for name, summary in COMMANDS.items()]
    return "\n".join(lines)


def _let_go_of_stdout() -> None:
    """Point standard output elsewhere, so that Python does not complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

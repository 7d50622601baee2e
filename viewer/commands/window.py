"""Show a transcript beside its recording."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from viewer import quick_start
from viewer.commands.arguments import Home, time_ms
from viewer.core.media_source import MediaSource
from viewer.core.own_links import OWN_LINK_HINT, file_opened_by, is_own_link, path_of_file_link
from viewer.display import check_display, hush, hushed_libraries
from viewer.engines import CHOICES
from viewer.errors import UsageError, ViewerError
from viewer.options import Options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="a transcript, or a recording, also by its address on the web; or a cueline:// link",
    )
    parser.add_argument(
        "--media", metavar="PATH", type=Path, help="the recording that belongs to it"
    )
    parser.add_argument("--at", metavar="TIME", type=time_ms, help="start at this moment")
    parser.add_argument(
        "--engine", choices=CHOICES, default="", help="what plays; otherwise the settings decide"
    )
    parser.add_argument(
        "--trace", metavar="FILE", type=Path, help="write down what playback does, as JSON"
    )
    parser.add_argument("--demo", action="store_true", help="open the sample transcript")


def run(arguments: argparse.Namespace, _home: Home) -> int:
    """Open the window and return its exit status."""
    if arguments.demo and arguments.file is not None:
        raise UsageError("--demo opens the sample, so it takes no file.")
    named, at_ms = (None, None) if arguments.file is None else _named(arguments.file)
    options = Options(
        named.path if named is not None else None,
        arguments.media,
        arguments.at if arguments.at is not None else at_ms,
        arguments.engine,
        arguments.trace,
        arguments.demo,
        str(named) if named is not None and named.path is None else "",
    )
    return open_window(options)


def _named(text: str) -> tuple[MediaSource, int | None]:
    """Return what a text names, and the moment where it is a link with one."""
    if is_own_link(text):
        path, ms = file_opened_by(text)
        return MediaSource(path), ms
    if text[:5].lower() != "file:":
        return MediaSource.named(text), None
    try:
        return MediaSource(path_of_file_link(text)), None
    except ValueError as error:
        raise UsageError(f"This link cannot be followed: {error}.", hint=OWN_LINK_HINT) from error


def open_window(options: Options) -> NoReturn:
    """Open the window and end with it; raises `ViewerError` where there is none to be had."""
    from viewer.signals import Signals  # other commands are parsed by this module, too

    check_display(os.environ, sys.platform)
    hush(os.environ)
    signals = Signals()
    with hushed_libraries(os.environ):
        try:
            quick_start.begin()
            from viewer import app
        except ImportError as error:
            sentence = f"The window cannot be shown: {error}."
            raise ViewerError(
                sentence, hint="Run `cueline doctor` to see what is missing."
            ) from error
        app.end_at_once(app.run(options, signals))

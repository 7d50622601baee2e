"""Arguments that several commands take."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeAlias

from viewer.commands.output import complain
from viewer.core.timecode import is_whole_clock, parse_time
from viewer.state.places import Places

#: Where the user's files are, for commands that ask.
Home: TypeAlias = Callable[[], Places]


class Parser(argparse.ArgumentParser):
    """Understands arguments, and complains of wrong ones by the way that all complaints take."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End with what is to be said, harmless to the terminal."""
        if message:
            complain(message)
        sys.exit(status)


def add_file(parser: argparse.ArgumentParser) -> None:
    """Take the transcript."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the transcript")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Take `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def add_track(parser: argparse.ArgumentParser) -> None:
    """Take which captions are meant, where the file is a recording with several."""
    parser.add_argument(
        "--track",
        metavar="N",
        type=_number,
        help="which captions inside a recording, as `cueline info` numbers them",
    )


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a track; they count from 1")
    return int(text)


def add_begin(parser: argparse.ArgumentParser) -> None:
    """Take where something begins: the time, and whether it is written as times are shown."""
    parser.add_argument(
        "--from", dest="start", metavar="TIME", type=_begin, required=True, help="where it begins"
    )


def _begin(text: str) -> tuple[int, bool]:
    return time_ms(text), is_whole_clock(text)


def time_ms(text: str) -> int:
    """Return the milliseconds of a TIME; raises `ArgumentTypeError` where it is none."""
    ms = parse_time(text)
    if ms is None:
        message = f"“{text}” is not a time; write it as 83, 83.5, 1:23, 01:01:23.250 or 1h2m3s"
        raise argparse.ArgumentTypeError(message)
    return ms

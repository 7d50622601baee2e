"""Arguments that several commands take."""

import argparse
from pathlib import Path

from viewer.core.timecode import parse_time


def add_file(parser: argparse.ArgumentParser) -> None:
    """Take the transcript."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the transcript")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Take `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def time_ms(text: str) -> int:
    """Return the milliseconds of a TIME; raises `ArgumentTypeError` where it is none."""
    ms = parse_time(text)
    if ms is None:
        message = f"“{text}” is no time; write it as 83, 83.5, 1:23, 01:01:23.250 or 1h2m3s"
        raise argparse.ArgumentTypeError(message)
    return ms

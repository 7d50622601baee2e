"""Find a phrase, also where it runs over several lines."""

import argparse
from pathlib import Path
from typing import Any

from viewer.commands.arguments import add_file, add_json, add_track
from viewer.commands.output import print_json, print_lines
from viewer.core.find import Finder, Hit, fold
from viewer.core.links import link_at
from viewer.core.textjoin import join_texts
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.errors import UsageError
from viewer.session import captions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_track(parser)
    parser.add_argument("phrase", metavar="PHRASE", help="case, accents and punctuation are alike")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print where the phrase is said."""
    if not fold(arguments.phrase):
        raise UsageError("The phrase holds no letters or digits to look for.")
    transcript = captions.load(arguments.file, arguments.track).transcript
    hits = list(Finder(s.text for s in transcript.segments).find(arguments.phrase))
    if arguments.json:
        print_json(report(arguments.file, transcript, arguments.phrase, hits))
    elif hits:
        print_lines(_line(transcript, hit) for hit in hits)
    else:
        print_lines([f"“{arguments.phrase}” is not said in {arguments.file.name}."])
    return 0


def report(path: Path, transcript: Transcript, phrase: str, hits: list[Hit]) -> dict[str, Any]:
    """Return what `find --json` prints: segments count from 0, `end` is not included."""
    return {
        "path": str(path),
        "phrase": phrase,
        "hits": [_hit(transcript, hit) for hit in hits],
    }


def _hit(transcript: Transcript, hit: Hit) -> dict[str, Any]:
    start_ms = transcript.segments[hit.first].start_ms
    link = "" if start_ms is None else link_at(transcript.source.url, start_ms)
    return {
        "first_segment": hit.first,
        "last_segment": hit.last,
        "begin": hit.begin,
        "end": hit.end,
        "start_ms": start_ms,
        "end_ms": transcript.segments[hit.last].end_ms,
        "text": _text(transcript, hit),
        "link": link or None,
    }


def _line(transcript: Transcript, hit: Hit) -> str:
    start_ms = transcript.segments[hit.first].start_ms
    place = f"line {hit.first + 1}" if start_ms is None else format_clock(start_ms)
    return f"{place:>8}  {_text(transcript, hit)}"


def _text(transcript: Transcript, hit: Hit) -> str:
    return join_texts(s.text for s in transcript.segments[hit.first : hit.last + 1])

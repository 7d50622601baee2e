"""Find phrases, even where they run over several lines."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from viewer.commands.arguments import Home, add_file, add_json, add_track
from viewer.commands.output import print_json, print_lines
from viewer.core.find import Finder, Found, Hit, fold
from viewer.core.links import link_at
from viewer.core.textjoin import join_texts
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.errors import UsageError
from viewer.session import captions
from viewer.session.expressions import Expressions

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.near.lookup import Lookup, Near

#: How many places are told of a phrase that is nowhere said so, and may be meant in several.
_FEW: Final = 3
_ALL: Final = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    add_file(parser)
    add_track(parser)
    parser.add_argument(
        "phrases", metavar="PHRASE", nargs="+", help="case, accents and punctuation do not matter"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--regex", action="store_true", help="take each PHRASE as a regular expression"
    )
    how.add_argument(
        "--near",
        action="store_true",
        help="some words of a PHRASE may be wrong, missing or added; the likeliest places are told",
    )
    add_json(parser)


def run(arguments: argparse.Namespace, _home: Home) -> int:
    """Print where the phrases are said."""
    phrases = arguments.phrases
    if not arguments.regex and not all(map(fold, phrases)):
        raise UsageError("The phrase has no letters or digits to look for.")
    transcript = captions.load(arguments.file, arguments.track).transcript
    hits = _find(transcript, phrases, regex=arguments.regex, near=arguments.near)
    if arguments.json:
        print_json(report(arguments.file, transcript, phrases, hits))
    elif hits:
        print_lines(_line(transcript, hit) for _, hit in hits)
    else:
        names = ", ".join(f"“{phrase}”" for phrase in phrases)
        verb = "is" if len(phrases) == 1 else "are"
        print_lines([f"{names} {verb} not said in {arguments.file.name}."])
    return 0


def _find(
    transcript: Transcript, phrases: list[str], *, regex: bool, near: bool
) -> list[tuple[str, Hit]]:
    """Return the hits of all phrases in the order of the text, each with its phrase."""
    texts = [segment.text for segment in transcript.segments]
    if near:
        return _find_near(texts, phrases)
    find: Callable[[str], Found] = Expressions(texts).find if regex else Finder(texts).find
    hits = [(phrase, hit) for phrase in phrases for hit in find(phrase)]
    return sorted(hits, key=lambda each: (each[1].first, each[1].begin))


def _find_near(texts: list[str], phrases: list[str]) -> list[tuple[str, Hit]]:
    """Return each phrase's places: all where it is said so, else the best, or the best few."""
    from viewer.near.lookup import Lookup  # what compares words takes long to load

    lookup = Lookup(Finder(texts))
    return [(phrase, near.hit) for phrase in phrases for near in _meant(lookup, phrase)]


def _meant(lookup: "Lookup", phrase: str) -> "tuple[Near, ...]":
    found = lookup.find(phrase, most=_ALL)
    if found.best is not None and found.best.exact:
        return found.places
    return found.places[: 1 if found.sure else _FEW]


def report(
    path: Path, transcript: Transcript, phrases: list[str], hits: list[tuple[str, Hit]]
) -> dict[str, Any]:
    """Return what `find --json` prints: segments count from 0, `end` is not included."""
    return {
        "path": str(path),
        "phrases": phrases,
        "hits": [{"phrase": phrase, **_hit(transcript, hit)} for phrase, hit in hits],
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

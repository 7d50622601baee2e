"""Search the transcripts of the library."""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final

from viewer.commands.arguments import Home, add_json
from viewer.commands.library import folder_of
from viewer.commands.output import complain, flush, print_json, print_lines
from viewer.core.timecode import format_clock
from viewer.errors import UsageError, ViewerError
from viewer.library.entry import Entry
from viewer.library.passages import Passage, passages, sketched
from viewer.library.query import All, Field, Node, parse
from viewer.library.search import FileHits
from viewer.library.shelves import Shelves

#: A disk that gives a file no sooner is not waited for again; one that sleeps wakes up in less.
_PATIENCE_S: Final = 15.0
#: A query that begins with what is to be left out.
_LEAVES_OUT: Final = re.compile(r"-(?!-|h$)\S")
#: What the word behind belongs to, whatever it begins with.
_VALUED: Final = ("--in", "--limit")
#: So many places are listed if nothing else is asked for, or transcripts where no words are looked
#: for; all are counted.
LIMIT: Final = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "phrases in quotes", OR, -without, prefix*, and channel:, title:, speaker:,'
        " before:, after:, has:, in:, lang:",
    )
    parser.add_argument("--in", dest="folder", metavar="DIR", type=Path, help="this folder alone")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_limit,
        default=LIMIT,
        help="list so many places, or transcripts without places (100)",
    )
    add_json(parser)


def apart(words: Sequence[str]) -> list[str]:
    """Return arguments with a query that begins with `-` last, where it is taken for no option."""
    if "--" in words:
        return list(words)
    others, queries, before = list[str](), list[str](), ""
    for word in words:
        is_query = before not in _VALUED and _LEAVES_OUT.match(word)
        (queries if is_query else others).append(word)
        before = word
    return [*others, *["--"] * bool(queries), *queries]


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no number of places")
    return int(text)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Print where the library's transcripts say what is looked for."""
    node = parse(arguments.query)
    if node is None:
        raise UsageError("There are no letters or digits to look for.")
    with closing(Shelves(home())) as shelves:
        if shelves.index.news:
            complain(shelves.index.news)
        node = _within(shelves, arguments.folder, node)
        if not shelves.index.counts():
            complain("Nothing of the library is read yet; `cueline library refresh` does that.")
        tally = _Tally(arguments.limit, _Places(shelves, node))
        for hits in shelves.library.search(node):
            listed = tally.take(hits)
            if not arguments.json and (listed or tally.names(hits)):
                print_lines(_lines(hits.entry, listed))
                flush()
        if arguments.json:
            print_json(tally.report(arguments.query))
        else:
            print_lines([*tally.elsewhere(), tally.sentence()])
    return 0


def _within(shelves: Shelves, folder: Path | None, node: Node) -> Node:
    known = shelves.folders()
    if not known:
        hint = "`cueline library add DIR` takes a folder in."
        raise UsageError("The library is empty.", hint=hint)
    if folder is None:
        return node
    folder_of(known, folder)
    return All((node, Field("in", os.path.abspath(folder))))


@dataclass(slots=True)
class _Tally:
    """Lists the first hits and counts all."""

    limit: int
    places: "_Places"
    files: int = 0
    total: int = 0
    #: How many transcripts are listed by name alone, as no words were looked for.
    named: int = 0
    #: The transcripts that have the words, but nowhere together.
    apart: list[Entry] = field(default_factory=list)
    listed: list[dict[str, Any]] = field(default_factory=list)

    def take(self, hits: FileHits) -> list[Passage]:
        """Count a transcript's hits, and return those of them that are to be listed."""
        self.files += 1
        self.total += hits.count
        if hits.apart:
            self.apart.append(hits.entry)
        room = self.limit - len(self.listed)
        if room <= 0 or not hits.count:
            return []
        found = self.places.of(hits.entry, room)
        self.listed += [_hit(hits.entry, each) for each in found]
        return found

    def names(self, hits: FileHits) -> bool:
        """Return whether a transcript is to be listed by its name alone, and count it if so."""
        if hits.count or hits.apart or self.named >= self.limit:
            return False
        self.named += 1
        return True

    def report(self, query: str) -> dict[str, Any]:
        """Return what `--json` prints."""
        return {
            "query": query,
            "files": self.files,
            "files_apart": len(self.apart),
            "hits_total": self.total,
            "complete": True,
            "hits": self.listed,
        }

    def elsewhere(self) -> Iterator[str]:
        """Yield the transcripts that only have the words apart."""
        if self.apart:
            yield "These words, but not together:"
        yield from (_head(entry) for entry in self.apart[: self.limit])

    def sentence(self) -> str:
        """Return what came of it."""
        if not self.files:
            return "Nothing of that is in the library."
        apart = len(self.apart)
        if apart == self.files:
            return f"No place has these words together; in {_transcripts(apart)} they stand apart."
        found, more = _transcripts(self.files - apart), self.files - apart - self.named
        if self.total:
            found = f"{'1 place' if self.total == 1 else f'{self.total:,} places'} in {found}"
            more = self.total - len(self.listed)
        found += f"; {more:,} of them not listed" if more > 0 else ""
        return f"{found}; in {apart:,} more the words stand apart." if apart else f"{found}."


def _transcripts(number: int) -> str:
    return "1 transcript" if number == 1 else f"{number:,} transcripts"


class _Places:
    """Reads places with the words about them; out of the index where their file cannot be read."""

    def __init__(self, shelves: Shelves, node: Node) -> None:
        self._index, self._node = shelves.index, node
        #: Folders of which the disk has kept one waiting.
        self._silent: set[Path] = set()

    def of(self, entry: Entry, most: int) -> list[Passage]:
        """Return the first places of a transcript."""
        if entry.folder not in self._silent:
            with suppress(ViewerError):  # it has gone or changed, but not what the index has of it
                if _answers(entry):
                    return passages(entry, self._node, most)
                self._silent.add(entry.folder)
                name = entry.folder.name or entry.folder
                complain(f"The disk with {name} does not answer; this is what the index has of it.")
        leaves = self._index.leaves([entry.id])
        return [each for _, leaf in leaves for each in sketched(entry, self._node, leaf, most)]


def _answers(entry: Entry) -> bool:
    """Return whether a disk gives a file, or says why not; who asks it may be kept for ever."""
    answered = Event()

    def look() -> None:
        with suppress(OSError), entry.path.open("rb") as file:
            file.read(1)
        answered.set()

    Thread(target=look, daemon=True).start()
    return answered.wait(_PATIENCE_S)


def _hit(entry: Entry, passage: Passage) -> dict[str, Any]:
    return {
        "path": entry.place,
        "title": entry.title,
        "channel": entry.facts.channel or None,
        "start_ms": passage.start_ms,
        "end_ms": passage.end_ms,
        "text": passage.text,
        "before": passage.before,
        "after": passage.after,
        "speaker": passage.speaker or None,
    }


def _lines(entry: Entry, found: list[Passage]) -> Iterator[str]:
    yield _head(entry)
    for each in found:
        place = f"line {each.segment + 1}" if each.start_ms is None else format_clock(each.start_ms)
        speaker = f"{each.speaker}: " if each.speaker else ""
        yield f"{place:>10}  {speaker}{each.before}{each.text}{each.after}"


def _head(entry: Entry) -> str:
    return f"{entry.place}  {entry.title}"

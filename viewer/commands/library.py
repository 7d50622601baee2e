"""Keep folders of transcripts that are searched as one."""

import argparse
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from viewer.commands.arguments import Home, add_json
from viewer.commands.output import complain, print_json, print_lines
from viewer.errors import UsageError, ViewerError
from viewer.library.entry import Entry
from viewer.library.indexing import Outcome, Progress
from viewer.library.shelves import Shelves
from viewer.state.library_folders import LibraryFolder

#: How often it is shown how far reading is.
_TELL_S: Final = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    parser.add_argument(
        "what", choices=("add", "list", "refresh", "remove"), help="what is to be done"
    )
    parser.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?", help="a folder; `list` needs none"
    )
    parser.add_argument(
        "--captions", action="store_true", help="`add`: captions inside recordings count, too"
    )
    add_json(parser)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Do what is asked with the library's folders."""
    what, folder = arguments.what, arguments.folder
    if folder is None and what in ("add", "remove"):
        raise UsageError(f"`cueline library {what}` takes a folder.")
    with closing(Shelves(home())) as shelves:
        if shelves.index.news:
            complain(shelves.index.news)
        if what == "list":
            _list(shelves, folder, as_json=arguments.json)
            return 0
        if what == "remove":
            shelves.remove(folder)
            _tell([f"{folder} is no longer in the library; its files are as they were."], arguments)
            with _OnTerminal() as control:
                shelves.join(control)
            return 0
        chosen = (
            [shelves.add(folder, captions=arguments.captions)]
            if what == "add"
            else _chosen(shelves, folder)
        )
        return _refresh(shelves, chosen, arguments)


def _refresh(
    shelves: Shelves, folders: Iterable[LibraryFolder], arguments: argparse.Namespace
) -> int:
    status, reports = 0, []
    for each in folders:
        with _OnTerminal() as control:
            try:
                outcome = shelves.refresh(each, control)
            except ViewerError as error:
                complain(f"{error} {error.hint}".strip())
                status = 1
                continue
        reports.append({"path": each.path, **_figures(outcome)})
        if not arguments.json:
            print_lines([_sentence(each, outcome)])
    with _OnTerminal() as control:
        shelves.join(control)
    if arguments.json:
        print_json({"folders": reports})
    return status


def _tell(lines: list[str], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json({"folders": []})
    else:
        print_lines(lines)


def _chosen(shelves: Shelves, folder: Path | None) -> list[LibraryFolder]:
    """Return the folder that is meant, also by one inside it; all of them without one."""
    known = shelves.folders()
    if folder is None:
        return list(known)
    return [folder_of(known, folder)]


def folder_of(known: Iterable[LibraryFolder], folder: Path) -> LibraryFolder:
    """Return the library's folder that a folder is, or is in; raises `UsageError`."""
    path = Path(os.path.abspath(folder))
    for each in known:
        if path.is_relative_to(each.folder):
            return each
    hint = f"`cueline library add {folder}` takes it in."
    raise UsageError(f"{folder} is not in the library.", hint=hint)


def _figures(outcome: Outcome) -> dict[str, Any]:
    return {
        "files": outcome.files,
        "read": outcome.read,
        "problems": outcome.problems,
        "gone": outcome.gone,
        "complete": outcome.complete,
    }


def _sentence(folder: LibraryFolder, outcome: Outcome) -> str:
    parts = [f"{outcome.files:,} files", f"{outcome.read:,} read"]
    if outcome.gone:
        parts.append(f"{outcome.gone:,} gone")
    if outcome.problems:
        parts.append(f"{outcome.problems:,} with a problem")
    if outcome.unread:
        parts.append(f"{len(outcome.unread):,} folders or files that cannot be looked at")
    return f"{folder.path}: {', '.join(parts)}."


def _list(shelves: Shelves, folder: Path | None, *, as_json: bool) -> None:
    if folder is not None:
        inside, entries = Path(os.path.abspath(folder)), shelves.library.entries.values()
        folder_of(shelves.folders(), folder)
        files = [each for each in entries if each.path.is_relative_to(inside)]
        if as_json:
            print_json({"files": [_file(each) for each in files]})
        else:
            print_lines(map(_line, files))
        return
    counts = shelves.index.counts()
    parts = [_shelf(each, counts.get(each.folder, {})) for each in shelves.folders()]
    if as_json:
        print_json({"folders": parts})
    else:
        lines = [_shelf_line(each) for each in parts]
        print_lines(lines or ["The library is empty; `cueline library add DIR` takes a folder in."])


def _shelf(folder: LibraryFolder, counts: Mapping[bool, int]) -> dict[str, Any]:
    return {
        "path": folder.path,
        "transcripts": counts.get(False, 0),
        "problems": counts.get(True, 0),
        "paused": folder.paused,
    }


def _shelf_line(figures: dict[str, Any]) -> str:
    problems = f", {figures['problems']:,} with a problem" if figures["problems"] else ""
    paused = ", paused" if figures["paused"] else ""
    return f"{figures['path']}: {figures['transcripts']:,} transcripts{problems}{paused}"


def _file(entry: Entry) -> dict[str, Any]:
    facts = entry.facts
    return {
        "path": entry.place,
        "title": entry.title,
        "channel": facts.channel or None,
        "published": facts.published or None,
        "length_ms": facts.length_ms,
        "language": facts.language or None,
        "speakers": list(facts.speakers),
        "recording": str(entry.recording) if entry.recording else None,
        "problem": entry.problem or None,
    }


def _line(entry: Entry) -> str:
    return f"{entry.place}: {entry.problem or entry.title}"


class _OnTerminal:
    """Tells how reading goes on in one line of a terminal, and nothing elsewhere."""

    def __init__(self) -> None:
        self._shown, self._told_s = "", 0.0

    def __enter__(self) -> "_OnTerminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * len(self._shown) + "\r")

    def tell(self, progress: Progress) -> None:
        """Show how far it is."""
        now = time.monotonic()
        if sys.stderr is None or not sys.stderr.isatty() or now - self._told_s < _TELL_S:
            return
        self._told_s = now
        left = "" if progress.left_s is None else f", {progress.left_s:.0f} s to go"
        what = "files" if progress.folder else "put in order"
        total = f" of {progress.total:,}" if progress.total else ""
        parts = f"{progress.done:,}{total} {what}{left}"
        sys.stderr.write("\r" + parts.ljust(len(self._shown)))
        sys.stderr.flush()
        self._shown = parts

    def go_on(self) -> bool:
        """Go on; Ctrl+C ends it, and what was read stays."""
        return True

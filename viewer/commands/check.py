"""Check whether the quotations of a note are exact, and their times true."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer.commands.arguments import Home, add_json
from viewer.commands.output import print_json, print_lines
from viewer.core.timecode import format_clock, format_seconds
from viewer.session import captions

if TYPE_CHECKING:
    from viewer.core.transcript import Transcript
    from viewer.verify.checking import Checked
    from viewer.verify.shelf import Catalogue


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments this takes."""
    parser.add_argument("note", metavar="NOTE", type=Path, help="a note in Markdown, Org or HTML")
    parser.add_argument(
        "places",
        metavar="FOLDER",
        nargs="*",
        type=Path,
        help="where the transcripts are; otherwise beside the note, and in the library",
    )
    add_json(parser)


def run(arguments: argparse.Namespace, home: Home) -> int:
    """Print what became of each quotation; return 0 where all are exact, else 1."""
    from viewer.verify.checking import check_note
    from viewer.verify.compare import Verdict

    with _catalogue(home) as catalogue:
        checked = check_note(arguments.note, arguments.places, _load, catalogue)
    if arguments.json:
        print_json(report(checked))
    else:
        print_lines(_lines(arguments.note, checked))
    return 0 if all(each.compared.verdict is Verdict.EXACT for each in checked) else 1


def report(checked: "Sequence[Checked]") -> dict[str, Any]:
    """Return what `check --json` prints; what is not known is None."""
    return {
        "quotes": [
            {
                "line": each.quotation.line,
                "text": each.quotation.text,
                "verdict": str(each.compared.verdict),
                "path": str(each.path) if each.path is not None else None,
                "start_ms": each.compared.start_ms,
                "said": each.compared.said,
                "off_ms": each.compared.off_ms,
            }
            for each in checked
        ]
    }


@contextmanager
def _catalogue(home: Home) -> "Iterator[Catalogue | None]":
    """Give the library's index, where there is one that can be asked."""
    from viewer.state.library_folders import LibraryFolders

    here = home()
    if not LibraryFolders(here.library_folders).all():
        yield None
        return
    from viewer.library.catalogue import LibraryCatalogue
    from viewer.library.shelves import Shelves

    with closing(Shelves(here)) as shelves:
        yield LibraryCatalogue(shelves.library)


def _load(path: Path) -> "Transcript":
    return captions.load(path).transcript


def _lines(note: Path, checked: "Sequence[Checked]") -> Iterator[str]:
    if not checked:
        yield f"There are no quotations with links or times in {note.name}."
        return
    for each in checked:
        yield f"{note.name}:{each.quotation.line}: {each.compared.verdict}: {_told(each)}"
    count = sum(each.compared.verdict == "exact" for each in checked)
    yield f"{count} of {len(checked)} exact."


def _told(each: "Checked") -> str:
    """Return what there is to say of a quotation."""
    from viewer.verify.compare import Verdict, difference

    compared, text = each.compared, each.quotation.text
    place = f" ({_place(each)})" if each.path is not None else ""
    shift = f", {_shift(compared.off_ms)}" if compared.off_ms else ""
    if compared.verdict is Verdict.DIFFERS:
        return f"“{difference(text, compared.said or '')}”{place}{shift}"
    return f"“{_short(text)}”{place}{shift}"


def _place(each: "Checked") -> str:
    start_ms, name = each.compared.start_ms, each.path.name if each.path is not None else ""
    return name if start_ms is None else f"{name}, {format_clock(start_ms)}"


def _shift(off_ms: int) -> str:
    how = "later" if off_ms > 0 else "earlier"
    return f"the note has it {format_seconds(abs(off_ms))} s {how}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:60].rpartition(" ")[0] + "…"

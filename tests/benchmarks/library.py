"""A folder of 2,000 transcripts: read, read again, searched, and its list filtered as one types."""

import os
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.benchmarks.made_archive import make
from tests.benchmarks.measuring import Result
from tests.library.unwatched import Unwatched
from viewer.library.entry import Entry, Facts
from viewer.library.indexing import refresh
from viewer.library.joining import join
from viewer.library.query import Phrase, parse
from viewer.library.search import Library
from viewer.library.sqlite_index import SqliteIndex
from viewer.ui.library.entry_rows import EntryRows

#: Of fewer the index is a larger part, for its words are new ones more often: 0.38 of 400.
FILES: Final = int(os.environ.get("CUELINE_BENCH_FILES", "2000"))
#: As many as the archive has that this is measured for.
WHOLE: Final = 27_000
_PAGE: Final = 20
_PHRASES: Final = 20


def measure() -> Iterator[Result]:
    """Make the archive, and do with it what people do."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "talks"
        make(folder, FILES)
        files = list(folder.rglob("*.md"))
        size = sum(file.stat().st_size for file in files)
        yield Result("text, in millions of bytes", size / 1e6, unit=" MB")
        with closing(SqliteIndex(Path(place) / "library.sqlite")) as index:
            took = _spent(lambda: refresh(index, folder, Unwatched()))
            # 25 s on two cores are so many of one for each of 2,000 files.
            yield Result("reading, of the processor, a file", took / FILES * 1000, 25.0, " ms")
            took = _spent(lambda: join(index, Unwatched()))
            yield Result("joints, of the processor, a file", took / FILES * 1000, unit=" ms")
            yield from _again(index, folder)
            yield from _searched(Library(index), folder, files)
        yield Result("index : text", _size(Path(place)) / size, 0.35)
    yield from _filtered()


def _spent(act: object) -> float:
    """Return the processor's seconds, with those of the readers."""

    def now() -> float:
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + spent.ru_utime + spent.ru_stime

    began = now()
    act()  # type: ignore[operator]
    return now() - began


def _size(place: Path) -> int:
    return sum(file.stat().st_size for file in place.glob("library.sqlite*"))


def _again(index: SqliteIndex, folder: Path) -> Iterator[Result]:
    usable = _spent(index.entries) / FILES * WHOLE
    checked = _spent(lambda: refresh(index, folder, Unwatched())) / FILES * WHOLE
    note = f"for {WHOLE:,} files"
    yield Result("started again, until usable", usable, 3.0, " s", note)
    yield Result("started again, until checked", checked, 10.0, " s", note)


def _searched(library: Library, folder: Path, files: list[Path]) -> Iterator[Result]:
    phrases = [Phrase(text) for text in _rare(files)]
    node = parse('"of the"')
    assert node is not None
    library.entries  # noqa: B018 - what a program has at hand that runs
    took = sorted(_first_page(library, phrase) for phrase in phrases)
    note = f"median {statistics.median(took):.1f}"
    p95 = took[len(took) * 95 // 100]
    yield Result("a rare phrase, first page, p95", p95, 100.0, " ms", note)
    yield Result("a common phrase, first page", _first_page(library, node), 200.0, " ms")
    began = time.process_time()
    count = sum(hits.count for hits in library.search(node))
    took_ms = (time.process_time() - began) * 1000
    yield Result("a common phrase, counted", took_ms, unit=" ms", note=f"{count:,} places")
    if shutil.which("rg"):
        theirs = sorted(_ripgrep(folder, phrase.folded) for phrase in phrases)
        ours, other = statistics.median(took), statistics.median(theirs)
        yield Result(
            "a rare phrase : ripgrep over the same files", ours / other, 1.0,
            note=f"{ours:.1f} ms / {other:.1f} ms",
        )  # fmt: skip


def _rare(files: list[Path]) -> list[str]:
    """Return phrases of four words that stand in few places."""
    chance = random.Random(3)
    lines = (chance.choice(chance.choice(files).read_text("utf-8").splitlines()[8:-1])
             for _ in range(10_000))  # fmt: skip
    texts = (line.removeprefix("*  ").partition(" [[")[0].split() for line in lines)
    return [" ".join(words[:4]) for words in islice(texts, _PHRASES) if len(words) > 4]


def _first_page(library: Library, node: object) -> float:
    began = time.process_time()
    list(islice(library.search(node), _PAGE))  # type: ignore[arg-type]
    return (time.process_time() - began) * 1000


def _ripgrep(folder: Path, phrase: str) -> float:
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["rg", "-i", "-c", "-F", phrase, str(folder)], capture_output=True, check=False)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
    return spent * 1000


def _filtered() -> Iterator[Result]:
    app = QApplication.instance() or QApplication([])
    rows, took = EntryRows(), []
    folder = Path("/talks")
    rows.set_entries(
        Entry(i, folder, f"/talks/{i}.md", Facts(f"Talk {i} of wheat"), "", None, f"talk {i} wheat")
        for i in range(30_000)
    )
    for text in ("wheat 12", "talk 7", "nothing"):
        for end in range(1, len(text) + 1):
            began = time.process_time()
            rows.set_filter(text[:end])
            took.append((time.process_time() - began) * 1000)
    p95 = sorted(took)[len(took) * 95 // 100]
    yield Result("a keystroke in the filter of 30,000, p95", p95, 30.0, " ms")
    del app

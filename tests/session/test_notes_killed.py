"""Killed at any moment of quoting, no notebook is lost or torn, nor more than the last second."""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.conftest import ROOT
from tests.desk import write_srt
from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.errors import StateError
from viewer.state.note import new_note
from viewer.state.notebooks import Notebooks

#: Opens a talk and quotes it as fast as no person can, telling when it kept what.
QUOTER = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from viewer.core.quote import quote_segments
from viewer.session.jobs import Jobs
from viewer.session.loading import read
from viewer.session.notes import Notes
from viewer.session.opened import Opened
from viewer.state.notebooks import Notebooks
app = QCoreApplication([])
notes = Notes(Notebooks(Path(sys.argv[2])), Jobs())
document = read(Path(sys.argv[3]))
notes.show_opened(Opened(document))
quote = quote_segments(document.quotable, range(1))
def keep():
    note = notes.made(quote, quote.start_ms)
    notes.have({note.id: note})
    print(time.monotonic(), note.id, flush=True)
timer = QTimer(interval=50)
timer.timeout.connect(keep)
timer.start()
app.exec()
"""
#: "At most the last second": a busy machine may take its time to write besides.
MISSING_S = 1.0
#: So often one notebook is written by who is killed; nobody quotes more in it than that.
KILLS_EACH = 20
BUSY_S = 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot end a program so suddenly")
def test_killed_at_random_while_quoting(tmp_path):
    chance, kept = random.Random(13), set()
    talk = write_srt(tmp_path / "talk.srt", "One line.", "Two words more.")
    for number in range(int(os.environ.get("CUELINE_KILLS", "5"))):
        folder = tmp_path / f"notebooks{number // KILLS_EACH}"
        kept = kept if folder.is_dir() else set()
        command = [sys.executable, "-c", QUOTER, str(ROOT), str(folder), str(talk)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as quoter:
            first = quoter.stdout.readline()
            time.sleep(chance.uniform(0, 2.5))  # somewhere in the midst of it
            killed_s = time.monotonic()
            quoter.kill()
            said = [first, *quoter.stdout]
        told = [line.split() for line in said if line.endswith("\n")]
        kept |= {ident for at, ident in told if float(at) < killed_s - MISSING_S - BUSY_S}
        there = notes_in(folder)
        assert kept <= there
        kept |= there  # what is in the file once stays


def notes_in(folder):
    """Return the ids of the notes in the one notebook there; every file there is whole."""
    files = [path for path in folder.rglob("*.json") if path.is_file()]
    assert not [path for path in files if "damaged" in path.name]
    for path in files:
        json.loads(path.read_bytes())
    books = Notebooks(folder).all()
    assert len(books) <= 1
    return {note.id for book in books for note in book.notebook.notes}


@contextmanager
def small_disk(folder):
    """A disk of 64 KB."""
    folder.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root may make a disk of 64 KB")
    if subprocess.run(made, capture_output=True, check=False).returncode:
        pytest.skip("no disk of 64 KB can be made here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_disk_of_64_kb_nothing_is_lost_and_it_goes_on_when_there_is_room(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 24_000)
        kept, talk = Notebooks(disk / "notebooks"), tmp_path / "talk.srt"
        found = kept.find("ab" * 16, talk)
        whole, notebook = found.notebook, found.notebook
        trouble = None
        while trouble is None:
            quote = Quote("words " * 100, 1, 2, None, Source("Talk"))
            notebook = notebook.with_note(new_note(quote, 1))
            try:
                kept.save(notebook, kept.settle(notebook, talk, beside=False))
            except StateError as error:
                trouble = error
            else:
                whole = notebook
        assert str(trouble).startswith(f"Cannot keep your notes in {found.file.parent}: No space")
        again = Notebooks(disk / "notebooks").find("ab" * 16, talk)
        assert not again.trouble
        assert again.notebook.notes == whole.notes
        assert len(whole.notes) > 1
        ballast.unlink()
        kept.save(notebook, found.file)
        assert kept.find("ab" * 16, talk).notebook.notes == notebook.notes

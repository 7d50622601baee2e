"""What must do without Qt does without Qt."""

import subprocess
import sys

import pytest

from tests.desk import write_srt
from tests.media.films import film
from viewer.formats.entries import FORMATS

QT_FREE = [
    "viewer.core",
    "viewer.formats",
    "viewer.quotes",
    "viewer.media",
    "viewer.clip",
    "viewer.near",
    "viewer.notebook",
    "viewer.verify",
    "viewer.state",
    "viewer.web",
    "viewer.library",
    "viewer.errors",
    "viewer.options",
    "viewer.commands",
    "viewer.cli",
    # What reads, finds and probes, so that it can be done in another process.
    "viewer.session.captions",
    "viewer.session.choices",
    "viewer.session.document",
    "viewer.session.job",
    "viewer.session.loading",
    "viewer.session.opened",
    "viewer.session.preview",
    "viewer.session.recordings",
]
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(package, "__path__", []), package.__name__ + "."):
    importlib.import_module(found.name)
"""
RUN = """
import sys
from viewer.cli import main
assert main(sys.argv[1:]) == 0
"""
TELL = (
    "print(*sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'vlc', 'shiboken6'}))"
)
TELL_ALL = "print(*sorted(sys.modules))"


def loaded(code, *words, tell=TELL):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{code}\n{tell}", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("package", QT_FREE)
def test_a_package_never_loads_qt(package):
    assert loaded(IMPORT_ALL, package) == ""


def test_the_test_can_fail():
    assert loaded("import sys, PySide6") == "PySide6 shiboken6"


OPEN = """
import sys
from pathlib import Path
from viewer.session import loading
from viewer.session.job import Job
from viewer.state.chosen_recordings import ChosenRecordings
path, chosen = Path(sys.argv[1]), ChosenRecordings(Path(sys.argv[2]))
job = Job(lambda *_: None, None)
document = loading.open_any(path, job, chosen).document
assert document.key
assert loading.find_recording(document, chosen).recording.info.duration_ms
loading.guesses(document, job)
"""


def test_opening_and_finding_never_load_qt(tmp_path):
    talk = write_srt(tmp_path / "talk.srt", "One.")
    film(tmp_path / "talk.mp4")
    assert loaded(OPEN, str(talk), str(tmp_path / "chosen.json")) == ""


@pytest.mark.parametrize(
    "words",
    [
        ["info"],
        ["info", "--json", "--segments"],
        ["quote", "--from", "35.6"],
        ["find", "caliphate"],
        ["convert"],
        ["formats"],
    ],
    ids=" ".join,
)
def test_a_command_never_loads_qt(words, seed, tmp_path):
    more = {"formats": [], "convert": [str(seed), str(tmp_path / "copy.md")]}
    files = more.get(words[0], [str(seed)])
    assert loaded(RUN, words[0], *files, *words[1:]) == ""


#: What takes long to load, and what needs it: see "Loaded late" in docs/architecture.md.
LATE = {
    "pydantic",
    "pydantic_core",
    "av",
    "ftfy",
    "urllib.request",
    "charset_normalizer",
    "_hashlib",  # OpenSSL; `core/digest` does without
    "PIL",
    "markdown_it",
    "rapidfuzz",
    "sentencex",
    "icu4py",
    "citeproc",
    "docx",
    "lxml",
    "jinja2",
}


def test_a_transcript_is_reported_with_its_own_reader_alone(seed, tmp_path, monkeypatch):
    monkeypatch.setenv("CUELINE_HOME", str(tmp_path))
    modules = set(loaded(RUN, "info", str(seed), tell=TELL_ALL).split())
    assert not modules & LATE
    readers = {entry.module.partition(".")[0] for entry in map(late, FORMATS)}
    assert {name.split(".")[2] for name in modules if name.count(".") > 2} & readers == {"prose"}


def test_help_loads_no_reader():
    modules = loaded(f"{RUN.replace('== 0', 'is not None')}", "--help", tell=TELL_ALL).split()
    assert not {name for name in modules if name.startswith("viewer.formats")} | set(modules) & LATE


#: What reports bugs is there before anything can go wrong; the filters of file dialogs are words.
SMALL_DIALOGS = {"viewer.ui.dialogs.bug_report", "viewer.ui.dialogs.open_files"}


def test_the_window_loads_no_dialog_and_nothing_that_few_files_need():
    modules = set(loaded("import sys\nfrom viewer import app", tell=TELL_ALL).split())
    assert not modules & (LATE | {"vlc", "sqlite3", "viewer.playback.qt_engine"})
    assert not modules & {"PySide6.QtMultimedia", "PySide6.QtMultimediaWidgets"}
    assert not modules & {"viewer.ui.player.picture", "viewer.ui.details.text"}
    assert not modules & {"viewer.ui.transcript.problems_panel", "viewer.ui.transcript.go_to_bar"}
    assert "viewer.session.expressions" not in modules
    dialogs = {name for name in modules if name.startswith("viewer.ui.dialogs.")}
    assert dialogs == SMALL_DIALOGS
    assert not {name for name in modules if name.startswith(("viewer.library", "viewer.near"))}


def late(known):
    """Return the entry's module that is loaded late."""
    return known.parse.__self__

"""What must do without Qt does without Qt."""

import subprocess
import sys

import pytest

QT_FREE = [
    "viewer.core",
    "viewer.formats",
    "viewer.quotes",
    "viewer.media",
    "viewer.state",
    "viewer.errors",
    "viewer.options",
    "viewer.commands",
    "viewer.cli",
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


def loaded(code, *words):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{code}\n{TELL}", *words],
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

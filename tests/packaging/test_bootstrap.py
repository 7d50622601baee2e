"""The set-up behind `make`, in a copy of the project where nothing is installed for real."""

import importlib
import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="make sets up Linux systems")

#: The interpreter below any virtual environment, as a fresh machine would have it.
PYTHON = os.path.realpath(sys.executable)
#: Stands for a sudo that asks nothing.
SUDO = 'shift; [ "$1" = true ] || exec "$@"'
#: Stands for the virtual environment's Python: notes what it is called with.
FAKE_PYTHON = '#!/bin/sh\necho "$@" >>"$(dirname "$0")/calls"\n'


@pytest.fixture
def clone(tmp_path):
    """A clone that needs one library which no machine has."""
    root = tmp_path / "clone"
    shutil.copytree(ROOT / "packaging", root / "packaging")
    shutil.copy(ROOT / "pyproject.toml", root)
    needs = f"run file:{tmp_path}/here libnowhere9\nplay lib:libsilent.so.9 libsilent9\n"
    (root / "packaging" / "system-packages.txt").write_text(f"# A comment.\n\n{needs}")
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname", "sed", "env", "touch", "cat"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return root


@pytest.fixture
def set_up(clone, tmp_path):
    """Call the set-up for a target, with nothing but our own tools on the path."""

    def call(target="run", python=PYTHON):
        environ = {"PATH": str(tmp_path / "bin"), "PYTHON": str(python)}
        command = ["sh", str(clone / "packaging" / "bootstrap.sh"), target]
        return subprocess.run(
            command, env=environ, capture_output=True, text=True, timeout=300, check=False
        )

    return call


@pytest.fixture
def venv(clone):
    """A virtual environment that seems finished, whose Python only notes its calls."""
    folder = clone / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").write_text(FAKE_PYTHON)
    (folder / "bin" / "python").chmod(0o755)
    return folder


def program(folder, name, script):
    """Put a program on the path."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def calls(venv):
    """Return what the virtual environment's Python was called with."""
    noted = venv / "bin" / "calls"
    return noted.read_text().splitlines() if noted.exists() else []


def test_an_interpreter_that_is_too_old_is_one_sentence(set_up, tmp_path):
    program(tmp_path / "bin", "old", "exit 1")
    done = set_up(python="old")
    assert done.returncode == 1
    assert done.stderr == "Cueline needs Python 3.11 to 3.14, and PYTHON=old is not one of them.\n"


def test_no_interpreter_at_all_is_one_sentence(set_up):
    done = set_up(python="")
    assert done.returncode == 1
    assert done.stderr.startswith("Cueline needs Python 3.11 to 3.14, and no python3 is what")
    assert done.stderr.count("\n") == 1


def test_without_apt_one_sentence_names_what_is_missing(set_up, clone):
    done = set_up()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "/here, libsilent.so.9 in this system's own way" in done.stderr
    assert "libnowhere9 libsilent9" in done.stderr
    assert not (clone / ".venv").exists()


@pytest.fixture
def module(monkeypatch):
    """The set-up itself, imported."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    yield importlib.import_module("bootstrap")
    sys.modules.pop("bootstrap")


def test_with_apt_but_no_right_to_use_it_one_sentence_names_the_packages(
    module, monkeypatch, tmp_path, set_up
):
    program(tmp_path / "bin", "apt-get", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert module.apt_prefix() is None
    missing = [module.Need("run", "lib:liba.so.1", name) for name in ("liba1", "liba0", "liba1")]
    assert module.by_hand(missing) == (
        "This account may not install what is missing:"
        " as root, run apt-get update && apt-get install liba0 liba1"
    )


def test_sudo_is_used_where_it_asks_nothing(module, monkeypatch, tmp_path, set_up):
    program(tmp_path / "bin", "apt-get", "exit 0")
    program(tmp_path / "bin", "sudo", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert module.apt_prefix() == ["sudo", "-n", "env"]


def test_what_is_looked_for_is_of_a_known_kind(module):
    needs = module.read_needs()
    assert {need.purpose for need in needs} == {"run", "play", "test", "full", "screenshots"}
    assert {need.look_for.partition(":")[0] for need in needs} == {"lib", "file", "command"}
    assert module.is_there("lib:libc.so.6")
    assert not module.is_there("lib:libnowhere.so.9")


def test_root_installs_what_is_missing_with_apt(set_up, tmp_path, venv):
    program(tmp_path / "bin", "sudo", SUDO)
    script = f'echo "$DEBIAN_FRONTEND $@" >>{tmp_path}/apt; touch {tmp_path}/here'
    program(tmp_path / "bin", "apt-get", script)
    done = set_up()
    assert done.returncode == 0, done.stderr
    update, install = (tmp_path / "apt").read_text().splitlines()
    assert update.startswith("noninteractive -q")
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libnowhere9 libsilent9")
    assert "libsilent9; Cueline runs without, but with less." in done.stderr


def test_apt_is_not_called_when_nothing_is_missing(set_up, tmp_path, venv, whole):
    program(tmp_path / "bin", "apt-get", f"touch {tmp_path}/called")
    assert set_up().returncode == 0
    assert not (tmp_path / "called").exists()


def test_what_is_missing_stays_missing_when_apt_fails(set_up, tmp_path, venv):
    program(tmp_path / "bin", "sudo", SUDO)
    program(tmp_path / "bin", "apt-get", "exit 100")
    done = set_up()
    assert done.returncode == 1
    assert "apt could not install libnowhere9 libsilent9" in done.stderr
    assert not [call for call in calls(venv) if "-m pip" in call]


@pytest.fixture
def whole(clone):
    """A system that has what is needed."""
    (clone / "packaging" / "system-packages.txt").write_text("run command:sh dash\n")


def test_the_second_call_installs_nothing(set_up, venv, whole):
    assert set_up().returncode == 0
    first = calls(venv)
    assert len([call for call in first if "-m pip" in call]) == 2
    assert "--constraint" in first[-1]
    assert "--build-constraint" in first[-1]
    assert set_up().returncode == 0
    assert calls(venv) == first


def test_the_tests_need_more_than_the_program(set_up, venv, whole):
    set_up("run")
    before = len(calls(venv))
    set_up("test")
    assert "--group bench --group test" in calls(venv)[-1]
    assert len(calls(venv)) > before
    before = len(calls(venv))
    set_up("run")
    assert len(calls(venv)) == before


def test_a_new_pin_is_installed(set_up, venv, whole, clone):
    set_up()
    before = len(calls(venv))
    with (clone / "packaging" / "constraints.txt").open("a") as pins:
        pins.write("another==1.0\n")
    set_up()
    assert len(calls(venv)) > before


def test_a_set_up_that_was_cut_short_is_made_again(set_up, venv, whole):
    set_up()
    (venv / "cueline-unfinished").touch()
    (venv / "left-over").touch()
    done = set_up()
    assert "Making .venv with Python" in done.stderr
    assert not (venv / "left-over").exists()


def test_a_folder_that_was_moved_is_set_up_again(set_up, clone, venv, whole, monkeypatch):
    set_up()
    monkeypatch.syspath_prepend(str(clone / "packaging"))
    its_own = importlib.import_module("bootstrap")
    monkeypatch.delitem(sys.modules, "bootstrap")
    assert its_own.is_venv_whole()
    note = json.loads((venv / "cueline.json").read_text())
    note["place"][2] = "/elsewhere/.venv"
    (venv / "cueline.json").write_text(json.dumps(note))
    assert not its_own.is_venv_whole()


def test_a_failing_pip_is_one_sentence_and_is_taken_up_again(set_up, venv, whole):
    failing = f'{FAKE_PYTHON}case "$*" in *--editable*) exit 1;; esac\n'
    (venv / "bin" / "python").write_text(failing)
    done = set_up()
    assert done.returncode == 1
    assert done.stderr == (
        "pip could not install what is pinned; it says why above."
        " The next make takes it up again.\n"
    )
    assert (venv / "cueline-unfinished").exists()

"""The real window with real engines, in the test's own process."""

import os
import shutil
import subprocess

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import PLAYING, SEED
from viewer.app import Program
from viewer.formats import registry
from viewer.media import sample
from viewer.options import Options
from viewer.playback import choose
from viewer.playback.engine import PlayState
from viewer.state.places import places

#: A screen as the Makefile's, until whoever opened it has gone and Qt with it.
SCREEN = 'Xvfb -displayfd "$0" -screen 0 2600x1500x24 -nolisten tcp & cat; kill $!'


def own_screen():
    """Open a screen for this worker alone: two windows on one would take each other's focus."""
    here, there = os.pipe()
    command = ["sh", "-c", SCREEN, str(there)]
    lifeline = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[there])
    os.close(there)
    with os.fdopen(here) as number:
        os.environ["DISPLAY"] = f":{number.readline().strip()}"
    os.environ.pop("XAUTHORITY", None)
    return lifeline


if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0" and "DISPLAY" in os.environ:
    LIFELINE = own_screen()

#: Real engines on a busy machine with two cores.
PATIENCE_MS = 20_000


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory):
    """The sample's recording, made once."""
    folder = tmp_path_factory.mktemp("samples")
    return sample.recording(registry.load(SEED), folder, lambda _: None, lambda: False)


@pytest.fixture
def sample_made(stand_in):
    """The sample's recording where the program keeps it."""
    made = sample.path_for(registry.load(SEED), places().samples)
    made.parent.mkdir(parents=True)
    shutil.copyfile(stand_in, made)


@pytest.fixture(params=PLAYING)
def engine(request):
    """Each real engine by its name on the command line."""
    facts = next(each for each in choose.describe() if each.key == request.param)
    if not facts.available:
        pytest.skip(facts.reason)
    return request.param


@pytest.fixture
def start(qtbot):
    """Start the program in this process: `start(Options(...))` gives its `Program`, shown."""
    programs = []

    def begin(options, size=(1280, 720)):
        program = Program(options)
        programs.append(program)
        if size is not None:
            program.window.resize(*size)
        program.start(options)
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE_MS)
        return program

    yield begin
    for program in programs:
        program.window.close()
        program.shut_down()
        program.window.deleteLater()
    QApplication.clipboard().clear()


@pytest.fixture
def opened(start, qtbot, seed, stand_in, engine):
    """The seed transcript with its stand-in recording, paused at the beginning."""
    program = start(Options(file=seed, media=stand_in, engine=engine))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


@pytest.fixture
def unheard(start, qtbot, tmp_path, seed):
    """The seed transcript without a recording: a clock runs."""
    copy = tmp_path / seed.name
    copy.write_bytes(seed.read_bytes())
    program = start(Options(file=copy))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program

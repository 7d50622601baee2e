"""Fixtures for every test, and the watch over what tests leave behind."""

import gc
import os
import sys
import threading
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from PySide6.QtCore import qInstallMessageHandler
from pytestqt.qtbot import QtBot

from viewer.engines import ENGINES

# No deadline: these machines are busy, and speed is measured elsewhere. Where nobody can look into
# a find (CI), the same examples are tried each time, and half as many.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What waits for something that happens waits as long as a busy machine needs.
PATIENCE_MS = 20_000
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
    wait.__kwdefaults__["timeout"] = PATIENCE_MS

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "what-does-the-fall-of-mosul-and-raqqa-mean-for-isis.md"
CORPUS = ROOT.parent / "shared" / "corpus"
#: The engines that play recordings.
PLAYING = [each.name for each in ENGINES if each.usual]


def pytest_sessionstart():
    """Have what Qt says heard at all times, also when pytest-qt has ceased to listen.

    It listens until a test's own part is over, and then puts back who heard before. Were that
    nobody, a thread of Qt's (that of the sound speaks where there is no sound device) might be
    waiting for Python's lock just then, to call what is there no longer: that ends the process.
    """
    qInstallMessageHandler(_say)


def _say(_kind, _context, message):
    sys.stderr.write(f"{message}\n")


def pytest_sessionfinish():
    """Leave Qt to itself again, which outlives Python."""
    qInstallMessageHandler(None)


def pytest_collection_modifyitems(items):
    """Leave out what needs more than the program itself, unless everything is asked for."""
    if not os.environ.get("CUELINE_FULL"):
        apart = pytest.mark.skip(reason="only `make test FULL=1` installs what this works with")
        for item in items:
            if item.get_closest_marker("full"):
                item.add_marker(apart)


def pytest_terminal_summary(terminalreporter):
    """Keep what failed for the last lines of `make test`, which runs pytest several times."""
    kept = os.environ.get("CUELINE_FAILED")
    if not kept or not Path(kept).is_file() or hasattr(terminalreporter.config, "workerinput"):
        return
    with Path(kept).open("a", encoding="utf-8") as file:
        for how in ("failed", "error", "rerun"):
            for report in terminalreporter.getreports(how):
                file.write(f"{how}: {report.nodeid}\n{report.longreprtext[-1000:]}\n\n")


@pytest.fixture
def seed():
    """The seed transcript's path."""
    return SEED


@pytest.fixture(scope="session")
def corpus():
    """The folder of real files of many formats, where it is present."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real files is not present")
    return CORPUS


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path_factory):
    """Keep what the program remembers out of the user's own folders; each test starts afresh."""
    folder = tmp_path_factory.getbasetemp() / "homes" / uuid4().hex
    monkeypatch.setenv("CUELINE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def empty_clipboard():
    """Take back what a test copied.

    The offscreen platform destroys its clipboard after Python has gone: data made by Python that is
    still in it then ends the process with a crash, after the last test has passed.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request):
    """Fail a test that leaves a window, a ticking timer, a pool at work or a thread behind.

    Timers and pools are looked for among all living objects: one without a parent, or with a
    widget for a parent, is not found from the application. What was there before is frozen, and
    so need not be gone through again after each of thousands of tests.
    """
    threads = set(threading.enumerate())
    with_qt = "qapp" in request.fixturenames
    if with_qt:
        gc.freeze()
    yield
    core = sys.modules.get("PySide6.QtCore")
    if not with_qt or core is None or core.QCoreApplication.instance() is None:
        assert not lasting(threads)
        return
    from shiboken6 import isValid

    # What a test lets go of, no loop is there to delete: the windows of all tests would be styled.
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    request.node.funcargs.clear()
    gc.collect()
    living = [thing for thing in gc.get_objects() if isinstance(thing, core.QObject)]
    living = [thing for thing in living if isValid(thing)]
    pools = [thing for thing in living if isinstance(thing, core.QThreadPool)]
    assert all(pool.waitForDone(1000) for pool in pools)
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        assert not [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    assert not [t for t in living if isinstance(t, core.QTimer) and t.isActive()]
    assert not [t for t in living if isinstance(t, core.QThread) and t.isRunning()]
    assert not lasting(threads)


def lasting(before):
    """Threads that were not there before and do not end by themselves.

    libVLC's players are let go of by workers that a closed window does not wait for. Threads that
    Python has not begun are the engines' own: it knows of those that have said something.
    """
    own = {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}
    new = own - before
    for thread in new:
        thread.join(10)
    return {thread for thread in new if thread.is_alive()}

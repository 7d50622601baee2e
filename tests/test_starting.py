"""What can go wrong before there is a window: each is one sentence, and no signal is lost."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="displays are named so there")


def started(script="from viewer.cli import main; main([])", **environ):
    """Start the program, or a script, without the displays of whoever runs the tests."""
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CUELINE_DEBUG"}
    env = {name: value for name, value in os.environ.items() if name not in unset} | environ
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, env=env, check=False
    )


@needs_linux
@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":65123"},
        {"WAYLAND_DISPLAY": "nothing-0"},
        {"QT_QPA_PLATFORM": "nonsense"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
    ids=["dead X", "dead Wayland", "no such platform", "X without a display"],
)
def test_without_a_window_there_is_one_sentence_and_no_abort(environ):
    done = started(**environ)
    assert done.returncode == 1
    assert done.stderr.startswith("No window can be shown: ")
    assert done.stderr.count("\n") == 1


def test_a_home_of_nobody_is_a_sentence(tmp_path):
    script = "import sys; from viewer.cli import main; sys.exit(main([]))"
    done = started(script, QT_QPA_PLATFORM="offscreen", CUELINE_HOME="~nosuchuser")
    assert done.returncode == 1
    assert done.stderr.startswith("CUELINE_HOME names the home of “nosuchuser”")


#: A signal at one moment of the start, each of which lost it or made it an abort once.
AT = """
import os, signal
from viewer import app
from viewer.commands import window
from viewer.options import Options

def raised(*_):
    os.kill(os.getpid(), signal.{name})

{moment}
window.open_window(Options(engine="silent"))
"""
MOMENTS = {
    "Qt makes its application": """
make = app.make_application
app.make_application = lambda: (raised(), make())[1]""",
    "the window is built": """
build = app.Program.__init__
app.Program.__init__ = lambda self, options: (raised(), build(self, options))[1]""",
    "the window is shown": """
start = app.Program.start
app.Program.start = lambda self, options: (
    start(self, options), raised(), app.QApplication.processEvents())[0]""",
    "the loop begins": """
listen = app.LeavingOnSignals.listen
app.LeavingOnSignals.listen = lambda self: (listen(self), raised())[0]""",
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_during_the_start_ends_the_program_in_good_order(moment, name):
    script = AT.format(name=signal.Signals[name].name, moment=MOMENTS[moment])
    done = started(script, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_what_libraries_write_past_python_stays_out_of_the_terminal():
    script = """
import os, sys
from viewer.display import hushed_libraries
with hushed_libraries(os.environ):
    os.write(2, b"chatter\\n")
    print("own words", file=sys.stderr)
os.write(2, b"afterwards\\n")
"""
    assert started(script).stderr == "own words\nafterwards\n"
    shown = started(script, CUELINE_DEBUG="1").stderr
    assert shown == "chatter\nown words\nafterwards\n"


SHOWN = """
from viewer import app
from viewer.commands import window
from viewer.options import Options

start = app.Program.start
app.Program.start = lambda self, options: (
    start(self, options), app.QApplication.processEvents(), print("shown", flush=True))[0]
window.open_window(Options(engine="silent"))
"""


@needs_linux
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no display to be lost")
def test_a_display_that_is_lost_ends_the_program_without_a_traceback():
    reported, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "640x480x24"]
    with subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL) as display:
        env = os.environ | {"DISPLAY": f":{os.read(reported, 20).decode().strip()}"}
        env |= {"QT_QPA_PLATFORM": "xcb"}
        env.pop("WAYLAND_DISPLAY", None)
        with subprocess.Popen(
            [sys.executable, "-c", SHOWN], env=env, stdout=-1, stderr=-1, text=True
        ) as program:
            assert program.stdout.readline() == "shown\n"
            display.kill()
            _, errors = program.communicate(timeout=120)
    os.close(reported)
    os.close(tells)
    assert program.returncode == 1
    assert "Traceback" not in errors

"""The composition root, and how the program ends."""

import os
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QIcon

from viewer.app import Program, make_application
from viewer.options import Options


@pytest.fixture
def program(qtbot):
    program = Program(Options(engine="silent"))
    qtbot.addWidget(program.window)
    yield program
    program.shut_down()


def test_what_qt_says_is_heard_also_when_a_test_has_ceased_to_listen(qtlog):
    with qtlog.disabled():
        ear = qInstallMessageHandler(None)
        qInstallMessageHandler(ear)
    assert ear is not None


def run(script):
    """Run a script in a process of its own, without a display."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def test_the_application_has_its_names(qapp, monkeypatch):
    monkeypatch.setattr("viewer.app.QApplication", lambda _argv: qapp)
    app = make_application()
    assert app.applicationDisplayName() == "Cueline"
    assert app.desktopFileName() == "io.github.cueline.Cueline"
    picture = app.windowIcon().pixmap(64, 64).toImage()
    assert not picture.isNull()
    assert picture.pixelColor(32, 32).alpha() == 255
    app.setWindowIcon(QIcon())


def test_a_command_line_engine_is_taken_before_the_settings(qtbot, program, seed):
    program.start(Options(file=seed, media=None))
    qtbot.waitUntil(lambda: program.player.silent)
    assert program.player.engine_name == "Silent"
    program.window.close()


def test_what_is_lit_is_traced(qtbot, seed, tmp_path):
    trace = tmp_path / "trace.jsonl"
    program = Program(Options(engine="silent", trace=trace))
    qtbot.addWidget(program.window)
    program.start(Options(file=seed))
    qtbot.waitUntil(lambda: program.player.silent)
    program.player.seek(36_000)
    program.window.close()
    program.shut_down()
    assert '"event": "lit", "segment": 7, "ms": 36000' in trace.read_text()


def test_work_that_is_stuck_does_not_keep_the_process():
    done = run(
        """
        import threading
        from PySide6.QtCore import QTimer
        from viewer import app
        from viewer.options import Options

        class Program(app.Program):
            def start(self, options):
                super().start(options)
                self.jobs.run(lambda _: threading.Event().wait(), print, print)
                print("begun")
                QTimer.singleShot(0, self.leave)

        app.Program = Program
        app.run(Options(engine="silent"))
        """
    )
    assert (done.returncode, done.stdout) == (0, "begun\n"), done.stderr


def test_leaving_ends_the_loop_of_a_dialog_too():
    done = run(
        """
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QMessageBox
        from viewer import app
        from viewer.options import Options

        class Program(app.Program):
            def start(self, options):
                super().start(options)
                QTimer.singleShot(0, lambda: QMessageBox(self.window).exec())
                QTimer.singleShot(50, self.leave)

        app.Program = Program
        print(app.run(Options(engine="silent")))
        """
    )
    assert (done.returncode, done.stdout) == (0, "0\n"), done.stderr


def test_a_bug_while_starting_still_lets_go_of_everything():
    done = run(
        """
        from viewer import app
        from viewer.options import Options

        class Program(app.Program):
            def start(self, options):
                super().start(options)
                self.window.close()
                raise ZeroDivisionError

        app.Program = Program
        app.run(Options(engine="silent"))
        """
    )
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr

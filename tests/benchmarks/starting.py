"""Starting: the window, `cueline info` and `--help`, against as little as could do, in turn.

Each is a process of its own, with bytecode written as users have it. It is the processor's time.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Result, in_turn

SEED = next((Path(__file__).resolve().parents[2] / "seeds").glob("*.md"))
#: How long either window is shown.
SHOWN_MS = 1_500
BARE = "import argparse, dataclasses, pathlib, re"
COMMAND = "import sys; from viewer.cli import main; sys.exit(main(sys.argv[1:]))"
BARE_WINDOW = f"""
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication([])
window, text = QMainWindow(), QPlainTextEdit(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(text)
window.resize(1100, 700)
window.show()
QTimer.singleShot({SHOWN_MS}, lambda: os._exit(0))
app.exec()
"""
#: As many widgets, menus and actions as ours has, none of them written in Python but two.
PLAIN_WINDOW = f"""
import os, sys
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtSvg import QSvgRenderer
class Style(QtWidgets.QProxyStyle):
    def drawPrimitive(self, *given):
        super().drawPrimitive(*given)
class Text(QtWidgets.QPlainTextEdit):
    def event(self, event):
        return event.type() is None or super().event(event)
app = QtWidgets.QApplication([])
app.setStyle(Style())
window, text = QtWidgets.QMainWindow(), Text(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(text)
text.viewport()
kinds = dict(QWidget=40, QToolButton=27, QLabel=17, QPushButton=10, QStackedWidget=3, QLineEdit=3)
kinds |= dict(QSplitter=2, QFrame=2, QSlider=2, QComboBox=1, QListView=1, QTabBar=1, QListWidget=1)
hidden = [getattr(QtWidgets, kind)() for kind, many in kinds.items() for _ in range(many)]
for shown in hidden[35:75]:
    window.statusBar().addWidget(shown)
menus = [window.menuBar().addMenu(str(n)) for n in range(18)]
for n in range(104):
    action = QAction(str(n), window)
    action.setShortcut(f"Ctrl+F{{n}}")
    action.setMenuRole(QAction.MenuRole.NoRole)
    menus[n % 18].addAction(action)
window.resize(1100, 700)
window.show()
QTimer.singleShot({SHOWN_MS}, lambda: os._exit(0))
app.exec()
"""
WINDOW = f"""
import os, sys
from pathlib import Path
from viewer import quick_start
quick_start.begin()
from PySide6.QtCore import QTimer
from viewer import app
from viewer.options import Options
options = Options(file=Path(sys.argv[1]))
made = app.make_application()
program = app.Program(options)
program.start(options)
quick_start.end()
QTimer.singleShot({SHOWN_MS}, lambda: os._exit(0))
made.exec()
"""
#: The same by the command line, whose words are taken apart first.
BY_COMMAND = f"""
import os, sys, threading
threading.Timer({SHOWN_MS / 1000}, lambda: os._exit(0)).start()
from viewer.cli import main
main(sys.argv[1:])
"""


def measure() -> Iterator[Result]:
    """Compare each with its floor."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CUELINE_HOME"] = home

        def bare() -> float:
            return spent(BARE)

        yield in_turn(
            "window : bare window", lambda: spent(WINDOW), lambda: spent(BARE_WINDOW), 2.2, times=5
        )
        yield in_turn(
            "cueline FILE : bare window",
            lambda: spent(BY_COMMAND),
            lambda: spent(BARE_WINDOW),
            None,
            times=3,
        )
        yield in_turn(
            "as many of Qt's widgets, without our code : bare window",
            lambda: spent(PLAIN_WINDOW),
            lambda: spent(BARE_WINDOW),
            None,
            times=3,
        )
        yield in_turn("cueline info : bare interpreter", lambda: spent(COMMAND, "info"), bare, 3)
        yield in_turn(
            "cueline --help : bare interpreter", lambda: spent(COMMAND, "--help"), bare, 3
        )


def spent(code: str, *words: str) -> float:
    """Return the processor's time that a process takes, with the sample as last argument."""
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    before = _children()
    subprocess.run(
        [sys.executable, "-c", code, *words, str(SEED)],
        env=environment,
        capture_output=True,
        check=True,
    )
    return _children() - before


_LEFT_OUT = {"PYTHONDONTWRITEBYTECODE"}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

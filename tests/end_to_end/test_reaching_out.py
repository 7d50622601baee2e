"""A stranger's folder is opened and played: nothing connects, and nothing outside it is read.

The program runs in a process of its own under `strace`, which sees what libraries do, too.
"""

import re
import shutil
import subprocess
import sys

import pytest

from tests.media.films import film
from tests.media.test_containers import LISTS

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
PICTURE = '<img src="{url}"><img src="file://{far}"><img src="{far}">'
TALK = """WEBVTT

NOTE media: {media}

00:00.000 --> 00:03.000
<v {picture}>Hello {picture}

00:03.000 --> 00:12.000
World
"""
HEADED = "# {picture}\n**C:** [May 4, 2017]({url})\n* One. [[00:00:01]({url}?t=1s)]\n"

#: Opens each transcript of a folder, plays what it plays with, and hovers over what it shows.
OPENER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from viewer import app
from viewer.options import Options
from viewer.playback.engine import PlayState

application = app.make_application()
program = app.Program(Options(engine=sys.argv[2]))
program.start(Options())

def wait(until, limit_s):
    end = time.monotonic() + limit_s
    while not until() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)
    return bool(until())

for path in sorted(Path(sys.argv[1]).glob("*.talk*")):
    program.workspace.opening.open(path)
    wait(lambda: program.session.document and program.session.document.path == path, 30)
    assert program.session.document.path == path, path
    assert wait(lambda: program.player.silent or program.session.recording is not None, 30), path
    assert wait(lambda: program.player.state in (PlayState.PAUSED, PlayState.FAILED), 30), path
    program.player.play()
    assert wait(lambda: program.player.position_ms > 300, 30), path
    for widget in program.window.findChildren(QWidget):
        if widget.isVisible():
            at = QPoint(2, 2)
            tip = QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at))
            QApplication.sendEvent(widget, tip)
    wait(lambda: False, 0.1)
    print(path.name, program.player.engine_name, program.session.recording is not None)
program.window.close()
app.end_at_once(0)
"""


@pytest.fixture
def folder(tmp_path):
    """Transcripts that name lists of every sort, in a folder beside a file of the user's own."""
    film(tmp_path / "far.ts", seconds=2, container="mpegts")
    here = tmp_path / "here"
    here.mkdir()
    film(here / "near.ts", seconds=2, container="mpegts")
    film(here / "proper.mp4", seconds=2)
    url, far = "http://127.0.0.1:9/reached", tmp_path / "far.ts"
    picture = PICTURE.format(url=url, far=far)
    for name, text in LISTS.items():
        media = f"{name}.m3u8" if name == "hls" else f"{name}.mp4"
        (here / media).write_text(text.format(url=url, near="near.ts", far="../far.ts"))
        (here / f"{name}.talk.vtt").write_text(TALK.format(media=media, picture=picture))
    (here / "proper.talk.vtt").write_text(TALK.format(media="proper.mp4", picture=picture))
    (here / "headed.talk.md").write_text(HEADED.format(picture=picture, url=url))
    return here


def test_nothing_connects_and_nothing_outside_is_read(folder, engine, tmp_path):
    log = tmp_path / "calls.txt"
    calls = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,open,openat", "-o", log]
    command = [*calls, sys.executable, "-c", OPENER, folder, engine]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    opened = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert opened.keys() == {path.name for path in folder.glob("*.talk*")}
    assert opened.pop("proper.talk.vtt").endswith("True")
    assert all(outcome.endswith("False") for outcome in opened.values()), opened
    reported = log.read_text(encoding="utf-8", errors="replace")
    assert "here/proper.mp4" in reported
    assert "near.ts" not in reported
    assert "far.ts" not in reported
    assert not re.search(r"sa_family=AF_INET6?\b", reported)

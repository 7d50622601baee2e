"""What the window tells: messages, problems, the keys; and strangers' words in it."""

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit, QPushButton

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import press
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.dialogs.keys_sheet import KeysSheet
from viewer.ui.dialogs.source_view import SourceView
from viewer.ui.transcript.problems_panel import ProblemsPanel

LEFT = Qt.MouseButton.LeftButton
DAMAGED = """1
00:00:01,000 --> 00:00:02,000
Good evening.

2
00:00:05,000 --> 00:00:04,000
It goes backwards.
"""


def push(widget):
    """Press and release a button as a hand does."""
    QTest.mousePress(widget, LEFT, pos=widget.rect().center())
    QTest.qWait(80)
    QTest.mouseRelease(widget, LEFT, pos=widget.rect().center())


def shown(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def damaged(start, qtbot, tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text(DAMAGED)
    program = start(Options(file=path, engine="silent"))
    qtbot.waitUntil(lambda: program.session.document is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


def test_a_message_has_the_whole_status_bar_where_it_needs_it(damaged, qtbot):
    window = damaged.window
    bar, facts = window.statusBar(), window.availability.facts
    window.resize(1200, 600)
    qtbot.waitUntil(lambda: window.width() == 1200, timeout=PATIENCE_MS)
    press(Qt.Key.Key_Return)
    said = bar.currentMessage()
    assert said.endswith("for a caret.")
    assert bar.shown_message() == said
    assert facts.isVisible()
    window.resize(420, 600)
    qtbot.waitUntil(lambda: window.width() == 420, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not facts.isVisible(), timeout=PATIENCE_MS)
    assert bar.shown_message() == said
    bar.showMessage("words " * 40)
    assert bar.shown_message().endswith("…")
    bar.clearMessage()
    qtbot.waitUntil(facts.isVisible, timeout=PATIENCE_MS)


def test_show_opens_the_problems_with_the_keys_in_them(damaged, qtbot):
    window = damaged.window
    push(next(b for b in window.text.message.findChildren(QPushButton) if b.text() == "Show"))
    rows = window.findChild(ProblemsPanel).findChild(QListWidget)
    qtbot.waitUntil(rows.hasFocus, timeout=PATIENCE_MS)
    QTest.qWait(100)  # whatever takes the focus back after a click has done so by now
    assert rows.hasFocus()
    assert "It goes backwards." in rows.currentItem().text()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(SourceView) is not None, timeout=PATIENCE_MS)
    source = shown(SourceView)
    assert source.findChild(QPlainTextEdit).textCursor().block().text().startswith("00:00:05")
    source.close()
    window.activateWindow()
    qtbot.waitUntil(rows.hasFocus, timeout=PATIENCE_MS)
    press(Qt.Key.Key_Escape)
    assert not window.findChild(ProblemsPanel).isVisible()
    assert window.text.view.hasFocus()


def test_the_keys_work_while_their_sheet_is_open(damaged, qtbot):
    window = damaged.window
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shown(KeysSheet) is not None, timeout=PATIENCE_MS)
    sheet = shown(KeysSheet)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow, timeout=PATIENCE_MS)
    for key, state in (
        (Qt.Key.Key_Space, PlayState.PLAYING),
        (Qt.Key.Key_Space, PlayState.PAUSED),
    ):
        QTest.keyClick(sheet, key)
        qtbot.waitUntil(lambda state=state: damaged.player.state is state, timeout=PATIENCE_MS)
    QTest.keyClick(sheet, Qt.Key.Key_BracketRight)
    assert damaged.player.rate > 1
    assert QApplication.activeModalWidget() is None
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_F1)
    assert shown(KeysSheet) is None
    window.activateWindow()
    qtbot.waitUntil(window.text.view.hasFocus, timeout=PATIENCE_MS)
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shown(KeysSheet) is not None, timeout=PATIENCE_MS)
    QTest.keyClick(shown(KeysSheet), Qt.Key.Key_Escape)
    assert shown(KeysSheet) is None


def test_a_title_that_is_mark_up_loads_nothing_when_it_is_pointed_at(start, qtbot, tmp_path):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)  # who reads it waits for ever
    path = tmp_path / "talk.md"
    title = f'<img src="{pipe}"><img src="file://{pipe}"> and many words more ' * 9
    path.write_text(
        f"# {title}\n**C:** [May 4, 2017](https://youtu.be/AbC_123-xyz)\n"
        "* One. [[00:00:01](https://youtu.be/AbC_123-xyz?t=1s)]\n"
    )
    program = start(Options(file=path, engine="silent"))
    window = program.window
    qtbot.waitUntil(lambda: program.session.document is not None, timeout=PATIENCE_MS)
    header = window.text.header._title
    qtbot.waitUntil(lambda: bool(header.toolTip()), timeout=PATIENCE_MS)
    place = QPoint(20, 8)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, header.mapToGlobal(place))
    QApplication.sendEvent(header, event)

    def tips():
        return [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel")]

    qtbot.waitUntil(lambda: any(tip.isVisible() for tip in tips()), timeout=PATIENCE_MS)
    assert "<img" not in "".join(tip.property("text") or "" for tip in tips())
    assert "<img" not in header.toolTip()
    assert window.windowTitle().startswith("<img src=")
    with pytest.raises(OSError, match="No such device"):  # nobody has the pipe open to read it
        os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    for tip in tips():
        tip.hide()

"""Outline and speakers beside the text, in the real window, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, press
from viewer.options import Options
from viewer.ui.commands.actions import Command

_PRESS_MS, _AGAIN_MS = 80, 150
TALK = "\n\n".join(
    [
        "# An evening",
        *(
            (f"## Part {n // 8}\n\n" if n and n % 8 == 0 else "")
            + f"**{('Ann', 'Bob')[n % 2]}** [{n // 6}:{n % 6}0]: This is number {n}, which says a"
            " little more than the one before it did, and so it goes on."
            for n in range(32)
        ),
    ]
)


@pytest.fixture
def talk(start, qtbot, tmp_path):
    path = tmp_path / "evening.md"
    path.write_text(TALK, encoding="utf-8")
    program = start(Options(file=path))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


def click(listed, spot):
    QTest.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot, delay=_PRESS_MS)


def middle(listed, row):
    return listed.visualRect(listed.model().index(row, 0)).center()


@pytest.mark.parametrize("in_paragraphs", [False, True])
def test_chapters_and_speakers_are_gone_to_played_and_shown_alone(talk, qtbot, in_paragraphs):
    window, view, player = talk.window, talk.window.text.view, talk.player
    if window.commands[Command.PARAGRAPHS].isChecked() is not in_paragraphs:
        press(Qt.Key.Key_P)
    press(Qt.Key.Key_5, CONTROL)
    outline = window.text.side.widget("outline")
    assert outline.hasFocus()
    click(outline, middle(outline, 1))
    qtbot.waitUntil(lambda: not view.segment_rect(16).isEmpty(), timeout=PATIENCE_MS)
    assert player.position_ms == 0
    second = middle(outline, 2)
    click(outline, second)
    QTest.mouseDClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=second, delay=_AGAIN_MS)
    qtbot.waitUntil(lambda: player.position_ms == 240_000, timeout=PATIENCE_MS)
    qtbot.waitUntil(view.lit.visible, timeout=PATIENCE_MS)
    assert view.lit.followed == 24

    press(Qt.Key.Key_6, CONTROL)
    speakers = window.text.side.widget("speakers")
    box = QPoint(speakers.viewport().width() - 20, middle(speakers, 1).y())
    click(speakers, box)
    assert window.text.hidden_bar.words.text() == "Only Ann: 16 lines are hidden."
    assert not view.segment_rect(24).isEmpty()
    assert view.segment_rect(25).isEmpty()
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.text.find_bar.field, "number 9", delay=10)
    assert window.text.find_bar.count.text() == "1 of 1"
    qtbot.waitUntil(lambda: not view.segment_rect(9).isEmpty(), timeout=PATIENCE_MS)
    press(Qt.Key.Key_Escape)
    button = window.text.hidden_bar.button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, delay=_PRESS_MS)
    assert window.text.hidden_bar.isHidden()
    speakers.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert window.text.hidden_bar.words.text() == "Only Bob: 16 lines are hidden."
    press(Qt.Key.Key_Space)
    assert window.text.hidden_bar.isHidden()
    press(Qt.Key.Key_Escape)
    assert window.text.side.isHidden()
    assert view.hasFocus()

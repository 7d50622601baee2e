"""The notebook as a person fills it: copied, flagged, commented on, and there again later."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, press, select
from viewer.options import Options


def panel_of(program, qtbot):
    """Show the notebook by its key."""
    press(Qt.Key.Key_7, CONTROL)
    side = program.window.text.side
    qtbot.waitUntil(lambda: side.widget("notes") is not None, timeout=PATIENCE_MS)
    return side.widget("notes")


def test_quotes_and_comments_are_there_again_where_the_file_was_moved(
    unheard, start, qtbot, tmp_path
):
    window = unheard.window
    select(window.text.view, "its de facto", "once a symbol")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    press(Qt.Key.Key_B)
    panel = panel_of(unheard, qtbot)
    assert [note.at_ms for note in panel.shown] == sorted(note.at_ms for note in panel.shown)
    [quoted] = [note for note in panel.shown if "once a symbol" in note.quote.text]
    panel.mark(quoted.id)
    panel.comment.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Check this.")
    press(Qt.Key.Key_Escape)
    notes = window.workspace.notes
    assert notes.find(quoted.id).comment == "Check this."
    before = window.workspace.session.document.path
    window.close()
    assert notes.keep_now()

    moved = before.rename(tmp_path / "moved and renamed.md")
    again = start(Options(file=moved))
    qtbot.waitUntil(lambda: again.player.silent, timeout=PATIENCE_MS)
    again.window.text.view.setFocus()
    qtbot.waitUntil(lambda: len(again.window.workspace.notes.notebook.notes) == 2)
    kept = again.window.workspace.notes.find(quoted.id)
    assert kept.comment == "Check this."
    assert kept.quote.text == quoted.quote.text

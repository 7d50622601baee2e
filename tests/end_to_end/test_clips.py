"""Clips and stills out of the real window."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import CONTROL, SHIFT, press, select
from viewer.media.probe import probe
from viewer.options import Options
from viewer.playback.engine import PlayState
from viewer.ui.dialogs.save_clip import SaveClip


@pytest.fixture
def played(start, qtbot, seed, stand_in, tmp_path):
    """The seed with its recording; what is asked for is saved in `tmp_path`."""
    program = start(Options(file=seed, media=stand_in, engine="qt"))
    qtbot.waitUntil(lambda: program.player.state is PlayState.PAUSED, timeout=PATIENCE_MS)
    program.window.text.view.setFocus()
    return program


@pytest.fixture
def saved_as(monkeypatch, tmp_path):
    """Have file dialogs answered with their own name, in `tmp_path`; return the names offered."""
    names = []

    def answer(dialog):
        names.append(Path(dialog.selectedFiles()[0]).name)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(names[-1])
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return names


def message(program):
    return program.window.text.message.accessibleName()


def dialog_of(program, qtbot):
    qtbot.waitUntil(lambda: bool(program.window.findChildren(SaveClip)), timeout=PATIENCE_MS)
    dialog = program.window.findChildren(SaveClip)[0]
    qtbot.waitUntil(dialog.isVisible, timeout=PATIENCE_MS)
    return dialog


def test_a_selection_is_saved_as_a_clip(played, qtbot, saved_as, tmp_path):
    select(played.window.text.view, "Raqqa was once", "caliphate")
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = dialog_of(played, qtbot)
    assert dialog.begin.text() == "0:35.6"
    next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text()).click()
    qtbot.waitUntil(lambda: message(played).startswith("Saved as "), timeout=PATIENCE_MS)
    out = tmp_path / saved_as[0]
    assert saved_as[0].startswith("What Does the Fall of Mosul and Raqqa Mean For ISIS 0.35–0.4")
    info = probe(out)
    wanted = played.window.quoting.stretch()
    assert abs(info.duration_ms - (wanted.end_ms - wanted.begin_ms)) <= 40
    assert info.title.endswith(")")


def test_copies_lie_on_the_clipboard(played, qtbot):
    select(played.window.text.view, "Raqqa was once", "caliphate")
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    said = played.window.statusBar().currentMessage
    qtbot.waitUntil(lambda: said().startswith("Copied: a clip of "), timeout=PATIENCE_MS)
    urls = QApplication.clipboard().mimeData().urls()
    assert probe(Path(urls[0].toLocalFile())).has_video
    played.player.seek(36_000)
    press(Qt.Key.Key_I, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: said() == "Copied: the picture at 0:36", timeout=PATIENCE_MS)
    assert QApplication.clipboard().image().size().width() == 640


def test_a_still_is_saved_and_a_long_clip_is_cancelled(played, qtbot, saved_as, tmp_path):
    played.player.seek(36_000)
    press(Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: message(played).startswith("Saved as "), timeout=PATIENCE_MS)
    with Image.open(tmp_path / saved_as[0]) as image:
        assert image.text["Time"] == "00:00:36.000"
    played.window.text.view.select_all()
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = dialog_of(played, qtbot)
    dialog.begin.setText("0")
    next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text()).click()
    busy = played.window.text.busy
    qtbot.waitUntil(busy.isVisible, timeout=PATIENCE_MS)
    busy.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not busy.isVisible(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not list(tmp_path.glob(".cueline*")), timeout=PATIENCE_MS)
    assert [path.suffix for path in tmp_path.iterdir()] == [".png"]

"""What is done with the places that the library finds: played, quoted, written down."""

import json

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.ui.window.library_hands import look
from viewer.playback.engine import PlayState

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_what_is_found_is_written_down(window, view, desk, tmp_path, monkeypatch, qtbot):
    assert not view.bar.save_button.isEnabled()
    look(view, desk, "caliphate")
    chosen = (str(tmp_path / "places"), "Markdown (*.md)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    view.bar.save_button.click()
    qtbot.waitUntil(lambda: not view.saving.isHidden())
    view.saving.findChild(QPushButton).click()
    assert view.saving.isHidden()
    desk.work()
    assert not (tmp_path / "places.md").exists()
    view.bar.save_button.click()
    desk.work()
    assert view.saving.isHidden()
    assert "**caliphate**" in (tmp_path / "places.md").read_text(encoding="utf-8")
    assert window.statusBar().currentMessage() == "Saved 2 places in places.md"


def test_what_was_said_of_a_name_goes_when_places_are_saved(
    window, view, desk, tmp_path, monkeypatch
):
    look(view, desk, "caliphate")
    offered = []
    names = iter(("p.space", "p.csv"))

    def chosen(*words):
        offered.append(words[-1])
        return str(tmp_path / next(names)), "Table (*.csv)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    view.bar.save_button.click()
    desk.work()
    assert view.message._shown.sentence == "The name p.space does not say what to write."
    view.bar.save_button.click()
    desk.work()
    assert (tmp_path / "p.csv").exists()
    assert view.message._shown is None
    assert offered[0].startswith("Table (*.csv);;JSON (*.json);;")
    assert offered[0].endswith(";;Supercut, sound alone (*.m4a)")


def test_a_place_is_quoted_without_being_opened(window, room, view, desk):
    look(view, desk, '"control of its"')
    QTest.keyClick(view.hits, Qt.Key.Key_C, CONTROL_SHIFT)
    desk.work()
    assert room.shown
    assert desk.session.document is None
    quoted = QApplication.clipboard().text()
    assert quoted.startswith(
        "“Similarly, in Syria, Islamic State's control of its de facto capital"
    )
    assert "0:28" in quoted


def test_a_quoted_place_is_kept_once_of_what_is_open_as_of_another(window, room, view, desk, talks):
    notes = window.workspace.notes
    for _ in range(2):
        look(view, desk, "wheat")
        QTest.keyClick(view.hits, Qt.Key.Key_C, CONTROL_SHIFT)
        desk.work()
    [found] = notes.notebooks.all()
    assert [note.quote.text for note in found.notebook.notes] == ["about wheat."]
    assert found.notebook.title == "other"
    desk.open(talks / "other.srt")
    room.show(True)
    look(view, desk, '"another talk"')
    QTest.keyClick(view.hits, Qt.Key.Key_C, CONTROL_SHIFT)
    desk.work()
    kept = notes.notebook.by_hand()
    assert [note.quote.text for note in kept] == ["about wheat.", "Another talk"]


def test_a_place_is_played_beside_the_list_while_what_is_open_waits(room, view, desk, talks):
    look(view, desk, "wheat")
    view.hits.setFocus()
    QTest.keyClick(view.hits, Qt.Key.Key_Space)
    assert room.preview is None
    assert view.message._shown.sentence == "No recording of other was found."
    (talks / "other.mp4").write_bytes(b"a recording")
    room.librarian.refresh()
    desk.work()
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    playing = room.preview
    assert room.shown
    assert not playing.isHidden()
    assert playing.words.text() == "Playing 0:04 of other"
    assert (playing.player.position_ms, playing.player.state) == (4_000, PlayState.PLAYING)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    assert playing.words.text() == "0:04 of other"
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert room.shown
    assert (playing.isHidden(), playing.player.state) == (True, PlayState.EMPTY)


def test_only_what_is_listed_is_written_down(view, desk, tmp_path, monkeypatch, talks):
    look(view, desk, "another OR caliphate")
    view.bar.filter.setText("mosul")
    chosen = (str(tmp_path / "places.csv"), "Table (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    view.bar.save_button.click()
    desk.work()
    written = (tmp_path / "places.csv").read_text(encoding="utf-8")
    assert "caliphate" in written
    assert str(talks / "other.srt") not in written


def test_of_several_chosen_places_those_are_written_down(view, desk, tmp_path, monkeypatch):
    look(view, desk, "of")
    view.hits.setCurrentIndex(view.hits.rows.index(1))
    view.hits.selectionModel().select(
        view.hits.rows.index(3), QItemSelectionModel.SelectionFlag.Select
    )
    chosen = (str(tmp_path / "places.json"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    view.bar.save_button.click()
    desk.work()
    assert len(json.loads((tmp_path / "places.json").read_text("utf-8"))["hits"]) == 2

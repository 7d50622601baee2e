"""Supercuts and evidence packs of the notes that are shown."""

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.clip.recordings import numbered
from tests.desk import write_srt
from tests.ui.window.test_notices import sentence
from viewer.core.media_source import MediaSource
from viewer.core.quote import quote_segments
from viewer.core.stretch import Stretch
from viewer.state.note import new_note
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.save_clip import SaveClip
from viewer.ui.dialogs.save_pack import SavePack
from viewer.ui.window.evidence import passages_of


@pytest.fixture
def talk_with_recording(window, desk, tmp_path):
    """A window with a talk and its recording."""
    recording = numbered(tmp_path / "talk.mp4", seconds=8)
    desk.open(write_srt(tmp_path / "talk.srt", "One.", "Two."), media=MediaSource(recording))
    window.show()
    return window


def keep(window, desk, *indices):
    document = desk.session.document
    for index in indices:
        window.noting.add_quote(quote_segments(document.quotable, range(index, index + 1)))


def dialog_of(window, kind):
    [dialog] = window.findChildren(kind)
    return dialog


def press_save(dialog):
    next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text()).click()


def answer(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])


def test_what_ends_after_the_recording_is_cut_as_far_as_it_goes(
    window, desk, tmp_path, monkeypatch
):
    recording = numbered(tmp_path / "talk.mp4", seconds=8)
    talk = write_srt(tmp_path / "talk.srt", "One.", "Two.", "Three.", starts_ms=[1000, 7000, 12000])
    talk.write_text(talk.read_text().replace("00:00:09,000", "00:00:11,000"))
    desk.open(talk, media=MediaSource(recording))
    window.show()
    keep(window, desk, 0, 1, 2)
    window.commands[Command.SAVE_PACK].trigger()
    dialog = dialog_of(window, SavePack)
    assert "2 notes, 3.0 s." in dialog.summary.text()
    dialog.form.setCurrentIndex(1)
    answer(monkeypatch, tmp_path / "evidence")
    press_save(dialog)
    desk.work()
    made = sorted(path.name for path in (tmp_path / "evidence").glob("*.mp4"))
    assert made == ["01 talk 0.01–0.03.mp4", "02 talk 0.07–0.08.mp4"]
    window.commands[Command.SAVE_SUPERCUT].trigger()
    assert [each.end_ms for each in dialog_of(window, SaveClip).stretches] == [3_000, 8_000]


def test_a_pack_of_the_notes_is_saved_as_a_folder(talk_with_recording, desk, tmp_path, monkeypatch):
    window, out = talk_with_recording, tmp_path / "evidence"
    keep(window, desk, 0, 1)
    window.commands[Command.SAVE_PACK].trigger()
    dialog = dialog_of(window, SavePack)
    assert "2 notes, 4.0 s." in dialog.summary.text()
    dialog.form.setCurrentIndex(1)
    answer(monkeypatch, out)
    press_save(dialog)
    desk.work()
    assert sorted(path.name for path in out.iterdir()) == [
        "01 talk 0.01–0.03.mp4",
        "01 talk 0.01–0.03.png",
        "01 talk 0.01–0.03.srt",
        "02 talk 0.04–0.06.mp4",
        "02 talk 0.04–0.06.png",
        "02 talk 0.04–0.06.srt",
        "talk-notes.md",
    ]
    written = (out / "talk-notes.md").read_text("utf-8")
    assert "> Two." in written
    assert "](02%20talk%200.04%E2%80%930.06.mp4) · [02 talk 0.04–0.06.png](02%20" in written
    assert sentence(window) == f"Saved as evidence in {tmp_path}."


def test_a_supercut_asks_for_no_times_and_joins_the_quotes(
    talk_with_recording, desk, tmp_path, monkeypatch
):
    window, out = talk_with_recording, tmp_path / "cut.mp4"
    keep(window, desk, 0, 1)
    window.commands[Command.SAVE_SUPERCUT].trigger()
    dialog = dialog_of(window, SaveClip)
    assert not dialog.begin.isVisible()
    assert dialog.summary.text() == "2 passages, 4.0 s"
    assert dialog.way.count() == 1  # several stretches are always encoded anew
    answer(monkeypatch, out)
    asked = []
    select = QFileDialog.selectFile
    monkeypatch.setattr(
        QFileDialog,
        "selectFile",
        lambda self, name: [asked.append((self.windowTitle(), name)), select(self, name)],
    )
    press_save(dialog)
    desk.work()
    assert asked == [("Save supercut", "talk supercut.mp4")]
    assert out.exists()
    assert sentence(window) == f"Saved as cut.mp4 in {tmp_path}."


def test_the_selected_notes_alone_are_cut(talk_with_recording, desk):
    window = talk_with_recording
    keep(window, desk, 0, 1)
    window.commands[Command.NOTES_SHOWN].trigger()
    panel = window.text.side.widget("notes")
    assert len(panel.shown) == 2
    panel.filter.setText("two")
    window.commands[Command.SAVE_SUPERCUT].trigger()
    dialog = dialog_of(window, SaveClip)
    assert dialog.begin.text() == "0:04"
    dialog.reject()


def test_one_quote_is_one(qtbot):
    dialog = SavePack([Stretch(0, 4_000)], 1)
    qtbot.addWidget(dialog)
    assert ": 1 note, 4.0 s. 1 without times is in the" in dialog.summary.text()


@pytest.mark.parametrize("command", [Command.SAVE_PACK, Command.SAVE_SUPERCUT])
def test_without_quotes_that_have_times_it_says_so(talk_with_recording, command):
    talk_with_recording.commands[command].trigger()
    assert sentence(talk_with_recording) == "There are no notes here whose words have times."


def test_what_has_no_time_is_left_out(talk_with_recording, desk):
    quote = quote_segments(desk.session.document.quotable, range(1))
    notes = (new_note(quote, 1_000), new_note(None, 3_000))
    assert passages_of(notes) == [(Stretch(1_000, 3_000), quote.source)]

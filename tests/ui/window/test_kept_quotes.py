"""The window over all notebooks."""

import csv

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from tests.desk import path_of, write_srt
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.all_quotes import AllQuotes
from viewer.ui.dialogs.export_notes import ExportNotes


@pytest.fixture
def both(window, qtbot, desk, talk, tmp_path):
    """A window in which two transcripts were quoted; the other one is open."""
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    desk.open(talk)
    window.quoting.copy_quote_of(1)
    ident = window.workspace.notes.notebook.notes[0].id
    window.noting.revise(ident, {"tag": "red", "comment": "look here"})
    other = write_srt(tmp_path / "other.srt", "Four.", "Five.")
    desk.open(other)
    window.quoting.copy_quote_of(0)
    yield talk, other
    for dialog in window.findChildren(AllQuotes):
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.asks = False


def listed(window, desk):
    window.commands[Command.ALL_QUOTES].trigger()
    desk.work()
    return window.findChild(AllQuotes)


def words(dialog):
    return [kept.said for kept in dialog.rows.kept]


def test_the_notes_of_all_transcripts_are_listed_and_searched(window, desk, both):
    dialog = listed(window, desk)
    assert words(dialog) == ["Four.", "Two words more."]
    assert dialog.count.text().startswith("2 of 2 notes.")
    dialog.show_kept(dialog.rows.kept[:1])
    assert dialog.count.text() == "1 of 1 note. A double click opens it at its moment."
    dialog.activated.emit()
    desk.work()
    dialog.search.setText("LOOK")
    assert words(dialog) == ["Two words more."]
    dialog.search.clear()
    dialog.tags.setCurrentIndex(dialog.tags.findData("red"))
    assert words(dialog) == ["Two words more."]
    dialog.sources.setCurrentIndex(dialog.sources.findData("other"))
    assert words(dialog) == []
    dialog.tags.setCurrentIndex(0)
    assert words(dialog) == ["Four."]


def test_enter_opens_a_note_at_its_moment(window, qtbot, desk, both):
    talk, _ = both
    dialog = listed(window, desk)
    dialog.list.setCurrentIndex(dialog.rows.index(1, 0))
    dialog.list.setFocus()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus, timeout=20_000)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    desk.work()
    assert path_of(desk) == talk
    assert desk.player.position_ms == 4000


def test_what_is_kept_meanwhile_is_listed_and_the_mark_and_filter_stay(window, desk, both):
    dialog = listed(window, desk)
    dialog.sources.setCurrentIndex(dialog.sources.findData("other"))
    dialog.list.setCurrentIndex(dialog.rows.index(0, 0))
    window.quoting.copy_quote_of(1)
    desk.work()
    assert words(dialog) == ["Four.", "Five."]
    assert dialog.list.currentIndex().row() == 0
    for note in window.workspace.notes.notebook.notes:
        window.noting.delete([note.id])
    desk.work()
    assert words(dialog) == ["Two words more."]  # nothing is left of the other one
    assert listed(window, desk) is dialog


def test_a_transcript_that_was_moved_is_found_by_its_content(window, desk, both, tmp_path):
    talk, _ = both
    dialog = listed(window, desk)
    there = tmp_path / "filed" / "renamed.srt"
    there.parent.mkdir()
    talk.rename(there)
    dialog.list.activated.emit(dialog.rows.index(1, 0))
    desk.work()
    assert path_of(desk) == there
    assert desk.player.position_ms == 4000


def test_a_transcript_that_is_gone_is_told_of(window, desk, both):
    talk, other = both
    dialog = listed(window, desk)
    talk.unlink()
    dialog.list.activated.emit(dialog.rows.index(1, 0))
    desk.work()
    assert path_of(desk) == other
    assert "is not where it was" in window.text.message._shown.sentence


def test_notes_of_several_transcripts_are_exported_at_once(
    window, desk, both, tmp_path, monkeypatch
):
    out = tmp_path / "all.csv"
    monkeypatch.setattr(ExportNotes, "exec", lambda _: True)
    monkeypatch.setattr(ExportNotes, "selectedFiles", lambda _: [str(out)])
    window.noting.flag()
    desk.work()
    dialog = listed(window, desk)

    def exported():
        dialog.export.click()
        desk.work()
        rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
        return [(row["text"], row["title"], row["tag"], row["comment"]) for row in rows]

    everything = [
        ("", "other", "", ""),  # a moment at which nothing is said
        ("Four.", "other", "", ""),
        ("Two words more.", "talk", "Red", "look here"),
    ]
    assert exported() == everything
    dialog.search.setText("look")
    assert exported() == everything[2:]
    dialog.search.clear()
    dialog.list.selectAll()
    assert len(exported()) == len(dialog.rows.kept) == 3
    dialog.list.setCurrentIndex(dialog.rows.index(0, 0))
    assert len(exported()) == 3  # one is only where one is
    dialog.search.setText("nothing like it")
    assert not dialog.export.isEnabled()


def test_what_several_are_selected_stays_so_when_the_window_is_come_back_to(window, desk, both):
    dialog = listed(window, desk)
    dialog.list.selectAll()
    dialog.activated.emit()
    desk.work()
    assert len(dialog.wanted) == len(dialog.list.selectionModel().selectedRows()) == 2

"""Quotes and moments kept from the window, undone, marked, and listed beside the text."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.desk import write_srt
from tests.ui.window.noting_hands import quote, words
from viewer.core.quote import quote_segments
from viewer.state import notebooks as files
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.tag_names import TagNames
from viewer.ui.dialogs.unkept_notes import Answer, UnkeptNotes
from viewer.ui.player.bar_marks import BarLevel
from viewer.ui.transcript.layers import Level

KEY = Qt.Key


def panel(window):
    window.commands[Command.NOTES_SHOWN].trigger()
    return window.text.side.widget("notes")


def passages(window):
    layer = window.text.view.layers[Level.NOTED]
    return sorted(layer.segments) if layer else []


def test_every_copied_quote_is_kept_once(window, noting):
    quote(window, 1)
    quote(window, 0)
    quote(window, 1)
    assert words(window) == ["One line.", "Two words more."]
    assert passages(window) == [0, 1]
    marks = window.play_bar.seek_bar.marks
    assert [mark.begin_ms for mark in marks._layers[BarLevel.NOTED]] == [4000, 1000]


def test_a_quote_that_grows_takes_the_place_of_the_shorter_one(window, noting, desk):
    quote(window, 1)
    document = desk.session.document
    short, grown = (quote_segments(document.quotable, range(n, 2)) for n in (1, 0))
    window.quoting.requoted.emit(short, grown)
    assert words(window) == ["One line. Two words more."]
    (note,) = window.workspace.notes.notebook.notes
    assert note.at_ms == 1000


def test_a_moment_is_flagged_with_what_is_said_then(window, noting, desk):
    said = []
    noting.noted.connect(said.append)
    desk.player.seek(4500)
    window.commands[Command.FLAG].trigger()
    (note,) = window.workspace.notes.notebook.notes
    assert (note.at_ms, note.quote.text) == (4500, "Two words more.")
    assert said == ["Flagged: 0:04"]


def test_the_same_moment_is_flagged_once_and_others_of_its_line_too(window, noting, desk):
    said, marked = [], []
    noting.noted.connect(said.append)
    noting.marked.connect(marked.append)
    for ms in (4500, 4500, 4510, 4700):
        desk.player.seek(ms)
        window.commands[Command.FLAG].trigger()
    first, second = window.workspace.notes.notebook.by_time()
    assert (first.at_ms, second.at_ms) == (4500, 4700)
    assert said == ["Flagged: 0:04", *["Flagged already: 0:04"] * 2, "Flagged: 0:04"]
    assert marked == [*[first.id] * 3, second.id]
    window.commands[Command.UNDO].trigger()
    window.commands[Command.UNDO].trigger()
    assert words(window) == []


def test_a_quote_does_not_take_the_place_of_a_moment_flagged_within_it(window, noting, desk):
    desk.player.seek(4500)
    window.commands[Command.FLAG].trigger()
    quote(window, 1)
    quote(window, 1)
    short, grown = (quote_segments(desk.session.document.quotable, range(n, 2)) for n in (1, 0))
    window.quoting.requoted.emit(short, grown)
    notes = window.workspace.notes.notebook.by_time()
    assert [note.at_ms for note in notes] == [1000, 4500]


def test_a_flag_is_copied_with_its_own_moment(window, noting, desk):
    desk.player.seek(5500)
    window.commands[Command.FLAG].trigger()
    notes = panel(window)
    notes.copy_requested.emit(notes.current.id)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Two words more.”")
    assert "0:05" in copied


def test_a_moment_in_a_gap_is_kept_without_words(window, noting, desk):
    desk.player.seek(500)
    window.commands[Command.FLAG].trigger()
    assert words(window) == [None]
    assert "A moment without words" in panel(window).list.model().index(0, 0).data()


def test_everything_can_be_undone_and_done_again(window, noting):
    undo, redo = window.commands[Command.UNDO], window.commands[Command.REDO]
    quote(window, 0)
    (note,) = window.workspace.notes.notebook.notes
    noting.revise(note.id, {"tag": "red"})
    noting.revise(note.id, {"comment": "lo"})
    noting.revise(note.id, {"comment": "look"})
    noting.delete([note.id])
    assert words(window) == []
    undo.trigger()
    assert window.workspace.notes.find(note.id).comment == "look"
    undo.trigger()
    assert window.workspace.notes.find(note.id).comment == ""
    undo.trigger()
    undo.trigger()
    assert words(window) == []
    for _ in range(3):
        redo.trigger()
    revised = window.workspace.notes.find(note.id)
    assert (revised.tag, revised.comment) == ("red", "look")
    redo.trigger()
    assert words(window) == []


def test_undo_forgets_another_transcripts_changes(window, noting, desk, tmp_path):
    quote(window, 0)
    desk.open(write_srt(tmp_path / "other.srt", "Four."))
    assert not noting.undo_stack.canUndo()
    assert passages(window) == []


def test_the_panel_goes_to_notes_plays_and_deletes_them(window, noting, desk):
    for index in (0, 1, 2):
        quote(window, index)
    notes = panel(window)
    rows = notes.list.model()
    assert [rows.index(row, 0).data().split(" · ")[0] for row in range(3)] == [
        "0:01",
        "0:04",
        "0:07",
    ]
    notes.list.mark(1)
    QTest.keyClick(notes.list, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.player.position_ms == 4000
    QTest.keyClick(notes.list, KEY.Key_Delete)
    assert words(window) == ["One line.", "Three."]
    window.commands[Command.UNDO].trigger()
    assert len(words(window)) == 3
    assert notes.current.quote.text == "Two words more."
    assert window.statusBar().currentMessage() == "Taken back."


def test_what_is_done_to_several_notes_is_one_change(window, noting):
    for index in (0, 1, 2):
        quote(window, index)
    notes, undo, kept = panel(window), window.commands[Command.UNDO], window.workspace.notes
    notes.list.mark(0)
    QTest.keyClick(notes.list, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    notes.tag_menu(notes).actions()[1].trigger()
    assert [note.tag for note in window.workspace.notes.notebook.by_time()] == [
        "yellow",
        "yellow",
        "",
    ]
    QTest.keyClick(notes.list, KEY.Key_Delete)
    assert words(window) == ["Three."]
    assert window.statusBar().currentMessage() == "2 notes deleted. Ctrl+Z brings them back."
    undo.trigger()
    assert len(words(window)) == 3
    undo.trigger()
    assert {note.tag for note in kept.notebook.notes} == {""}


def test_a_click_below_the_notes_leaves_the_one_marked_that_is_commented_on(window, noting):
    for index in range(3):
        quote(window, index)
    notes = panel(window)
    notes.list.selectAll()
    notes.list.selectionModel().setCurrentIndex(
        notes.list.model().index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    below = notes.list.viewport().rect().bottomLeft() + QPoint(20, -5)
    QTest.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=below)
    marked = [index.row() for index in notes.list.selectionModel().selectedRows()]
    assert marked == [notes.list.currentIndex().row()] == [1]
    assert notes.comment.isEnabled()


def test_the_first_note_is_marked_where_none_was_chosen(window, noting):
    quote(window, 0)
    notes = panel(window)
    assert notes.list.selectionModel().isRowSelected(0)
    assert notes.comment.isEnabled()


def test_without_a_change_there_is_nothing_to_undo(window, noting):
    window.commands[Command.UNDO].trigger()
    assert window.statusBar().currentMessage() == "There is nothing to undo."
    window.commands[Command.REDO].trigger()
    assert window.statusBar().currentMessage() == "There is nothing to do again."


def test_the_filter_leaves_what_matches_words_comments_and_tags(window, noting):
    for index in (0, 1, 2):
        quote(window, index)
    notes = panel(window)
    first, second, _ = window.workspace.notes.notebook.by_time()
    noting.revise(first.id, {"comment": "Überblick"})
    noting.revise(second.id, {"tag": "blue"})
    notes.filter.setText("uberblick")
    assert [note.id for note in notes.shown] == [first.id]
    notes.filter.setText("blue")
    assert [note.id for note in notes.shown] == [second.id]
    notes.filter.clear()
    notes.tags.setCurrentIndex(notes.tags.findData("blue"))
    assert [note.id for note in notes.shown] == [second.id]
    notes.tags.setCurrentIndex(0)
    assert len(notes.shown) == 3


def test_a_comment_is_taken_in_when_its_field_is_left(window, noting, qtbot):
    quote(window, 0)
    notes = panel(window)
    notes.list.mark(0)
    notes.comment.setFocus()
    QTest.keyClicks(notes.comment, "see p. 4")
    QTest.keyClick(notes.comment, KEY.Key_Escape)
    (note,) = window.workspace.notes.notebook.notes
    assert note.comment == "see p. 4"
    assert notes.comment.toPlainText() == "see p. 4"


@pytest.mark.parametrize("leave", ["window", "transcript"])
def test_a_comment_that_is_being_written_is_kept_however_it_is_left(window, noting, desk, leave):
    quote(window, 0)
    notes, work = panel(window), window.workspace
    notes.list.mark(0)
    QTest.keyClicks(notes.comment, "seen")
    document = work.session.document
    if leave == "window":
        window.close()
    else:
        work.opening.close()
        work.notes.keep_now()
    found = work.notes.notebooks.find(document.key, document.path)
    assert [note.comment for note in found.notebook.notes] == ["seen"]


def test_an_order_by_hand_is_kept(window, noting, desk, talk):
    for index in (0, 1, 2):
        quote(window, index)
    notes = panel(window)
    notes.order.setCurrentIndex(1)
    rows = notes.list.model()
    rows.dropMimeData(
        rows.mimeData([rows.index(2, 0)]), Qt.DropAction.MoveAction, 0, 0, rows.index(-1, -1)
    )
    by_hand = [note.quote.text for note in window.workspace.notes.notebook.by_hand()]
    assert by_hand == ["Three.", "One line.", "Two words more."]
    assert [note.quote.text for note in notes.shown] == by_hand
    desk.opening.close()
    desk.open(talk)
    assert [note.quote.text for note in notes.shown] == by_hand
    assert window.user_settings.settings.notes.by_hand


def test_tags_have_the_names_that_the_user_gives(window, noting):
    quote(window, 0)
    (note,) = window.workspace.notes.notebook.notes
    noting.revise(note.id, {"tag": "green"})
    notes = panel(window)
    notes.names_requested.emit()
    dialog = window.findChild(TagNames)
    dialog._fields["green"].setText("To check")
    dialog.accept()
    assert "To check" in notes.list.model().index(0, 0).data()
    assert notes.tags.itemText(notes.tags.findData("green")) == "To check"


def test_a_comment_is_written_on_where_it_was_left_off(window, noting):
    quote(window, 0)
    notes = panel(window)
    notes.comment.setFocus()
    QTest.keyClicks(notes.comment, "ask")
    QTest.keyClick(notes.comment, KEY.Key_Escape)  # it is taken in, as after a pause
    assert [note.comment for note in window.workspace.notes.notebook.notes] == ["ask"]
    QTest.keyClicks(notes.comment, " him")
    quote(window, 1)  # what is not yet taken in stays
    notes.list.mark(0)
    QTest.keyClick(notes.comment, KEY.Key_Escape)
    comments = [note.comment for note in window.workspace.notes.notebook.by_time()]
    assert comments == ["ask him", ""]


def test_the_pointer_on_a_passage_says_its_comment(window, noting):
    quote(window, 0)
    (note,) = window.workspace.notes.notebook.notes
    noting.revise(note.id, {"comment": "look here"})
    view = window.text.view
    spot = view.segment_rect(0).topLeft() + QPoint(120, 8)
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert "look here" in QToolTip.text()
    QToolTip.hideText()


def test_a_window_whose_notes_cannot_be_kept_asks_before_it_closes(
    window, noting, monkeypatch, desk
):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    answers = [Answer.Cancel, Answer.Retry]
    asked = []

    def answer(dialog):
        asked.append(dialog.reason.text())
        if len(asked) == 2:
            monkeypatch.setattr(files, "write_whole", kept)
        dialog._take(dialog._buttons.button(answers[len(asked) - 1]))

    kept = files.write_whole
    monkeypatch.setattr(files, "write_whole", full)
    monkeypatch.setattr(UnkeptNotes, "exec", answer)
    quote(window, 0)
    assert not window.close()
    assert window.close()
    assert all("No space left" in text for text in asked)
    assert len(asked) == 2

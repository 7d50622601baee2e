"""Notes that another window has changed since: what undo and redo leave there."""

import pytest

from tests.ui.window.noting_hands import quote, words
from viewer.state.note import changed
from viewer.ui.commands.actions import Command


def test_what_is_undone_takes_nothing_of_another_windows(window, noting, qtbot):
    quote(window, 0)
    note = noting.notes.notebook.notes[0]
    noting.tag([note.id], "red")
    noting.notes.keep_now()
    file = noting.notes._old
    there = noting.notes.notebooks.find(noting.notes.notebook.key, None).notebook
    theirs = changed(there.notes[0], comment="of another window")
    noting.notes.notebooks.save(there.with_note(theirs), file)
    noting.notes.look_again()
    qtbot.waitUntil(lambda: bool(noting.notes.find(note.id).comment))
    for act, tag in ((noting.undo, ""), (noting.redo, "red")):
        act()
        now = noting.notes.find(note.id)
        assert (now.tag, now.comment) == (tag, "of another window")


TAKEN, STAYS, THEIRS = (
    "Taken back.",
    "The comment stays as it is: another window has added to it since.",
    "What another window has added to the comment since stays.",
)


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "left", "said"),
    [
        ("", "mine", "mine", "", TAKEN),
        ("", "mine", "mine\ntheirs", "mine\ntheirs", STAYS),
        ("wheat", "barley", "barley\ntheirs", "wheat\ntheirs", f"{TAKEN} {THEIRS}"),
        ("wheat", "barley", "theirs", "theirs\nwheat", f"{TAKEN} {THEIRS}"),
    ],
)
def test_undo_says_what_another_window_has_kept(window, noting, before, mine, theirs, left, said):
    quote(window, 0)
    notes = window.workspace.notes
    (note,) = notes.notebook.notes
    noting.revise(note.id, {"comment": before})
    noting.revise(note.id, {"tag": "red"})  # or both comments were undone at once
    noting.revise(note.id, {"comment": mine})
    if theirs != mine:
        notes._become(notes.notebook.with_note(changed(notes.find(note.id), comment=theirs)))
    window.commands[Command.UNDO].trigger()
    assert notes.find(note.id).comment == left
    assert window.statusBar().currentMessage() == said


def test_what_is_done_again_says_so_too(window, noting):
    quote(window, 0)
    notes = window.workspace.notes
    (note,) = notes.notebook.notes
    noting.revise(note.id, {"comment": "mine"})
    notes._become(notes.notebook.with_note(changed(notes.find(note.id), comment="mine\ntheirs")))
    window.commands[Command.UNDO].trigger()
    window.commands[Command.REDO].trigger()
    assert notes.find(note.id).comment == "mine\ntheirs"
    assert window.statusBar().currentMessage() == STAYS


def test_a_note_on_which_another_window_has_written_stays(window, noting):
    quote(window, 0)
    notes = window.workspace.notes
    (note,) = notes.notebook.notes
    theirs = changed(note, comment="theirs")
    notes._become(notes.notebook.with_note(theirs))
    window.commands[Command.UNDO].trigger()
    assert notes.find(note.id).comment == "theirs"
    said = "What another window has written a comment on stays."
    assert window.statusBar().currentMessage() == said
    noting.delete([note.id])  # what is seen is deleted
    assert words(window) == []


def test_what_another_window_has_written_stays_when_a_note_that_stayed_is_to_come_again(
    window, noting
):
    quote(window, 0)
    notes = window.workspace.notes
    (note,) = notes.notebook.notes
    notes._become(notes.notebook.with_note(changed(note, comment="theirs")))
    window.commands[Command.UNDO].trigger()
    window.commands[Command.REDO].trigger()
    assert notes.find(note.id).comment == "theirs"


def test_a_note_that_stayed_for_what_another_window_has_written_is_not_put_over(window, noting):
    quote(window, 0)
    notes = window.workspace.notes
    (note,) = notes.notebook.notes
    noting.delete([note.id])
    window.commands[Command.UNDO].trigger()
    notes._become(notes.notebook.with_note(changed(notes.find(note.id), comment="theirs")))
    window.commands[Command.REDO].trigger()
    window.commands[Command.UNDO].trigger()
    assert notes.find(note.id).comment == "theirs"

"""What is seen of the notes: marks, what was lost, and that closing loses none."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from tests.desk import write_srt
from viewer.state.notebooks import beside_name
from viewer.state.places import places
from viewer.state.recent_files import RecentFiles
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.unkept_notes import Answer, UnkeptNotes
from viewer.ui.transcript.layers import Level
from viewer.ui.window.wiring import make_window


@pytest.fixture
def seen(shown, desk, talk):
    """A window that shows three lines."""
    desk.open(talk)
    return shown


@pytest.fixture
def full(desk):
    """What stands in the way of keeping notes: a file where their folder should be."""
    in_the_way = places().notebooks
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_text("")
    yield in_the_way
    if in_the_way.is_file():
        in_the_way.unlink()
    desk.workspace.notes.keep_now()  # else they would be tried again later


@pytest.fixture
def answers(monkeypatch):
    """The answers that a closing window is given, one after the other; then to lose the notes."""
    given = []

    def answer(dialog):
        wanted = given.pop(0) if given else Answer.Discard
        dialog.findChild(QDialogButtonBox).button(wanted).click()

    monkeypatch.setattr(UnkeptNotes, "exec", answer)
    return given


def passages(window):
    layer = window.text.view.layers[Level.NOTED]
    return sorted(layer.segments) if layer else []


def named(window, ms):
    return window.play_bar.seek_bar.marks.name_at(ms)


def told(window):
    bar = window.text.message
    return bar._shown.sentence if bar._shown else ""


def quote(window, index, **changes):
    window.quoting.copy_quote_of(index)
    note = window.workspace.notes.notebook.notes[-1]
    if changes:
        window.noting.revise(note.id, changes)


def test_a_note_is_marked_in_the_text_and_named_on_the_seek_bar(seen):
    quote(seen, 1, comment="look\nhere")
    assert passages(seen) == [1]
    assert named(seen, 4000) == "look here"
    seen.commands[Command.UNDO].trigger()
    seen.commands[Command.UNDO].trigger()
    assert passages(seen) == []
    assert named(seen, 4000) == ""


def test_a_moment_without_words_is_on_the_seek_bar_alone(seen, desk):
    desk.player.seek(500)
    seen.commands[Command.FLAG].trigger()
    (note,) = seen.workspace.notes.notebook.notes
    seen.noting.revise(note.id, {"comment": "silence"})
    assert passages(seen) == []
    assert named(seen, 500) == "silence"


def test_another_transcript_has_its_own_marks(seen, desk, talk, tmp_path):
    quote(seen, 2, comment="the end")
    desk.open(write_srt(tmp_path / "other.srt", "Four.", "Five.", "Six."))
    assert passages(seen) == []
    assert named(seen, 7000) == ""
    desk.open(talk)
    assert passages(seen) == [2]
    assert named(seen, 7000) == "the end"


def test_of_a_changed_transcript_the_words_that_are_gone_are_told_and_not_marked(seen, desk, talk):
    for index in (0, 1):
        quote(seen, index)
    seen.workspace.notes.keep_now()
    desk.opening.close()
    write_srt(talk, "One line.", "New.", "Three.")
    desk.open(talk)
    assert told(seen) == "The transcript has changed: 1 of your quotes is not in it any more."
    assert passages(seen) == [0]
    buttons = seen.text.message.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Show").click()
    assert seen.text.side.widget("notes").isVisible()


def test_notes_are_kept_beside_the_transcript_where_that_is_wished(
    qtbot, desk, user_settings, talk
):
    user_settings.change("notes", beside=True)
    window = make_window(desk.workspace, user_settings, RecentFiles(places().recent))
    qtbot.addWidget(window)
    desk.open(talk)
    quote(window, 0)
    window.workspace.notes.keep_now()
    assert beside_name(talk).is_file()


def test_notes_that_cannot_be_kept_are_told_and_when_they_are_again(seen, full, qtbot):
    quote(seen, 0)
    qtbot.waitUntil(lambda: "notes" in told(seen))
    full.unlink()
    with qtbot.waitSignal(seen.workspace.notes.kept):
        quote(seen, 1)
    assert told(seen) == "Your notes are kept again."


def test_a_retry_that_keeps_them_is_told_to_a_window_that_stays(seen, full, qtbot):
    quote(seen, 0)
    qtbot.waitUntil(lambda: "notes" in told(seen))
    full.unlink()
    assert seen.workspace.notes.keep_now()
    assert seen.workspace.notes.trouble is None
    assert told(seen) == "Your notes are kept again."


def test_a_window_with_unkept_notes_stays_open_where_that_is_chosen(seen, full, answers):
    quote(seen, 0)
    answers.append(Answer.Cancel)
    assert not seen.close()
    assert seen.isVisible()


def test_it_is_tried_again_as_often_as_that_is_chosen(seen, full, answers):
    quote(seen, 0)
    answers += [Answer.Retry, Answer.Retry, Answer.Discard]
    assert seen.close()
    assert answers == []


def test_a_window_closes_without_a_question_once_its_notes_could_be_kept(
    seen, desk, full, answers, talk
):
    quote(seen, 0)
    document = desk.session.document
    full.unlink()
    answers.append(Answer.Cancel)
    assert seen.close()
    assert answers == [Answer.Cancel]
    kept = desk.workspace.notes.notebooks.find(document.key, talk).notebook.notes
    assert [note.quote.text for note in kept] == ["One line."]


def test_where_nobody_is_there_to_be_asked_the_window_just_closes(seen, full, answers):
    quote(seen, 0)
    answers.append(Answer.Cancel)
    seen.asks = False
    assert seen.close()
    assert answers == [Answer.Cancel]

"""The notebook of what is open: loaded, changed, kept soon, and never lost."""

import pytest

from tests.desk import write_srt
from tests.session.noting import add, kept, quote_line, words
from viewer.disk.lock import turn_at
from viewer.errors import StateError
from viewer.session import notes as session_notes
from viewer.session.notes import Notes
from viewer.session.opened import Change, Opened
from viewer.state import notebooks as files
from viewer.state.note import changed
from viewer.state.notebooks import Notebooks
from viewer.state.places import places


def test_a_note_is_kept_soon_and_there_when_it_is_opened_again(desk, notes, talk, qtbot):
    desk.open(talk)
    add(notes, quote_line(desk, 1), 4000)
    kept(notes, desk, qtbot)
    desk.opening.close()
    assert notes.notebook.notes == ()
    desk.open(talk)
    assert words(notes) == ["Two."]


def test_what_is_owed_is_kept_before_another_transcript_is_open(desk, notes, talk, tmp_path):
    other = write_srt(tmp_path / "other.srt", "Four.")
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    desk.open(other)
    assert words(notes) == []
    desk.open(talk)
    assert words(notes) == ["One."]


def test_what_is_added_while_the_notebook_is_looked_for_comes_together(desk, notes, talk):
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    notes.keep_now()
    desk.opening.close()
    desk.opening.open(talk)
    while desk.session.document is None:
        desk.work_one()
    add(notes, quote_line(desk, 2), 7000)
    desk.work()
    assert words(notes) == ["One.", "Three."]


def on_disk(talk, key):
    return {
        note.quote.text for note in Notebooks(places().notebooks).find(key, talk).notebook.notes
    }


def reading(desk, talk):
    """Open a transcript whose notebook is then still to be read."""
    desk.opening.open(talk)
    while desk.session.document is None:
        desk.work_one()


def test_a_note_is_on_the_disk_while_its_notebook_is_still_read_or_written(
    desk, notes, talk, qtbot
):
    desk.open(talk)
    key = notes.notebook.key
    add(notes, quote_line(desk, 0), 1000)
    qtbot.waitUntil(lambda: bool(desk.waiting))  # to be written, which takes its time
    add(notes, quote_line(desk, 1), 4000)
    qtbot.waitUntil(lambda: len(desk.waiting) > 1)
    desk.waiting.pop()()
    assert "Two." in on_disk(talk, key)
    desk.work()
    kept(notes, desk, qtbot)
    desk.opening.close()
    reading(desk, talk)
    begun = len(desk.waiting)
    add(notes, quote_line(desk, 2), 7000)
    qtbot.waitUntil(lambda: len(desk.waiting) > begun)
    desk.waiting.pop()()
    assert on_disk(talk, key) == {"One.", "Two.", "Three."}
    desk.work()
    assert words(notes) == ["One.", "Two.", "Three."]


def test_a_note_made_while_the_notebook_of_a_changed_transcript_is_read_costs_no_older_one(
    desk, notes, talk
):
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    desk.opening.close()
    desk.work()
    write_srt(talk, "One.", "New words.")
    reading(desk, talk)
    add(notes, quote_line(desk, 1), 4000)
    desk.opening.close()  # before it was read
    desk.open(talk)
    assert words(notes) == ["One.", "New words."]


def test_two_windows_see_what_both_added(desk, notes, talk, qtbot):
    other = Notes(Notebooks(places().notebooks), desk.jobs)
    desk.session.opened_changed.connect(other.show_opened)
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    assert notes.keep_now()
    add(other, quote_line(desk, 2), 7000)
    kept(other, desk, qtbot)
    assert words(other) == ["One.", "Three."]
    other.keep_now()


def test_a_changed_transcript_finds_its_quotes_by_their_words(desk, notes, talk, tmp_path):
    desk.open(talk)
    for index, at_ms in enumerate((1000, 4000, 7500)):  # the last was flagged within its line
        add(notes, quote_line(desk, index), at_ms)
    notes.keep_now()
    desk.opening.close()
    lost = []
    notes.words_lost.connect(lost.extend)
    write_srt(talk, "New.", "One.", "Three.", starts_ms=[1000, 9000, 20_000])
    desk.open(talk)
    assert [note.at_ms for note in notes.notebook.notes if note.id not in notes.lost] == [
        9000,
        20_500,
    ]
    assert [notes.find(ident).quote.text for ident in lost] == ["Two."]
    notes.keep_now()
    desk.opening.close()
    desk.open(talk)
    assert len(notes.notebook.notes) == 3
    assert len(list(places().notebooks.glob("*[0-9a-f].json"))) == 1


def test_a_moved_transcript_keeps_its_notes(desk, notes, talk, tmp_path):
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    moved = talk.rename(tmp_path / "moved.srt")
    desk.open(moved)
    assert words(notes) == ["One."]
    desk.opening.close()
    desk.open(write_srt(moved, "One.", "Other words."))  # also once it was changed there
    assert words(notes) == ["One."]


def test_notes_lie_beside_the_transcript_where_they_are_wanted_there(desk, notes, talk):
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    assert notes.keep_now()
    beside = talk.with_name("talk.quotes.json")
    own = places().notebooks
    for wanted in (True, False, True):
        notes.set_beside(wanted)
        assert notes.keep_now()
        assert beside.exists() is wanted
        assert bool(list(own.glob("*[0-9a-f].json"))) is not wanted
        desk.opening.close()
        desk.open(talk)
        assert words(notes) == ["One."]


def test_changes_and_deletions_are_kept(desk, notes, talk):
    desk.open(talk)
    first, second = (add(notes, quote_line(desk, index), index) for index in (0, 1))
    notes.have({first.id: changed(first, tag="red", comment="look"), second.id: None})
    desk.opening.close()
    desk.open(talk)
    (only,) = notes.notebook.notes
    assert (only.tag, only.comment) == ("red", "look")
    notes.have({second.id: second})
    assert words(notes) == ["One.", "Two."]


@pytest.fixture
def full_disk(monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    return monkeypatch


def test_a_full_disk_is_said_once_and_tried_again(desk, notes, failures, talk, qtbot, full_disk):
    told = []
    notes.kept.connect(lambda: told.append(True))
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    kept(notes, desk, qtbot)
    kept(notes, desk, qtbot)
    assert [type(error) for error in failures] == [StateError]
    assert "No space left" in str(failures[0])
    full_disk.undo()
    kept(notes, desk, qtbot)
    assert told == [True]
    desk.opening.close()
    desk.open(talk)
    assert words(notes) == ["One."]


def test_nothing_is_lost_where_another_is_opened_on_a_full_disk(
    desk, notes, failures, talk, tmp_path, qtbot, full_disk
):
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    desk.open(write_srt(tmp_path / "other.srt", "Four."))
    assert len(failures) == 1
    full_disk.undo()
    kept(notes, desk, qtbot)
    desk.open(talk)
    assert words(notes) == ["One."]
    assert notes.keep_now()


def test_opening_another_transcript_waits_for_no_file(desk, notes, talk, monkeypatch):
    saved, save = [], Notebooks.save
    monkeypatch.setattr(Notebooks, "save", lambda *given: (saved.append(1), save(*given))[1])
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    notes.show_opened(Opened(change=Change.DOCUMENT))
    assert notes.notebook.key == ""
    assert saved == []
    desk.work()
    assert saved == [1]


def test_notes_that_are_added_while_the_notebook_is_looked_for_outlast_another_opening(
    desk, notes, talk
):
    desk.opening.open(talk)
    while desk.session.document is None:
        desk.work_one()
    add(notes, quote_line(desk, 0), 1000)
    desk.opening.close()
    desk.open(talk)
    assert words(notes) == ["One."]


def test_another_window_at_the_file_holds_up_the_close_for_a_moment_only(
    desk, notes, talk, monkeypatch
):
    monkeypatch.setattr(session_notes, "CLOSING_S", 0.0)
    desk.open(talk)
    add(notes, quote_line(desk, 0), 1000)
    with turn_at(places().notebooks / "whereabouts.json"):
        assert not notes.keep_now()
    assert notes.keep_now()


def test_without_a_transcript_there_is_nothing_to_note(notes):
    assert notes.notebook.key == ""
    assert notes.keep_now()

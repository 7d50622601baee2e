"""One notebook in two windows: each sees what the other has done, and nothing is lost."""

import pytest
from PySide6.QtCore import QCoreApplication

from tests.session.noting import add, kept, quote_line, words
from viewer.errors import StateError
from viewer.session.notes import Notes
from viewer.state.note import changed
from viewer.state.notebooks import Notebooks
from viewer.state.places import places


@pytest.fixture
def other(desk, notes):
    """The notes of another window, with the same transcript open."""
    made = Notes(Notebooks(places().notebooks), desk.jobs)
    desk.session.opened_changed.connect(made.show_opened)
    yield made
    made.keep_now()


@pytest.fixture
def shared(desk, notes, other, talk):
    """A note that both windows have: its id."""
    desk.open(talk)
    note = add(notes, quote_line(desk, 0), 1000)
    notes.keep_now()
    other.look_again()
    desk.work()
    assert words(other) == ["One."]
    return note.id


def comment(notes, ident, text):
    notes.have({ident: changed(notes.find(ident), comment=text)})


def test_what_another_window_has_changed_is_seen_when_one_looks_again(desk, notes, other, shared):
    comment(notes, shared, "from A")
    notes.keep_now()
    told = []
    other.notebook_changed.connect(told.append)
    for _ in range(2):
        other.look_again()
        desk.work()
    assert other.find(shared).comment == "from A"
    assert len(told) == 1
    notes.have({shared: None})
    notes.keep_now()
    other.look_again()
    desk.work()
    assert other.find(shared) is None


def test_of_a_comment_that_both_have_changed_nothing_is_lost(desk, notes, other, shared):
    comment(notes, shared, "from A")
    notes.keep_now()
    comment(other, shared, "from B")
    other.keep_now()
    assert other._in_file.notes[0].comment == "from A\nfrom B"
    notes.look_again()
    desk.work()
    assert notes.find(shared).comment == "from A\nfrom B"


def test_what_is_changed_while_it_is_kept_comes_together_too(desk, notes, other, shared, qtbot):
    comment(notes, shared, "from A")
    notes.keep_now()
    comment(other, shared, "from B")
    qtbot.waitUntil(lambda: bool(desk.waiting))
    job = desk.waiting.pop(0)
    job()
    comment(other, shared, "from B, more")
    kept(other, desk, qtbot)
    other.keep_now()
    assert other.find(shared).comment == "from A\nfrom B, more"


def test_while_anything_is_owed_or_looked_for_nobody_looks_again(desk, notes, other, shared):
    comment(other, shared, "from B")
    other.look_again()
    assert desk.waiting == []
    other.keep_now()
    other.look_again()
    other.look_again()
    assert len(desk.waiting) == 1
    comment(other, shared, "changed meanwhile")
    desk.work()
    assert other.find(shared).comment == "changed meanwhile"
    desk.opening.close()
    desk.work()
    other.look_again()
    assert desk.waiting == []


def test_a_look_that_fails_or_finds_damage_loses_nothing(
    desk, notes, other, shared, monkeypatch, qtbot
):
    def fail(*_):
        raise StateError("no")

    with monkeypatch.context() as patched:
        patched.setattr(Notebooks, "find", fail)
        other.look_again()
        desk.work()
    told = []
    other.failed.connect(told.append)
    file = other._old
    file.write_bytes(b"damaged")
    other.look_again()
    desk.work()
    assert "damaged" in str(told[0])
    kept(other, desk, qtbot)
    assert b"One." in file.read_bytes()


def test_what_was_seen_before_something_was_kept_is_no_news_after_it(
    desk, notes, other, shared, qtbot, monkeypatch
):
    late = []
    other.look_again()
    with monkeypatch.context() as patched:
        patched.setattr(desk.jobs, "_post", lambda *news: late.append(news))
        desk.waiting.pop()()
    comment(other, shared, "first")
    kept(other, desk, qtbot)
    desk.jobs._post(*late.pop())
    QCoreApplication.sendPostedEvents()
    comment(other, shared, "another")
    other.keep_now()
    assert other._in_file.notes[0].comment == "another"


def test_what_is_left_while_an_earlier_state_is_being_kept_takes_its_place(
    desk, notes, other, shared, qtbot, monkeypatch
):
    comment(other, shared, "first")
    qtbot.waitUntil(lambda: bool(desk.waiting))
    with monkeypatch.context() as patched:
        patched.setattr(desk.jobs, "_post", lambda *_: None)  # nobody hears of it in time
        desk.waiting.pop()()
    comment(notes, shared, "from A")
    notes.keep_now()
    comment(other, shared, "second")
    other.keep_now()
    assert other._in_file.notes[0].comment == "second\nfrom A"

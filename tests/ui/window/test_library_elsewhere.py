"""What another window or a command changes in the library is seen in the one that is open."""

import pytest

from tests.desk import write_srt
from tests.ui.window.library_hands import look, titles
from viewer.library.errors import LibraryError
from viewer.library.shelves import Shelves
from viewer.state.places import places
from viewer.ui.library.reading_control import ReadingControl


@pytest.fixture
def other(view):
    """What a command does, which has the library, too."""
    shelves = Shelves(places())
    yield shelves
    shelves.close()


def read(shelves, folder):
    (there,) = [each for each in shelves.folders() if each.folder == folder]
    shelves.refresh(there, ReadingControl(lambda _: None))


def look_elsewhere(room, desk):
    room.elsewhere.look()
    desk.work()


@pytest.fixture
def more(tmp_path):
    folder = tmp_path / "more"
    folder.mkdir()
    write_srt(folder / "third.srt", "A third one about wheat.")
    return folder


def test_a_folder_that_a_command_takes_in_and_out(room, view, desk, other, more):
    look(view, desk, "wheat")
    assert titles(view) == ["other"]
    other.add(more)
    look_elsewhere(room, desk)
    assert more in room.librarian._watch._folders
    assert titles(view) == ["other"]
    read(other, more)
    look_elsewhere(room, desk)
    assert sorted(titles(view)) == ["other", "third"]
    other.remove(more)
    look_elsewhere(room, desk)
    assert titles(view) == ["other"]


def test_where_nothing_has_changed_nothing_is_told_anew(room, view, desk, talks):
    look(view, desk, "wheat")
    told = []
    room.librarian.entries_changed.connect(lambda *_: told.append(True))
    look_elsewhere(room, desk)
    assert told == []
    write_srt(talks / "fourth.srt", "More wheat.")
    room.librarian.refresh(talks)
    desk.work()
    told.clear()
    look_elsewhere(room, desk)  # it was read here, and told then
    assert told == []


def test_it_rests_while_nobody_sees_the_library(window, room, view, desk, other, more):
    timer = room.elsewhere._timer
    assert timer.isActive()
    window.showMinimized()
    room.elsewhere.look()
    assert desk.waiting == []
    window.showNormal()
    room.show(False)
    assert not timer.isActive()
    room.show(True)
    assert timer.isActive()
    window.close()
    assert not timer.isActive()


def test_a_library_that_cannot_be_asked_is_asked_again(room, view, desk, other, more, monkeypatch):
    def broken(_):
        raise LibraryError("It is locked.")

    other.add(more)
    read(other, more)
    monkeypatch.setattr(Shelves, "written", broken)
    look_elsewhere(room, desk)
    assert "third" not in titles(view)
    assert view.message._shown is None
    monkeypatch.undo()
    look_elsewhere(room, desk)
    assert "third" in titles(view)

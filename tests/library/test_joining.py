"""Joints that are made when the words are in."""

from contextlib import closing

import pytest

from tests.library.making import FOLDER, read_of
from tests.library.unwatched import Unwatched
from viewer.library import joining
from viewer.library.errors import LibraryError
from viewer.library.index import Batch
from viewer.library.joining import Joiner, join
from viewer.library.query import parse
from viewer.library.search import Library


@pytest.fixture
def unjoined(index, monkeypatch):
    """Four talks of words alone, of which two are joined at a time."""
    monkeypatch.setattr(joining, "_AT_ONCE", 2)
    talks = [read_of(f"{i}", [f"the price of number{i}"]) for i in range(4)]
    index.write(index.add_folder(FOLDER), Batch(talks))
    return index


class Told(Unwatched):
    """Hears how far it is, and ends it after so many times."""

    def __init__(self, most):
        self.told, self.most = [], most

    def tell(self, progress):
        self.told.append((progress.folder, progress.done, progress.total))

    def go_on(self):
        return len(self.told) < self.most


def test_another_process_makes_them_all(index):
    index.write(index.add_folder(FOLDER), Batch([read_of("A", ["one two"])]))
    control = Told(9)
    join(index, control)
    assert (control.told, index.unjoined()) == ([(None, 1, 1)], [])
    join(index, control)
    assert len(control.told) == 1


def test_it_goes_on_where_it_ended_and_all_is_found_meanwhile(unjoined, monkeypatch):
    monkeypatch.setattr(joining, "Process", InThisOne)
    library, node = Library(unjoined), parse('"price of number"')
    for most, left in ((0, 4), (1, 2), (9, 0)):
        join(unjoined, Told(most))
        assert len(unjoined.unjoined()) == left
        assert len(list(library.search(node))) == 4


def test_a_refusal_is_told_and_a_loss_ends_it(unjoined, monkeypatch):
    monkeypatch.setattr(joining, "Process", InThisOne)
    monkeypatch.setattr(InThisOne, "ask", lambda *_: ("The disk is full.", "Free some space."))
    with pytest.raises(LibraryError, match="disk is full"):
        join(unjoined, Unwatched())
    monkeypatch.setattr(InThisOne, "ask", lambda *_: None)
    join(unjoined, Unwatched())
    assert len(unjoined.unjoined()) == 4


def test_where_it_cannot_open_the_index_it_says_why(tmp_path):
    (tmp_path / "file").write_text("")
    with closing(Joiner()) as joiner:
        sentence, hint = joiner.some(str(tmp_path / "file" / "library.sqlite"))
    assert "cannot be kept" in sentence
    assert hint


class InThisOne:
    """Answers as the other process does."""

    def __init__(self, *_):
        self.joiner = Joiner()

    def ask(self, place, _limit_s):
        return self.joiner.some(place)

    def end(self):
        self.joiner.close()

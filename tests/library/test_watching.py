"""Changes in folders are noticed."""

from contextlib import suppress
from itertools import islice
from queue import Empty, Queue

import pytest

from viewer.library import watcher
from viewer.library.watching import Watch


@pytest.fixture
def told():
    return Queue()


@pytest.fixture
def watch(told):
    made = Watch(told.put)
    yield made
    made.stop()


def test_a_change_in_a_folder_is_reported(tmp_path, watch, told):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    watch.watch([one, other])
    for number in range(10_000):  # from when on it watches, nobody tells
        (other / "talk.srt").write_text(f"{number}")
        (one / ".hidden").write_text(f"{number}")
        with suppress(Empty):
            assert told.get(timeout=0.2) == other
            return
    pytest.fail("nothing was reported")


def test_where_the_system_cannot_all_is_told_now_and_then(tmp_path, monkeypatch):
    def refuse(_there):
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(watcher, "SCAN_S", 0)
    monkeypatch.setattr(watcher, "reported", refuse)
    assert list(islice(watcher.changed([tmp_path]), 2)) == [tmp_path, tmp_path]


def test_a_folder_that_comes_back_is_told(tmp_path, monkeypatch):
    talks = tmp_path / "talks"

    def come(there):
        assert not there
        talks.mkdir()
        return ()

    monkeypatch.setattr(watcher, "reported", come)
    assert next(watcher.changed([talks, tmp_path / "away"])) == talks


def test_it_ends_at_once(tmp_path, watch):
    watch.watch([tmp_path])
    watch.watch([tmp_path / "gone"])
    watch.watch([])

"""Changes in folders are noticed."""

from contextlib import suppress
from queue import Empty, Queue

import pytest

from viewer.library import watching
from viewer.library.watching import Watch

PATIENCE_S = 60


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


def test_where_the_system_cannot_it_is_looked_through(tmp_path, watch, told, monkeypatch, caplog):
    def refuse(*_):
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(watching, "SCAN_S", 0.01)
    monkeypatch.setattr(watch, "_listen", refuse)
    watch.watch([tmp_path])
    assert told.get(timeout=PATIENCE_S) == tmp_path
    assert "every minute" in caplog.text


def test_it_ends_at_once(tmp_path, watch):
    watch.watch([tmp_path])
    watch.watch([tmp_path / "gone"])
    watch.watch([])

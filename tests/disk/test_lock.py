"""Turns, among threads and among processes."""

import subprocess
import sys
import threading

import pytest

from viewer.disk.lock import turn_at

#: Counts up in a file, each time in a turn of its own.
COUNT = """
import sys
from pathlib import Path
from viewer.disk.lock import turn_at
path = Path(sys.argv[1])
for _ in range(100):
    with turn_at(path):
        path.write_text(str(int(path.read_text()) + 1))
"""
DIE = """
import os, sys
from pathlib import Path
from viewer.disk.lock import turn_at
with turn_at(Path(sys.argv[1])):
    os._exit(3)
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "count.json"
    path.write_text("0")
    return path


def test_processes_lose_nothing_of_each_other(path):
    counters = [subprocess.Popen([sys.executable, "-c", COUNT, path]) for _ in range(2)]
    assert [counter.wait(60) for counter in counters] == [0, 0]
    assert path.read_text() == "200"


def test_threads_of_one_process_lose_nothing_of_each_other(path):
    def count():
        for _ in range(50):
            with turn_at(path):
                path.write_text(str(int(path.read_text()) + 1))

    counters = [threading.Thread(target=count) for _ in range(3)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    assert path.read_text() == "150"


def test_a_turn_that_does_not_come_is_an_error_and_a_later_one_comes(path):
    with turn_at(path), pytest.raises(TimeoutError), turn_at(path, limit_s=0.0):
        pass
    with turn_at(path, limit_s=0.0):
        pass


def test_a_turn_ends_with_its_process(path):
    ended = subprocess.run([sys.executable, "-c", DIE, path], timeout=120, check=False)
    assert ended.returncode == 3
    with turn_at(path, limit_s=0.0):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="links are POSIX's")
def test_a_link_in_the_locks_place_is_not_followed(path):
    path.with_suffix(".lock").symlink_to(path.with_name("victim"))
    with pytest.raises(OSError, match=r"."), turn_at(path):
        pass
    assert not path.with_name("victim").exists()

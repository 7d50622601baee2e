"""Killed at any moment, nothing is lost and nothing disagrees."""

import os
import random
import subprocess
import sys
import time
from contextlib import closing

from tests.conftest import ROOT
from viewer.library.sqlite_index import SqliteIndex
from viewer.library.tokens import joints_of, looked_up

#: Writes talks over and over, each time in other words, until it is killed.
WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.library.making import filled, read_of
from viewer.library.joining import Joiner
from viewer.library.sqlite_index import SqliteIndex
index, number = SqliteIndex(Path(sys.argv[2])), int(sys.argv[3])
while True:
    number += 1
    talks = [read_of(f"{(number + i) % 40}", [f"common word{number}", f"x{i}"]) for i in range(8)]
    filled(index, *talks)
    while Joiner().some(sys.argv[2]):
        pass
    print(number, flush=True)
"""


def test_killed_at_random(tmp_path):
    file, chance = tmp_path / "library.sqlite", random.Random(7)
    for number in range(int(os.environ.get("CUELINE_KILLS", "5"))):
        words = [sys.executable, "-c", WRITER, str(ROOT), str(file), str(1000 * number)]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as writer:
            assert writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))  # somewhere in the midst of it
            writer.kill()
        agree(file)


def agree(file):
    """All that an index keeps of its files says the same."""
    with closing(SqliteIndex(file)) as index:
        assert index.news == ""
        assert index._rows("PRAGMA integrity_check") == [("ok",)]
        ids = {entry.id for entry in index.entries()}
        leaves = dict(index.leaves(ids))
        assert set(leaves) == ids
        assert index.candidates([("common",)]) == ids
        for id_, leaf in leaves.items():
            words = [(word,) for word in looked_up(leaf.text)]
            for part in joints_of(leaf.text):
                assert id_ in index.candidates(words, [(joint,) for joint in part])

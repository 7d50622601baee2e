"""An index of each kind, and transcripts in it without files."""

from contextlib import closing

import pytest

from viewer.library.sqlite_index import SqliteIndex


@pytest.fixture
def index(tmp_path):
    """An empty index."""
    with closing(SqliteIndex(tmp_path / "library.sqlite")) as made:
        yield made

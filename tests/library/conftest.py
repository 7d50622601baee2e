"""An index of each kind."""

from contextlib import closing

import pytest

from tests.library.server import emptied, programs, running_server
from viewer.library.postgres_index import PostgresIndex
from viewer.library.sqlite_index import SqliteIndex


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server's URL."""
    pytest.importorskip("psycopg")
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with running_server() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.full)])
def index(request, tmp_path):
    """An empty index."""
    if request.param == "sqlite":
        made = SqliteIndex(tmp_path / "library.sqlite")
    else:
        made = PostgresIndex(emptied(request.getfixturevalue("server")))
    with closing(made):
        yield made

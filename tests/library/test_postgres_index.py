"""A library that is shared by a server."""

from contextlib import closing

import pytest

from tests.library.making import filled, read_of
from tests.library.server import emptied
from viewer.library.errors import LibraryError
from viewer.library.postgres_index import PostgresIndex
from viewer.library.query import parse
from viewer.library.search import Library


def test_a_server_that_is_not_there_is_said():
    pytest.importorskip("psycopg")
    with pytest.raises(LibraryError, match="The shared library's server cannot be used"):
        PostgresIndex("postgresql://nobody@localhost:1/none")


@pytest.mark.full
def test_who_only_reads_needs_no_right_to_write(server):
    import psycopg

    with closing(PostgresIndex(emptied(server))) as index:
        filled(index, read_of("A", ["the price of wheat"]))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        connection.execute("CREATE ROLE reader LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    with closing(PostgresIndex(server.replace("cueline@", "reader@"))) as index:
        hits = list(Library(index).search(parse('"rice of whe"')))
        assert [(each.entry.title, each.count) for each in hits] == [("A", 1)]
        with pytest.raises(LibraryError, match="may only be read"):
            filled(index, read_of("B", ["more"]))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP OWNED BY reader")
        connection.execute("DROP ROLE reader")


@pytest.mark.full
def test_more_words_than_the_server_takes_are_found_all_the_same(server):
    with closing(PostgresIndex(emptied(server))) as index:
        many = " ".join(f"word{number:06}" for number in range(70_000))
        filled(index, read_of("Large", [many]), read_of("Small", ["word"]))
        hits = {each.entry.title for each in Library(index).search(parse("word069999"))}
        assert hits == {"Large"}

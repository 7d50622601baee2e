"""The index's file: broken, older, full, shared."""

import sqlite3
from contextlib import closing

import pytest

from tests.library.making import FOLDER, filled, read_of
from viewer.library.errors import LibraryError
from viewer.library.sqlite_index import SqliteIndex
from viewer.library.tokens import joint


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.sqlite"


def texts_of(file):
    with closing(SqliteIndex(file)) as index:
        return index.news, sorted(entry.title for entry in index.entries())


def test_a_first_one_is_nothing_to_be_told(file):
    assert texts_of(file) == ("", [])


def test_what_is_there_stays(file):
    with closing(SqliteIndex(file)) as index:
        filled(index, read_of("A", ["one"]))
    assert texts_of(file) == ("", ["A"])


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\7" * 9000])
def test_a_broken_one_is_made_anew_and_says_so(file, content):
    file.write_bytes(content)
    news, titles = texts_of(file)
    assert news == "The library's index was broken and is made anew; no file of yours is touched."
    assert titles == []
    assert texts_of(file) == ("", [])


def test_one_of_another_version_is_made_anew(file):
    with closing(SqliteIndex(file)) as index:
        filled(index, read_of("A", ["one"]))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE about SET value='0' WHERE key='version'")
        connection.commit()
    assert texts_of(file) == ("The library's index is of another version and is made anew.", [])


def test_one_of_a_newer_version_is_left_alone(file):
    with closing(SqliteIndex(file)) as index:
        filled(index, read_of("A", ["one"]))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE about SET value='99, Unicode 20' WHERE key='version'")
        connection.commit()
    with pytest.raises(LibraryError, match="a newer version of Cueline"):
        SqliteIndex(file)


def test_two_programs_see_what_the_other_writes(file):
    with closing(SqliteIndex(file)) as one, closing(SqliteIndex(file)) as other:
        filled(one, read_of("A", ["one"]))
        filled(other, read_of("B", ["two"]))
        assert {entry.title for entry in one.entries()} == {"A", "B"}
        assert one.words_like("tw", begins=True, ends=False, most=9) == ("two",)


def test_words_that_another_program_let_go_of_are_written_again(file):
    with closing(SqliteIndex(file)) as one, closing(SqliteIndex(file)) as other:
        filled(one, read_of("A", ["one friend"]))
        other.remove_folder(FOLDER)
        other.let_go(other.forgotten())
        filled(one, read_of("A", ["one friend"]))
        assert one.words_like("end", begins=False, ends=True, most=9) == ("friend",)


def test_what_is_forgotten_is_let_go_of_and_the_rest_stays(file):
    asked = [("one",)], [(joint("one", "two"),)]
    with closing(SqliteIndex(file)) as index:
        filled(index, *(read_of(f"{i}", ["one two", f"only{i}"]) for i in range(9)))
        filled(index, *(read_of(f"{i}", ["one two"]) for i in range(8)))
        gone, found = index.forgotten(), index.candidates(*asked)
        assert (len(gone), len(found)) == (8, 9)
        index.let_go(gone[:3])
        assert len(index.words_like("only", begins=True, ends=False, most=9)) == 9
        index.let_go(gone)
        assert index.words_like("only", begins=True, ends=False, most=9) == ("only8",)
        assert (index.forgotten(), index.candidates(*asked)) == ([], found)


def test_what_fails_halfway_is_not_written(file):
    with closing(SqliteIndex(file)) as index:
        filled(index, read_of("A", ["one"]))
        unusable = read_of("B", ["two"])
        with pytest.raises(AttributeError):
            filled(index, read_of("C", ["three"]), unusable, None)
        assert [entry.title for entry in index.entries()] == ["A"]
        assert index.candidates([("three", "two")]) == set()


def test_where_there_can_be_none_it_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="index cannot be kept at"):
        SqliteIndex(tmp_path / "file" / "library.sqlite")


def test_a_full_disk_is_said_and_leaves_what_there_is(file):
    with closing(SqliteIndex(file)) as index:
        filled(index, read_of("A", ["one"]))
        with index._borrowed() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count={pages}")
        many = [read_of(f"{i}", [f"{i * j} words" for j in range(400)]) for i in range(40)]
        with pytest.raises(LibraryError, match="The disk is full"):
            filled(index, *many)
    assert texts_of(file) == ("", ["A"])

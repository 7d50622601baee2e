"""`cueline library` and `cueline search`."""

import json
import shutil
from contextlib import closing

import pytest

from tests.desk import write_srt
from viewer import cli
from viewer.commands import search
from viewer.disk.lock import turn_at
from viewer.library.sqlite_index import SqliteIndex
from viewer.state.places import places


@pytest.fixture
def run(capsys):
    def run_it(*words, status=0):
        assert cli.main(list(map(str, words))) == status
        told = capsys.readouterr()
        return told.out if status == 0 else told.err

    return run_it


@pytest.fixture
def talks(tmp_path, seed):
    folder = tmp_path / "talks"
    folder.mkdir()
    shutil.copy(seed, folder / "isis.md")
    write_srt(folder / "other.srt", "Control of its", "own capital.")
    (folder / "bad.srt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return folder


def test_a_folder_from_add_to_remove(run, talks):
    assert run("library", "list").startswith("The library is empty")
    assert run("library", "add", talks) == f"{talks}: 3 files, 3 read, 1 with a problem.\n"
    assert run("library", "list") == f"{talks}: 2 transcripts, 1 with a problem\n"
    assert "bad.srt: Cannot read" in run("library", "list", talks)
    write_srt(talks / "other.srt", "Another text.")
    assert run("library", "refresh") == f"{talks}: 3 files, 1 read.\n"
    assert "no longer in the library" in run("library", "remove", talks)
    assert run("library", "list").startswith("The library is empty")
    assert (talks / "isis.md").exists()
    with closing(SqliteIndex(places().library)) as index:
        assert index.forgotten() == []
        assert index.words_like("capital", begins=True, ends=True, most=9) == ()


def test_a_disk_that_does_not_answer_is_told_once(talks, capsys, monkeypatch):
    cli.main(["library", "add", str(talks)])
    monkeypatch.setattr(search, "_answers", lambda _entry: False)
    capsys.readouterr()
    assert cli.main(["search", "Control of its"]) == 0
    told = capsys.readouterr()
    assert told.err.count("does not answer; this is what the index has of it.") == 1
    assert "control of its own capital" in told.out


def test_where_nothing_is_read_yet_it_says_so(talks, capsys):
    cli.main(["library", "add", str(talks)])
    places().library.unlink()
    capsys.readouterr()
    assert cli.main(["search", "Control of its"]) == 0
    assert "is read yet; `cueline library refresh` does that." in capsys.readouterr().err


def test_a_phrase_over_two_lines(run, talks):
    run("library", "add", talks)
    told = json.loads(run("search", '"control of its"', "--json"))
    assert {key: told[key] for key in ("query", "files", "hits_total", "complete")} == {
        "query": '"control of its"',
        "files": 2,
        "hits_total": 2,
        "complete": True,
    }
    by_title = {hit["title"]: hit for hit in told["hits"]}
    hit = by_title["What Does the Fall of Mosul and Raqqa Mean For ISIS?"]
    assert hit["path"] == str(talks / "isis.md")
    assert (hit["channel"], hit["speaker"]) == ("The Wall Street Journal - World News", None)
    assert (hit["start_ms"], hit["end_ms"], hit["text"]) == (28_000, 35_600, "control of its")
    assert hit["before"].endswith("Islamic State's ")
    assert hit["after"].startswith(" de facto capital")


def test_text_for_people(run, talks):
    run("library", "add", talks)
    lines = run("search", "caliphate").splitlines()
    assert lines[0].startswith(f"{talks / 'isis.md'}  What Does the Fall")
    assert [line.split()[0] for line in lines[1:3]] == ["0:35", "2:34"]
    assert lines[-1] == "2 places in 1 transcript."


def test_what_is_left_out_may_come_first(run, talks):
    run("library", "add", talks)
    assert run("search", "-has:recording").endswith("3 transcripts.\n")
    assert run("search", "--", "-has:recording").endswith("3 transcripts.\n")
    assert run("search", "-zebra caliphate").endswith("2 places in 1 transcript.\n")


def test_words_that_stand_apart_are_no_places(run, talks):
    write_srt(talks / "apart.srt", "A capital", "of its own")
    run("library", "add", talks)
    lines = run("search", "own capital").splitlines()
    assert lines[0] == f"{talks / 'other.srt'}  other"
    assert lines[-1] == "1 place in 1 transcript; in 2 more the words stand apart."
    assert f"{talks / 'apart.srt'}  apart" in lines[lines.index("These words, but not together:") :]
    told = json.loads(run("search", "own capital", "--json"))
    assert [hit["text"] for hit in told["hits"]] == ["own capital"]
    assert (told["files"], told["files_apart"], told["hits_total"]) == (3, 2, 1)
    assert run("search", "capital its").splitlines()[-1] == (
        "No place has these words together; in 3 transcripts they stand apart."
    )


def test_a_limit_leaves_the_count_whole(run, talks):
    run("library", "add", talks)
    told = json.loads(run("search", "the", "--limit", "1", "--json"))
    assert len(told["hits"]) == 1
    assert told["hits_total"] > 20


def test_a_limit_counts_transcripts_where_no_words_are_looked_for(run, talks):
    run("library", "add", talks)
    lines = run("search", "-has:recording", "--limit", "1").splitlines()
    assert (len(lines), lines[-1]) == (2, "3 transcripts; 2 of them not listed.")


def test_a_folder_within_the_library(run, talks):
    inside = talks / "inside"
    inside.mkdir()
    write_srt(inside / "deep.srt", "Capital letters.")
    run("library", "add", talks)
    told = json.loads(run("search", "capital", "--in", inside, "--json"))
    assert [hit["path"] for hit in told["hits"]] == [str(inside / "deep.srt")]
    assert "is not in the library" in run("search", "x", "--in", talks.parent, status=2)


def test_a_file_that_is_gone_is_told_of_as_the_index_has_it(run, talks):
    run("library", "add", talks)
    (talks / "other.srt").unlink()
    told = json.loads(run("search", "own", "--json"))
    assert [hit["text"] for hit in told["hits"] if hit["title"] == "other"] == ["own"]


def test_the_index_may_be_deleted(run, talks):
    run("library", "add", talks)
    shutil.rmtree(places().cache)
    assert run("library", "refresh") == f"{talks}: 3 files, 3 read, 1 with a problem.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["search", "x"], "The library is empty."),
        (["search", "…"], "no letters or digits"),
        (["search", "--limit", "-3", "x"], "argument --limit: “-3” is no number of places"),
        (["search", "chanel:x"], "Did you mean channel:?"),
        (["library", "add"], "takes a folder"),
        (["library", "add", "nowhere"], "nowhere is not there."),
        (["library", "remove", "nowhere"], "is not a folder of the library"),
        (["library", "refresh", "nowhere"], "is not in the library"),
    ],
)
def test_what_is_wrong_is_one_sentence(run, words, sentence):
    assert sentence in run(*words, status=2)


def test_the_settings_name_a_server(run):
    pytest.importorskip("psycopg")
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('{"library": {"server": "postgresql://x@localhost:1/y"}}')
    assert "The shared library's server cannot be used" in run("library", "list", status=1)


def test_a_folder_that_went_away(run, talks, tmp_path):
    run("library", "add", talks)
    talks.rename(tmp_path / "elsewhere")
    assert "The folder talks is not there." in run("library", "refresh", status=1)


def test_a_folder_is_named_from_another_one(run, talks, monkeypatch):
    run("library", "add", talks)
    inside = talks / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert "other.srt" in run("library", "list", "..")
    assert run("library", "refresh", "..") == f"{talks}: 3 files, 0 read.\n"
    assert "own capital" in run("search", "capital", "--in", "../inside/..")


def test_a_folder_that_is_being_read_is_not_taken_out(run, talks):
    run("library", "add", talks)
    with turn_at(places().library.with_name("library-reading.sqlite"), limit_s=1):
        told = run("library", "remove", talks, status=1)
    assert told.startswith("Another window or command is reading talks or another folder.")
    assert "Try again" in told
    assert run("library", "list").startswith(f"{talks}: 2 transcripts")
    run("library", "remove", talks)
    assert run("library", "list").startswith("The library is empty")

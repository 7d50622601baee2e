"""`cueline quote`."""

import json

import pytest

from tests.desk import write_srt
from viewer import cli

EIGHTH = "Raqqa was once a symbol of the group's strength and a crucial part of its"


@pytest.fixture
def quoted(capsys):
    def run(*words):
        status = cli.main(["quote", *map(str, words)])
        captured = capsys.readouterr()
        return captured.out if status == 0 else captured.err

    return run


@pytest.mark.parametrize("moment", ["35.6", "0:36", "42", "00:00:42.399"])
def test_one_line(quoted, seed, moment):
    out = quoted(seed, "--from", moment)
    assert out.startswith(f"“{EIGHTH}")
    assert out.endswith("0:35 https://www.youtube.com/watch?v=YCxNiKcoljE&t=35.6s\n")


def test_several_lines_as_markdown(quoted, seed):
    out = quoted(seed, "--from", "0:28", "--to", "35.7", "--style", "markdown")
    assert out.startswith("> Similarly, in Syria, ")
    assert f"is crumbling. {EIGHTH}" in out
    assert out.endswith("[0:28](https://www.youtube.com/watch?v=YCxNiKcoljE&t=28s)\n")


def test_html(quoted, seed):
    assert quoted(seed, "--from", "36", "--style", "html").startswith("<blockquote cite=")


def test_json(quoted, seed):
    document = json.loads(quoted(seed, "--from", "36", "--json"))
    assert document["text"].startswith(EIGHTH)
    reported = {key: document[key] for key in list(document)[1:9]}
    assert reported == {
        "start_ms": 35_600,
        "end_ms": 42_400,
        "speaker": None,
        "title": "What Does the Fall of Mosul and Raqqa Mean For ISIS?",
        "channel": "The Wall Street Journal - World News",
        "published": "2017-05-24",
        "url": "https://www.youtube.com/watch?v=YCxNiKcoljE",
        "link": "https://www.youtube.com/watch?v=YCxNiKcoljE&t=35.6s",
    }
    assert list(document)[9:] == ["plain", "markdown", "html", "turns", "approximate"]


def test_without_a_title_the_files_name_is_it(quoted, tmp_path):
    path = tmp_path / "My notes.md"
    path.write_text("*  Hi. [[00:00:01](#t=1s)]\n")
    assert quoted(path, "--from", "1") == "“Hi.”\n— My notes, 0:01\n"


def test_where_nothing_is_said(quoted, seed, tmp_path):
    assert quoted(seed, "--from", "1h").startswith("Nothing is said at 1:00:00 in ")
    gap = write_srt(tmp_path / "gap.srt", "One.", "Two.", starts_ms=[1000, 8400])
    assert quoted(gap, "--from", "0:05") == (
        "Nothing is said at 0:05 in gap.srt. Give a --to as well, or the time of a line:"
        " `cueline info --segments` lists the times.\n"
    )
    assert quoted(gap, "--from", "0:08").startswith("“Two.”")  # as its time is shown
    path = tmp_path / "talk.md"
    path.write_text("# A talk\n**Me:** [May 4, 2017](https://x.org)\n*  Hi.\n")
    assert quoted(path, "--from", "0").startswith("talk.md has no times to quote by.")

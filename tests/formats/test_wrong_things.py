"""Opening the wrong thing, in far more than twenty ways, gives a sentence that fits the cause."""

import re
from collections import defaultdict

import pytest

from tests.formats.wrong_things import ALL, make
from viewer import cli


def complaint(capsys, path):
    """Return what `info` says of a file that it must refuse."""
    status = cli.main(["info", str(path)])
    out, reported = capsys.readouterr()
    assert (status, out) == (1, "")
    return reported


@pytest.mark.parametrize("name", ALL, ids=lambda name: name[-12:])
def test_it_is_one_sentence_that_names_the_file_and_tells_what_to_do(capsys, tmp_path, name):
    reported = complaint(capsys, make(name, tmp_path))
    assert re.fullmatch(rf"Cannot read {re.escape(name)}: [^.\n]+\. [A-Z][^\n]+\.\n", reported), (
        reported
    )
    assert ALL[name][1] in reported
    assert "Traceback" not in reported


def test_where_the_cause_differs_the_sentence_does(capsys, tmp_path):
    """Two files are told of alike only where the same is expected of both."""
    causes = defaultdict(set)
    for name, (_, cause) in ALL.items():
        reported = complaint(capsys, make(name, tmp_path))
        causes[reported.replace(name, "FILE")].add(cause)
    assert len(causes) >= 20
    assert [each for each in causes.values() if len(each) > 1] == []


@pytest.mark.parametrize(
    ("path", "reported"),
    [
        ("/dev/null", "Cannot read null: it is a device or a pipe, not a file. "),
        ("https://example.org/talk.vtt", "Cannot read talk.vtt: it is a web address, not a file. "),
        ("talk\0.srt", "its name has a character that no file name can have. "),
        ("/", "Cannot read /: it is a folder. "),
    ],
)
def test_what_is_no_file_at_all(capsys, path, reported):
    assert reported in complaint(capsys, path)


@pytest.mark.parametrize(
    "name", ["code.py", "settings.yaml", "people.csv", "talk.diff", "run.log", "talk.eml"]
)
def test_what_is_refused_by_its_name_is_read_as_text_once_it_is_named_so(capsys, tmp_path, name):
    path = make(name, tmp_path)
    path.rename(path.with_suffix(".txt"))
    assert cli.main(["info", str(path.with_suffix(".txt"))]) == 0
    assert "plain-text" in capsys.readouterr().out

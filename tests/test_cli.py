"""The command line: what it understands, prints and returns."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import __version__, cli
from viewer.commands import info, window
from viewer.core.own_links import own_link
from viewer.options import Options


@pytest.fixture
def cueline(capsys):
    """Run the command line; returns its status, standard output and standard error."""

    def run(*words):
        status = cli.main([str(word) for word in words])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def opened(monkeypatch):
    """The options that the window was opened with, without the window."""
    calls = []
    monkeypatch.setattr(window, "open_window", lambda options: calls.append(options) or 0)
    return calls


def test_a_file_and_how_to_open_it(cueline, opened):
    words = ["a.md", "--media", "a.mp4", "--at", "1:23", "--engine", "qt", "--trace", "t.jsonl"]
    assert cueline(*words)[0] == 0
    assert opened == [
        Options(Path("a.md"), Path("a.mp4"), 83_000, "qt", Path("t.jsonl"), demo=False)
    ]


def test_nothing_at_all_opens_the_window(cueline, opened):
    assert cueline()[0] == 0
    assert opened == [Options()]


def test_the_sample(cueline, opened):
    assert cueline("--demo")[0] == 0
    assert opened == [Options(demo=True)]


def test_a_link_back_into_the_program(cueline, opened, seed):
    link = own_link(seed, 83_000)
    assert cueline(link)[0] == cueline(link, "--at", "5")[0] == cueline(seed.as_uri())[0] == 0
    assert opened == [
        Options(seed, at_ms=83_000),
        Options(seed, at_ms=5_000),
        Options(seed),
    ]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("cueline://open?path=https://example.org/a.vtt", 2),
        ("cueline://quit", 2),
        ("cueline://[open?path=/a", 2),
        ("cueline://open?path=/a%1B[2J.vtt", 2),
        ("file://host/a.vtt", 2),
        ("cueline://open?path={folder}", 1),
        ("cueline://open?path={folder}/none.vtt&t=5", 1),
        ("cueline://open?path={folder}/" + "a" * 3_000, 1),
    ],
)
def test_a_link_that_leads_nowhere_is_one_sentence(cueline, opened, tmp_path, link, expected):
    status, out, error = cueline(link.format(folder=tmp_path.as_posix()))
    assert (status, out, opened) == (expected, "", [])
    assert error.count("\n") == 1
    assert "link" in error
    assert "Traceback" not in error


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_a_file_that_is_called_like_a_command(cueline, opened, name):
    assert cueline(f"./{name}")[0] == 0
    assert opened == [Options(Path(name))]


@pytest.mark.parametrize(
    "words",
    [
        ["--demo", "a.md"],
        ["a.md", "b.md"],
        ["a.md", "--at", "soon"],
        ["a.md", "--engine", "gramophone"],
        ["a.md", "--json"],
        ["info"],
        ["info", "a.md", "b.md"],
        ["quote", "a.md"],
        ["quote", "a.md", "--from", "9", "--to", "8"],
        ["quote", "a.md", "--from", "9", "--style", "baroque"],
        ["convert", "a.md"],
        ["convert", "a.md", "b.md", "--to", "betamax"],
        ["convert", "a.md", "b.unknown"],
        ["find", "a.md", "?!"],
        ["info", "a.mkv", "--track", "0"],
        ["quote", "a.mkv", "--from", "1", "--track", "two"],
        ["formats", "a.md"],
    ],
    ids=" ".join,
)
def test_wrong_usage(cueline, opened, words):
    status, out, error = cueline(*words)
    assert (status, out) == (2, "")
    assert error
    assert not opened


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in cli.COMMANDS)])
def test_help(cueline, words):
    status, out, error = cueline(*words)
    assert (status, error) == (0, "")
    assert "usage: cueline" in out


def test_help_names_every_command(cueline):
    out = cueline("--help")[1]
    assert all(f"\n  {name} " in out for name in cli.COMMANDS)


def test_version(cueline):
    assert cueline("--version")[:2] == (0, f"Cueline {__version__}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["info", "{missing}"],
        ["info", "--json", "{missing}"],
        ["quote", "{missing}", "--from", "1"],
        ["quote", "{seed}", "--from", "1h"],
        ["convert", "{missing}", "x.md"],
        ["find", "{missing}", "x"],
    ],
    ids=" ".join,
)
def test_an_expected_failure_is_one_sentence(cueline, seed, tmp_path, words):
    status, out, error = cueline(
        *(word.format(seed=seed, missing=tmp_path / "none.md") for word in words)
    )
    assert (status, out) == (1, "")
    assert error.count("\n") == 1
    assert error.endswith(".\n")
    assert "Traceback" not in error


def test_what_is_in_no_format_is_reported_where_the_formats_are(cueline, tmp_path):
    path = tmp_path / "list.json"
    path.write_text("[]")
    assert cueline("info", path)[2].endswith(" `cueline formats` lists what can be read.\n")
    assert "cueline formats" not in cueline("info", tmp_path / "none.md")[2]


def test_a_fault_is_one_sentence_and_on_demand_a_traceback(cueline, seed, monkeypatch):
    def broken(_arguments, _home):
        raise RuntimeError("the cat\nsat on it")

    monkeypatch.setattr(info, "run", broken)
    status, out, error = cueline("info", seed)
    assert (status, out) == (70, "")
    assert error.count("\n") == 1
    assert "RuntimeError: the cat sat on it" in error
    monkeypatch.setenv("CUELINE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cueline("info", seed)


def test_ctrl_c_is_quiet(cueline, seed, monkeypatch):
    def interrupted(_arguments, _home):
        raise KeyboardInterrupt

    monkeypatch.setattr(info, "run", interrupted)
    assert cueline("info", seed) == (130, "", "")


def test_a_closed_standard_output(seed, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["info", str(seed)]) == 1
    assert capsys.readouterr().err == "There is no standard output to write to.\n"


def test_an_output_that_knows_little_more_than_ascii(seed, monkeypatch):
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    assert cli.main(["quote", str(seed), "--from", "36"]) == 0
    assert buffer.getvalue().startswith(b"?Raqqa was once")
    assert cli.main(["quote", str(seed), "--from", "36", "--json"]) == 0
    assert json.loads(buffer.getvalue().split(b"\n{", 1)[1].join([b"{", b""]))["plain"][0] == "“"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["0:16"], "“But the militants were ousted"),
        (["0:16.2"], "“It remains in its urban stronghold"),
        (["0:16", "--to", "0:28"], "“But the militants were ousted"),
    ],
)
def test_a_quote_begins_with_the_line_beside_which_its_time_stands(seed, capsys, words, begins):
    assert cli.main(["quote", str(seed), "--from", *words]) == 0
    assert capsys.readouterr().out.startswith(begins)


def program(*words, stdout, env=None):
    return subprocess.Popen(
        [sys.executable, "-m", "viewer", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
        cwd=Path(__file__).parents[1],
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break another way there")
def test_a_reader_that_goes_away(seed):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with program("info", "--json", "--segments", seed, stdout=write_end) as started:
        os.close(write_end)
        _, error = started.communicate(timeout=120)
    assert (started.returncode, error) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_is_full(seed):
    with Path("/dev/full").open("wb") as full, program("info", seed, stdout=full) as started:
        _, error = started.communicate(timeout=120)
    assert started.returncode == 1
    assert error == b"Cannot write to standard output: No space left on device.\n"

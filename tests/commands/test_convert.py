"""`cueline convert`."""

import pytest

from tests.desk import write_srt
from viewer import cli
from viewer.formats import registry


@pytest.fixture
def convert(capsys):
    def run(*words):
        status = cli.main(["convert", *map(str, words)])
        return status, capsys.readouterr()

    return run


def test_a_copy_reads_as_the_source(convert, seed, tmp_path):
    status, reported = convert(seed, tmp_path / "copy.md")
    assert (status, reported.err) == (0, "")
    assert reported.out.startswith("Wrote 42 lines as Archive Markdown to ")
    assert registry.load(tmp_path / "copy.md").segments == registry.load(seed).segments


def test_the_format_can_be_reported(convert, seed, tmp_path):
    assert convert(seed, tmp_path / "copy", "--to", "archive-markdown")[0] == 0
    assert registry.load(tmp_path / "copy").format == "archive-markdown"


def test_an_existing_file_is_kept_unless_forced(convert, seed, tmp_path):
    copy = tmp_path / "copy.md"
    copy.write_text("mine")
    status, reported = convert(seed, copy)
    assert (status, reported.err) == (1, "copy.md exists already. Use --force to replace it.\n")
    assert copy.read_text() == "mine"
    assert convert(seed, copy, "--force")[0] == 0


def test_the_source_is_not_offered_to_be_replaced(convert, seed, tmp_path):
    source = tmp_path / "talk.md"
    source.write_bytes(seed.read_bytes())
    assert "--force" not in convert(source, source)[1].err


def test_the_source_is_refused_even_when_forced(convert, seed, tmp_path):
    source = tmp_path / "talk.md"
    source.write_bytes(seed.read_bytes())
    status, reported = convert(source, source, "--force")
    assert status == 1
    assert "never overwritten" in reported.err
    assert source.read_bytes() == seed.read_bytes()


def test_lines_that_are_given_times_are_told(convert, tmp_path):
    path = tmp_path / "talk.md"
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    lines = "*  One.\n*  Two.\n*  Three. [[00:00:10](#t=10s)]\n"
    path.write_text(f"# A talk\n**Me:** [May 4, 2017]({link})\n{lines}")
    status, reported = convert(path, tmp_path / "talk.srt")
    assert (status, reported.err) == (
        0,
        "2 lines have no times of their own; they were spread by length between others.\n",
    )
    starts = [each.start_ms for each in registry.load(tmp_path / "talk.srt").segments]
    assert starts == [0, 5_000, 10_000]
    assert convert(path, tmp_path / "copy.md")[1].err == ""


def test_a_format_is_named_by_what_its_files_end_in(convert, seed, tmp_path):
    for name in ("srt", ".SRT", "subrip"):
        status, reported = convert(seed, tmp_path / "copy", "--to", name, "--force")
        assert (status, reported.out.split(" to ")[0]) == (0, "Wrote 42 lines as SubRip")


def test_only_what_can_be_written_is_offered(convert, seed, tmp_path):
    status, reported = convert(seed, tmp_path / "copy", "--to", "sbv")
    assert status == 2
    assert reported.err.startswith("YouTube SBV can be read but not written. These can be written")
    status, reported = convert(seed, tmp_path / "copy", "--to", "zebra")
    assert (status, "subrip" in reported.err, "sbv" in reported.err) == (2, True, False)


def test_one_line_is_told_as_one(convert, tmp_path):
    path = write_srt(tmp_path / "talk.srt", "One.")
    assert convert(path, tmp_path / "talk.vtt")[1].out.startswith("Wrote 1 line as WebVTT to ")

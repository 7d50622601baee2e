"""Places written down."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from viewer.errors import ExportError
from viewer.library.entry import Entry, Facts
from viewer.library.export import Place, save
from viewer.library.passages import Passage

HERE = Path("/talks")


@pytest.fixture
def places():
    link = "https://www.youtube.com/watch?v=abcdefghijk"
    talk = Facts("On *wheat*", "Farm", "2019-05-24", 60_000, url=link)
    heard = Entry(1, HERE, str(HERE / "a.md"), talk, "", HERE / "a.mp4")
    unheard = Entry(2, HERE, str(HERE / "b.md"), Facts("Corn"))
    return [
        Place.of(
            heard,
            Passage(
                0, 1000, 3000, "Ann", "the price of ", "wheat", " rises", said="the price of wheat"
            ),
        ),
        Place.of(heard, Passage(4, 9000, None, "", "", "wheat", "")),
        Place.of(unheard, Passage(2, None, None, "", "", "wheat", " and corn")),
    ]


def test_a_table(places, tmp_path):
    assert save(places, tmp_path / "hits.csv") == 3
    rows = list(csv.DictReader((tmp_path / "hits.csv").read_text("utf-8").splitlines()))
    assert [row["title"] for row in rows] == ["On *wheat*", "On *wheat*", "Corn"]
    assert rows[0]["link"].endswith("&t=1s")


def test_spreadsheets_are_told_the_letters(places, tmp_path):
    save(places, tmp_path / "hits.csv")
    assert (tmp_path / "hits.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")


def test_what_has_no_time_is_not_played_from_the_beginning(places, tmp_path):
    untimed = replace(places[0], start_ms=None, end_ms=None)
    for name in ("hits.m3u", "hits.srt"):
        assert save([untimed, places[1]], tmp_path / name) == 1
    with pytest.raises(ExportError, match="a time and a recording"):
        save([untimed], tmp_path / "none.m3u")


def test_no_cell_of_a_table_is_calculated(places, tmp_path):
    save([replace(places[0], text="=1+1", speaker="@Ann")], tmp_path / "hits.csv")
    (row,) = csv.DictReader((tmp_path / "hits.csv").read_text("utf-8").splitlines())
    assert (row["text"], row["speaker"], row["start_ms"]) == ("'=1+1", "'@Ann", "1000")


def test_json(places, tmp_path):
    save(places, tmp_path / "hits.json")
    hits = json.loads((tmp_path / "hits.json").read_text(encoding="utf-8"))["hits"]
    assert (hits[0]["start_ms"], hits[2]["start_ms"]) == (1000, None)


def test_markdown_with_links(places, tmp_path):
    save(places, tmp_path / "hits.md")
    assert (tmp_path / "hits.md").read_text(encoding="utf-8") == (
        "## On \\*wheat\\*\n\nFarm · 2019-05-24\n\n"
        "- [0:01](https://www.youtube.com/watch?v=abcdefghijk&t=1s)"
        " Ann: the price of **wheat** rises\n"
        "- [0:09](https://www.youtube.com/watch?v=abcdefghijk&t=9s) **wheat**\n\n"
        "## Corn\n\n- **wheat** and corn\n"
    )


def test_a_playlist_of_what_can_be_heard(places, tmp_path):
    assert save(places, tmp_path / "hits.m3u") == 2
    assert (tmp_path / "hits.m3u").read_text(encoding="utf-8").splitlines() == [
        "#EXTM3U",
        "#EXTINF:2.000,On *wheat*",
        "#EXTVLCOPT:start-time=1.000",
        "#EXTVLCOPT:stop-time=3.000",
        str(HERE / "a.mp4"),
        "#EXTINF:5.000,On *wheat*",
        "#EXTVLCOPT:start-time=9.000",
        "#EXTVLCOPT:stop-time=14.000",
        str(HERE / "a.mp4"),
    ]


def test_captions_of_the_playlist(places, tmp_path):
    save(places, tmp_path / "hits.srt")
    text = (tmp_path / "hits.srt").read_text(encoding="utf-8")
    assert "00:00:00,000 --> 00:00:02,000\nOn *wheat*: the price of wheat\n" in text
    assert "00:00:02,000 --> 00:00:07,000\nOn *wheat*: wheat\n" in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("hits.xyz", "does not say what to write"), ("none/hits.csv", "Cannot write hits.csv")],
)
def test_what_cannot_be_written_is_said(places, tmp_path, name, sentence):
    (tmp_path / "none").write_text("")
    with pytest.raises(ExportError, match=sentence):
        save(places, tmp_path / name)


def test_all_that_a_name_can_end_in_is_told(places, tmp_path):
    with pytest.raises(ExportError) as refused:
        save(places, tmp_path / "p.space")
    assert refused.value.hint == ("These are known: .csv, .json, .md, .m3u, .srt, .mp4, .m4a.")


def test_without_recordings_there_is_nothing_to_play(places, tmp_path):
    with pytest.raises(ExportError, match="None of these places has a time and a recording"):
        save(places[2:], tmp_path / "hits.m3u")

"""Which transcript a note means, by a link, a path or a title."""

from pathlib import Path

import pytest

from tests.desk import write_srt, write_untimed
from viewer.errors import UsageError
from viewer.formats import registry
from viewer.verify.shelf import Shelf, link_key

#: What `write_untimed` writes into the head of a transcript.
LINK = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture
def talks(tmp_path):
    """A folder with a transcript that names its link, and one in a folder inside."""
    folder = tmp_path / "talks"
    (folder / "old").mkdir(parents=True)
    write_untimed(folder / "linked.md", "One line.", "Two words more.")
    write_srt(folder / "old" / "A talk on wheat.srt", "About wheat.")
    return folder


@pytest.fixture
def shelf(talks):
    return Shelf([talks], registry.load, without=talks / "note.md")


def name(held):
    return held and held.path.name


def names(shelf):
    return [held.path.name for held in shelf.all()]


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        "https://youtu.be/abcdefghijk?t=35",
        f"cueline://open?url={LINK}",
    ],
)
def test_a_link_leads_to_the_transcript_that_has_it_in_its_head(shelf, talks, link):
    assert name(shelf.by_address(link, talks)) == "linked.md"
    assert shelf.by_address(link.replace("abcdefghijk", "kjihgfedcba"), talks) is None


def test_a_transcript_of_its_own_link_comes_before_one_that_mentions_it(shelf, talks):
    write_srt(talks / "aside.srt", f"See {LINK} for more.", "And", "so", "on.")
    assert name(shelf.by_address(LINK, talks)) == "linked.md"


def test_a_name_with_a_videos_id_is_a_link_to_it(shelf, talks):
    write_srt(talks / "Wheat [kjihgfedcba].srt", "About wheat.")
    assert name(shelf.by_address("https://youtu.be/kjihgfedcba", talks)) == (
        "Wheat [kjihgfedcba].srt"
    )


@pytest.mark.parametrize(
    "path",
    ["old/A talk on wheat.srt", "old/A%20talk%20on%20wheat.srt#t=1", "A talk on wheat"],
)
def test_a_path_is_seen_from_the_notes_folder_and_a_name_alone_found_in_any(shelf, talks, path):
    assert name(shelf.by_address(path, talks)) == "A talk on wheat.srt"


def test_a_path_to_a_recording_leads_to_its_transcript(shelf, talks):
    (talks / "old" / "A talk on wheat.mp4").write_bytes(b"")
    assert name(shelf.by_address("old/A talk on wheat.mp4", talks)) == "A talk on wheat.srt"


@pytest.mark.parametrize("address", ["", "#t=1", "none.srt", "a\0b", "x" * 5_000])
def test_what_leads_nowhere_is_nothing(shelf, talks, address):
    assert shelf.by_address(address, talks) is None


def test_the_longest_title_in_an_attribution_is_meant(shelf, talks):
    write_srt(talks / "A talk on wheat and rye.srt", "About both.")
    assert name(shelf.by_title("Ann, A TALK on  wheat, 2017")) == "A talk on wheat.srt"
    assert name(shelf.by_title("Ann, A talk on wheat and rye")) == "A talk on wheat and rye.srt"
    assert shelf.by_title("Ann, A talk") is None


def test_titles_that_are_in_any_attribution_tell_nothing(shelf, talks):
    write_srt(talks / "Ann.srt", "Short.")
    assert shelf.by_title("Ann, in a letter") is None


def test_the_note_itself_and_hidden_files_are_no_transcripts(shelf, talks):
    write_untimed(talks / "note.md", "Myself.")
    write_srt(talks / ".hidden.srt", "Hidden.")
    (talks / ".trash").mkdir()
    write_srt(talks / ".trash" / "gone.srt", "Gone.")
    assert names(shelf) == ["linked.md", "A talk on wheat.srt"]


def test_what_cannot_be_read_is_left_out(shelf, talks):
    (talks / "bad.srt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    assert shelf.held(talks / "bad.srt") is None
    assert names(shelf) == ["linked.md", "A talk on wheat.srt"]


def test_each_is_read_once(talks):
    read = []

    def load(path):
        read.append(path.name)
        return registry.load(path)

    shelf = Shelf([talks, talks / "linked.md"], load, without=talks / "note.md")
    assert len(names(shelf)) == len(names(shelf)) == 2
    shelf.by_address(LINK, talks)
    assert sorted(read) == ["A talk on wheat.srt", "linked.md"]


def test_a_place_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UsageError, match="There is no "):
        Shelf([tmp_path / "gone"], registry.load, without=Path("note.md"))


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk&t=9", "abcdefghijk"),
        ("https://www.Example.org/Talk/#t=35", "example.org/talk"),
        ("http://example.org/talk", "example.org/talk"),
    ],
)
def test_links_are_alike_however_they_are_written(link, key):
    assert link_key(link) == key

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.media_source import MediaSource
from viewer.errors import StateError
from viewer.state import chosen_recordings, store
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.content_key import key_for, key_for_file


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "recordings.json"


@pytest.fixture
def links(file):
    return ChosenRecordings(file)


@pytest.fixture
def talk(tmp_path):
    """A transcript and a recording of another name, in one folder's sub-folders."""
    folder = tmp_path / "talks"
    for name in ("text/talk.md", "films/clip0042.mp4"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(name)
    return folder / "text" / "talk.md", folder / "films" / "clip0042.mp4"


def chosen(talk, links):
    key = key_for_file(talk[0])
    links.remember(key, MediaSource(talk[1]), talk[0])
    return key


def test_the_choice_is_remembered(talk, links):
    key = chosen(talk, links)
    assert links.find(key, talk[0]) == MediaSource(talk[1])
    assert links.find("0" * 32, talk[0].with_name("other.md")) is None


def test_a_renamed_and_moved_transcript_is_known_by_its_content(talk, tmp_path, links):
    chosen(talk, links)
    moved = Path(shutil.move(talk[0], tmp_path / "renamed.md"))
    assert links.find(key_for_file(moved), moved) == MediaSource(talk[1])


def test_a_folder_that_moved_loses_nothing(talk, tmp_path, links):
    key = chosen(talk, links)
    shutil.move(tmp_path / "talks", tmp_path / "archive" / "2026")
    now = tmp_path / "archive" / "2026"
    assert links.find(key, now / "text" / "talk.md") == MediaSource(now / "films" / "clip0042.mp4")


def test_a_place_found_after_a_move_is_remembered_anew(talk, tmp_path, links):
    key = chosen(talk, links)
    now = tmp_path / "archive"
    shutil.move(tmp_path / "talks", now)
    transcript = now / "text" / "talk.md"
    links.keep_up(key, links.find(key, transcript), transcript)
    moved = Path(shutil.move(transcript, tmp_path / "talk.md"))
    assert links.find(key, moved) == MediaSource(now / "films" / "clip0042.mp4")


def test_a_place_is_kept_where_another_recording_was_found(talk, file, tmp_path, links):
    key = chosen(talk, links)
    before = file.read_bytes()
    links.keep_up(key, MediaSource(talk[1]), talk[0])
    gone = Path(shutil.move(talk[1], tmp_path / "elsewhere.mp4"))
    links.keep_up(key, MediaSource(gone), talk[0])
    links.keep_up("0" * 32, MediaSource(gone), talk[0])
    assert file.read_bytes() == before


def test_an_edited_transcript_is_known_by_its_place(talk, links):
    chosen(talk, links)
    talk[0].write_text("corrected")
    assert links.find(key_for_file(talk[0]), talk[0]) == MediaSource(talk[1])


def test_a_recording_that_moved_is_a_sentence_and_is_chosen_again(talk, tmp_path, links):
    key = chosen(talk, links)
    moved = Path(shutil.move(talk[1], tmp_path / "elsewhere.mp4"))
    with pytest.raises(StateError, match=r"clip0042\.mp4, is no longer in .*films\.$") as caught:
        links.find(key, talk[0])
    assert caught.value.hint.endswith(".")
    links.remember(key, MediaSource(moved), talk[0])
    assert links.find(key, talk[0]) == MediaSource(moved)


def test_an_address_is_remembered_as_it_is(talk, tmp_path, links):
    address = MediaSource("https://example.org/talks/a%20b.m3u8?key=Ä")
    links.remember("4" * 32, address, talk[0])
    assert links.find("4" * 32, tmp_path / "moved.md") == address
    assert links.transcript_of(address) == talk[0]
    links.keep_up("4" * 32, address, tmp_path / "moved.md")
    assert links.siblings(talk[1], tmp_path / "clip0042.mp4") == {}


def test_a_choice_can_be_forgotten(talk, links):
    key = chosen(talk, links)
    links.forget(key, talk[0])
    links.forget(key, talk[0])
    assert links.find(key, talk[0]) is None


def test_the_ones_chosen_long_ago_are_dropped(talk, file, monkeypatch, links):
    monkeypatch.setattr(chosen_recordings, "MOST_LINKS", 2)
    for number in (1, 2, 1, 3):
        links.remember(f"{number:032}", MediaSource(talk[1]), talk[0])
    assert [int(name[:32]) for name in json.loads(file.read_text())["links"]] == [1, 3]


def test_a_damaged_file_loses_the_damaged_alone(talk, file, links):
    key = chosen(talk, links)
    raw = json.loads(file.read_text())
    raw["links"] |= {"not a key": {"recording": "x"}, "1" * 32: {"recording": ""}, "2" * 32: 5}
    file.write_text(json.dumps(raw))
    assert links.find(key, talk[0]) == MediaSource(talk[1])


def test_a_name_that_is_no_text_is_a_sentence_and_spoils_nothing(talk, links):
    key = chosen(talk, links)
    strange = Path(os.fsdecode(os.fsencode(talk[1].parent) + b"/\xff.mp4"))
    with pytest.raises(StateError, match="UTF-8"):
        links.remember("3" * 32, MediaSource(strange), talk[0])
    assert links.find(key, talk[0]) == MediaSource(talk[1])


def test_siblings_that_moved_along_are_reported(talk, tmp_path, links):
    for number in (1, 2, 3):
        recording = talk[1].with_name(f"{number}.mp4")
        recording.write_text("x")
        links.remember(f"{number:032}", MediaSource(recording), talk[0])
    now = tmp_path / "disk"
    now.mkdir()
    for number in (1, 2):
        shutil.move(talk[1].with_name(f"{number}.mp4"), now)
    moved = links.siblings(talk[1].with_name("1.mp4"), now / "1.mp4")
    assert list(moved.values()) == [now / "2.mp4"]


def test_an_unreadable_transcript_is_a_sentence(tmp_path):
    with pytest.raises(StateError, match=r"^Cannot read none\.md: .*\.$"):
        key_for_file(tmp_path / "none.md")


@given(st.binary(), st.binary())
def test_keys_differ_with_the_content_and_not_with_line_ends(one, other):
    same = one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")
    assert (key_for(one) == key_for(other)) is same
    assert key_for(one.replace(b"\r\n", b"\n")) == key_for(one)


REMEMBER = """
import sys
from pathlib import Path
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.content_key import key_for
from viewer.core.media_source import MediaSource
chosen = ChosenRecordings(Path(sys.argv[1]))
for number in range(100):
    name = f"{sys.argv[2]}-{number}"
    key = key_for(name.encode())
    chosen.remember(key, MediaSource(Path(name)), Path("t"))
"""


def test_two_programs_keep_each_others_choices(tmp_path):
    file = tmp_path / "recordings.json"
    both = [subprocess.Popen([sys.executable, "-c", REMEMBER, file, name]) for name in "ab"]
    assert [each.wait(120) for each in both] == [0, 0]
    assert len(json.loads(file.read_text())["links"]) == 200


def test_links_beyond_number_are_not_gone_through(tmp_path):
    file = tmp_path / "recordings.json"
    good = {"recording": "/talks/a.mp4"}
    bad = {f"{number:032x}": 7 for number in range(chosen_recordings.MOST_LINKS * 2)}
    file.write_text(json.dumps({"links": {**bad, "f" * 32: good}}))
    chosen = ChosenRecordings(file).chosen("f" * 32, tmp_path / "t.md")
    assert chosen.path == Path("/talks/a.mp4")


def test_the_transcript_is_known_from_the_recording(talk, links):
    chosen(talk, links)
    assert links.transcript_of(MediaSource(talk[1])) == talk[0]
    assert links.transcript_of(MediaSource(talk[1].with_name("other.mp4"))) is None


def test_the_transcript_chosen_last_is_the_recordings(talk, links):
    chosen(talk, links)
    later = talk[0].with_name("later.md")
    later.write_text("later")
    chosen((later, talk[1]), links)
    assert links.transcript_of(MediaSource(talk[1])) == later
    later.unlink()
    assert links.transcript_of(MediaSource(talk[1])) == talk[0]


def test_the_transcript_is_known_after_both_moved_unless_it_is_another(talk, tmp_path, links):
    chosen(talk, links)
    shutil.move(tmp_path / "talks", tmp_path / "moved")
    text, film = (tmp_path / "moved" / path.relative_to(tmp_path / "talks") for path in talk)
    assert links.transcript_of(MediaSource(film)) == text
    text.write_text("another one of the same name")
    assert links.transcript_of(MediaSource(film)) is None


def test_a_transcript_edited_since_is_forgotten_by_its_place(talk, links):
    chosen(talk, links)
    talk[0].write_text("edited")
    links.forget(key_for_file(talk[0]), talk[0])
    assert links.transcript_of(MediaSource(talk[1])) is None
    assert links.find(key_for_file(talk[0]), talk[0]) is None


def test_the_list_is_read_again_only_when_another_one_was_written(talk, file, links, monkeypatch):
    key, loads = chosen(talk, links), []
    load = store.load
    monkeypatch.setattr(store, "load", lambda *what: loads.append(what) or load(*what))
    for _ in range(3):
        assert links.find(key, talk[0]) == MediaSource(talk[1])
    assert len(loads) == 1
    ChosenRecordings(file).forget(key, talk[0])
    assert links.find(key, talk[0]) is None


@pytest.fixture
def copy(talk, tmp_path):
    """A copy of the transcript, and another recording beside it."""
    (tmp_path / "copies").mkdir()
    there = Path(shutil.copy(talk[0], tmp_path / "copies"))
    there.with_name("other.mp4").write_text("other")
    return there, there.with_name("other.mp4")


def test_each_copy_has_its_own_choice(talk, copy, tmp_path, links):
    for each in (talk, copy, talk, copy):
        key = chosen(each, links)
    assert links.find(key, talk[0]) == links.chosen(key, talk[0]) == MediaSource(talk[1])
    assert links.find(key, copy[0]) == MediaSource(copy[1])
    assert not links.is_for_another(key, copy[0])
    third = Path(shutil.copy(copy[0], tmp_path))
    assert links.is_for_another(key, third)
    assert links.find(key, third) == MediaSource(copy[1])  # the latest
    renamed = Path(shutil.move(talk[0], talk[0].with_name("renamed.md")))
    assert links.find(key, renamed) == MediaSource(talk[1])
    links.forget(key, renamed)
    assert links.find(key, copy[0]) is None


def test_one_that_moved_with_its_recording_is_remembered_once(talk, tmp_path, file, links):
    chosen(talk, links)
    now = tmp_path / "archive"
    shutil.move(tmp_path / "talks", now)
    moved = [now / path.relative_to(tmp_path / "talks") for path in talk]
    key = chosen(moved, links)
    assert len(json.loads(file.read_text())["links"]) == 1
    assert links.find(key, moved[0]) == MediaSource(moved[1])


def test_choices_of_before_there_were_places_in_their_names_are_read(talk, copy, file, links):
    key = chosen(talk, links)
    raw = json.loads(file.read_text())
    raw["links"] = {name[:32]: link for name, link in raw["links"].items()}
    file.write_text(json.dumps(raw))
    assert links.find(key, talk[0]) == links.find(key, copy[0]) == MediaSource(talk[1])
    assert links.transcript_of(MediaSource(talk[1])) == talk[0]
    chosen(copy, links)
    assert links.find(key, talk[0]) == MediaSource(talk[1])
    assert links.find(key, copy[0]) == MediaSource(copy[1])
    chosen((talk[0], copy[1]), links)
    assert links.find(key, talk[0]) == MediaSource(copy[1])
    assert len(json.loads(file.read_text())["links"]) == 2

import shutil
from pathlib import Path

import pytest

from tests.desk import write_srt
from tests.media.captioned import captioned, mov_text
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.errors import MediaError, UnknownFormatError, UsageError, ViewerError
from viewer.session import loading
from viewer.session.document import Version
from viewer.session.job import Job
from viewer.state.content_key import key_for_file

#: A job that nobody cancels or listens to.
UNHEARD = Job(lambda _job, _news: None, None)


def test_reading_gives_the_whole_path_the_content_and_the_siblings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    english = write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    document = loading.read(english.relative_to(tmp_path))
    assert document.path == english
    assert document.siblings == (Version(german), Version(english))
    assert document.key == key_for_file(english)


def test_the_sample_has_no_siblings(talk):
    write_srt(talk.with_suffix(".de.srt"), "Eins.")
    assert loading.read(talk, is_sample=True).siblings == ()


def test_an_encoding_that_there_is_not_is_a_sentence(talk):
    with pytest.raises(UsageError, match="klingon"):
        loading.read(talk, "klingon")


def test_a_recording_whose_suffix_lies_opens_as_one(tmp_path, choices):
    path = film(tmp_path / "scene.dat")
    pair = loading.open_any(path, UNHEARD, choices)
    assert pair.document is None
    assert pair.recording.path == path


def test_captions_inside_a_recording_are_read_without_opening_it(tmp_path, talk):
    cues = [(0, 900, mov_text("One.")), (1_000, 900, mov_text("Two."))]
    path = captioned(tmp_path / "scene.mp4", ("mov_text", "eng", "", cues))
    read = loading.read_inside(path, UNHEARD)
    assert [segment.text for segment in read.quotable.segments] == ["One.", "Two."]
    assert loading.read_inside(talk, UNHEARD).path == talk
    with pytest.raises(UnknownFormatError):
        loading.read_inside(film(tmp_path / "bare.mp4"), UNHEARD)


def test_a_transcript_whose_suffix_lies_opens_as_one(tmp_path, choices):
    path = write_srt(tmp_path / "talk.bin", "One.")
    assert loading.open_any(path, UNHEARD, choices).document.path == path


@pytest.mark.parametrize("name", ["picture.png", "picture.srt"])
def test_what_is_neither_is_reported_as_what_it_is_not(tmp_path, name, choices):
    path = tmp_path / name
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with pytest.raises(UnknownFormatError):
        loading.open_any(path, UNHEARD, choices)


def test_a_broken_recording_is_a_sentence(tmp_path, choices):
    path = tmp_path / "scene.mp4"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(MediaError, match=r"scene\.mp4"):
        loading.open_any(path, UNHEARD, choices)


@pytest.mark.parametrize("name", ["gone.srt", "gone.mp4"])
def test_what_is_not_there_is_a_sentence(tmp_path, name, choices):
    with pytest.raises(ViewerError):
        loading.open_any(tmp_path / name, UNHEARD, choices)


def test_a_folder_is_told(tmp_path, choices):
    assert loading.open_any(tmp_path, UNHEARD, choices) == loading.Pair(None, folder=tmp_path)


def test_the_choice_comes_before_what_is_near(talk, recording, choices):
    film(talk.with_suffix(".mp4"))
    document = loading.read(talk)
    assert loading.find_recording(document, choices).recording.path == talk.with_suffix(".mp4")
    assert loading.remember(document, MediaSource(recording), choices) == {}
    assert loading.find_recording(document, choices).recording.path == recording


def test_where_the_chosen_one_is_gone_the_rules_find_another(talk, recording, choices):
    document = loading.read(talk)
    loading.remember(document, MediaSource(recording), choices)
    recording.unlink()
    found = loading.find_recording(document, choices)
    assert recording.name in str(found.trouble)
    film(talk.with_suffix(".mp4"))
    found = loading.find_recording(document, choices)
    assert (found.recording.path, found.trouble) == (talk.with_suffix(".mp4"), None)
    film(recording)
    assert loading.find_recording(document, choices).recording.path == recording


def test_a_recording_that_moved_along_is_found_when_the_transcript_moves_on(
    talk, recording, choices
):
    loading.remember(loading.read(talk), MediaSource(recording), choices)
    there = talk.parent.with_name("there")
    talk.parent.rename(there)
    loading.find_recording(loading.read(there / talk.name), choices)
    away = shutil.move(there / talk.name, talk.parent.with_name("away.srt"))
    found = loading.find_recording(loading.read(away), choices).recording.path
    assert found == there / "far" / recording.name


@pytest.fixture
def copy(talk, recording, choices, tmp_path):
    """A copy of the transcript in another folder, made after a recording was chosen for it."""
    loading.remember(loading.read(talk), MediaSource(recording), choices)
    (tmp_path / "copies").mkdir()
    return Path(shutil.copy(talk, tmp_path / "copies" / "copy.en.srt"))


def plays(path, choices):
    return loading.find_recording(loading.read(path), choices).recording


def test_a_copy_with_a_recording_of_its_own_name_beside_it_plays_that(
    talk, recording, copy, choices
):
    own = film(copy.with_name("copy.mp4"))
    assert (plays(copy, choices).path, plays(copy, choices).chosen) == (own, False)
    assert (plays(talk, choices).path, plays(talk, choices).chosen) == (recording, True)


def test_a_copy_without_one_plays_what_was_chosen(recording, copy, choices):
    film(copy.with_name("other.mp4"))
    film(copy.parent.with_name("copy.mp4"))
    assert (plays(copy, choices).path, plays(copy, choices).chosen) == (recording, True)


def test_what_is_chosen_for_the_copy_itself_holds_for_it(recording, copy, choices):
    film(copy.with_name("copy.mp4"))
    loading.remember(loading.read(copy), MediaSource(recording), choices)
    assert (plays(copy, choices).path, plays(copy, choices).chosen) == (recording, True)


def test_what_is_chosen_for_a_copy_leaves_the_choice_of_the_first(talk, recording, copy, choices):
    other = film(copy.with_name("other.mp4"))
    loading.remember(loading.read(copy), MediaSource(other), choices)
    assert (plays(copy, choices).path, plays(copy, choices).chosen) == (other, True)
    assert (plays(talk, choices).path, plays(talk, choices).chosen) == (recording, True)
    talk = talk.rename(talk.with_name("renamed.srt"))
    assert plays(talk, choices).path == recording


def test_a_choice_moves_with_the_folder_also_before_a_recording_of_the_same_name(tmp_path, choices):
    (tmp_path / "here").mkdir()
    talk = write_srt(tmp_path / "here" / "talk.srt", "One.")
    film(talk.with_suffix(".mp4"))
    better = film(talk.with_name("better.mp4"))
    loading.remember(loading.read(talk), MediaSource(better), choices)
    there = talk.parent.rename(tmp_path / "there")
    found = plays(there / talk.name, choices)
    assert (found.path, found.chosen) == (there / better.name, True)


def test_a_transcript_that_was_moved_to_a_recording_of_its_name_plays_that(
    talk, recording, choices, tmp_path
):
    loading.remember(loading.read(talk), MediaSource(recording), choices)
    (tmp_path / "there").mkdir()
    moved = Path(shutil.move(talk, tmp_path / "there" / "talk.srt"))
    own = film(moved.with_suffix(".mp4"))
    assert plays(moved, choices).path == own


def test_what_moved_along_is_reported(tmp_path, recording, choices):
    first = write_srt(tmp_path / "first.srt", "One.")
    second = write_srt(tmp_path / "second.srt", "Two.")
    other = film(recording.with_name("other.mp4"))
    loading.remember(loading.read(first), MediaSource(recording), choices)
    loading.remember(loading.read(second), MediaSource(other), choices)
    there = tmp_path / "there"
    recording.parent.rename(there)
    moved = loading.remember(loading.read(first), MediaSource(there / recording.name), choices)
    assert list(moved.values()) == [there / other.name]
    choices.relink(moved)
    assert choices.find(key_for_file(second), second) == MediaSource(there / other.name)


def test_guesses_are_ordered_by_name_and_then_by_length(talk):
    named = film(talk.with_suffix(".mp4"), seconds=2)
    near = film(talk.with_name("b.mp4"), seconds=7)
    far = film(talk.with_name("a.mp4"), seconds=3)
    job = Job(lambda _job, _news: None, None)
    guesses = loading.guesses(loading.read(talk), job)
    assert [guess.path for guess in guesses] == [named, near, far]
    assert [guess.likely for guess in guesses] == [True, False, False]
    assert guesses[0].duration_ms == pytest.approx(2000, abs=200)


def test_nobody_guesses_on_when_it_is_not_wanted(talk):
    film(talk.with_suffix(".mp4"))
    job = Job(lambda _job, _news: None, None)
    job.cancel()
    assert loading.guesses(loading.read(talk), job) == ()


def test_the_source_is_read_as_it_was(tmp_path):
    path = tmp_path / "talk.srt"
    path.write_bytes("Привет".encode("koi8-r"))
    assert loading.source_text(path, "koi8-r") == "Привет"


def test_a_recording_with_several_caption_tracks_offers_each(tmp_path, choices):
    path = captioned(
        tmp_path / "film.mkv",
        ("subrip", "eng", "", [(0, 900, b"One.")]),
        ("subrip", "ger", "for all", [(0, 900, b"Eins.")]),
    )
    document = loading.open_any(path, UNHEARD, choices).document
    assert document.transcript.segments[0].text == "One."
    assert [version.track.language for version in document.siblings] == ["eng", "ger"]
    german = loading.read_version(document.siblings[1], document.siblings, UNHEARD)
    assert german.transcript.segments[0].text == "Eins."
    assert german.siblings == document.siblings


def test_captions_in_a_recording_are_known_by_what_they_say(tmp_path, choices):
    one, same, other = (
        captioned(tmp_path / name, ("subrip", "eng", "", [(0, 900, said)]))
        for name, said in (("a.mkv", b"One."), ("b.mkv", b"One."), ("c.mkv", b"Two."))
    )
    keys = [loading.open_any(path, UNHEARD, choices).document.key for path in (one, same, other)]
    assert keys[0] == keys[1] != keys[2]
    assert all(len(key) == 32 for key in keys)


def test_nothing_is_remembered_for_captions_inside_a_recording(tmp_path, choices):
    path = captioned(tmp_path / "film.mkv", ("subrip", "eng", "", [(0, 900, b"One.")]))
    document = loading.open_any(path, UNHEARD, choices).document
    assert loading.remember(document, MediaSource(tmp_path / "other.mkv"), choices) == {}


def test_captions_in_a_recording_are_read_again_as_they_are_now(tmp_path, choices):
    path = captioned(tmp_path / "film.mkv", ("subrip", "eng", "", [(0, 900, b"One.")]))
    document = loading.open_any(path, UNHEARD, choices).document
    captioned(path, ("subrip", "eng", "", [(0, 900, b"Two.")]))
    again = loading.read_again(document, UNHEARD)
    assert again.transcript.segments[0].text == "Two."
    assert again.version == document.version


def test_what_is_written_to_while_it_is_read_is_read_once_more(talk, monkeypatch):
    def write_after(path):
        monkeypatch.undo()
        key = key_for_file(path)
        write_srt(path, "Other words.")
        return key

    monkeypatch.setattr(loading, "key_for_file", write_after)
    document = loading.read(talk)
    assert document.transcript.segments[0].text == "Other words."
    assert document.key == key_for_file(talk)
    assert document.stamp == loading.stamp_of(talk)


def test_versions_in_another_folder_stay_known(talk, tmp_path):
    beside = Version(write_srt(tmp_path / "far.srt", "Elsewhere."))
    document = loading.read(talk, beside=(Version(talk), beside))
    assert loading.read_again(document, UNHEARD).siblings == (Version(talk), beside)

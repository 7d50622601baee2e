"""The recording that was chosen, or lost, or cannot be played."""

import shutil

import pytest

from tests.desk import path_of, sentences
from tests.media.films import film
from viewer.playback.engine import PlayState


def test_a_media_that_was_named_is_played_and_remembered(desk, talk, recording):
    desk.open(talk, media=recording)
    assert desk.session.recording.path == recording
    desk.open(talk)
    assert desk.session.recording.path == recording


def test_the_chosen_recording_is_known_after_the_folder_was_moved(desk, talk, recording, tmp_path):
    desk.open(talk)
    desk.session.choose_recording(recording)
    desk.work()
    there = tmp_path / "elsewhere"
    there.mkdir()
    shutil.move(talk, there / "renamed.srt")
    desk.open(there / "renamed.srt")
    assert desk.session.recording.path == recording


def test_a_chosen_recording_that_is_gone_is_one_sentence_and_the_clock_runs(desk, talk, recording):
    desk.open(talk, media=recording)
    recording.unlink()
    desk.open(talk)
    (sentence,) = sentences(desk)
    assert recording.name in sentence
    assert desk.session.recording is None
    assert desk.player.silent


@pytest.mark.parametrize("content", [b"", b"not a recording at all\n" * 50])
def test_a_broken_recording_is_one_sentence_and_the_clock_runs(desk, talk, content):
    talk.with_suffix(".mp4").write_bytes(content)
    desk.open(talk)
    (sentence,) = sentences(desk)
    assert "talk.mp4" in sentence
    assert path_of(desk) == talk
    assert desk.player.silent


def test_a_recording_that_no_engine_can_play_leaves_the_clock(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.engine.refuses = "It cannot be played."
    desk.open(talk)
    assert len(sentences(desk)) == 1
    assert desk.session.recording is None
    assert desk.player.silent
    assert desk.player.state is PlayState.PAUSED


def test_a_bug_in_a_reader_leaves_what_is_open(desk, talk, tmp_path, monkeypatch, qtbot):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    monkeypatch.setattr("viewer.formats.registry.load", lambda *_: 1 / 0)
    with qtbot.capture_exceptions() as bugs:
        desk.open(tmp_path / "second.srt")
    assert bugs[0][0] is ZeroDivisionError
    assert desk.told["busy_changed"][-1] is None
    assert path_of(desk) == talk
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_a_bug_in_looking_for_the_recording_leaves_the_clock(desk, talk, monkeypatch, qtbot):
    monkeypatch.setattr("viewer.media.locate.recording_for", lambda *_: 1 / 0)
    with qtbot.capture_exceptions() as bugs:
        desk.open(talk)
    assert bugs[0][0] is ZeroDivisionError
    assert desk.told["busy_changed"][-1] is None
    assert desk.player.silent


def test_choosing_what_is_no_recording_keeps_the_clocks_place(desk, talk):
    desk.open(talk)
    desk.player.seek(4500)
    desk.session.choose_recording(talk)
    desk.work()
    assert len(sentences(desk)) == 1
    assert desk.player.position_ms == 4500


def test_choosing_what_is_no_recording_keeps_the_one_the_one_that_plays(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    desk.session.choose_recording(talk)
    desk.work()
    assert len(sentences(desk)) == 1
    assert desk.session.recording.path == talk.with_suffix(".mp4")
    assert not desk.player.silent


def test_a_chosen_recording_goes_on_where_the_clock_was(desk, talk, recording):
    desk.open(talk)
    desk.player.seek(4500)
    desk.session.choose_recording(recording)
    desk.work()
    assert desk.player.position_ms == 4500


def test_a_choice_that_cannot_be_remembered_plays_all_the_same(desk, talk, recording, home):
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    desk.open(talk, media=recording)
    assert desk.session.recording.path == recording
    assert len(sentences(desk)) == 1

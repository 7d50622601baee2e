"""The recording that was chosen, or lost, or cannot be played."""

import shutil

import pytest

from tests.desk import path_of, sentences, write_srt
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState


def test_a_media_that_was_named_is_played_and_remembered(desk, talk, recording):
    desk.open(talk, media=MediaSource(recording))
    assert desk.session.recording.path == recording
    desk.open(talk)
    assert desk.session.recording.path == recording


def test_an_address_is_played_where_it_is_asked_for_and_never_by_itself(desk, talk):
    address = MediaSource("https://example.org/talk.mp4")
    desk.open(talk, media=address)
    assert desk.session.recording.source == address
    assert desk.player.state is PlayState.PAUSED
    desk.open(talk)
    assert desk.session.recording is None


def test_the_chosen_recording_is_known_after_the_folder_was_moved(desk, talk, recording, tmp_path):
    desk.open(talk)
    desk.pairing.choose(MediaSource(recording))
    desk.work()
    there = tmp_path / "elsewhere"
    there.mkdir()
    shutil.move(talk, there / "renamed.srt")
    desk.open(there / "renamed.srt")
    assert desk.session.recording.path == recording


def test_a_chosen_recording_that_is_gone_is_one_sentence_and_the_clock_runs(desk, talk, recording):
    desk.open(talk, media=MediaSource(recording))
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
    assert desk.reported["busy_changed"][-1] is None
    assert path_of(desk) == talk
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_a_bug_in_looking_for_the_recording_leaves_the_clock(desk, talk, monkeypatch, qtbot):
    monkeypatch.setattr("viewer.media.locate.recording_for", lambda *_: 1 / 0)
    with qtbot.capture_exceptions() as bugs:
        desk.open(talk)
    assert bugs[0][0] is ZeroDivisionError
    assert desk.reported["busy_changed"][-1] is None
    assert desk.player.silent


def test_choosing_what_is_no_recording_keeps_the_clocks_place(desk, talk):
    desk.open(talk)
    desk.player.seek(4500)
    desk.pairing.choose(MediaSource(talk))
    desk.work()
    assert len(sentences(desk)) == 1
    assert desk.player.position_ms == 4500


def test_choosing_what_is_no_recording_keeps_the_one_the_one_that_plays(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    desk.pairing.choose(MediaSource(talk))
    desk.work()
    assert len(sentences(desk)) == 1
    assert desk.session.recording.path == talk.with_suffix(".mp4")
    assert not desk.player.silent


def test_a_chosen_recording_goes_on_where_the_clock_was(desk, talk, recording):
    desk.open(talk)
    desk.player.seek(4500)
    desk.pairing.choose(MediaSource(recording))
    desk.work()
    assert desk.player.position_ms == 4500


def test_a_choice_that_cannot_be_remembered_plays_all_the_same(desk, talk, recording, home):
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    desk.open(talk, media=MediaSource(recording))
    assert desk.session.recording.path == recording
    assert len(sentences(desk)) == 1


# Seen from the recording, forgotten, taken back


def test_a_recording_that_was_chosen_opens_its_transcript(desk, talk, recording):
    desk.open(talk, media=MediaSource(recording))
    desk.open(recording)
    assert path_of(desk) == talk
    assert desk.session.recording.path == recording
    assert desk.session.recording.chosen


def test_a_recording_opened_before_its_transcript_opens_it_from_then_on(desk, talk, recording):
    desk.open(recording)
    desk.open(talk)
    desk.opening.close()
    desk.open(recording)
    assert path_of(desk) == talk


def test_a_chosen_transcript_comes_before_the_one_beside_and_both_are_offered(
    desk, talk, recording
):
    beside = write_srt(recording.with_suffix(".srt"), "Beside.")
    desk.open(recording)
    assert path_of(desk) == beside
    assert not desk.session.recording.chosen
    desk.open(talk, media=MediaSource(recording))
    desk.open(recording)
    assert path_of(desk) == talk
    assert {version.path for version in desk.session.document.siblings} == {talk, beside}


def test_a_forgotten_recording_comes_no_more_and_the_clock_runs_on(desk, talk, recording):
    desk.open(talk, media=MediaSource(recording))
    desk.player.seek(4500)
    desk.pairing.forget()
    desk.work()
    assert desk.session.recording is None
    assert desk.player.silent
    assert desk.player.position_ms == 4500
    for opened in (talk, recording):
        desk.open(opened)
        assert (desk.session.recording is None) == (opened == talk)
    assert desk.session.document is None


def test_what_is_found_by_the_rules_takes_the_place_of_a_forgotten_recording(desk, talk, recording):
    beside = film(talk.with_suffix(".mp4"))
    desk.open(talk, media=MediaSource(recording))
    desk.pairing.forget()
    desk.work()
    assert desk.session.recording.path == beside
    assert not desk.session.recording.chosen


@pytest.mark.parametrize("before", ["none", "found", "chosen"])
def test_a_choice_taken_back_leaves_what_was_before(desk, talk, recording, tmp_path, before):
    wrong = film(tmp_path / "wrong.mp4")
    if before == "found":
        recording = film(talk.with_suffix(".mp4"))
    desk.open(talk, media=MediaSource(recording) if before == "chosen" else None)
    choices = []
    desk.news.recording_chosen.connect(choices.append)
    desk.opening.open_together([wrong])
    desk.work()
    assert desk.session.recording.path == wrong
    desk.pairing.take_back(choices.pop())
    desk.work()
    expected = None if before == "none" else recording
    for _ in range(2):
        playing = desk.session.recording
        assert (playing.path if playing else None) == expected
        desk.open(talk)


def test_what_was_named_together_or_chosen_before_is_nothing_new(desk, talk, recording):
    choices = []
    desk.news.recording_chosen.connect(choices.append)
    desk.open(talk, media=MediaSource(recording))
    desk.pairing.choose(MediaSource(recording))
    desk.work()
    assert choices == []


def test_a_line_chosen_while_the_recording_is_looked_for_is_played_when_it_is_there(desk, talk):
    film(talk.with_suffix(".mp4"), seconds=20)
    desk.opening.open(talk)
    desk.work_one()
    assert desk.player.awaiting
    desk.lines.play_from(1)
    assert desk.follower.said.lit == (1,)
    desk.work()
    desk.pass_by(0.1)
    assert desk.player.state is PlayState.PLAYING
    assert 4000 <= desk.player.position_ms < 5000


def test_a_line_stays_where_no_recording_is_found(desk, talk):
    desk.opening.open(talk)
    desk.work_one()
    desk.lines.play_from(1)
    reported = []
    desk.player.position_changed.connect(reported.append)
    desk.work()
    assert desk.player.silent
    assert 0 not in reported
    assert (desk.player.state, desk.player.position_ms) == (PlayState.PAUSED, 4000)


def test_a_choice_is_taken_back_before_the_recording_is_there(desk, talk):
    film(talk.with_suffix(".mp4"), seconds=20)
    desk.opening.open(talk)
    desk.work_one()
    desk.lines.play_from(2)
    desk.lines.take_back()
    desk.work()
    desk.pass_by(0.1)
    assert (desk.player.state, desk.player.position_ms) == (PlayState.PAUSED, 0)


def test_what_is_asked_of_a_recording_is_asked_of_the_next_engine_too(desk, talk):
    """Giving up the search runs a clock, where the reader was."""
    desk.opening.open(talk)
    desk.work_one()
    desk.player.seek(5000)
    desk.opening.cancel()
    assert desk.player.silent
    assert desk.player.position_ms == 5000

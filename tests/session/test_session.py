"""Session on a fake engine: what is opened, which of two wins, what is said when it fails."""

from tests.desk import path_of, sentences, write_srt, write_untimed
from tests.formats.annotation.elan.test_reader import content as elan_content
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.formats import registry
from viewer.media import locate
from viewer.playback.engine import PlayState
from viewer.session.document import Version
from viewer.session.opened import Change
from viewer.state.content_key import key_for_file

ARCHIVE = registry.by_name("archive-markdown")


def test_a_transcript_opens_with_the_recording_beside_it(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    assert path_of(desk) == talk
    assert desk.session.recording.path == talk.with_suffix(".mp4")
    assert desk.player.state is PlayState.PAUSED
    assert ("open", desk.session.recording.source) in desk.engine.calls
    assert sentences(desk) == []


def test_the_transcript_is_there_before_its_recording_is_looked_for(desk, talk):
    desk.opening.open(talk)
    desk.work_one()
    assert path_of(desk) == talk
    assert len(desk.waiting) == 1


def test_opens_at_a_moment(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.open(talk, at_ms=4500)
    assert desk.player.position_ms == 4500
    assert desk.follower.said.lit == (1,)


def test_a_relative_path_is_made_whole(desk, talk, monkeypatch):
    monkeypatch.chdir(talk.parent)
    desk.open(type(talk)(talk.name))
    assert path_of(desk) == talk
    assert Version(path_of(desk)) in desk.session.document.siblings


def test_without_a_recording_a_clock_runs_as_long_as_the_transcript(desk, talk):
    desk.open(talk)
    assert desk.reported["no_recording"] == [True]
    assert desk.session.recording is None
    assert desk.player.silent
    assert desk.player.duration_ms == 9000
    desk.player.play()
    desk.pass_by(4.5)
    assert desk.follower.said.lit == (1,)


def test_a_transcript_without_times_has_no_clock(desk, tmp_path):
    plain = write_untimed(tmp_path / "plain.md", "One line.", "And another.")
    desk.open(plain)
    assert path_of(desk) == plain
    assert desk.player.state is PlayState.EMPTY


def test_a_recording_opens_with_its_transcript(desk, talk):
    desk.open(film(talk.with_suffix(".mp4")))
    assert path_of(desk) == talk
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_a_recording_opens_alone(desk, recording):
    desk.open(recording)
    assert desk.session.document is None
    assert desk.session.recording.path == recording


def test_a_recording_opens_though_its_transcript_cannot_be_read(desk, tmp_path):
    (tmp_path / "talk.srt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    desk.open(film(tmp_path / "talk.mp4"))
    assert desk.session.recording.path == tmp_path / "talk.mp4"
    assert "talk.srt" in sentences(desk)[0]


def test_a_transcript_joins_the_recording_that_was_open_alone(desk, talk, recording):
    desk.open(recording)
    desk.open(talk)
    assert desk.session.recording.path == recording
    assert desk.chosen.find(key_for_file(talk), talk) == MediaSource(recording)


def test_the_later_of_two_openings_wins(desk, talk, tmp_path):
    second = write_srt(tmp_path / "second.srt", "Another.")
    desk.opening.open(talk)
    desk.opening.open(second)
    early, late = desk.waiting
    desk.waiting[:] = [late, early]
    desk.work()
    assert path_of(desk) == second
    assert {each.document.path for each in desk.reported["opened_changed"]} == {second}


def test_a_recording_found_for_an_earlier_transcript_is_not_played(desk, talk, tmp_path):
    film(talk.with_suffix(".mp4"))
    second = write_srt(tmp_path / "second.srt", "Another.")
    desk.opening.open(talk)
    desk.work_one()
    desk.opening.open(second)
    desk.work()
    assert path_of(desk) == second
    assert desk.session.recording is None


def test_a_file_that_cannot_be_opened_leaves_what_is_open(desk, talk, tmp_path):
    film(talk.with_suffix(".mp4"))
    desk.opening.open(talk)
    desk.work()
    desk.opening.open(tmp_path / "nowhere.srt")
    desk.work()
    assert len(sentences(desk)) == 1
    assert "nowhere.srt" in sentences(desk)[0]
    assert path_of(desk) == talk
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_a_failed_opening_does_not_stop_the_search_for_the_open_ones_recording(
    desk, talk, tmp_path
):
    film(talk.with_suffix(".mp4"))
    desk.opening.open(talk)
    desk.work_one()
    assert len(desk.waiting) == 1
    desk.opening.open(tmp_path / "nowhere.srt")
    desk.work()
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_another_encoding_keeps_the_recording_playing(desk, tmp_path):
    talk = tmp_path / "talk.srt"
    write_srt(talk, "x")
    talk.write_bytes(talk.read_bytes().replace(b"x", "Привет, мир".encode("koi8-r")))
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    desk.player.play()
    desk.opening.reopen("koi8-r")
    desk.work()
    assert desk.session.document.transcript.segments[0].text == "Привет, мир"
    assert desk.player.state is PlayState.PLAYING
    assert desk.engine.calls.count(("close",)) == 0


def test_a_silly_encoding_is_one_sentence(desk, talk):
    desk.open(talk)
    before = desk.session.document
    desk.opening.reopen("klingon")
    desk.work()
    (sentence,) = sentences(desk)
    assert "klingon" in sentence
    assert desk.session.document is before


def test_reading_again_does_not_stop_the_search_for_the_recording(desk, talk):
    film(talk.with_suffix(".mp4"))
    desk.opening.open(talk)
    desk.work_one()
    desk.opening.reopen("utf-8")
    desk.work()
    assert desk.session.recording.path == talk.with_suffix(".mp4")


def test_another_language_keeps_the_recording(desk, tmp_path):
    english = write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    film(tmp_path / "talk.mp4")
    desk.open(english)
    assert set(desk.session.document.siblings) == {Version(english), Version(german)}
    desk.opening.switch_to(Version(german))
    desk.work()
    assert path_of(desk) == german
    assert desk.session.recording.path == tmp_path / "talk.mp4"
    reported = [each.change for each in desk.reported["opened_changed"]]
    assert reported == [Change.DOCUMENT, Change.RECORDING, Change.READING]


def test_an_overlong_paragraph_is_cut_to_be_read_but_saved_as_it_is(desk, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text("One can talk about the river. " * 1000)
    desk.open(path)
    assert len(desk.session.document.transcript.segments) > 3
    copy = tmp_path / "copy.txt"
    desk.saving.save_copy(copy, registry.writable_for(copy))
    desk.work()
    assert copy.read_text().strip() == path.read_text().strip()


def test_a_longer_transcript_has_a_longer_clock_and_keeps_the_place(desk, tmp_path):
    short = write_srt(tmp_path / "talk.en.srt", "One.", "Two.")
    long = write_srt(tmp_path / "talk.de.srt", "Eins.", "Zwei.", "Drei.")
    desk.open(short)
    desk.player.seek(4500)
    desk.opening.switch_to(Version(long))
    desk.work()
    assert desk.player.duration_ms == 9000
    assert desk.player.position_ms == 4500
    desk.player.play()
    reported = []
    desk.player.position_changed.connect(reported.append)
    desk.opening.switch_to(Version(short))
    desk.work()
    assert desk.player.state is PlayState.PLAYING
    assert 0 not in reported


def test_the_sample_plays_with_its_stand_in(desk, talk, recording):
    desk.sample.open(talk, lambda _job, _transcript: recording)
    desk.work()
    assert desk.session.document.is_sample
    assert desk.session.recording.stand_in
    assert desk.player.state is PlayState.PLAYING


def test_a_transcript_opened_while_the_stand_in_is_made_is_not_disturbed(
    desk, talk, recording, tmp_path
):
    jobs = []

    def make(job, _transcript):
        jobs.append(job)
        return recording

    desk.sample.open(talk, make)
    desk.work_one()
    second = write_srt(tmp_path / "second.srt", "Another.")
    desk.opening.open(second)
    making, reading = desk.waiting
    desk.waiting[:] = [reading, making]
    desk.work()
    assert path_of(desk) == second
    assert desk.session.recording is None
    assert jobs[0].cancelled


def test_giving_up_the_stand_in_leaves_a_clock(desk, talk, recording):
    desk.sample.open(talk, lambda _job, _transcript: recording)
    desk.work_one()
    assert desk.session.opened.has_picture  # that is to come
    desk.opening.cancel()
    assert not desk.session.opened.has_picture
    desk.work()
    assert desk.reported["busy_changed"][-1] is None
    assert desk.player.silent


def test_a_dropped_pair_belongs_together(desk, talk, recording):
    assert locate.is_media(recording)
    desk.opening.open_together([recording, talk])
    desk.work()
    assert path_of(desk) == talk
    assert desk.session.recording.path == recording


def test_a_dropped_recording_joins_the_open_transcript(desk, talk, recording):
    desk.open(talk)
    desk.opening.open_together([recording])
    desk.work()
    assert path_of(desk) == talk
    assert desk.session.recording.path == recording


def test_a_recording_without_a_transcript_is_reported(desk, recording):
    alone = []
    desk.news.no_transcript.connect(lambda: alone.append(True))
    desk.open(recording)
    assert alone == [True]
    assert desk.session.recording.path == recording


def test_nothing_dropped_is_nothing_done(desk):
    desk.opening.open_together([])
    assert desk.waiting == []


def test_a_copy_is_saved_in_the_chosen_format(desk, talk, tmp_path):
    desk.open(talk)
    desk.saving.save_copy(tmp_path / "plain.md", registry.by_name("plain-text"))
    desk.work()
    assert (tmp_path / "plain.md").read_text(encoding="utf-8").startswith("One.")
    desk.saving.save_copy(tmp_path / "copy.md", ARCHIVE)
    desk.work()
    assert desk.reported["saved"] == [tmp_path / "plain.md", tmp_path / "copy.md"]
    assert "Two." in (tmp_path / "copy.md").read_text(encoding="utf-8")


def test_a_copy_over_its_source_is_one_sentence(desk, talk):
    desk.open(talk)
    before = talk.read_bytes()
    desk.saving.save_copy(talk, ARCHIVE)
    desk.work()
    assert len(sentences(desk)) == 1
    assert talk.read_bytes() == before


def test_opening_another_does_not_give_up_saving(desk, talk, tmp_path):
    desk.open(talk)
    desk.saving.save_copy(tmp_path / "copy.md", ARCHIVE)
    desk.opening.open(write_srt(tmp_path / "second.srt", "Another."))
    desk.work()
    assert desk.reported["saved"] == [tmp_path / "copy.md"]


def test_closing_while_opening_leaves_nothing(desk, talk):
    desk.opening.open(talk)
    desk.opening.close()
    desk.work()
    assert desk.session.document is None
    assert desk.reported["busy_changed"][-1] is None
    assert desk.player.state is PlayState.EMPTY


def test_guesses_for_a_transcript_that_was_closed_meanwhile_are_dropped(desk, talk, tmp_path):
    film(talk.with_name("scene.mp4"))
    guessed = []
    desk.open(talk)
    desk.pairing.guess(guessed.append)
    desk.work()
    assert [guess.path.name for guess in guessed[0]] == ["scene.mp4"]
    desk.pairing.guess(guessed.append)
    desk.opening.open(write_srt(tmp_path / "second.srt", "Another."))
    desk.waiting.reverse()
    desk.work()
    assert len(guessed) == 1


def test_other_tiers_are_shown_while_the_recording_plays_on(desk, tmp_path):
    path = tmp_path / "talk.eaf"
    path.write_bytes(elan_content().data)
    film(path.with_suffix(".mp4"))
    desk.open(path)
    desk.opening.show_parts(("B",))
    desk.work()
    assert [s.text for s in desk.session.document.transcript.segments] == ["Hm & yes."]
    assert desk.session.recording.path == path.with_suffix(".mp4")


def test_the_tiers_that_were_chosen_stay_when_the_file_is_read_again(desk, tmp_path):
    path = tmp_path / "talk.eaf"
    path.write_bytes(elan_content().data)
    desk.open(path)
    desk.opening.show_parts(("B",))
    desk.work()
    path.write_bytes(path.read_bytes().replace(b"yes", b"no"))
    desk.opening.reload()
    desk.work()
    assert [s.text for s in desk.session.document.transcript.segments] == ["Hm & no."]


def test_the_other_language_that_was_chosen_is_the_one_read_again(desk, tmp_path):
    write_srt(tmp_path / "talk.en.srt", "One.")
    german = write_srt(tmp_path / "talk.de.srt", "Eins.")
    desk.open(tmp_path / "talk.en.srt")
    other = next(each for each in desk.session.document.siblings if each.path == german)
    desk.opening.switch_to(other)
    desk.work()
    siblings = desk.session.document.siblings
    write_srt(german, "Zwei.")
    desk.opening.reload()
    desk.work()
    assert desk.session.document.transcript.segments[0].text == "Zwei."
    assert desk.session.document.siblings == siblings


def test_nothing_open_is_not_read_again(desk):
    desk.opening.reload()
    assert desk.waiting == []

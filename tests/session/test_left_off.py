"""A transcript opened again stands where it was left."""

import pytest

from tests.desk import write_srt, write_untimed
from tests.media.films import film
from tests.ui.pages import heard
from viewer.session import left_off as left_off_module
from viewer.session.left_off import NEAR_END_MS, NEAR_START_MS
from viewer.state.left_off import LeftOff


@pytest.fixture
def other(tmp_path):
    return write_srt(tmp_path / "other.srt", "Something else.")


@pytest.fixture
def told(desk):
    return heard(desk.news.returned)


def listen(desk, talk, ms):
    film(talk.with_suffix(".mp4"))
    desk.open(talk)
    desk.player.seek(ms)


@pytest.mark.parametrize("leave", ["close", "other", "again"])
def test_it_opens_where_it_was_left(desk, talk, other, told, leave):
    listen(desk, talk, 25_000)
    if leave == "close":
        desk.opening.close()
    elif leave == "other":
        desk.open(other)
    assert told == []
    desk.open(talk)
    assert desk.player.position_ms == 25_000
    assert told == [LeftOff(25_000)]


def test_it_is_known_by_its_content(desk, talk, told):
    listen(desk, talk, 25_000)
    desk.opening.close()
    desk.open(talk.rename(talk.with_name("moved.srt")))
    assert told == [LeftOff(25_000)]


@pytest.mark.parametrize("ms", [NEAR_START_MS - 1, 60_000 - NEAR_END_MS + 1, 60_000])
def test_near_the_start_and_at_the_end_there_is_nothing_to_go_back_to(desk, talk, told, ms):
    listen(desk, talk, 25_000)
    desk.player.seek(ms)
    desk.opening.close()
    desk.open(talk)
    assert desk.player.position_ms == 0
    assert told == []


def test_a_moment_that_was_asked_for_wins(desk, talk, told):
    listen(desk, talk, 25_000)
    desk.opening.close()
    desk.open(talk, at_ms=0)
    assert desk.player.position_ms == 0
    assert told == []


def test_switched_off_it_neither_remembers_nor_goes_back(desk, talk, told):
    listen(desk, talk, 25_000)
    desk.opening.close()
    desk.workspace.left_off.on = False
    desk.open(talk)
    desk.player.seek(40_000)
    desk.opening.close()
    desk.workspace.left_off.on = True
    desk.open(talk)
    assert told == [LeftOff(25_000)]


def test_what_did_not_come_to_its_place_keeps_it(desk, talk, told):
    listen(desk, talk, 25_000)
    desk.opening.close()
    desk.opening.open(talk)
    desk.work_one()  # the transcript is there, its recording is not
    desk.opening.close()
    desk.open(talk)
    assert told == [LeftOff(25_000), LeftOff(25_000)]


def test_the_sample_begins_at_its_beginning(desk, seed, tmp_path, told):
    recording = film(tmp_path / "sample.mp4")
    for _ in range(2):
        desk.sample.open(seed, lambda _job, _transcript: recording)
        desk.work()
        desk.player.seek(25_000)
    desk.opening.close()
    desk.open(seed)
    assert told == []


def test_a_text_without_times_is_left_where_it_is_read(desk, tmp_path, told):
    plain = write_untimed(tmp_path / "plain.md", "One line.", "And another.")
    desk.workspace.left_off.reading_at = lambda: (1, 4)
    desk.open(plain)
    desk.opening.close()
    desk.open(plain)
    assert told == [LeftOff(0, 1, 4)]


def test_a_list_that_cannot_be_kept_costs_no_more_than_being_forgotten(desk, talk, home, told):
    (home / "left-off.json").mkdir(parents=True)
    listen(desk, talk, 25_000)
    desk.opening.close()
    desk.open(talk)
    assert told == []


def test_it_is_remembered_now_and_then_for_a_program_may_be_killed(desk, talk, monkeypatch):
    listen(desk, talk, 25_000)
    left_off, document = desk.workspace.left_off, desk.session.document
    assert left_off.find(document) is None
    later = left_off._now() + left_off_module.EVERY_S
    monkeypatch.setattr(left_off, "_now", lambda: later)
    desk.player.seek(31_000)
    desk.work()
    assert left_off.find(document) == LeftOff(31_000)
    desk.player.seek(35_000)  # too soon after it
    desk.work()
    assert left_off.find(document) == LeftOff(31_000)


def test_what_is_written_late_is_not_older_than_where_it_was_left(desk, talk, monkeypatch):
    listen(desk, talk, 25_000)
    left_off, document = desk.workspace.left_off, desk.session.document
    later = left_off._now() + left_off_module.EVERY_S
    monkeypatch.setattr(left_off, "_now", lambda: later)
    desk.player.seek(31_000)
    desk.player.seek(42_000)
    left_off.note()
    desk.work()
    assert left_off.find(document) == LeftOff(42_000)

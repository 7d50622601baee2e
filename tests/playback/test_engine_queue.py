"""Trying engines in turn, seen from the player."""

from pathlib import Path

import pytest

from tests.fakes import FakeEngine
from viewer.core.media_source import MediaSource
from viewer.errors import EngineUnavailableError
from viewer.playback.engine import PlayState
from viewer.playback.player import Player

TALK = MediaSource(Path("talk.mp4"))


def absent():
    raise EngineUnavailableError("libVLC was not found.", hint="Install VLC.")


@pytest.fixture
def make_player(qapp, fake_time):
    made = []

    def make(*makers):
        player = Player(makers, now=fake_time)
        player.reported = []
        player.failed.connect(player.reported.append)
        made.append(player)
        return player

    yield make
    for player in made:
        player.close()


def test_an_absent_engine_is_passed_over_in_silence(make_player, engine):
    player = make_player(absent, lambda: engine)
    player.open(TALK, None)
    assert player.state is PlayState.PAUSED
    assert player.reported == []


def test_what_one_engine_cannot_open_the_next_one_plays(make_player, engine, fake_time):
    picky = FakeEngine(fake_time, load_s=0.2, refuses="Cannot play talk.mp4: no.", name="Picky")
    player = make_player(lambda: picky, lambda: engine)
    names = []
    player.engine_changed.connect(names.append)
    player.set_volume(30)
    player.open(TALK, None, at_ms=3000)
    player.play()
    fake_time.pass_by(0.3)
    player.tick()
    assert names == ["Picky", "", "Fake 1.0"]
    assert picky.calls[-1] == ("close",)
    assert {("volume", 30), ("seek", 3000), ("play",)} <= set(engine.calls)
    assert player.position_ms == 3000
    assert player.reported == []


def test_when_none_can_open_it_the_first_reason_is_reported(make_player, fake_time):
    refusing = FakeEngine(fake_time, refuses="Cannot play talk.mp4: no.")
    player = make_player(lambda: refusing, absent)
    player.open(TALK, None)
    [error] = player.reported
    assert (str(error), error.hint) == ("Cannot play talk.mp4: no.", "Install VLC.")
    assert not isinstance(error, EngineUnavailableError)
    assert player.state is PlayState.FAILED
    assert player.engine_name == ""


def test_without_any_engine_one_sentence_says_so(make_player):
    player = make_player(absent)
    player.open(TALK, None)
    [error] = player.reported
    assert (str(error), error.hint) == ("libVLC was not found.", "Install VLC.")
    assert isinstance(error, EngineUnavailableError)
    player.open_silent(1000)
    assert player.state is PlayState.PAUSED


def test_an_engine_that_proves_absent_only_when_looked_at_is_passed_over_too(
    make_player, engine, fake_time
):
    late = FakeEngine(fake_time, load_s=0.2)
    player = make_player(lambda: late, lambda: engine)
    player.open(TALK, None, at_ms=3000)
    player.play()
    late.poll = absent
    player.tick()
    assert late.calls[-1] == ("close",)
    assert player.engine_name == engine.name
    assert {("seek", 3000), ("play",)} <= set(engine.calls)
    assert player.reported == []


def test_an_only_engine_that_proves_absent_is_reported_with_what_to_do(make_player, fake_time):
    late = FakeEngine(fake_time, load_s=0.2)
    player = make_player(lambda: late)
    player.open(TALK, None)
    late.poll = absent
    player.tick()
    [error] = player.reported
    assert (str(error), error.hint) == ("libVLC was not found.", "Install VLC.")
    assert isinstance(error, EngineUnavailableError)


def test_with_nothing_to_try_there_is_still_a_sentence(make_player):
    player = make_player()
    player.open(TALK, None)
    [error] = player.reported
    assert str(error).endswith(".")
    assert isinstance(error, EngineUnavailableError)

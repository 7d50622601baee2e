"""A player on a fake engine, in a time that tests move by hand."""

import pytest

from tests.fakes import FakeEngine, FakeTime
from viewer.playback.player import Player


@pytest.fixture
def fake_time():
    return FakeTime()


@pytest.fixture
def engine(fake_time):
    return FakeEngine(fake_time)


@pytest.fixture
def player(qapp, engine, fake_time):
    """A player whose timers never fire: tests call tick() themselves."""
    player = Player([lambda: engine], now=fake_time)
    yield player
    player.shut_down()

"""A player on a fake engine, in a time that tests move by hand; and stages with the real ones."""

import pytest

from tests.conftest import PLAYING
from tests.fakes import FakeEngine, FakeTime
from tests.playback.stage import Stage
from tests.video import make_video
from viewer.playback import choose
from viewer.playback.player import Player

#: The engines that show pictures. libVLC drops them where several of it want the machine: with
#: `--dist loadgroup` one worker has all its stages.
ALONE = {"vlc": pytest.mark.xdist_group("libVLC")}
PICTURED = [pytest.param(each, marks=ALONE.get(each, ())) for each in PLAYING]


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
    player.close()


@pytest.fixture(scope="session")
def clips(tmp_path_factory):
    """Make each clip once, on demand."""
    made = {}

    def clip(wanted):
        if wanted not in made:
            path = tmp_path_factory.mktemp("clips") / "clip.mp4"
            made[wanted] = make_video(path, wanted)
        return made[wanted]

    return clip


@pytest.fixture(scope="session")
def facts():
    return {fact.key: fact for fact in choose.describe()}


@pytest.fixture(params=PICTURED)
def stage(request, qtbot, facts):
    """A stage with each engine that plays recordings, or with those that a test names."""
    if not facts[request.param].available:
        pytest.skip(facts[request.param].reason)
    stage = Stage(qtbot, request.param)
    yield stage
    stage.close()

"""An MP3 of varying bit rate that does not state its length, in Qt, which only guesses it."""

import time

import pytest

from tests.core.test_counted import UNSTATED, made
from viewer.core.media_source import MediaSource
from viewer.playback.choose import Engines
from viewer.playback.engine import PlayState
from viewer.playback.player import Player

#: How long it is, and what FFmpeg guesses, by the bit rate of its beginning.
LONG_MS, GUESSED_MS = 22_000, 4_000


def joined(path, *parts):
    """Join stretches of so many seconds, in kbit/s each, into one file."""
    made_of = [
        made(path.with_name(f"{kbits}.mp3"), seconds, kbits=kbits, options=UNSTATED).read_bytes()
        for seconds, kbits in parts
    ]
    path.write_bytes(b"".join(made_of))
    return path


@pytest.fixture
def player(qapp):
    engines = Engines("qt")
    player = Player(engines.makers())
    player.set_volume(0)
    player.short = []
    player.fell_short.connect(lambda ms, name: player.short.append((ms, name)))
    yield player
    player.close()
    assert engines.shut_down()


def opened(player, qtbot, path, **options):
    player.open(MediaSource(path), None, **options)
    qtbot.waitUntil(lambda: player.state is PlayState.PAUSED)
    return player


def test_it_is_as_long_as_it_is_and_ends_there(player, qtbot, tmp_path):
    opened(player, qtbot, joined(tmp_path / "a.mp3", (5, 32), (5, 320)))
    assert player.duration_ms == pytest.approx(10_000, abs=200)
    player.play()
    player.seek(9_500)
    qtbot.waitUntil(lambda: player.state is PlayState.ENDED)
    assert player.position_ms == player.duration_ms
    assert player.short == []


@pytest.fixture
def longer(player, qtbot, tmp_path):
    """The player with what is longer than guessed."""
    opened(player, qtbot, joined(tmp_path / "a.mp3", (2, 320), (20, 32)))
    assert player.duration_ms == pytest.approx(LONG_MS, abs=300)
    return player


def test_a_jump_ends_where_it_guesses_the_end_and_that_is_told_once(longer, qtbot):
    longer.seek(3_000)
    assert longer.short == []
    for place in (15_000, 20_000):
        longer.seek(place)
        qtbot.waitUntil(lambda: longer.position_ms < 6_000)
    ((ms, name),) = longer.short
    assert ms == longer.position_ms == pytest.approx(GUESSED_MS, abs=500)
    assert name.startswith("Qt Multimedia")


def test_it_opens_no_further_than_that_and_tells_so(player, qtbot, tmp_path):
    opened(player, qtbot, joined(tmp_path / "a.mp3", (2, 320), (20, 32)), at_ms=15_000)
    qtbot.waitUntil(lambda: bool(player.short))
    assert player.position_ms == player.short[0][0]


def test_what_is_played_behind_the_guess_has_its_time(longer, qtbot):
    longer.play()
    longer.seek(15_000)
    qtbot.waitUntil(lambda: longer.position_ms > GUESSED_MS + 500)
    began_ms, began_s = longer.position_ms, time.monotonic()
    qtbot.waitUntil(lambda: longer.position_ms > began_ms + 2_000)
    ran_ms = (time.monotonic() - began_s) * 1000
    assert longer.position_ms - began_ms == pytest.approx(ran_ms, abs=300)
    longer.pause()
    stood_ms = longer.position_ms
    qtbot.wait(300)
    longer.play()
    qtbot.waitUntil(lambda: longer.position_ms > stood_ms + 300)
    assert longer.position_ms < stood_ms + 800
    longer.seek(1_000)
    qtbot.waitUntil(lambda: 1_100 < longer.position_ms < 2_000)

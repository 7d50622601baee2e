"""Recordings that are taken away, cut or exchanged while they play."""

import os

import pytest
from PySide6.QtMultimedia import QVideoSink

from tests.conftest import PLAYING
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback import choose
from viewer.playback.engine import PlayState

LIMIT_MS = 60_000


@pytest.fixture(params=PLAYING)
def maker(request):
    """Makes engines of each real kind."""
    facts = next(each for each in choose.describe() if each.key == request.param)
    if not facts.available:
        pytest.skip(facts.reason)
    engines = choose.Engines(request.param)
    yield engines.makers()[0]
    assert engines.shut_down(LIMIT_MS / 1000)


def remove(path):
    path.unlink()


def cut(path):
    os.truncate(path, path.stat().st_size // 3)


def empty(path):
    os.truncate(path, 0)


def exchange(path):
    other = path.with_name("other")
    other.write_bytes(b"#EXTM3U\nhttp://127.0.0.1:9/a.ts\n" * 100)
    os.replace(other, path)


@pytest.mark.parametrize("change", [remove, cut, empty, exchange])
def test_playing_goes_on_or_ends_and_the_next_recording_opens(maker, qtbot, tmp_path, change):
    path = film(tmp_path / "talk.mkv", seconds=8, container="matroska")
    engine, sink = maker(), QVideoSink()
    engine.open(MediaSource(path), sink)
    engine.play()
    qtbot.waitUntil(lambda: engine.poll().position_ms > 300, timeout=LIMIT_MS)
    change(path)
    engine.seek(6_000)
    over = {PlayState.FAILED, PlayState.ENDED}
    qtbot.waitUntil(
        lambda: (now := engine.poll()).state in over or now.position_ms > 6_200, timeout=LIMIT_MS
    )
    engine.close()
    again = maker()
    again.open(MediaSource(film(tmp_path / "next.mp4", seconds=2)), sink)
    qtbot.waitUntil(lambda: again.poll().state is PlayState.PAUSED, timeout=LIMIT_MS)
    again.close()

"""A disk that does not answer holds up nobody: recordings are looked at by workers."""

import math
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtMultimedia import QVideoSink

from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback import choose, qt_source
from viewer.playback.engine import PlayState
from viewer.playback.first_look import FirstLook
from viewer.playback.vlc import engine as vlc_engine
from viewer.playback.vlc import handle

PATIENCE_MS = 20_000
USES_REFUSAL = {"vlc": handle, "qt": qt_source}


@pytest.fixture
def disk(monkeypatch):
    """A disk that answers only when it is told to."""
    answers = threading.Event()
    asked = threading.Event()

    def look(_source):
        asked.set()
        assert answers.wait(PATIENCE_MS / 1000)
        return ""

    for module in USES_REFUSAL.values():
        monkeypatch.setattr(module, "refusal", look)
    yield SimpleNamespace(answers=answers, asked=asked)
    answers.set()


@pytest.fixture(params=USES_REFUSAL)
def engine(request):
    engines = choose.Engines(request.param)
    engine = engines.makers()[0]()
    yield engine
    engine.close()
    engines.shut_down(PATIENCE_MS / 1000)


def test_what_is_found_is_there_at_once_as_a_rule():
    look = FirstLook(lambda: "found")
    assert look.found == "found"
    assert not look.is_late(0)
    assert look.is_late(math.inf)


def test_an_engine_waits_for_the_disk_while_the_window_goes_on(qtbot, engine, disk, tmp_path):
    engine.open(MediaSource(film(tmp_path / "talk.mp4")), QVideoSink())
    assert disk.asked.wait(PATIENCE_MS / 1000)
    assert engine.poll().state is PlayState.OPENING
    disk.answers.set()
    qtbot.waitUntil(lambda: engine.poll().state is PlayState.PAUSED, timeout=PATIENCE_MS)


def test_a_disk_that_never_answers_is_reported(qtbot, engine, disk, tmp_path, monkeypatch):
    monkeypatch.setattr("viewer.playback.first_look.LIMIT_S", 0.0)
    monkeypatch.setattr(vlc_engine, "OPEN_LIMIT_S", 0.0)
    engine.open(MediaSource(tmp_path / "talk.mp4"), QVideoSink())
    qtbot.waitUntil(lambda: engine.poll().state is PlayState.FAILED, timeout=PATIENCE_MS)
    assert engine.poll().reason == "Cannot play talk.mp4: its folder or disk does not answer."


@pytest.mark.parametrize("name", ["talk.m3u8", "talk.pls"])
def test_a_recording_named_as_a_list_plays(qtbot, engine, tmp_path, name):
    film(tmp_path / "talk.mp4").rename(tmp_path / name)
    engine.open(MediaSource(tmp_path / name), QVideoSink())
    qtbot.waitUntil(lambda: engine.poll().state is PlayState.PAUSED, timeout=PATIENCE_MS)

"""Recordings whose names are no text are played by Qt, too."""

import os
import sys
import threading

import pytest
from PySide6.QtMultimedia import QVideoSink

from tests.conftest import PATIENCE_MS
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState
from viewer.playback.qt_engine import QtEngine
from viewer.playback.qt_source import QtSource
from viewer.web.look import Seen

needs_bytes = pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")


@pytest.fixture
def nameless(tmp_path):
    film(tmp_path / "a.mp4")
    path = type(tmp_path)(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe talk.mp4"))
    os.rename(tmp_path / "a.mp4", path)
    return path


def test_an_ordinary_name_is_itself(tmp_path):
    assert QtSource(MediaSource(tmp_path / "ä #1%20.mp4")).url.toLocalFile() == str(
        tmp_path / "ä #1%20.mp4"
    )


def test_an_address_is_led_by_the_relay_to_where_it_ends_and_past_the_proxy(qtbot, monkeypatch):
    seen, led, slow = Seen("https://cdn.example/a", "audio/mpeg", b"ID3"), [], threading.Event()
    monkeypatch.setattr("viewer.web.look.look", lambda *_, **__: seen)

    class FakeRelay:
        def lead(self, url, *, asked):
            led.append((url, asked))
            return "7", "http://127.0.0.1:9/a"

        def reason(self, stream):
            slow.wait(PATIENCE_MS / 1000)
            return f"{stream} failed."

    monkeypatch.setattr("viewer.web.relaying.relay", FakeRelay())
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "a.example")
    monkeypatch.setenv("QT_FFMPEG_PROTOCOL_WHITELIST", "file")
    source = QtSource(MediaSource("https://example.org/a"))
    assert source.url.toString() == "http://127.0.0.1:9/a"
    assert led == [(seen.url, False)]
    assert source.trouble() is None  # nobody waits for the answer here
    slow.set()
    qtbot.waitUntil(lambda: source.trouble() == "7 failed.")
    for _ in range(2):
        source.guard()
        assert os.environ["no_proxy"] == "a.example,127.0.0.1"
    assert "file" not in os.environ["QT_FFMPEG_PROTOCOL_WHITELIST"]


@needs_bytes
def test_a_name_that_is_no_text_plays_and_is_let_go_of(qtbot, nameless):
    before = len(os.listdir("/proc/self/fd"))
    source = QtSource(MediaSource(nameless))
    assert os.path.samefile(source.url.toLocalFile(), nameless)
    source.close()
    source.close()
    assert len(os.listdir("/proc/self/fd")) == before
    engine = QtEngine()
    engine.open(MediaSource(nameless), QVideoSink())
    qtbot.waitUntil(lambda: engine.poll().state is PlayState.PAUSED)
    assert engine.poll().duration_ms >= 1000
    engine.close()


@needs_bytes
def test_one_that_is_gone_is_a_sentence(qapp, nameless):
    os.unlink(nameless)
    with pytest.raises(FileNotFoundError):
        QtSource(MediaSource(nameless))
    engine = QtEngine()
    engine.open(MediaSource(nameless), None)
    assert engine.poll().state is PlayState.FAILED
    engine.close()

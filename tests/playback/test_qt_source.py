"""Recordings whose names are no text are played by Qt, too."""

import os
import sys

import pytest
from PySide6.QtMultimedia import QVideoSink

from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback.choose import make_qt
from viewer.playback.engine import PlayState
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


def test_an_address_is_the_one_that_it_leads_to(monkeypatch):
    seen = Seen("https://cdn.example/a", "audio/mpeg", b"ID3")
    monkeypatch.setattr("viewer.web.look.look", lambda *_, **__: seen)
    assert QtSource(MediaSource("https://example.org/a")).url.toString() == seen.url


@needs_bytes
def test_a_name_that_is_no_text_plays_and_is_let_go_of(qtbot, nameless):
    before = len(os.listdir("/proc/self/fd"))
    source = QtSource(MediaSource(nameless))
    assert os.path.samefile(source.url.toLocalFile(), nameless)
    source.close()
    source.close()
    assert len(os.listdir("/proc/self/fd")) == before
    engine = make_qt()
    engine.open(MediaSource(nameless), QVideoSink())
    qtbot.waitUntil(lambda: engine.poll().state is PlayState.PAUSED)
    assert engine.poll().duration_ms >= 1000
    engine.close()


@needs_bytes
def test_one_that_is_gone_is_a_sentence(qapp, nameless):
    os.unlink(nameless)
    with pytest.raises(FileNotFoundError):
        QtSource(MediaSource(nameless))
    engine = make_qt()
    engine.open(MediaSource(nameless), None)
    assert engine.poll().state is PlayState.FAILED
    engine.close()

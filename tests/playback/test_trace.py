"""The trace: one JSON object a line, and a full disk is one sentence."""

import json
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from viewer.core.media_source import NOWHERE
from viewer.errors import PlaybackError
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.playback.trace import Trace
from viewer.playback.tracing import Tracing


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_event_has_its_time_and_its_values(tmp_path, fake_time):
    trace = Trace(tmp_path / "t.jsonl", now=fake_time)
    trace.frame(40)
    fake_time.pass_by(0.5)
    trace.lit(7, 1234)
    trace.state(PlayState.PLAYING)
    trace.close()
    assert read(tmp_path / "t.jsonl") == [
        {"t": 100.0, "event": "frame", "ms": 40},
        {"t": 100.5, "event": "lit", "segment": 7, "ms": 1234},
        {"t": 100.5, "event": "state", "state": "playing"},
    ]


def test_a_line_is_on_disk_when_it_is_written(tmp_path):
    trace = Trace(tmp_path / "t.jsonl")
    trace.position(5)
    assert len(read(tmp_path / "t.jsonl")) == 1
    trace.close()


def test_the_player_writes_what_it_does(qapp, tmp_path, engine, fake_time):
    path = tmp_path / "t.jsonl"
    player = Player([lambda: engine], now=fake_time)
    trace = Trace(path, now=fake_time)
    Tracing(trace, player)
    player.open(NOWHERE, None)
    player.play()
    player.set_rate(2.0)
    player.seek(5000)
    player.close()
    trace.close()
    events = [(line["event"], line.get("ms")) for line in read(path)]
    assert ("seek", 5000) in events
    assert ("position", 5000) in events
    assert {"state", "rate"} <= {event for event, _ in events}


def test_frames_that_know_their_time_are_noted(qtbot, tmp_path, engine, fake_time):
    path = tmp_path / "t.jsonl"
    player = Player([lambda: engine], now=fake_time)
    trace = Trace(path, now=fake_time)
    Tracing(trace, player)
    sink = QVideoSink()
    player.open(NOWHERE, sink)
    size = QVideoFrameFormat(QSize(2, 2), QVideoFrameFormat.PixelFormat.Format_YUV420P)
    for time_us in (-1, 40_000):
        frame = QVideoFrame(size)
        frame.setStartTime(time_us)
        sink.setVideoFrame(frame)
    qtbot.waitUntil(lambda: [line for line in read(path) if line["event"] == "frame"] != [])
    player.close()
    trace.close()
    assert [line["ms"] for line in read(path) if line["event"] == "frame"] == [40]


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(PlaybackError, match=r"^Cannot write the trace nowhere: .+\.$"):
        Trace(tmp_path / "missing" / "nowhere")


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_ends_the_trace_with_one_sentence(tmp_path):
    full = tmp_path / "full"
    full.symlink_to("/dev/full")
    reported = []
    trace = Trace(full, complain=reported.append)
    trace.position(1)
    trace.position(2)
    trace.close()
    assert reported == ["The trace full ends here: No space left on device."]


@pytest.mark.parametrize(
    "content",
    [
        b"1\n00:00:01,000 --> 00:00:02,000\nHello\n",
        b'{"t": 1}\n',
        b'{"a": 1}',
        b"[1]",
        b"\n",
        b"\xff",
    ],
)
def test_a_file_that_is_no_trace_is_not_replaced(tmp_path, content):
    path = tmp_path / "talk.srt"
    path.write_bytes(content)
    with pytest.raises(PlaybackError, match=r"^talk\.srt is not a trace, so"):
        Trace(path)
    assert path.read_bytes() == content


def test_an_empty_file_and_an_older_trace_are_begun_anew(tmp_path):
    path = tmp_path / "t.jsonl"
    path.touch()
    for count in (3, 1):
        trace = Trace(path)
        for _ in range(count):
            trace.position(5)
        trace.close()
        assert len(read(path)) == count

"""Passages played by every engine from their in to their out, as the trace tells it."""

import json
import math

import pytest

from tests.playback.stage import FRAME_MS
from tests.video import Clip
from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState
from viewer.playback.trace import Trace
from viewer.playback.tracing import Tracing
from viewer.session.passage import Passage

#: How far from its out a passage may stop.
EXACT_MS = 60
#: A busy machine may decode too late to keep up: one of so many tries has to be exact.
TRIES = 6
#: What is played at which rate; each ends inside a frame. libVLC takes a second to be at another
#: rate after a seek; what is over before is played at rate 1.
PLAYED = (
    (0.5, Stretch(5_010, 5_530)),
    (1.0, Stretch(2_000, 2_790)),
    (1.5, Stretch(12_340, 14_125)),
    (2.0, Stretch(10_010, 12_470)),
    (2.0, Stretch(7_000, 7_830)),
)


@pytest.fixture
def traced(stage, tmp_path):
    """Return how to read what the trace of the stage's player tells."""
    path = tmp_path / "trace.jsonl"
    trace = Trace(path)
    Tracing(trace, stage.player)
    yield lambda: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    trace.close()


def test_a_passage_begins_at_its_in_and_stops_at_its_out_at_every_rate(stage, clips, traced):
    stage.open(clips(Clip()))
    passage = Passage(stage.player)
    for rate, stretch in PLAYED:
        stage.player.set_rate(rate)
        for _ in range(TRIES):
            off = _play(stage, passage, stretch, traced)
            if abs(off) <= EXACT_MS:
                break
        else:
            pytest.fail(f"At {rate} it stopped {off} ms off.")
        assert stage.player.position_ms == stretch.end_ms - 1
    stage.rests_on((stretch.end_ms - 1) // FRAME_MS)


def _play(stage, passage, stretch, traced):
    """Play a passage; return how far from its out it was when it was paused, by the trace.

    On a busy machine libVLC may follow the seek so late that it is heard of elsewhere meanwhile.
    """
    begun = len(traced())
    passage.play(stretch)
    stage.until(lambda: _stops(traced()[begun:]))
    positions = [event["ms"] for event in _playing(traced()[begun:])]
    assert positions[0] == stretch.begin_ms
    return positions[-1] - stretch.end_ms if positions == sorted(positions) else math.inf


def _stops(events):
    """Return whether playback has begun and stopped again."""
    states = [event["state"] for event in events if event["event"] == "state"]
    return states[-1:] == [PlayState.PAUSED.value]


def _playing(events):
    """Return the positions that were told until playback stopped."""
    paused = {"event": "state", "state": PlayState.PAUSED.value}
    at = next(i for i, event in enumerate(events) if paused.items() <= event.items())
    return [event for event in events[:at] if event["event"] == "position"]

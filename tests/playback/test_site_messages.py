import json

import pytest

from viewer.playback.site.messages import LONGEST, understood

WHOLE = {
    "kind": "time",
    "n": 2,
    "pos": 1500.4,
    "at": 1_000_050,
    "rate": 1.5,
    "state": "playing",
    "duration": 298_000,
    "ours": True,
}


def said(**changes):
    return understood(json.dumps(WHOLE | changes), now=50.1, wall=1000.1)


def test_a_message_says_where_the_player_was_and_when():
    told = said()
    assert (told.seeks, told.position_ms, told.state, told.rate) == (2, 1500, "playing", 1.5)
    assert told.as_of == pytest.approx(50.05)
    assert (told.duration_ms, told.ours, told.code, told.h264) == (298_000, True, 0, False)


@pytest.mark.parametrize("at", [0, 900_000, 2_000_000])
def test_a_clock_that_is_far_off_is_not_believed(at):
    assert said(at=at).as_of == 50.1


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "run"},
        {"kind": None},
        {"state": "flying"},
        {"pos": "1500"},
        {"pos": True},
        {"pos": -1},
        {"pos": 1e300},
        {"rate": [1]},
        {"n": None},
        {"duration": float("nan")},
        {"at": float("inf")},
    ],
)
def test_what_cannot_be_true_is_not_heard(changes):
    assert said(**changes) is None


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", '"time"', " " * (LONGEST + 1)])
def test_nonsense_is_not_heard(text):
    assert understood(text, 0.0, 0.0) is None

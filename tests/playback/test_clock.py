"""Clock against engines as coarse as the real ones: true, and never a step back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.playback.clock import RUN_ON_S, Clock

POLL_S = 0.05


class CoarseEngine:
    """Plays at `rate` from 0, and reports in steps; `ahead_ms` is how wrong the clock starts."""

    def __init__(self, rate, step_s, ahead_ms=0.0):
        self.rate, self.step_s, self.ahead_ms = rate, step_s, ahead_ms

    def truth(self, now):
        return self.ahead_ms + now * 1000 * self.rate

    def report(self, now):
        as_of = int(now / self.step_s) * self.step_s
        return round(self.truth(as_of)), as_of


def simulate(engine, seconds, clock=None):
    clock = clock or Clock()
    clock.run(engine.rate, 0.0)
    seen = []
    for tick in range(1, round(seconds / POLL_S)):
        now = tick * POLL_S
        reported, as_of = engine.report(now)
        if as_of:
            clock.read(reported, as_of, now)
        seen.append((now, clock.position_ms(now)))
    return seen


@given(
    rate=st.floats(0.5, 2.0),
    step_s=st.floats(0.25, 0.5),
    ahead_ms=st.floats(-950, 2000),
)
def test_never_steps_back_and_is_soon_true(rate, step_s, ahead_ms):
    engine = CoarseEngine(rate, step_s, ahead_ms)
    seen = simulate(engine, 6.0)
    positions = [position for _, position in seen]
    assert positions == sorted(positions)
    now, position = seen[-1]
    assert position == pytest.approx(engine.truth(now), abs=3)


@given(rate=st.floats(0.25, 4.0), errors=st.lists(st.integers(-250, 250), min_size=1, max_size=20))
def test_jitter_never_turns_it_back(rate, errors):
    clock = Clock()
    clock.run(rate, 0.0)
    last = 0
    for step, error in enumerate(errors, start=1):
        now = step * 0.25
        clock.read(round(now * 1000 * rate) + error, now, now)
        for after in (0.0, 0.05, 0.1, 0.2):
            position = clock.position_ms(now + after)
            assert position >= last
            last = position


def test_a_small_error_is_slewed_off_not_jumped_over():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.read(1000, 1.0, 1.0)
    clock.read(2200, 2.0, 2.0)
    assert clock.position_ms(2.0) == 2000
    assert clock.position_ms(2.25) == 2350
    assert clock.position_ms(2.5) == 2700


def test_old_news_is_no_news():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.read(500, 0.5, 0.5)
    clock.read(500, 0.5, 0.9)
    assert clock.position_ms(0.9) == 900


def test_a_reading_taken_while_paused_is_not_news_after_it():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.run(0.0, 1.0)
    clock.read(1000, 1.0, 1.0)
    clock.run(1.0, 9.0)
    clock.read(1000, 1.0, 9.05)
    assert clock.position_ms(9.1) == 1100


def test_a_seek_is_at_once_and_readings_from_before_it_are_not_believed():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.seek(8000, 1.0)
    assert clock.position_ms(1.0) == 8000
    clock.read(1200, 1.2, 1.2)
    assert clock.position_ms(1.2) == 8200
    clock.read(8210, 1.3, 1.3)
    assert clock.position_ms(1.3) == pytest.approx(8210, abs=100)


def test_when_the_engine_stayed_elsewhere_it_is_believed_in_the_end():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.seek(8000, 1.0)
    clock.read(2000, 1.7, 1.7)
    assert clock.position_ms(1.7) == 2000


def test_a_stalled_engine_stalls_the_clock_and_is_waited_for():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.read(100, 0.1, 0.1)
    stalled = clock.position_ms(60.0)
    assert stalled == 100 + RUN_ON_S * 1000
    clock.read(400, 60.0, 60.0)
    assert clock.position_ms(60.5) == stalled
    clock.read(1400, 61.0, 61.0)
    assert clock.position_ms(61.4) == 1800


def test_a_jump_back_of_the_engines_own_is_taken():
    clock = Clock()
    clock.run(1.0, 0.0)
    clock.read(60_000, 1.0, 1.0)
    clock.read(500, 1.5, 1.5)
    assert clock.position_ms(1.5) == 500


def test_paused_it_stands():
    clock = Clock()
    clock.run(1.5, 0.0)
    clock.run(0.0, 1.0)
    assert clock.position_ms(1.0) == clock.position_ms(99.0) == 1500

"""The installed program, as a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import PLAYING
from tests.end_to_end.conftest import PATIENCE_MS
from viewer.formats import registry
from viewer.playback import choose

CUELINE = Path(sys.executable).with_name("cueline")
#: How late a line may be told, by the trace's own position.
LATE_MS = 60
#: For so long the paused program is watched, once it has come to rest.
WATCHED_S, REST_S = 20, 2

pytestmark = pytest.mark.alone


@pytest.fixture
def run(tmp_path):
    """Start `cueline` with its trace; it is ended with the test."""
    started = []
    complaints = tmp_path / "stderr.txt"

    def begin(*arguments):
        trace = tmp_path / f"trace{len(started)}.jsonl"
        with complaints.open("w") as stderr:
            command = [CUELINE, *map(str, arguments), "--trace", str(trace)]
            started.append(subprocess.Popen(command, stderr=stderr))
        return started[-1], trace

    yield begin
    for process in started:
        process.kill()
        process.wait()


def events(trace, name):
    if not trace.exists():
        return []
    lines = trace.read_text(encoding="utf-8").splitlines()
    return [each for each in map(json.loads, lines) if each["event"] == name]


def wait_for(process, what, patience_ms=PATIENCE_MS):
    """Wait until `what()` is true, for another process tells nobody."""
    until = time.monotonic() + patience_ms / 1000
    while not what():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.usefixtures("sample_made")
def test_the_demo_lights_its_lines_in_time_and_ends_by_a_signal_while_playing(run, seed, engine):
    process, trace = run("--demo", "--engine", engine)
    wait_for(process, lambda: [e for e in events(trace, "lit") if e["segment"] == 2])
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    segments = registry.load(seed).segments
    late_ms = {
        e["segment"]: e["ms"] - segments[e["segment"]].start_ms
        for e in events(trace, "lit")
        if e["segment"] > 0
    }
    assert late_ms.keys() >= {1, 2}
    sys.stdout.write(f"{engine}: lines told late by {late_ms} ms\n")
    assert all(0 <= late <= LATE_MS for late in late_ms.values()), late_ms


def test_a_transcript_and_its_recording_open_at_a_moment_and_the_window_closes(
    run, seed, stand_in, engine
):
    process, trace = run(seed, "--media", stand_in, "--engine", engine, "--at", "0:36")
    wait_for(process, lambda: [e for e in events(trace, "state") if e["state"] == "paused"])
    wait_for(process, lambda: [e for e in events(trace, "lit") if e["segment"] == 7])
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0


def test_a_signal_while_the_sample_is_made_ends_it_and_leaves_no_half_of_it(run, home):
    process, _ = run("--demo", "--engine", "qt")
    wait_for(process, lambda: list(home.rglob("samples/*")))
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    assert not list(home.rglob("samples/*"))


def test_a_file_that_is_not_there_opens_the_window_with_a_sentence(run, tmp_path):
    process, trace = run(tmp_path / "nowhere.srt")
    wait_for(process, trace.exists)
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0


def spent(process):
    """What a process has used: seconds of a processor, and how often its window's thread woke."""
    times = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(times[11]) + int(times[12])
    status = Path(f"/proc/{process.pid}/task/{process.pid}/status").read_text()
    woken = status.partition("\nvoluntary_ctxt_switches:")[2].split()[0]
    return ticks / os.sysconf("SC_CLK_TCK"), int(woken)


def spent_in(processes, seconds):
    """What each uses in so many seconds: the share of a processor, and how often it wakes."""
    before = [spent(each) for each in processes]
    time.sleep(seconds)
    after = [spent(each) for each in processes]
    return [
        ((used - used_then) / seconds, woken - woken_then)
        for (used, woken), (used_then, woken_then) in zip(after, before, strict=True)
    ]


def is_at_rest(process):
    return spent_in([process], REST_S)[0][1] <= 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells")
def test_paused_it_repaints_nothing_and_costs_next_to_nothing(run, seed, stand_in):
    """A window that paints wakes its thread; libVLC's own thread shows it the picture again."""
    here = {facts.key for facts in choose.describe() if facts.available}
    processes = []
    for engine in here & set(PLAYING):
        process, trace = run(seed, "--media", stand_in, "--engine", engine, "--at", "0:36")
        wait_for(
            process, lambda trace=trace: [e for e in events(trace, "lit") if e["segment"] == 7]
        )
        processes.append(process)
    for process in processes:  # all that follows an opening has its time, also on a busy machine
        wait_for(process, partial(is_at_rest, process), 3 * PATIENCE_MS)
    spendings = spent_in(processes, WATCHED_S)
    sys.stdout.write(f"share of a processor, times woken: {spendings}\n")
    assert max(woken for _, woken in spendings) <= WATCHED_S
    assert max(share for share, _ in spendings) < 0.03

"""The installed program, as a process of its own."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.conftest import PATIENCE_MS
from viewer.formats import registry

CUELINE = Path(sys.executable).with_name("cueline")
#: How late a line may be told, by the trace's own position.
LATE_MS = 60


@pytest.fixture
def run(tmp_path):
    """Start `cueline` with its trace; it is ended with the test."""
    started = []
    trace, complaints = tmp_path / "trace.jsonl", tmp_path / "stderr.txt"

    def begin(*arguments):
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


def wait_for(process, what):
    """Wait until `what()` is true, for another process tells nobody."""
    until = time.monotonic() + PATIENCE_MS / 1000
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

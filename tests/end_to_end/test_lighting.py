"""The lit line: at any rate, after a seek, in a gap."""

import pytest

from tests.desk import write_srt
from tests.end_to_end.conftest import PATIENCE_MS
from tests.end_to_end.hands import click_line
from viewer.core.transcript import Said
from viewer.options import Options
from viewer.playback.engine import PlayState

pytestmark = pytest.mark.alone

#: How late a change may be told on a busy machine; the engines' own error is in their tests.
LATE_MS = 80


@pytest.fixture
def changes(opened):
    """Each line that is lit from now on, with the position at which it was."""
    reported = []
    opened.follower.said_changed.connect(lambda said, ms: reported.append((said.followed, ms)))
    return reported


@pytest.mark.parametrize("rate", [0.75, 1.0, 1.5, 2.0])
def test_after_a_seek_lines_are_lit_as_they_begin_at_any_rate(opened, qtbot, changes, rate):
    segments = opened.session.document.transcript.segments
    opened.player.set_rate(rate)
    opened.player.seek(segments[1].start_ms + 1500)
    opened.player.play()
    qtbot.waitUntil(lambda: changes and changes[-1][0] == 3, timeout=PATIENCE_MS)
    assert [index for index, _ in changes] == [1, 2, 3]
    late_ms = [ms - segments[index].start_ms for index, ms in changes[1:]]
    assert all(0 <= late <= LATE_MS * rate for late in late_ms), late_ms


def test_a_seek_lights_its_line_at_once_and_no_other(opened, qtbot, changes):
    opened.player.set_rate(2.0)
    click_line(opened.window.text.view, 1)
    qtbot.waitUntil(lambda: opened.player.state is PlayState.PLAYING, timeout=PATIENCE_MS)
    opened.player.seek(100_500)
    assert changes[-1] == (18, 100_500)
    qtbot.waitUntil(lambda: opened.player.position_ms > 103_000, timeout=PATIENCE_MS)
    assert [index for index, _ in changes] == [1, 18, 19]


def test_in_a_gap_the_last_line_stays_dimmed(start, qtbot, tmp_path):
    talk = write_srt(tmp_path / "talk.srt", "One.", "Two.")
    program = start(Options(file=talk))
    qtbot.waitUntil(lambda: program.player.silent, timeout=PATIENCE_MS)
    view = program.window.text.view
    looks = {}
    for name, ms in (("before", 500), ("lit", 1500), ("gap", 3500)):
        program.player.seek(ms)
        view.repaint()
        looks[name] = view.viewport().grab(view.segment_rect(0)).toImage()
        assert (
            program.follower.said
            == {
                "before": Said(),
                "lit": Said((0,), 0),
                "gap": Said((), 0),
            }[name]
        )
    assert looks["gap"] != looks["lit"]
    assert looks["gap"] != looks["before"]


def test_space_lights_lines_without_a_recording(unheard, qtbot):
    segments = unheard.session.document.transcript.segments
    unheard.player.seek(segments[2].start_ms - 200)
    unheard.player.toggle()
    qtbot.waitUntil(lambda: unheard.follower.said.lit == (2,), timeout=PATIENCE_MS)

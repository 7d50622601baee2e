"""Times beyond all reach, from every reader: the words stay, the times go, and it is told."""

from pathlib import Path

import pytest

from viewer.core.timecode import LATEST_MS
from viewer.core.transcript import Chapter
from viewer.formats import registry
from viewer.formats.draft import Draft

FAR = {
    "a.srt": "1\n00:00:01,000 --> 00:00:03,000\nnear\n\n2\n700:00:00,000 --> 700:00:05,000\nfar\n",
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\nnear\n\n700:00:00.000 --> 700:00:05.000\nfar\n",
    "a.md": "# A\n**C:** [May 4, 2017](https://x.org/a)\n"
    "* near [[00:00:01](https://x.org/a?t=1s)]\n* far [[700:00:00](https://x.org/a?t=2520000s)]\n",
    "a.json": '{"segments": [{"start": 1, "end": 3, "text": "near"},'
    ' {"start": 2520000, "end": 2520005, "text": "far"}]}',
    "a.tsv": "start\tend\ttext\n1000\t3000\tnear\n2520000000\t2520005000\tfar\n",
}


@pytest.mark.parametrize("name", FAR)
def test_a_line_beyond_all_reach_is_shown_without_times(name):
    talk = registry.parse(FAR[name].encode(), Path(name))
    near, far = talk.segments
    assert (near.start_ms, near.text) == (1000, "near")
    assert (far.start_ms, far.end_ms, far.text) == (None, None, "far")
    assert any("596 hours" in problem.message for problem in talk.problems)
    assert talk.last_time_ms <= 11_000


def test_an_end_beyond_all_reach_is_derived():
    draft = Draft("x")
    draft.segment(1000, LATEST_MS + 1, "a")
    (segment,) = draft.finish().segments
    assert (segment.start_ms, segment.end_ms, segment.end_derived) == (1000, 11_000, True)


def test_chapters_and_lengths_beyond_all_reach_go():
    draft = Draft("x", duration_ms=LATEST_MS + 1)
    draft.chapters += [Chapter(0, "a"), Chapter(LATEST_MS + 1, "b")]
    draft.segment(LATEST_MS, None, "the last moment there is")
    talk = draft.finish()
    assert talk.duration_ms is None
    assert talk.chapters == (Chapter(0, "a"),)
    assert talk.segments[0].start_ms == LATEST_MS
    assert not talk.problems

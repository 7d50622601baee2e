"""PowerDivX: two clocks in braces before the words."""

from pathlib import Path

from viewer.formats import registry
from viewer.formats.captions import powerdivx
from viewer.formats.format import Claim, Content


def test_each_line_is_a_caption_and_what_is_none_is_told():
    text = "{0:00:01}{0:00:03}Good day.|{y:i}All.\nstray\n{1:00:04}{1:00:02.5}Yes.\n"
    made = registry.parse(text.encode(), Path("talk.txt"))
    assert made.format == "powerdivx"
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (1000, 3000, "Good day. All."), (3_604_000, 3_614_000, "Yes."),
    ]  # fmt: skip
    assert [problem.line for problem in made.problems] == [2, 3]


def test_frames_in_braces_are_microdvds():
    assert powerdivx.claims(Content.of("{1}{25}Good day.\n")) is Claim.NO

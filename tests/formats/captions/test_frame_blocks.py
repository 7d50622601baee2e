"""Text with timecodes that count frames."""

from viewer.formats.captions import frame_blocks
from viewer.formats.format import Claim, Content


def test_switches_of_dvd_studio_pro_are_no_text():
    text = "$FontSize = 30\n00:00:01:05 , 00:00:03:10 , ^B^IOne^I|two^B 2^Up\n"
    made = frame_blocks.parse(Content.of(text))
    assert [segment.text for segment in made.segments] == ["One two 2^Up"]


def test_the_clock_of_a_timeline_that_begins_at_a_full_hour_counts_from_there():
    text = "{0}:00:01:05 {0}:00:03:10\nOne.\n\n{0}:59:00:00 {0}:59:01:20\nTwo.\n"
    for hour in ("01", "10"):
        made = frame_blocks.parse(Content.of(text.format(hour)))
        assert [(s.start_ms, s.end_ms) for s in made.segments] == [
            (1_200, 3_400), (3_540_000, 3_541_800)
        ]  # fmt: skip
        assert any(f"begin at {int(hour)}:00:00" in problem.message for problem in made.problems)


def test_what_begins_later_in_an_hour_counts_from_zero():
    made = frame_blocks.parse(Content.of("01:06:00:00 01:06:02:10\nOne.\n"))
    assert made.segments[0].start_ms == 3_960_000


def test_two_bars_break_a_line_but_not_an_address():
    text = "00:00:01;05 00:00:03;10 Good day.//All of https://x.org/a.\n"
    made = frame_blocks.parse(Content.of(text))
    assert [segment.text for segment in made.segments] == ["Good day. All of https://x.org/a."]


def test_cells_before_clocks_are_no_hours():
    text = "1;00:00:01,500;00:00:03,000;One.\n2;00:00:04,000;00:00:06,000;Two.\n"
    assert frame_blocks.claims(Content.of(text)) is Claim.NO
    assert frame_blocks.claims(Content.of("01;00;01;05 01;00;03;10 One.\n")) is Claim.SURE

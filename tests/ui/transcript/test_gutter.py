from tests.ui.pages import timed, untimed
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.ui.transcript.gutter import Gutter


def test_a_turn_begins_where_another_speaks():
    names = ["Ann", "Ann", None, "Ann", "Bob", "Bob"]
    ends = ["1", "2.", "3.", "4", "5", "6"]
    gutter = Gutter()
    gutter.show_transcript(timed(*ends, speakers=names))
    assert gutter.turns == {0, 2, 3, 4}
    gutter.show_transcript(untimed(*"12"))
    assert gutter.turns == frozenset()


def test_its_width_fits_the_longest_time(qapp):
    short, long = Gutter(), Gutter()
    short.show_transcript(timed("a", "b"))
    long.show_transcript(Transcript((Segment(0, 1, "a"), Segment(36_000_000, 36_001_000, "b"))))
    assert 0 < short.width < long.width


def test_without_times_or_with_hidden_ones_it_has_no_width(qapp):
    gutter = Gutter()
    gutter.show_transcript(untimed("a"))
    assert (gutter.width, gutter.time_of(0)) == (0, "")
    gutter.show_transcript(timed("a"))
    gutter.set_times_visible(False)
    assert (gutter.width, gutter.time_of(0)) == (0, "0:00")

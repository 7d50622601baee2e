"""Places with the words about them."""

from tests.desk import write_srt
from viewer.library.entry import Entry, Facts
from viewer.library.passages import passages
from viewer.library.query import parse


def test_what_is_heard_of_a_place_is_all_that_its_lines_say(tmp_path):
    path = write_srt(tmp_path / "a.srt", "One line.", "The price", "of wheat rises.", "The end.")
    entry = Entry(1, tmp_path, str(path), Facts("A"))
    [found] = passages(entry, parse('"price of wheat"'))
    assert (found.text, found.said) == ("price of wheat", "The price of wheat rises.")
    assert (found.start_ms, found.end_ms) == (4_000, 9_000)
    assert found.after.startswith(" rises. The end")

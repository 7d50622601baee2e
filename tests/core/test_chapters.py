from dataclasses import replace

import pytest

from tests.ui.pages import timed
from viewer.core.chapters import chapter_at, headings_of
from viewer.core.transcript import Chapter

CHAPTERS = (
    Chapter(0, "One"),
    Chapter(7_000, "Two"),
    Chapter(8_000, "Three"),
    Chapter(90_000, "End"),
)


def test_a_chapter_stands_above_the_first_line_said_in_it():
    transcript = replace(timed("a", "b", "c", "d"), chapters=CHAPTERS)
    titles = {i: [c.title for c in each] for i, each in headings_of(transcript).items()}
    assert titles == {0: ["One"], 2: ["Two", "Three"]}


@pytest.mark.parametrize(("ms", "number"), [(0, 0), (6_999, 0), (7_000, 1), (8_500, 2), (10**6, 3)])
def test_a_moment_lies_in_the_chapter_that_began_last(ms, number):
    assert chapter_at(CHAPTERS, ms) == number


def test_before_the_first_chapter_is_none():
    assert chapter_at(CHAPTERS[1:], 500) == -1
    assert chapter_at((), 500) == -1

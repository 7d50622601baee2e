import pytest

from viewer.core.transcript import Problem
from viewer.formats import registry
from viewer.formats.left_out import LONGEST, with_words

SRT = """1
00:00:01,000 --> 00:00:02,000
Good evening.

2
00:00:05,000 --> 00:00:04,000
It goes backwards.

3
00:00:0x,000 --> later
Nobody knows when.
"""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("one\ntwo\nthree", 2, "two"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nWhat is said.\nAnd more.",
            2,
            "00:00:01,000 --> 00:00:02,000 What is said.",
        ),
        ("12\n34\n\nword", 1, "12 34"),
        ("  blanks about  ", 1, "blanks about"),
        ("x" * 5_000, 1, ""),
        ("one", 9, ""),
        ("", 1, ""),
    ],
)
def test_the_words_are_those_at_the_line(text, line, words):
    (found,) = with_words([Problem(line, "It was left out.")], text)
    assert found.text == words


def test_they_are_cut_and_do_not_make_it_another_problem():
    (found,) = with_words([Problem(1, "So.")], "word " * 300)
    assert len(found.text) <= LONGEST
    assert found.text.endswith("…")
    assert found == Problem(1, "So.")


def test_a_files_problems_have_them(tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text(SRT)
    problems = registry.load(path).problems
    assert problems
    assert any("It goes backwards." in problem.text for problem in problems)

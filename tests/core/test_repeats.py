import pytest

from tests.ui.pages import timed
from viewer.core.reading import paragraphs
from viewer.core.repeats import repeats_in


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        ("aabbb", [range(2, 5)]),
        ("aaaabccc", [range(4), range(5, 8)]),
        ("abab", []),
        ("a", []),
        ("", []),
    ],
)
def test_three_equal_lines_in_a_row_are_a_run(texts, runs):
    assert list(repeats_in(timed(*texts).segments)) == runs


def test_blanks_about_the_words_are_no_difference_and_blank_lines_no_run():
    assert list(repeats_in(timed("a", "a ", " a", "", "", "").segments)) == [range(3)]


def test_repeated_lines_are_paragraphs_of_their_own():
    text = paragraphs(timed("We went", "on and", "so so", "so so", "so so", "home then.")).text
    assert text == "We went on and\nso so\nso so\nso so\nhome then."

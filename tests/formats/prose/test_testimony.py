"""Testimony: questions and answers, numbers beside the lines."""

import pytest

from viewer.formats.format import Content
from viewer.formats.prose import plain

SAID = """\
P R O C E E D I N G S
          JANE DOE,
having been duly sworn, testified as follows:
BY MR. SMITH:
     Q.   Good morning.  Where do you
live?
     A.   In Springfield, for
20 years.
          MR. JONES:  Objection.
          (Recess taken.)
     Q.   You can answer.
     A.   I did.
""".splitlines()
TURNS = [
    (None, "PROCEEDINGS"),
    (None, "JANE DOE,"),
    (None, "having been duly sworn, testified as follows:"),
    (None, "BY MR. SMITH:"),
    ("Q", "Good morning. Where do you live?"),
    ("A", "In Springfield, for 20 years."),
    ("MR. JONES", "Objection."),
    (None, "(Recess taken.)"),
    ("Q", "You can answer."),
    ("A", "I did."),
]


def turns(text):
    return [(s.speaker, s.text) for s in plain.parse(Content.of(text)).segments]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_turns_without_numbers(gap):
    assert turns(gap.join(SAID)) == TURNS


@pytest.mark.parametrize("a_page", [25, 7])
@pytest.mark.parametrize("number", ["{:>2}   {}", "{} {}", "{:02}\t{}"])
def test_numbers_of_lines_and_pages_are_left_out(number, a_page):
    numbered = [number.format(i % a_page + 1, line) for i, line in enumerate(SAID)]
    numbered[a_page:a_page] = ["", "                  6", ""] if a_page < len(SAID) else []
    assert turns("\n".join(["5", *numbered])) == TURNS


@pytest.mark.parametrize(
    "text",
    [
        "1 Introduction\n2 Methods\n3 Results\n4 Q. E. D.\n",
        "A. Apples\nB. Pears\nC. Plums\nA. More\n",
        "Q. Why?\nA. So.\n",
        "20 people came.\n21 left.\nQ. was a spy.\n",
    ],
)
def test_other_text_keeps_its_lines(text):
    assert [text for _, text in turns(text)] == text.strip().split("\n")

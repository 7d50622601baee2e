"""The front matter that looks like YAML and is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.draft import Draft
from viewer.formats.prose.archive.header import Layout, find_layout, parse_keywords, read_header

HEAD = ["", "# A talk", "**Channel:** [May 4, 2017](https://youtu.be/x)", "*  Hi."]


def read(lines):
    draft = Draft("test")
    read_header(lines, find_layout(lines), draft)
    return draft


def test_a_description_runs_until_the_fence_that_the_title_follows():
    lines = [
        "---",
        "Length: 5s",
        "Video Description: first",
        "Key: not a key",
        "---",
        "*  not a bullet",
        "# not the title",
        "**bold**",
        "---",
        "",
        "---",
        *HEAD,
    ]
    draft = read(lines)
    assert draft.description.split("\n")[0] == "first"
    assert draft.description.endswith("**bold**\n---")
    assert list(draft.metadata) == ["Length"]


@pytest.mark.parametrize(
    ("rest", "closing"),
    [
        (["", "# A talk", "*  Hi."], 2),
        (["*  Hi."], 2),
        (["**Channel:** [May 4, 2017](https://youtu.be/x)", "*  Hi."], 2),
        (["plain"], 2),
    ],
)
def test_the_fence_is_found_with_less_behind_it(rest, closing):
    lines = ["---", "Length: 5s", "---", *rest]
    assert find_layout(lines) == Layout(0, closing, closing + 1)


def test_a_header_that_is_never_closed_ends_at_the_title():
    lines = ["---", "Length: 5s", "# A talk", "*  Hi."]
    draft = read(lines)
    assert find_layout(lines).body == 2
    assert draft.duration_ms == 5_000
    assert "not closed" in draft.finish().problems[0].message


def test_no_front_matter():
    assert find_layout(HEAD) == Layout()


def test_damage_in_the_header_is_reported_with_its_line():
    draft = read(["", "---", "Length: soon", "a stray line", "Video Views: 3", "---", *HEAD])
    assert draft.metadata == {"Length": "soon", "Video Views": "3"}
    assert [problem.line for problem in draft.finish().problems] == [3, 4]


def test_the_recording_that_the_header_names():
    assert read(["---", "media: talk.mp4", "---", *HEAD]).media == ["talk.mp4"]


def test_chapters_come_from_the_description():
    lines = ["---", "Video Description: 00:00 Intro", "(1:05) The middle", "---", *HEAD]
    assert [(c.start_ms, c.title) for c in read(lines).chapters] == [
        (0, "Intro"),
        (65_000, "The middle"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", []),
        ("['a', 'b']", ["a", "b"]),
        ("""["it's", 'say "hi"']""", ["it's", 'say "hi"']),
        (r"['a\'b', 'c\\d']", ["a'b", r"c\d"]),
        ("['a, b', 'c", ["a, b", "c"]),
        ("plain, words", ["plain", "words"]),
        ("['', ' ']", []),
        ("[" * 10_000, ["[" * 9_999]),
    ],
)
def test_keywords(text, words):
    assert parse_keywords(text) == words


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), max_size=8))
def test_keywords_come_back_from_pythons_own_notation(words):
    assert parse_keywords(str(words)) == words
